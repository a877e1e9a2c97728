/** `classes`, and what sources say of their customers → classes of customers. */
import * as defaults from "../defaults.ts";
import type {Balking, CustomerClass} from "../scenario.ts";
import type {Building} from "./building.ts";
import type {Patience} from "./describe-staying.ts";
import * as say from "./messages.ts";
import type {Sections} from "./schema.ts";
import {closest} from "./suggest.ts";

type Arrival = NonNullable<Sections["arrivals"]> extends Map<string, infer S> ? S : never;
type BalksSection = NonNullable<Arrival["balks"]>;

export function buildClasses(building: Building): Map<string, CustomerClass> {
  const classes = new Map<string, CustomerClass>();
  const declared = building.sections.classes ?? new Map<string, never>();
  if (building.sections.arrivals === undefined) return classes;
  const names = [...declared.keys()].filter((name) => building.broughtBy.has(name));
  for (const name of [...names, ...[...building.broughtBy.keys()].filter((name) => !declared.has(name))]) {
    const own = declared.get(name);
    const sources = building.broughtBy.get(name) ?? [];
    const from = sources.map((source) => building.sections.arrivals?.get(source));
    const [first] = from;
    if (sources.length > 1) {
      const differ = (a: unknown) => JSON.stringify(a ?? null);
      if (own?.patience === undefined && from.some((source) => differ(source?.patience) !== differ(first?.patience)))
        building.problem(["arrivals", sources[1]], say.twoPatiences(name));
      if (own?.balks === undefined && from.some((source) => differ(source?.balks) !== differ(first?.balks)))
        building.problem(["arrivals", sources[1]], say.twoChoices(name, "balks"));
      if (own?.last === undefined && from.some((source) => source?.last !== first?.last))
        building.problem(["arrivals", sources[1]], say.twoChoices(name, "last"));
      if (own?.route === undefined && from.some((source) => source?.route !== first?.route))
        building.problem(["arrivals", sources[1]], say.twoRoutes(name));
    }
    if (own?.route !== undefined) building.checkRouteName(["classes", name, "route"], own.route);
    const patience: Patience | undefined = own?.patience ?? first?.patience;
    const isBeyond = typeof patience === "object" && patience.kind === "beyond announced";
    const law = patience === undefined || patience === "endless" ? null : patience.kind === "beyond announced" ? patience.law : patience;
    const place = own?.balks !== undefined || own?.last !== undefined ? ["classes", name] : ["arrivals", sources[0]];
    const asked = own?.balks ?? first?.balks;
    const balks = asked === undefined ? null : buildBalking(building, [...place, "balks"], asked);
    if (balks?.rule.kind === "patience" && law === null)
      building.problem([...place, "balks", "bears"], say.patienceMissing("bears: patience"));
    const lastInLine = own?.last ?? first?.last ?? defaults.CUSTOMER_CLASS.lastInLine;
    if (lastInLine !== 1 && law === null) building.problem([...place, "last"], say.patienceMissing("last"));
    if ((isBeyond || balks?.goesBy === "minutes") && !isAnnounced(building))
      building.problem(
        isBeyond ? [...(own?.patience !== undefined ? ["classes", name] : ["arrivals", sources[0]]), "patience"] : [...place, "balks"],
        say.nothingAnnounced(name),
      );
    classes.set(name, {
      priority: own?.priority ?? defaults.CUSTOMER_CLASS.priority,
      patience: law,
      patienceBeyondAnnounced: isBeyond,
      lastInLine,
      ...(own?.walk === undefined ? {} : {walkFactor: own.walk}),
      balks,
      service: own?.service ?? null,
      route: own?.route ?? first?.route ?? (building.routes.length === 1 ? building.routes[0] : null),
      ...(own?.due && {due: own.due}),
    });
  }
  for (const name of declared.keys()) {
    if (building.broughtBy.has(name)) continue;
    const guess = closest(name, building.broughtBy.keys());
    if (guess !== null) building.problem(["classes", name], say.unknownKey(name, guess, []));
    else building.warning(["classes", name], say.classNeverComes(name));
  }
  return classes;
}

function isAnnounced(building: Building): boolean {
  const {stations} = building.sections;
  return stations === undefined || [...stations.values()].some(({announces}) => announces !== undefined);
}

function buildBalking(building: Building, path: string[], asked: BalksSection): Balking | null {
  const {sees, hears, each, from, bears, perception} = asked;
  if ((sees === undefined) === (hears === undefined)) building.problem(path, say.balksBySight());
  else if ([each, from, bears].filter((rule) => rule !== undefined).length !== 1) building.problem(path, say.balksRule());
  else if (sees !== undefined && bears !== undefined) building.problem([...path, "bears"], say.bearsMinutes());
  else if (hears !== undefined && perception !== undefined) building.problem([...path, "perception"], say.perceptionOfPeople());
  else if (from !== undefined && (from.counts === "people") !== (sees !== undefined))
    building.problem([...path, "from"], say.balkTableUnit(sees !== undefined));
  else {
    const rule: Balking["rule"] =
      each !== undefined
        ? {kind: "each", each}
        : from !== undefined
          ? {kind: "share", from: from.from, share: from.share}
          : bears === "patience" || bears === undefined
            ? {kind: "patience"}
            : {kind: "bears", law: bears};
    return {goesBy: sees ?? "minutes", perception: perception ?? 0, rule};
  }
  return null;
}
