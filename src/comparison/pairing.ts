/**
 * The same customers in every design: which of their needs two designs nevertheless draw apart. A need is shared when its key
 * (source, class, step) and the kind of its law are; then a longer mean or another rate stretches the same draws.
 * Differences are right all the same, only less certain.
 */
import {BOOK, LIST, type Model, PHASES, POISSON, SPREAD} from "../model/model.ts";

/** Paths of the needs that are not shared: "arrivals.calls", "classes.calls.patience", "classes.calls.service". */
export function unpairedNeeds(design: Model, against: Model): string[] {
  return [...unpairedArrivals(design, against), ...unpairedClasses(design, against)];
}

/** Of a renewal process, its law tells. The booked are the same people whenever they are told to come. */
const PROCESS_NAMES: Partial<Record<number, string>> = {
  [POISSON]: "Poisson",
  [LIST]: "list",
  [BOOK]: "book",
  [PHASES]: "phases",
  [SPREAD]: "spread",
};

function unpairedArrivals(design: Model, against: Model): string[] {
  const drawn = ({sources, names}: Model) =>
    new Map(names.sources.map((name, row) => [name, PROCESS_NAMES[sources[row].process] ?? sources[row].between?.kind]));
  return apart(drawn(design), drawn(against)).map((name) => `arrivals.${name}`);
}

function unpairedClasses(design: Model, against: Model): string[] {
  const patience = ({classes, names}: Model) => new Map(names.classes.map((name, row) => [name, classes[row].patience?.kind]));
  const service = ({steps, names}: Model) =>
    new Map(
      names.classes.flatMap((name, row) =>
        steps.flatMap(({law, isCertain}, step): [string, string | undefined][] => {
          const kind = law[row]?.kind;
          return kind === undefined ? [] : [[`${name}|${names.steps[step]}`, `${kind} ${isCertain[row]}`]];
        }),
      ),
    );
  const ofClass = (key: string) => key.slice(0, key.lastIndexOf("|"));
  return [
    ...apart(patience(design), patience(against)).map((name) => `classes.${name}.patience`),
    ...new Set(apart(service(design), service(against)).map((key) => `classes.${ofClass(key)}.service`)),
  ];
}

/** Keys that one side lacks, or that the two draw from laws of different kinds. */
function apart(a: Map<string, string | undefined>, b: Map<string, string | undefined>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((key) => !a.has(key) || !b.has(key) || a.get(key) !== b.get(key));
}
