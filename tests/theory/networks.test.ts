import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {blockingProbability} from "../../src/theory/erlang-b.ts";
import {probabilityOfWaiting} from "../../src/theory/erlang-c.ts";
import {solveBlockingLoop} from "../../src/theory/blocking-loop.ts";
import {asymptoticBounds, convolve, meanValueAnalysis, schweitzer, solveMixed} from "../../src/theory/closed-network.ts";
import {solveHypercube} from "../../src/theory/hypercube.ts";
import {solveJackson} from "../../src/theory/jackson.ts";
import {meanTimeToLeave, stationaryDistribution} from "../../src/theory/markov-chain.ts";
import {solveNDesign} from "../../src/theory/n-design.ts";
import {solveOpenClasses} from "../../src/theory/open-classes.ts";
import {departureSquaredCV, solveTwoMomentNetwork, splitSquaredCV, superposedSquaredCV} from "../../src/theory/qna.ts";
import {meanDistanceToNearest, meanResponseDistance, nearestBeyond} from "../../src/theory/square-root-distance.ts";
import {openTraffic, visitRatios} from "../../src/theory/traffic-equations.ts";

const share = fc.double({min: 0, max: 1, noNaN: true});

describe("traffic", () => {
  test("what comes from outside goes outside", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(share, fc.tuple(share, share, share)), {minLength: 3, maxLength: 3}), (rows) => {
        const external = rows.map(([rate]) => rate);
        const routing = rows.map(([, row]) => row.map((part) => (0.9 * part) / Math.max(1e-9, row[0] + row[1] + row[2])));
        const flows = openTraffic(external, routing);
        const out = flows.reduce((sum, flow, i) => sum + flow * (1 - routing[i].reduce((total, part) => total + part, 0)), 0);
        expect(out).toBeCloseTo(
          external.reduce((sum, rate) => sum + rate, 0),
          11,
        );
        flows.forEach((flow, j) => {
          expect(flow).toBeCloseTo(external[j] + flows.reduce((sum, other, i) => sum + other * routing[i][j], 0), 11);
        });
      }),
      {seed: 3, numRuns: 100},
    );
  });

  test("a customer who nearly never leaves comes back a billion times", () => {
    expect(openTraffic([1], [[1 - 1e-9]])[0] / 1e9).toBeCloseTo(1, 7);
  });

  test("a place nobody leaves is refused", () => {
    expect(() =>
      openTraffic(
        [1, 0],
        [
          [0, 1],
          [1, 0],
        ],
      ),
    ).toThrow(/routing must let customers leave/);
  });

  test("visits of a closed network balance", () => {
    expect(
      visitRatios([
        [0.5, 0.5],
        [0.5, 0.5],
      ]),
    ).toEqual([1, 1]);
    expect(
      visitRatios([
        [0, 1, 0],
        [0.25, 0, 0.75],
        [0, 1, 0],
      ])[1],
    ).toBeCloseTo(4, 13);
    expect(() =>
      visitRatios([
        [0.5, 0.4],
        [1, 0],
      ]),
    ).toThrow(new RangeError("routing[0] must add up to 1, got 0.9"));
  });
});

describe("Jackson", () => {
  const line = (servers: number[], rate = 1.8): ReturnType<typeof solveJackson> =>
    solveJackson({
      stations: servers.map((count, i) => ({arrivalRate: i === 0 ? rate : 0, serviceTime: 1, servers: count})),
      routing: servers.map((_, i) => servers.map((__, j) => (j === i + 1 ? 1 : 0))),
    });

  test("stations in a row are queues of their own (Burke)", () => {
    const found = line([2, 3]);
    expect(found.stations[1].waiting?.value).toBeCloseTo(probabilityOfWaiting(1.8, 3), 14);
    expect(found.sojournTime).toBeCloseTo((found.stations[0].sojournTime?.value ?? 0) + (found.stations[1].sojournTime?.value ?? 0), 13);
  });

  test("an overloaded station waits for ever and lets out only what it serves", () => {
    const found = line([1, 2]);
    expect(found.stations[0].waitTime?.value).toBe(Infinity);
    expect(found.arrivalRates).toEqual([1.8, 1]);
    expect(found.stations[1].occupancy?.value).toBe(0.5);
    expect(found.stations[0].throughput?.value).toBe(1);
    expect(found.sojournTime).toBe(Infinity);
  });

  test("servers without end: nobody waits", () => {
    const found = line([Infinity]);
    expect([found.stations[0].waitTime?.value, found.stations[0].numberInSystem?.value]).toEqual([0, 1.8]);
  });

  test("a server that is no server is refused", () => {
    expect(() => line([1.5])).toThrow(new RangeError("servers must be a whole number of 1 or more, got 1.5"));
  });
});

