/** Open networks: who leaves a station goes on by chance. */
import type {Law} from "../../random/law.ts";
import {choose, type GivenScenario, type GivenStation, visit} from "../builders/scenario.ts";
import type {Step} from "../../scenario/scenario.ts";

/** Where to after each station, the rest leaves; the same table of chances for everyone on this route. */
export function routeThrough(chances: number[][], enterAt: number[] | number, services: (Law | null)[] = []): Step[] {
  const nameOf = (station: number) => `at ${station + 1}`;
  const branches = (row: number[]): [number, string | null][] => {
    const onward = row.flatMap((share, to): [number, string | null][] => (share > 0 ? [[share, nameOf(to)]] : []));
    const rest = 1 - row.reduce((sum, share) => sum + share, 0);
    return rest > 1e-12 ? [...onward, [rest, null]] : onward;
  };
  const steps = chances.map((row, station) => visit(nameOf(station), String(station + 1), branches(row), services[station] ?? null));
  if (typeof enterAt === "number") return [...steps.slice(enterAt), ...steps.slice(0, enterAt)];
  return [choose("enter", branches(enterAt)), ...steps];
}

/** Markovian routing from several doors: door i leads to station i. */
export function network(external: number[], chances: number[][], stations: GivenStation[]): GivenScenario {
  const total = external.reduce((sum, rate) => sum + rate, 0);
  return {
    arrivals: {rate: total, route: "way"},
    stations: Object.fromEntries(stations.map((station, i) => [String(i + 1), station])),
    routes: {
      way: routeThrough(
        chances,
        external.map((rate) => rate / total),
      ),
    },
  };
}

/** Station 1 is visited first and after every other: as many visits each as asked, on average. */
export function centralServer(rate: number, visits: number[], stations: GivenStation[]): GivenScenario {
  const chances = visits.map((_, from) => visits.map((count, to) => (from === 0 ? (to === 0 ? 0 : count / visits[0]) : to === 0 ? 1 : 0)));
  return network([rate, ...visits.slice(1).map(() => 0)], chances, stations);
}
