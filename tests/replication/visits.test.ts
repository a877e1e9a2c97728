/** What the log says of each customer adds up to what the row says of all. */
import {expect, test} from "vitest";
import {compileModel} from "../../src/model/compile.ts";
import * as row from "../../src/replication/row.ts";
import {traceReplication} from "../../src/replication/trace.ts";
import {type Visit, visitsOf} from "../../src/replication/visits.ts";
import {exponential, fixed, type GivenScenario, type GivenStation, scenarioOf, visit} from "../builders.ts";

const HOUR = 3600;
const morning = (station: GivenStation): GivenScenario => ({
  opening: [9 * HOUR, 11 * HOUR],
  closing: "turn away the waiting",
  arrivals: {rate: 80 / HOUR},
  classes: {customers: {patience: exponential(900)}},
  station: {
    servers: [
      [0, 4],
      [10 * HOUR, 3],
    ],
    service: exponential(180),
    room: 14,
    ...station,
  },
});

test.for<[string, GivenScenario]>([
  ["one line", morning({})],
  ["lanes whose people switch", morning({line: "each", switch: 2})],
  ["a walk and services broken off", morning({walk: {first: 5, each: 3}, leaving: "resume"})],
  ["last come first served", morning({order: "last come"})],
  [
    "two stations",
    {
      opening: [9 * HOUR, 11 * HOUR],
      arrivals: {rate: 60 / HOUR, route: "way"},
      stations: {desk: {line: "each", servers: 2, service: exponential(90)}, till: {servers: 1, service: fixed(40), order: "random"}},
      routes: {way: [visit("ask", "desk", "pay"), visit("pay", "till")]},
    },
  ],
])("%s: visits add up to the row", ([, given]) => {
  const model = compileModel(scenarioOf(given), {fairness: true});
  const {customers, events, replication} = traceReplication(model, 2);
  const visits = visitsOf({customers, events});
  const layout = new row.RowLayout(model);
  const group = model.stations.length === 1 ? layout.groupOf(-1, -1) : null;
  for (const station of model.stations.keys()) {
    const at = (sum: number) => replication.row[layout.overall(group ?? layout.groupOf(station, -1), sum)];
    const mine = visits.filter((one) => one.station === station);
    const count = (outcome: Visit["outcome"]) => mine.filter((one) => one.outcome === outcome).length;
    const total = (value: (one: Visit) => number) => mine.reduce((sum, one) => sum + value(one), 0);
    expect([count("served"), count("gave up"), count("refused"), count("turned away")]).toEqual(
      [row.SERVED, row.GAVE_UP, row.REFUSED, row.TURNED_AWAY].map(at),
    );
    expect(total((one) => one.overtakenBy.length)).toBe(at(layout.fairness(row.SLIPS)));
    expect(total((one) => one.overtook.length)).toBe(at(layout.fairness(row.SKIPS)));
    expect(total((one) => one.switches.length)).toBe(at(layout.fairness(row.SWITCHES)));
    expect(total((one) => (one.outcome === "served" ? one.startedAt - one.joinedAt : 0))).toBeCloseTo(at(row.WAIT_SERVED), 6);
    expect(total(({serviceTime}) => serviceTime)).toBeCloseTo(replication.row[layout.clock(station, row.BUSY)], 6);
  }
  expect(visits.length).toBeGreaterThan(100);
});
