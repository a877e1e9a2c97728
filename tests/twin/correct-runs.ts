/**
 * Correct runs of mixed stations for the alarm to keep silent at: light and heavy traffic, long and short, even and skewed. What a run
 * is depends on its number alone.
 */
import {balancedHyperexponential, erlang, exponential, fixed, type GivenScenario, lognormal, mix, uniform} from "../builders.ts";
import type {Effort} from "../../src/verification/long-run.ts";

export interface CorrectRun {
  place: GivenScenario;
  effort: Effort;
}

const SERVICES = [
  exponential(1),
  fixed(1),
  erlang(1, 3),
  balancedHyperexponential(1, 4),
  balancedHyperexponential(1, 25),
  lognormal(1, 2),
  // One job in a thousand carries half of the work.
  mix([0.999, exponential(0.5)], [0.001, exponential(500.5)]),
];
const PATIENCES = [exponential(0.5), exponential(3), uniform(0, 2), fixed(1)];
const OCCUPANCIES = [0.05, 0.3, 0.6, 0.8, 0.9, 0.95];
const LENGTHS = [30, 150, 600, 2000];

/** Of independent digits of the run's number, so that every setting meets every other. */
export function correctRun(number: number): CorrectRun {
  let rest = number;
  const oneOf = <T>(choices: readonly T[]): T => {
    const choice = choices[rest % choices.length];
    rest = Math.floor(rest / choices.length);
    return choice;
  };
  const kind = oneOf(["line", "line", "loss", "room", "patience", "renewal", "lanes", "priority"] as const);
  const occupancy = oneOf(OCCUPANCIES);
  const customers = oneOf(LENGTHS);
  const servers = oneOf([1, 2, 5, 12]);
  const service = oneOf(SERVICES);
  const replications = oneOf([20, 25, 40]);
  const rate = occupancy * servers;
  const run = {seed: `correct ${number}`};
  const arrivals = {rate};
  const place = ((): GivenScenario => {
    switch (kind) {
      case "line":
        return {run, arrivals, station: {servers, service: servers > 2 && service.kind === "mix" ? exponential(1) : service}};
      case "loss":
        return {run, arrivals: {rate: 1.3 * rate}, station: {servers, service, room: servers}};
      case "room":
        return {run, arrivals: {rate: 1.2 * rate}, station: {servers, service: exponential(1), room: servers + (number % 7)}};
      case "patience":
        return {
          run,
          arrivals: {rate: 1.2 * rate},
          classes: {customers: {patience: PATIENCES[number % PATIENCES.length]}},
          station: {servers, service: exponential(1)},
        };
      case "renewal":
        return {
          run,
          arrivals: {between: [erlang(1 / rate, 2), fixed(1 / rate), balancedHyperexponential(1 / rate, 4)][number % 3]},
          station: {servers, service: exponential(1)},
        };
      case "lanes":
        return {
          run,
          arrivals,
          station: {
            servers,
            service: exponential(1),
            line: "each",
            join: (["at random", "round robin", "shortest"] as const)[number % 3],
            ties: "random",
          },
        };
      case "priority":
        return {
          run,
          arrivals: {rate, mix: {first: 0.1, second: 0.9}},
          classes: {first: {priority: 1}, second: {priority: 2}},
          station: {servers, service: exponential(1), order: "priority", ...(number % 2 === 0 ? {} : {interrupt: "resume"})},
        };
    }
  })();
  return {place, effort: {replications, customers, warmUp: 0}};
}