describe("closed networks", () => {
  test("convolution and mean value analysis agree", () => {
    const [mva, product] = [
      meanValueAnalysis([2, 1, 0.3], 40, 9),
      convolve([2, 1, 0.3].map((demand) => ({demands: [demand]})).concat([{demands: [9], servers: Infinity} as never]), [40]),
    ];
    expect(product.throughputs[0] / mva.throughput).toBeCloseTo(1, 12);
    mva.numbers.forEach((number, k) => {
      expect(product.numbers[0][k]).toBeCloseTo(number, 10);
    });
  });

  test("a machine shop of one repairer is the finite-source queue", () => {
    // 3 machines, running 10, repair 2: weights 1, 3r, 6r², 6r³ with r = 1/5.
    const [r, weights] = [0.2, [1, 0.6, 0.24, 0.048]];
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const found = convolve([{demands: [2]}, {demands: [10], servers: Infinity}], [3]);
    expect(found.presence[0][0]).toBeCloseTo(1 / sum, 14);
    expect(found.throughputs[0]).toBeCloseTo((1 - 1 / sum) / 2, 14);
    expect(r).toBe(0.2);
  });

  test("customers are conserved at thousands of them, with many servers, without overflow", () => {
    const found = convolve([{demands: [1], servers: 40}, {demands: [0.02]}, {demands: [100], servers: Infinity}], [2000]);
    expect(found.numbers[0].reduce((sum, number) => sum + number, 0) / 2000).toBeCloseTo(1, 12);
    expect(found.throughputs[0]).toBeGreaterThan(19);
    expect(found.throughputs[0]).toBeLessThanOrEqual(20);
    found.presence.forEach((law) => {
      expect(law.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
      expect(Math.min(...law)).toBeGreaterThanOrEqual(0);
    });
  });

  test("as many servers as customers is no waiting", () => {
    const found = convolve(
      [
        {demands: [3], servers: 6},
        {demands: [2], servers: Infinity},
      ],
      [6],
    );
    expect(found.throughputs[0]).toBeCloseTo(6 / 5, 13);
  });

  test("two classes alike are one class", () => {
    const one = convolve([{demands: [2], servers: 2}, {demands: [1]}], [9]);
    const two = convolve([{demands: [2, 2], servers: 2}, {demands: [1, 1]}], [4, 5]);
    expect(two.throughputs[0] + two.throughputs[1]).toBeCloseTo(one.throughputs[0], 12);
    expect(two.throughputs[0] / two.throughputs[1]).toBeCloseTo(4 / 5, 12);
  });

  test("throughput keeps under its bound and rises with customers; Schweitzer is within 8 %", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({min: 0.05, max: 5, noNaN: true}), {minLength: 2, maxLength: 5}),
        fc.integer({min: 2, max: 60}),
        fc.double({min: 0, max: 20, noNaN: true}),
        (demands, customers, between) => {
          const {throughput} = meanValueAnalysis(demands, customers, between);
          expect(throughput).toBeLessThanOrEqual(asymptoticBounds(demands, customers, between).throughputAtMost * (1 + 1e-12));
          expect(throughput).toBeGreaterThan(meanValueAnalysis(demands, customers - 1, between).throughput * (1 - 1e-12));
          expect(Math.abs(schweitzer(demands, customers, between).throughput / throughput - 1)).toBeLessThan(0.08);
        },
      ),
      {seed: 11, numRuns: 200},
    );
  });

  test("open customers among closed ones: without them it is the closed network, alone it is the open one", () => {
    const closed = {customers: [4], demands: [[1, 2]]};
    expect(solveMixed({arrivalRates: [0], demands: [[1, 1]]}, closed).throughputs[0]).toBeCloseTo(
      meanValueAnalysis([1, 2], 4).throughput,
      13,
    );
    const open = {arrivalRates: [0.3], demands: [[1, 2]]};
    expect(solveMixed(open, {customers: [0], demands: [[1, 1]]}).openTimes[0]).toEqual(solveOpenClasses([0.3], [[1, 2]]).times[0]);
    expect(solveMixed({arrivalRates: [1], demands: [[1, 0]]}, closed).openTimes[0][0]).toBe(Infinity);
  });

  test("buffers that never fill do not block: both rules are the product form", () => {
    const free = meanValueAnalysis([1, 2, 0.5], 4);
    for (const rule of ["after service", "repeated"] as const) {
      const found = solveBlockingLoop(
        [1, 2, 0.5].map((serviceTime) => ({serviceTime, capacity: 4})),
        4,
        rule,
      );
      expect(found.throughput).toBeCloseTo(free.throughput, 13);
      expect(found.numbers[1]).toBeCloseTo(free.numbers[1], 12);
    }
  });

  test("smaller buffers never help", () => {
    const flow = (capacity: number): number =>
      solveBlockingLoop(
        [1, 1, 1].map((serviceTime) => ({serviceTime, capacity})),
        5,
        "after service",
      ).throughput;
    expect(flow(2)).toBeLessThan(flow(3));
    expect(flow(3)).toBeLessThan(flow(5));
  });

  test("arguments that make no sense are refused by name", () => {
    expect(() => meanValueAnalysis([1, -1], 3)).toThrow(new RangeError("demands[1] must be 0 or more and finite, got -1"));
    expect(() => meanValueAnalysis([1], 2.5)).toThrow(new RangeError("customers must be a whole number of 0 or more, got 2.5"));
    expect(() => convolve([{demands: [0]}], [3])).toThrow(/demands must be more than 0 somewhere for class 1/);
    expect(() =>
      solveBlockingLoop(
        [
          {serviceTime: 1, capacity: 2},
          {serviceTime: 1, capacity: 1},
        ],
        3,
        "repeated",
      ),
    ).toThrow(new RangeError("customers must leave a place free among 3, got 3"));
  });
});

