/** Facts about customers who come again, and machines that fail. */
import fc from "fast-check";
import {expect, test} from "vitest";
import {solveFiniteRoom} from "../../src/theory/finite-room.ts";
import {solveFiniteSource, solveMachineRepair} from "../../src/theory/finite-source.ts";
import {expectNear} from "./closeness.ts";

const sources = fc
  .tuple(
    fc.integer({min: 1, max: 60}),
    fc.integer({min: 1, max: 20}),
    fc.double({min: 0, max: 1, noNaN: true}),
    fc.double({min: 0.005, max: 20, noNaN: true}),
  )
  .map(([population, servers, seats, ratePerIdle]) => {
    const least = Math.min(servers, population);
    return {population, servers, serviceTime: 1, ratePerIdle, room: least + Math.floor(seats * (population - least))};
  });

test("one machine, one repairer: down for as long as repair takes of the cycle", () => {
  const {availability, waitTime, timeToRestore} = solveMachineRepair({machines: 1, timeToFailure: 9, repairTime: 1, repairers: 1});
  expectNear(availability.value, 0.9, 1e-15);
  expect(waitTime.value).toBe(0);
  expect(timeToRestore.value).toBe(1);
});

test("as many repairers as machines: each fails and is repaired alone", () => {
  const {availability, present} = solveMachineRepair({machines: 5, timeToFailure: 3, repairTime: 1, repairers: 7});
  expectNear(availability.value, 0.75, 1e-14);
  expectNear(present(0).value, 0.75 ** 5, 1e-14);
});

test("an arrival sees the place as it would be without it", () => {
  fc.assert(
    fc.property(sources, (source) => {
      if (source.population < 2 || source.room > source.population - 1 || source.servers > source.population - 1) return;
      const without = solveFiniteSource({...source, population: source.population - 1});
      expectNear(solveFiniteSource(source).blocked.value, without.timeCongestion.value, 1e-12);
    }),
  );
});

test("call congestion is below time congestion where any customer may be away, and zero with room for all", () => {
  fc.assert(
    fc.property(sources, (source) => {
      const {blocked, timeCongestion} = solveFiniteSource(source);
      expect(blocked.value).toBeLessThanOrEqual(timeCongestion.value);
      if (source.room === source.population) expect(blocked.value).toBe(0);
    }),
  );
});

test("attempts are refused or served, lines are as long as Little says, everybody is somewhere", () => {
  fc.assert(
    fc.property(sources, (source) => {
      const {attemptRate, blocked, throughput, queueLength, numberInSystem, waitTime, sojournTime, waiting, waitBeyond, servedWithin} =
        solveFiniteSource(source);
      expectNear(attemptRate.value * (1 - blocked.value), throughput.value, 1e-11);
      expectNear(queueLength!.value, throughput.value * waitTime.value, 1e-12);
      expectNear(numberInSystem.value, throughput.value * sojournTime!.value, 1e-12);
      expectNear((source.population - numberInSystem.value) * source.ratePerIdle, attemptRate.value, 1e-9);
      expectNear(waitBeyond(0).value, waiting!.value, 1e-12);
      expectNear(servedWithin(Infinity).value, 1 - blocked.value, 1e-12);
    }),
  );
});

test("a hundred thousand customers who seldom come are nearly Poisson", () => {
  const room = 30;
  const many = solveFiniteSource({population: 100_000, ratePerIdle: 9e-5, serviceTime: 1, servers: 10, room});
  const poisson = solveFiniteRoom({arrivalRate: 9, serviceTime: 1, servers: 10, room});
  expectNear(many.waitTime.value, poisson.waitTime!.value, 2e-3);
  expectNear(many.waitPercentile(0.95).value, poisson.waitPercentile(0.95).value, 2e-3);
});

test("ten thousand machines that all fail at once keep the repairers busy", () => {
  const {occupancy, availability} = solveMachineRepair({machines: 10_000, timeToFailure: 1e-3, repairTime: 1, repairers: 100});
  expectNear(occupancy!.value, 1, 1e-12);
  expectNear(availability.value, (100 * 1e-3) / 10_000, 1e-12);
});

test("garbage is refused by name and value", () => {
  const source = {population: 10, ratePerIdle: 0.1, serviceTime: 1, servers: 3};
  expect(() => solveFiniteSource({...source, population: 0})).toThrow(
    new RangeError("population must be a whole number of 1 or more, got 0"),
  );
  expect(() => solveFiniteSource({...source, room: 2})).toThrow("room must be servers (3) or more, got 2");
  expect(() => solveFiniteSource({...source, room: 11})).toThrow("room must be population (10) or less, got 11");
  expect(() => solveFiniteSource({...source, ratePerIdle: 0})).toThrow("ratePerIdle must be more than 0 and finite, got 0");
  expect(() => solveMachineRepair({machines: 2.5, timeToFailure: 1, repairTime: 1, repairers: 1})).toThrow(
    "machines must be a whole number of 1 or more, got 2.5",
  );
});
