/** Servers that never work long enough on end: where work is lost with every breakdown, that is an answer, and no endless run. */
import {expect, test} from "vitest";
import {compileModel} from "../../src/model/compile.ts";
import {LEFT} from "../../src/replication/event-log.ts";
import type {Breakdowns} from "../../src/scenario/scenario.ts";
import {exponential, fixed, type GivenStation, scenarioOf} from "../builders.ts";
import {Simulation, traceReplication} from "./engine.ts";

const breakdowns = (inHand: Breakdowns["inHand"], counts: Breakdowns["counts"] = "time"): Breakdowns => ({
  every: fixed(240),
  counts,
  repair: fixed(60),
  technicians: null,
  inHand,
});

/** A day on which one customer comes, after ten seconds. */
const day = (station: GivenStation) =>
  compileModel(scenarioOf({opening: [0, 3600], arrivals: {list: [{at: 10}]}, station: {service: fixed(600), ...station}}));
const lastLeaves = (station: GivenStation) => traceReplication(day(station), 0).events.find(({kind}) => kind === LEFT)!.at;
const replicate = (station: GivenStation) => () => new Simulation(day(station)).replicate(0);
const NEVER_DONE = /^a hundred thousand interruptions of one customer .*: at "\S+" no server works long enough on end/;

test.for([
  ["restart", {}],
  ["resample", {}],
  ["restart", {servers: 3}],
] as [Breakdowns["inHand"], GivenStation][])(
  "ten minutes of work on machines that stop every four, by %s: never done, and said so (%o)",
  ([inHand, station]) => {
    for (const counts of ["time", "use"] as const) {
      expect(replicate({...station, breakdowns: breakdowns(inHand, counts)})).toThrow(NEVER_DONE);
    }
  },
);

test("where the work goes on, it takes its time and the repairs", () => {
  // From 10 s: 230 s until the first breakdown, then 60 s of repair and 240 s of work in turn, and 130 s are left.
  expect(lastLeaves({breakdowns: breakdowns("resume")})).toBe(240 + 60 + 240 + 60 + 130);
});

test("set-up that takes longer than a machine works on end is never done either", () => {
  const setUp = {idle: fixed(300), change: null};
  expect(replicate({service: fixed(60), setUp, breakdowns: breakdowns("resume")})).toThrow(NEVER_DONE);
});

test("jobs that are only sometimes too long come to an end", () => {
  expect(lastLeaves({service: exponential(600), breakdowns: breakdowns("resample")})).toBeLessThan(1e5);
});
