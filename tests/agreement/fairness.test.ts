/**
 * Fairness, calm and inequality against what is known: closed forms of M/M/1 and of lanes chosen at random, traces worked out by
 * hand, and the figures of the lane experiments (four servers, 4 min each). Seed 2026, fixed beforehand.
 */
import {describe, expect, test} from "vitest";
import {compileModel} from "../../src/model/compile.ts";
import * as row from "../../src/replication/row.ts";
import {simulate} from "../../src/replication/simulate.ts";
import {exponential, fixed, type GivenScenario, type GivenStation, lognormal, scenarioOf} from "../builders.ts";
import * as the from "./numbers.ts";
import {expectToAgree} from "./numbers.ts";
import {inTheLongRun, millions} from "./run.ts";

const MINUTES = 60;
/** COVERAGE=nightly looks at all three occupancies; otherwise the middle one stands for them. */
const isNightly = process.env.COVERAGE === "nightly";
const FAIR = {groups: {fairness: true}};
const LANE = {line: "each"} as const;

describe("four lanes, 4 min each", {timeout: 120_000}, () => {
  const lanes = (occupancy: number, station: GivenStation): GivenScenario => ({
    arrivals: {rate: occupancy / MINUTES},
    station: {servers: 4, service: exponential(4 * MINUTES), ...station},
  });
  const regretOf = (occupancy: number, station: GivenStation) => the.regret(inTheLongRun(lanes(occupancy, station), millions(1.5), FAIR));

  // Each lane is M/M/1: no regret where it is empty, or holds the least of four equal works: (1 - ρ) + ρ⁴ / 4.
  test.for(isNightly ? [0.8, 0.9, 0.95] : [0.9])("chosen at random at occupancy %d: the share with regret is ρ - ρ⁴ / 4", (occupancy) => {
    expectToAgree(regretOf(occupancy, {...LANE, join: "at random"}), occupancy - occupancy ** 4 / 4);
  });

  const KNOWN = [
    [0.8, 0.33, 0.39],
    [0.9, 0.45, 0.52],
    [0.95, 0.54, 0.6],
  ];
  test.for(isNightly ? KNOWN : KNOWN.slice(1, 2))(
    "at occupancy %d regret is %d in the shortest line, and %d where people may still switch",
    ([occupancy, shortest, switching]) => {
      for (const [station, known] of [
        [LANE, shortest],
        [{...LANE, switch: 2}, switching],
      ] as const) {
        const {value, halfWidth} = regretOf(occupancy, station);
        expect(Math.abs((value ?? 0) - known)).toBeLessThan(0.05 * known);
        expect(halfWidth).toBeLessThan(0.02 * known);
      }
    },
  );

  test("a third of a switch each at occupancy 0.9, and no window stands idle while somebody waits", () => {
    const run = inTheLongRun(lanes(0.9, {...LANE, switch: 2}), millions(1.5), FAIR);
    const {value, halfWidth} = the.switches(run);
    expect(Math.abs((value ?? 0) - 0.32)).toBeLessThan(0.05 * 0.32);
    expect(halfWidth).toBeLessThan(0.02 * 0.32);
    expect(the.measure("idleWhileWaiting")(run)).toMatchObject({value: 0, halfWidth: 0});
  });

  test("frozen in lines chosen at random, a window is idle while somebody waits elsewhere for (1 - ρ)(1 - (1 - ρ + ρ(1 - ρ))³) of the time", () => {
    const run = inTheLongRun(lanes(0.8, {...LANE, join: "at random"}), millions(1.5), FAIR);
    const [idle, nobodyWaits] = [0.2, 0.2 + 0.8 * 0.2];
    expectToAgree(the.measure("idleWhileWaiting")(run), idle * (1 - nobodyWaits ** 3));
  });
});

describe("one server", {timeout: 120_000}, () => {
  const occupancy = 0.8;
  const place = {arrivals: {rate: occupancy}, station: {service: exponential(1)}};
  const run = inTheLongRun(place, millions(12), {groups: {distribution: true}});

  test("exponential delays have Gini index 1/2, and with those who do not wait 1 - ρ/2", () => {
    expectToAgree(the.giniOfDelays(run), 1 / 2);
    expectToAgree(the.giniOfWaits(run), 1 - occupancy / 2);
  });

  test("the tenth who wait longest wait (ln 10ρ + 1) / (µ - λ) on average", () => {
    expectToAgree(the.worstTenth(run), (Math.log(10 * occupancy) + 1) / (1 - occupancy));
  });
});