describe("QNA", () => {
  test("a Jackson network is exact", () => {
    const routing = [
      [0, 0.6, 0.2],
      [0.1, 0.3, 0.3],
      [0, 0.25, 0],
    ];
    const stations = [6, 0, 1].map((arrivalRate, i) => ({
      arrivalRate,
      serviceTime: [0.2, 0.4, 0.5][i],
      serviceSquaredCV: 1,
      servers: [2, 4, 3][i],
    }));
    const [qna, exact] = [solveTwoMomentNetwork({stations, routing}), solveJackson({stations, routing})];
    qna.arrivalSquaredCVs.forEach((squaredCV) => {
      expect(squaredCV).toBeCloseTo(1, 12);
    });
    // The station that sends customers back to itself is told by longer visits: the same queue.
    expect(qna.stations[0].waitTime?.value).toBeCloseTo(exact.stations[0].waitTime?.value ?? 0, 12);
    expect(qna.stations[1].waitTime?.value).toBeCloseTo(exact.stations[1].waitTime?.value ?? 0, 10);
    expect(qna.sojournTime).toBeCloseTo(exact.sojournTime, 10);
  });

  test("splits draw a flow to randomness, confluences too; one flow alone keeps its rhythm", () => {
    expect(splitSquaredCV(0, 0.3)).toBe(1);
    expect(splitSquaredCV(1, 0.3)).toBe(0.3);
    expect(superposedSquaredCV([{rate: 2, squaredCV: 0.3}], 0.5)).toBeCloseTo(0.3, 15);
    expect(
      superposedSquaredCV(
        Array.from({length: 1000}, () => ({rate: 1, squaredCV: 0.3})),
        0.5,
      ),
    ).toBeCloseTo(1, 2);
    expect(departureSquaredCV(0, 0.3, 5, 1)).toBe(0.3);
    expect(departureSquaredCV(1, 0.3, 5, 1)).toBe(5);
  });

  test("steadier service at the first station shortens waits at the second", () => {
    const second = (serviceSquaredCV: number): number =>
      solveTwoMomentNetwork({
        stations: [
          {arrivalRate: 0.8, serviceTime: 1, serviceSquaredCV, servers: 1},
          {arrivalRate: 0, serviceTime: 1, serviceSquaredCV: 1, servers: 1},
        ],
        routing: [
          [0, 1],
          [0, 0],
        ],
      }).stations[1].waitTime?.value ?? 0;
    expect(second(0.3)).toBeLessThan(second(1));
    expect(second(1)).toBeCloseTo(4, 12);
    expect(second(4)).toBeGreaterThan(4);
  });

  test("an overloaded station waits for ever", () => {
    const found = solveTwoMomentNetwork({stations: [{arrivalRate: 2, serviceTime: 1, serviceSquaredCV: 0, servers: 1}], routing: [[0]]});
    expect(found.stations[0].waitTime?.value).toBe(Infinity);
  });
});

describe("Markov chains", () => {
  test("a birth and death chain of a hundred orders of magnitude keeps every digit", () => {
    const chances = stationaryDistribution(60, (n, move) => {
      if (n < 59) move(n + 1, 1);
      if (n > 0) move(n - 1, 100);
    });
    for (let n = 1; n < 60; n++) expect(chances[n] / chances[n - 1] / 0.01).toBeCloseTo(1, 12);
  });

  test("mean time to leave: a step at rate 2, then one at rate 5", () => {
    expect(meanTimeToLeave(2, (from, move) => move(from + 1, from === 0 ? 2 : 5), 0)).toBeCloseTo(0.7, 15);
  });

  test("an M/M/1/K is geometric", () => {
    const chances = stationaryDistribution(11, (n, move) => {
      if (n < 10) move(n + 1, 0.5);
      if (n > 0) move(n - 1, 1);
    });
    expect(chances[0]).toBeCloseTo(0.5 / (1 - 0.5 ** 11), 14);
  });

  test("negative rates are refused", () => {
    expect(() => stationaryDistribution(2, (n, move) => move(1 - n, -1))).toThrow(
      new RangeError("rate must be 0 or more and finite, got -1 from state 0 to 1"),
    );
  });
});

