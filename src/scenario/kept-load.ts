/**
 * Servers kept for a class are idle part of the time, and nobody else may use them: what is left for the others in the long run.
 *
 *   a   work of the kept class, in erlangs
 *   k   servers kept for it
 *   g   servers that serve everybody
 *
 * The line of the others is stable while their work is less than what the g servers have left for them when somebody of the others
 * always waits. By priority the kept class then is a birth and death of people at its servers and waiting: they leave at rate nµ up
 * to n = k and, since whoever is released calls them first, (k + g)µ beyond. Exact for exponential service of one mean.
 */
import {arrivalRateOf, workOf} from "./load.ts";
import type {Erlangs} from "../units.ts";
import type {Scenario, Station} from "./scenario.ts";

export interface KeptLoad {
  /** Classes with servers of their own, in the order of the file. */
  names: string[];
  kept: number;
  /** Servers for everybody. */
  general: number;
  /** Work of the classes without servers of their own. */
  others: Erlangs;
  /** Work of the kept classes that the servers for everybody do, while the others always wait. */
  overflow: Erlangs;
}

/** In the long run; null where nobody is kept, or somebody may be lost: there no line grows for ever. */
export function keptLoad(scenario: Scenario, name: string, station: Station, servers: number): KeptLoad | null {
  const names = [...(station.kept ?? [])].flatMap(([one, count]) => (count > 0 ? [one] : []));
  if (names.length === 0 || station.room !== null) return null;
  const loads = loadsOf(scenario, name);
  const mayLeave = (one: string) => scenario.classes.get(one)?.patience != null || scenario.classes.get(one)?.balks != null;
  if ([...loads.keys()].some(mayLeave)) return null;
  const kept = Math.min(
    servers - 1,
    names.reduce((sum, one) => sum + (station.kept?.get(one) ?? 0), 0),
  );
  const total = (of: (one: string) => boolean) => [...loads].reduce((sum, [one, load]) => sum + (of(one) ? load : 0), 0);
  const isFirst = names.every((one) => priorityOf(scenario, one) < leastOfOthers(scenario, loads, names));
  const overflow =
    names.length === 1 && station.order === "priority" && isFirst
      ? overflowOf(
          total((one) => one === names[0]),
          kept,
          servers - kept,
        )
      : 0;
  return {names, kept, general: servers - kept, others: total((one) => !names.includes(one)), overflow};
}

function loadsOf(scenario: Scenario, station: string): Map<string, Erlangs> {
  const loads = new Map<string, Erlangs>();
  for (const arrivals of scenario.arrivals.values()) {
    const rate = arrivalRateOf(arrivals, 0, Infinity);
    for (const {class: one, share} of arrivals.mix) {
      const work = workOf(scenario, one).get(station)?.work ?? 0;
      if (work > 0) loads.set(one, (loads.get(one) ?? 0) + rate * share * work);
    }
  }
  return loads;
}

const priorityOf = (scenario: Scenario, name: string): number => scenario.classes.get(name)?.priority ?? 1;

function leastOfOthers(scenario: Scenario, loads: ReadonlyMap<string, Erlangs>, names: readonly string[]): number {
  return Math.min(...[...loads.keys()].filter((one) => !names.includes(one)).map((one) => priorityOf(scenario, one)));
}

function overflowOf(load: Erlangs, kept: number, general: number): Erlangs {
  if (load >= kept + general) return general;
  let share = 1;
  let sum = 1;
  let busy = 0;
  for (let n = 1; n <= kept || share > 1e-15 * sum; n++) {
    share *= load / (n <= kept ? n : kept + general);
    sum += share;
    busy += Math.min(n, kept) * share;
  }
  return load - busy / sum;
}
