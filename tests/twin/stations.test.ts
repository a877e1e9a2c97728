/**
 * Every single station that the reference cases simulate shows its twin, or is listed here with the reason; and where the twin and the
 * case speak of the same number they agree.
 */
import {describe, expect, test} from "vitest";
import {findTwins, type NoTwin, type Twin} from "../../src/twin/find-twins.ts";
import {compileModel} from "../../src/model/compile.ts";
import * as the from "../../src/verification/numbers.ts";
import {exponential, fixed, scenarioOf} from "../builders.ts";
import {singleStations} from "./single-stations.ts";

/** Whose station no formula knows, by reason: the first case of each place. */
const WITHOUT: Record<string, string[]> = {
  "arrivals by the clock": ["psa-10-2-9-exact-pw", "psa-10-0.5-36-exact-pw", "psa-50-10-9-exact-pw"],
  balking: ["sim-gas2"],
  "arrivals of no known kind": [
    // batches, lists of appointments, rates that change by chance
    "bulk-mx-m-1-K2",
    "bulk-mx-m-1-K5",
    "appt-individual-wait",
    "appt-bailey2-doctor",
    "appt-bailey3-wait",
    "appt-block2-wait",
    "appt-individual-ns10-wait",
    "appt-bailey2-ns10-wait",
    "jmt-mmpp",
  ],
  "lanes of this kind": [
    "express-1.5-mean",
    "express-1.5-short",
    "express-1.6783-short",
    "slips-jockey-2-1.6-pslip",
    "slips-jockey-3-0.5-pslip",
    "id-jockey",
  ],
  "patience of another kind": [
    "mmc-balk-ssj-200-8-pw",
    "mmc-balk-ssj-100-4-pw",
    "mmc-balk-ssj-100-4-pv-20.0",
    "mmc-balk-ssj-180-8-pw",
    "mmc-balk-ssj-180-8-pab",
  ],
  "priority grows with the wait": ["qs-dynprio"],
  "priority with unlike service": ["prio-mm2-diffmu-np-1", "prio-mm2-diffmu-pr-2"],
  "staff by the clock": ["ssj-callcenter-400-wait", "ssj-callcenter-B1-wait"],
};

/** Numbers of the cases that twins speak of too, in the words of the estimates. */
const SAME = new Map<the.Numbered, [metric: string, statistic: string, population: "all" | "served" | null]>([
  [the.meanWait, ["waitTime", "mean", "all"]],
  [the.meanWaitOfServed, ["waitTime", "mean", "served"]],
  [the.sdOfWait, ["waitTime", "sd", "all"]],
  [the.meanSojourn, ["sojournTime", "mean", "served"]],
  [the.queueLength, ["queueLength", "mean", null]],
  [the.numberInSystem, ["numberInSystem", "mean", null]],
  [the.occupancy, ["occupancy", "share", null]],
  [the.gaveUp, ["abandonShare", "share", null]],
  [the.refused, ["blockShare", "share", null]],
]);

const stations = singleStations();

test("stations without a twin are those that are listed, each for its reason", () => {
  const found: Record<string, string[]> = {};
  for (const {cases, model} of stations)
    for (const twin of findTwins(model)) if ("reason" in twin) (found[twin.reason] ??= []).push(cases[0].id);
  expect(found).toEqual(WITHOUT);
  expect(stations.length).toBe(224);
});

describe("the twin says what the case says", () => {
  let compared = 0;
  for (const {cases, model, isLong} of stations) {
    const twins = findTwins(model).filter((twin: Twin | NoTwin): twin is Twin => !("reason" in twin));
    if (!isLong || twins.length === 0) continue;
    for (const {id, checks} of cases) {
      const shared = checks.flatMap(({number, truth, standardError = 0}) => {
        const same = SAME.get(number);
        const measure = twins[0].measures.find(
          (one) => same !== undefined && one.metric === same[0] && one.statistic === same[1] && one.population === same[2],
        );
        return measure === undefined || standardError > 0 || measure.answer.kind !== "exact" ? [] : [{measure, truth}];
      });
      if (shared.length === 0 || twins[0].class >= 0) continue;
      test(id, () => {
        for (const {measure, truth} of shared) {
          compared++;
          expect(Math.abs(measure.answer.value - truth), `${measure.metric}: ${measure.answer.value} for ${truth}`).toBeLessThanOrEqual(
            1e-6 * Math.max(Math.abs(truth), 1e-3),
          );
        }
      });
    }
  }

  test("which is so for more than a hundred numbers", () => expect(compared).toBeGreaterThan(100));
});

test("where classes of one rank are interrupted, each stays for its own service: M/G/1, resumed", () => {
  const model = compileModel(
    scenarioOf({
      run: {length: 1e6, warmUp: 1e4},
      arrivals: {customers: {rate: 1 / 300, mix: {urgent: 0.2, short: 0.3, long: 0.5}}},
      classes: {
        urgent: {priority: 1, service: exponential(240)},
        short: {priority: 2, service: exponential(120)},
        long: {priority: 2, service: fixed(180)},
      },
      station: {order: "priority", interrupt: "resume"},
    }),
  );
  // Work of the first rank 0.16, of both 0.58; found at the door by the second rank: half the second moments of all who come, a second.
  const found = (0.2 * 240 ** 2 + 0.3 * 120 ** 2 + (0.5 * 180 ** 2) / 2) / 300;
  const sojourns = [240 + (0.2 * 240 ** 2) / 300 / 0.84, 120 / 0.84 + found / (0.84 * 0.42), 180 / 0.84 + found / (0.84 * 0.42)];
  const twins = findTwins(model) as Twin[];
  expect(twins.map(({measures}) => measures.map(({metric, answer}) => [metric, answer.value]))).toEqual(
    sojourns.map((sojourn) => [["sojournTime", expect.closeTo(sojourn, 9)]]),
  );
});
