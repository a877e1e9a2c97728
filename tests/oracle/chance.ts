/** The oracle's chance: the same keys as the engine's, so that both tell the same history. */
import type {Model, Row} from "../../src/model/model.ts";
import {deriveKey, Draws, Stream} from "../../src/random/index.ts";
import type {Law} from "../../src/random/law.ts";
import {VariateAt} from "../../src/random/variate-at.ts";
import type {Chance} from "./oracle.ts";

const UNIFORM: Law = {kind: "uniform", from: 0, to: 1};

export function chanceOf(model: Model, replication: number): Chance {
  const {seed, names, steps, classes, stations, sources} = model;
  const crewAt = (step: Row) => stations[steps[step].station].crew;
  const made = new Map<string, Draws | Stream | VariateAt>();

  function get<T extends Draws | Stream | VariateAt>(purpose: string, owner: string, make: (key: ReturnType<typeof deriveKey>) => T): T {
    const name = `${purpose}|${owner}`;
    const known = made.get(name) as T | undefined;
    if (known !== undefined) return known;
    const fresh = make(deriveKey(seed, purpose, owner));
    fresh.restart(replication);
    made.set(name, fresh);
    return fresh;
  }
  function variate(purpose: string, owner: string, law: Law | null): VariateAt {
    if (law === null) throw new Error(`no law for ${purpose} of ${owner}`);
    return get(purpose, owner, (key) => new VariateAt(law, key));
  }
  const classAndStep = (classRow: Row, step: Row) => `${names.classes[classRow]}|${names.steps[step]}`;

  return {
    lane: (step, customer, visit) => get("lane", names.steps[step], (key) => new Draws(key)).at(customer, visit),
    misjudge(step, customer, visit, lane) {
      const {misjudged} = model.stations[steps[step].station];
      const law: Law = {kind: "lognormal", mean: 1, squaredCV: misjudged * misjudged};
      return variate("misjudged", names.steps[step], law).at(customer, visit * 16384 + lane);
    },
    branch: (step, customer, visit) => get("branch", names.steps[step], (key) => new Draws(key)).at(customer, visit),
    order: (station) => get("order", names.stations[station], (key) => new Stream({kind: "uniform", from: 0, to: 1}, key)).next(),
    workAgain: (classRow, step, customer, visit) =>
      variate("work again", classAndStep(classRow, step), steps[step].law[classRow]).at(customer, visit),
    patienceAgain(classRow, customer, visit) {
      const {patience} = classes[classRow];
      return patience === null ? Infinity : variate("patience again", names.classes[classRow], patience).at(customer, visit);
    },
    mostAgain(classRow, customer, visit) {
      const {share, most} = classes[classRow].balking!;
      return variate("balk again", names.classes[classRow], share.length > 0 ? UNIFORM : most).at(customer, visit);
    },
    errorAgain: (classRow, customer, visit) => variate("announcement again", names.classes[classRow], UNIFORM).at(customer, visit),
    setUp: (step, customer, count) => variate("set-up", names.steps[step], crewAt(step)?.setUpIdle ?? null).at(customer, count),
    changeOver: (step, customer, count) => variate("change-over", names.steps[step], crewAt(step)?.setUpChange ?? null).at(customer, count),
    afterWork: (step, customer, visits) => variate("after-work", names.steps[step], crewAt(step)?.afterWork ?? null).at(customer, visits),
    breakdown: (station, place, count) =>
      variate("breakdown", names.stations[station], stations[station].crew?.breakdowns?.every ?? null).at(place, count),
    repair: (station, place, count) =>
      variate("repair", names.stations[station], stations[station].crew?.breakdowns?.repair ?? null).at(place, count),
    away: (source, member, comings) => variate("away", names.sources[source], sources[source].between).at(member, comings),
    resampled: (classRow, step, customer, interruptions) =>
      variate("resample", classAndStep(classRow, step), steps[step].law[classRow]).at(customer, interruptions),
  };
}
