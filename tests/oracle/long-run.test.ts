import {expect, test} from "vitest";
import {compileModel} from "../../src/model/compile.ts";
import {LEFT} from "../../src/replication/event-log.ts";
import {simulate} from "../../src/replication/simulate.ts";
import {fixed, type GivenStation, scenarioOf} from "../builders.ts";
import {expectAgreement, expectRowOfLog} from "./agree.ts";

const run = (station: GivenStation) =>
  simulate(compileModel(scenarioOf({run: {length: 1000, warmUp: 100}, arrivals: {customers: {between: fixed(10)}}, station})), 0, 1);

test("a long run by time stops after ten times its end where somebody never leaves, whether they are passed over or nobody serves", () => {
  expect(() => run({servers: 1, order: "last come", service: fixed(20)})).toThrow(/^\d+ customers never leave/);
  expect(() =>
    run({
      servers: [
        [0, 1],
        [500, 0],
      ],
      service: fixed(5),
    }),
  ).toThrow(/^60 customers never leave/);
  expect(run({servers: 1, service: fixed(10)})).toHaveLength(1);
});

test("who is left when nothing more can happen leaves at the last thing that happened, not when their forgotten patience would have ended", () => {
  const model = compileModel(
    scenarioOf({
      run: {customers: 2, warmUpCustomers: 0},
      arrivals: {customers: {between: fixed(10)}},
      classes: {customers: {patience: fixed(500)}},
      station: {
        servers: [
          [0, 1],
          [150, 0],
        ],
        leaving: "resume",
        service: fixed(100),
      },
    }),
  );
  const log = expectAgreement(model, 0);
  expectRowOfLog(model, log, 0);
  expect(log.events.filter(({kind}) => kind === LEFT).map(({at, customer}) => [at, customer])).toEqual([
    [110, 0],
    [150, 1],
  ]);
});
