import {expect, test} from "vitest";
import * as theory from "../../src/theory/index.ts";

test("the library of formulas answers by namespace: two erlangs on three servers wait 160 s of a six-minute service", () => {
  const {waitTime} = theory.erlangC.solveErlangC({arrivalRate: 20 / 3600, serviceTime: 360, servers: 3});
  expect(waitTime?.value).toBeCloseTo(160, 9);
  expect(waitTime).toMatchObject({kind: "exact", source: expect.stringContaining("Erlang (1917)")});
});

test("every formula of the library names its kind, its validity and its source in both languages", () => {
  const formulas = Object.values(theory).flatMap((family) =>
    Object.values(family as Record<string, unknown>).filter(
      (one): one is theory.Formula => typeof one === "object" && one !== null && "kind" in one && "source" in one && !("value" in one),
    ),
  );
  expect(formulas.length).toBeGreaterThan(50);
  for (const {name, kind, validity, source} of formulas) {
    expect(["exact", "approximate", "asymptotic", "bound"]).toContain(kind);
    for (const words of [name, validity]) for (const text of [words.en, words.zh]) expect(text.length, name.en).toBeGreaterThan(2);
    expect(source.length, name.en).toBeGreaterThan(5);
  }
});

test("what no computer can add up is refused by name and value, at once", () => {
  const queue = {arrivalRate: 0.01, serviceTime: 200, servers: 1e300};
  const refused: [() => unknown, string][] = [
    [() => theory.erlangB.solveErlangB(queue), "servers"],
    [() => theory.erlangB.blockingProbability(3, 1e300), "servers"],
    [() => theory.erlangB.fractionalBlockingProbability(3, 1e300), "servers"],
    [() => theory.erlangB.serversForBlocking(1e300, 0.1), "offeredLoad"],
    [() => theory.erlangB.fractionalServersForBlocking(1e300, 0.1), "offeredLoad"],
    [() => theory.erlangC.solveErlangC(queue), "servers"],
    [() => theory.erlangC.solveFractionalErlangC(queue), "servers"],
    [() => theory.erlangC.fractionalProbabilityOfWaiting(3, 1e300), "servers"],
    [() => theory.erlangA.solveErlangA({...queue, patience: 100}), "servers"],
    [() => theory.finiteRoom.solveFiniteRoom({...queue, servers: 3, room: 1e300}), "room"],
    [() => theory.closedNetwork.meanValueAnalysis([3, 4], 1e300), "customers"],
    [() => theory.overflow.haywardBlocking(4, 1e-300, 5), "servers"],
    [() => theory.infiniteServer.serversForDelayBelow(1e300, 0.1), "load"],
    [() => theory.stationaryStaffing.serversForWaitingAtMost(1e300, 0.1), "load"],
    [() => theory.staffing.fewestServers({arrivalRate: 1e7, serviceTime: 200}, {waitTime: 1}), "work"],
    [() => theory.staffing.fewestServers({arrivalRate: 0.01, serviceTime: 200}, {occupancy: 1e-300}), "promise"],
    [() => theory.staffing.fractionalServers({arrivalRate: 0.01, serviceTime: 200, patience: 100}, {occupancy: 1e-300}), "promise"],
    [() => theory.phaseType.erlangPhases(100, 1e7), "phases"],
    [() => theory.nDesign.solveNDesign({arrivalRates: [0.01, 0.01], serviceTime: 100, patience: 100, servers: [1e7, 2]}), "servers[0]"],
    [
      () =>
        theory.polling.equalLinesWait({arrivalRate: 0.001, service: {mean: 1, second: 2}, changeTime: 10, changeVariance: 5}, 1e7, "gated"),
      "lines",
    ],
  ];
  for (const [ask, name] of refused) {
    const message = messageOf(ask);
    expect(message, `${ask}`).toContain(name);
    expect(message, `${ask}`).toContain("got ");
  }
});

test("what is no number is refused, never answered by one", () => {
  const step = theory.rateOverTime.steppedRate([0, 3600], [0.01, 0.02]);
  const loss = theory.erlangB.solveErlangB({arrivalRate: 0.01, serviceTime: 200, servers: 3});
  const day = {arrivalRate: step, serviceTime: 200, staff: [{from: 0, servers: 3}], staffDrop: "finish" as const, patience: 100};
  for (const ask of [
    () => theory.mg1.momentsOf(NaN, 1),
    () => theory.mg1.momentsOf(-1, 1),
    () => theory.mg1.momentsOf(100, -1),
    () => theory.rateOverTime.meanRate(step, NaN, 5000),
    () => theory.rateOverTime.meanRate(step, 0, NaN),
    () => theory.rateOverTime.meanRate(step, 0, Infinity),
    () => theory.infiniteServer.steppedLoadArea(step, 200, NaN, 1, 4000),
    () => theory.infiniteServer.steppedLoadArea(step, 200, 0, 1, NaN),
    () => theory.infiniteServer.steppedLoadArea(step, 200, -Infinity, 1, 4000),
    () => theory.timeVaryingQueue.emptyAt(day, NaN),
    () => loss.waitBeyond?.(NaN),
    () => loss.servedWithin?.(-1),
    () => loss.waitPercentile?.(2),
  ])
    expect(messageOf(ask), `${ask}`).toContain("got ");
});

function messageOf(ask: () => unknown): string {
  try {
    return `answered ${JSON.stringify(ask())}`;
  } catch (error) {
    return error instanceof RangeError ? error.message : `threw ${error}`;
  }
}