describe("hypercube", () => {
  const districts = [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
    [1, 3, 0, 2],
  ].map((preference, j) => ({preference, arrivalRate: 0.5 + 0.4 * j}));
  const load = 2.7;

  test("who goes does not change how often all are busy: Erlang B and C", () => {
    const lost = solveHypercube(4, 1, districts, "lost");
    const waits = solveHypercube(4, 1, districts, "wait");
    expect(lost.allBusy).toBeCloseTo(blockingProbability(load, 4), 14);
    expect(waits.allBusy).toBeCloseTo(probabilityOfWaiting(load, 4), 13);
    expect(waits.queueLength).toBeCloseTo((probabilityOfWaiting(load, 4) * load) / (4 - load), 12);
    const carried = (one: typeof lost): number => one.occupancies.reduce((sum, part) => sum + part, 0);
    expect(carried(lost)).toBeCloseTo(load * (1 - lost.allBusy), 13);
    expect(carried(waits)).toBeCloseTo(load, 12);
  });

  test("every call that finds a unit free is dispatched", () => {
    const {dispatches, allBusy} = solveHypercube(4, 1, districts, "wait");
    expect(dispatches.flat().reduce((sum, part) => sum + part, 0)).toBeCloseTo(1 - allBusy, 13);
  });

  test("overload, eleven units, half a preference", () => {
    expect(solveHypercube(4, 0.5, districts, "wait")).toMatchObject({allBusy: 1, queueLength: Infinity});
    expect(() => solveHypercube(11, 1, [], "lost")).toThrow(new RangeError("units must be at most 10, got 11"));
    expect(() => solveHypercube(2, 1, [{arrivalRate: 1, preference: [0, 0]}], "lost")).toThrow(
      new RangeError("preference must order all 2 units, got [0, 0]"),
    );
  });
});

describe("distances", () => {
  test("the mean is the integral of the tail, and streets are 25 % longer", () => {
    const step = 0.001;
    let sum = 0;
    for (let i = 0; i < 20_000; i++) sum += step * nearestBeyond(0.5, "straight", (i + 0.5) * step);
    expect(meanDistanceToNearest(0.5, "straight")).toBeCloseTo(sum, 6);
    expect(meanDistanceToNearest(1, "streets") / meanDistanceToNearest(1, "straight")).toBeCloseTo(Math.sqrt(Math.PI / 2), 14);
  });

  test("four times the free units halve the distance; none at all are never near", () => {
    expect(meanResponseDistance(100, 8, 0.5, "streets")).toBeCloseTo(2 * meanResponseDistance(100, 16, 0, "streets"), 14);
    expect(meanResponseDistance(100, 8, 1, "straight")).toBe(Infinity);
  });
});

describe("N-design", () => {
  const base = {arrivalRates: [6, 4] as const, serviceTime: 1, patience: 2, servers: [5, 6] as const};

  test("work is conserved: what does not give up is served", () => {
    const {abandoned, occupancy} = solveNDesign(base);
    expect(5 * occupancy[0] + 6 * occupancy[1]).toBeCloseTo(6 * (1 - abandoned[0]) + 4 * (1 - abandoned[1]), 11);
  });

  test("without a second class and with nobody of its own, the first has an Erlang A at group 2", () => {
    const found = solveNDesign({...base, arrivalRates: [4, 0], servers: [0, 4], patience: 1});
    // Patience and service alike: number in system is Poisson of mean 4.
    let [term, below] = [Math.exp(-4), 0];
    for (let n = 0; n < 4; n++) {
      below += term;
      term *= 4 / (n + 1);
    }
    expect(found.waiting[0]).toBeCloseTo(1 - below, 12);
    expect(found.waiting[1]).toBeCloseTo(1 - below, 12);
  });

  test("more of class 1 never shortens the wait of class 2", () => {
    expect(solveNDesign({...base, arrivalRates: [8, 4]}).waitTime[1]).toBeGreaterThan(solveNDesign(base).waitTime[1]);
  });

  test("arguments that make no sense are refused by name", () => {
    expect(() => solveNDesign({...base, patience: 0})).toThrow(new RangeError("patience must be more than 0 and finite, got 0"));
    expect(() => solveNDesign({...base, arrivalRates: [500, 4], patience: 1e6})).toThrow(/patience must keep the line under 400 people/);
  });
});