const busyMorning: GivenScenario = {
  opening: [9 * 3600, 12 * 3600],
  arrivals: {rate: 60 / 3600, busyness: 0.2},
  classes: {customers: {patience: exponential(25 * MINUTES)}},
  station: {servers: 4, service: lognormal(4 * MINUTES, 0.8)},
};
const morning = (station: GivenStation) =>
  simulate(compileModel(scenarioOf({...busyMorning, station: {...busyMorning.station, ...station}}), {fairness: true}), 0, 40);
const layoutOf = (station: GivenStation) =>
  new row.RowLayout(compileModel(scenarioOf({...busyMorning, station: {...busyMorning.station, ...station}}), {fairness: true}));
const fair = (station: GivenStation, sum: number) => {
  const layout = layoutOf(station);
  return morning(station).map((day) => day.row[layout.overall(0, layout.fairness(sum))]);
};

test.for<[string, GivenStation]>([
  ["in lines", LANE],
  ["where people switch", {...LANE, switch: 2}],
  ["last come first served", {order: "last come"}],
])("%s every slip of one is a skip of another, and somebody slips", ([, station]) => {
  const [slips, skips] = [fair(station, row.SLIPS), fair(station, row.SKIPS)];
  expect(slips).toEqual(skips);
  expect(Math.min(...slips)).toBeGreaterThan(0);
});

test("in one line, first come first served, nobody slips, skips, switches or regrets", () => {
  for (const sum of [row.SLIPS, row.SKIPS, row.SKIPPED, row.SWITCHES, row.REGRETS, row.MOST_SLIPS]) {
    expect(fair({}, sum).every((count) => count === 0)).toBe(true);
  }
});

test.for<[string, GivenStation]>([
  ["in one line", {}],
  ["in lines", LANE],
  [
    "with people who walk up and interruptions",
    {
      walk: {first: 3, each: 2},
      leaving: "resume",
      servers: [
        [0, 4],
        [10 * 3600, 3],
      ],
    },
  ],
])("%s discriminations sum to zero every day: what one got too much another got too little", ([, station]) => {
  const sums = fair(station, row.DISCRIMINATION);
  const squares = fair(station, row.DISCRIMINATION_SQUARED);
  sums.forEach((sum, day) => {
    expect(squares[day]).toBeGreaterThan(1000);
    expect(Math.abs(sum)).toBeLessThan(1e-9 * squares[day]);
  });
});

test("two who come together to one server, a minute each: half a minute too much for the one and too little for the other", () => {
  const model = compileModel(scenarioOf({opening: [0, 3600], arrivals: {list: [{at: 0}, {at: 0}]}, station: {service: fixed(60)}}), {
    fairness: true,
  });
  const [{row: sums}] = simulate(model, 0, 1);
  const layout = new row.RowLayout(model);
  expect(sums[layout.overall(0, layout.fairness(row.DISCRIMINATION))]).toBe(0);
  expect(sums[layout.overall(0, layout.fairness(row.DISCRIMINATION_SQUARED))]).toBe(2 * 30 ** 2);
});

test("whoever is called from the end of the line slips past everybody in it", () => {
  const model = compileModel(
    scenarioOf({
      opening: [0, 3600],
      arrivals: {list: [{at: 0}, {at: 10}, {at: 20}, {at: 30}]},
      station: {service: fixed(60), order: "last come"},
    }),
    {fairness: true},
  );
  const [{row: sums}] = simulate(model, 0, 1);
  const layout = new row.RowLayout(model);
  const of = (sum: number) => sums[layout.overall(0, layout.fairness(sum))];
  // Called 0, 3, 2, 1: the second slips twice, the third once; the fourth skips two, the third one.
  expect([of(row.SLIPS), of(row.SKIPS), of(row.SKIPPED), of(row.MOST_SLIPS), of(row.MOST_SKIPS)]).toEqual([3, 3, 2, 2, 2]);
});
