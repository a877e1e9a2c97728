/** Questions in Kendall's notation: every number of the answer is the solver's own, and a promise is kept by the fewest servers. */
import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {solveErlangA} from "../../src/theory/erlang-a.ts";
import {solveErlangB} from "../../src/theory/erlang-b.ts";
import {solveErlangC} from "../../src/theory/erlang-c.ts";
import {kimuraWait} from "../../src/theory/ggc.ts";
import {parseKendall} from "../../src/theory/kendall.ts";
import type {LongRun} from "../../src/theory/long-run.ts";
import {fewestServers, fractionalServers} from "../../src/theory/staffing.ts";
import {isTrueOf, letterOf} from "../../src/twin/known-law.ts";
import {boundedValue, isKept, type Promised, serversFor, withServers} from "../../src/twin/promise.ts";
import {type OneLine, solveQueue} from "../../src/twin/solve-queue.ts";
import {askTheory, type TheoryQuestion} from "../../src/twin/theory-answer.ts";
import {sayTheory} from "../../src/wording/theory.ts";

const line = (change: Partial<OneLine> = {}): OneLine => ({
  arrivals: {kind: "poisson", rate: 20 / 3600},
  service: {kind: "exponential", mean: 360},
  servers: 3,
  room: Infinity,
  patience: null,
  isFirstCome: true,
  ...change,
});

const ask = (queue: OneLine, change: Partial<TheoryQuestion> = {}, notation = "M/M/3") =>
  askTheory({
    stated: parseKendall(notation),
    queue,
    within: 20,
    percentiles: [0.9],
    promise: [],
    vary: null,
    allLevels: false,
    withCurve: false,
    ...change,
  });

const FIELDS = {
  occupancyShare: "occupancy",
  waitingShare: "waiting",
  waitTimeSeconds: "waitTime",
  waitOfServedSeconds: "waitOfServed",
  waitOfWaitingSeconds: "waitOfWaiting",
  abandonedShare: "abandoned",
  blockedShare: "blocked",
  sojournTimeSeconds: "sojournTime",
  queueLength: "queueLength",
  numberInSystem: "numberInSystem",
  throughputPerSecond: "throughput",
} as const;

const solved = (queue: OneLine) => {
  const found = solveQueue(queue);
  if (typeof found === "string") throw new Error(found);
  return found;
};

describe("an answer", () => {
  test("tells the solver's numbers to the last bit, with formula, kind and source on every line", () => {
    fc.assert(
      fc.property(
        fc.double({min: 0.1, max: 60, noNaN: true}),
        fc.integer({min: 1, max: 40}),
        fc.option(fc.double({min: 10, max: 5000, noNaN: true}), {nil: null}),
        fc.option(fc.integer({min: 0, max: 30}), {nil: null}),
        (perHour, servers, patience, places) => {
          const queue = line({
            arrivals: {kind: "poisson", rate: (perHour * servers) / 3600},
            servers,
            patience: patience === null ? null : {kind: "exponential", mean: patience},
            room: places === null ? Infinity : servers + places,
          });
          const {longRun} = solved(queue);
          const {rows} = ask(queue);
          expect(rows.length).toBeGreaterThan(3);
          for (const row of rows) {
            const name = FIELDS[row.measure as keyof typeof FIELDS] as keyof LongRun | undefined;
            const own =
              row.measure === "servedWithinShare"
                ? longRun.servedWithin!(20)
                : row.measure === "waitPercentileSeconds"
                  ? longRun.waitPercentile!(0.9)
                  : row.measure === "waitSdSeconds"
                    ? {...longRun.waitVariance!, value: Math.sqrt(longRun.waitVariance!.value)}
                    : (longRun[name!] as {value: number; kind: string; source: string});
            expect(row.endless ? Infinity : row.value).toBe(own.value);
            expect(row).toMatchObject({kind: own.kind, source: own.source});
            expect(row.validity.zh).not.toBe("");
          }
        },
      ),
      {numRuns: 150, seed: 1},
    );
  });

  test("says of overload how many servers end it, and promises nothing", () => {
    const {isOverloaded, leastServers, rows, relaxationSeconds} = ask(line({arrivals: {kind: "poisson", rate: 36 / 3600}}));
    expect({isOverloaded, leastServers, relaxationSeconds}).toEqual({isOverloaded: true, leastServers: 4, relaxationSeconds: null});
    const wait = rows.find(({measure}) => measure === "waitTimeSeconds");
    expect(wait).toMatchObject({value: null, endless: true});
    expect(rows.find(({measure}) => measure === "servedWithinShare")).toMatchObject({value: 0, endless: false});
    for (const {value} of rows) expect(value === null || value >= 0).toBe(true);
  });

  test("where service is not what the letter says, it is the answer for the numbers, with the notation's own beside", () => {
    const queue = line({service: {kind: "lognormal", mean: 360, squaredCV: 0.64}});
    const {notation, broken, rows} = ask(queue);
    expect(notation).toEqual({written: "M/M/3", solved: "M/G/3"});
    expect(rows.find(({measure}) => measure === "waitTimeSeconds")!.value).toBe(
      kimuraWait({arrivalRate: 20 / 3600, serviceTime: 360, servers: 3, serviceSquaredCV: 0.64}),
    );
    expect(broken).toHaveLength(1);
    expect(broken[0]).toMatchObject({
      about: "service",
      stated: "M",
      found: "G",
      asStated: {value: solveErlangC({arrivalRate: 20 / 3600, serviceTime: 360, servers: 3}).waitTime!.value},
    });
    expect(ask(queue, {}, "M/G/3").broken).toEqual([]);
  });

  test("patience that the notation lacks is an assumption broken", () => {
    const queue = line({patience: {kind: "exponential", mean: 600}});
    const {notation, broken} = ask(queue);
    expect(notation.solved).toBe("M/M/3+M");
    expect(broken).toMatchObject([{about: "patience", stated: "", asStated: {endless: false}}]);
    expect(broken[0].asStated!.value).toBeCloseTo(160, 9); // M/M/3 of two erlangs
    expect(ask(queue, {}, "M/M/3+M").broken).toEqual([]);
  });

  test("of an order other than of arrival only means are told", () => {
    const measures = ask(line({isFirstCome: false}), {}, "M/M/3///LCFS").rows.map(({measure}) => measure);
    expect(measures).toContain("waitTimeSeconds");
    expect(measures).not.toContain("servedWithinShare");
    expect(measures).not.toContain("waitSdSeconds");
  });

  test("service of any law with patience is answered by its neighbour, called an approximation, in means alone", () => {
    const queue = line({service: {kind: "two moments", mean: 360, squaredCV: 0.25}, patience: {kind: "exponential", mean: 360}});
    const {isNeighbour, rows, notation} = ask(queue, {}, "M/G/3+M");
    expect({isNeighbour, solved: notation.solved}).toEqual({isNeighbour: true, solved: "M/G/3+G"});
    expect(new Set(rows.map(({kind}) => kind))).toEqual(new Set(["approximate"]));
    expect(rows.find(({measure}) => measure === "servedWithinShare")).toBeUndefined();
    expect(rows.find(({measure}) => measure === "abandonedShare")!.value).toBe(
      solveErlangA({arrivalRate: 20 / 3600, serviceTime: 360, servers: 3, patience: 360}).abandoned.value,
    );
  });

  test("the six definitions of service level agree where nobody gives up, and differ where people do", () => {
    const patient = ask(line(), {allLevels: true}).levels!;
    expect(patient).toHaveLength(6);
    for (const {value} of patient) expect(value).toBeCloseTo(patient[0].value!, 12);
    const impatient = ask(line({patience: {kind: "exponential", mean: 60}}), {allLevels: true}).levels!;
    expect(new Set(impatient.map(({value}) => value!.toFixed(6))).size).toBe(6);
  });

  test("a curve over servers holds the chosen number and only what is not overloaded", () => {
    const {curve} = ask(line(), {withCurve: true});
    const servers = curve!.map(({value}) => value);
    expect(servers).toContain(3);
    expect(Math.min(...servers)).toBe(3);
    const waits = curve!.map(({rows}) => rows.find(({measure}) => measure === "waitTimeSeconds")!.value!);
    for (let i = 1; i < waits.length; i++) expect(waits[i]).toBeLessThan(waits[i - 1]);
  });
});

describe("the fewest servers", () => {
  const hyperexponential: OneLine["service"] = {
    kind: "mix",
    parts: [
      {share: 0.1, law: {kind: "exponential", mean: 1800}},
      {share: 0.9, law: {kind: "exponential", mean: 200}},
    ],
  };
  const twentyAt80: Promised = {kind: "served within", share: 0.8, within: 20};

  test("are those of the inverse of Erlang C and of Erlang A, with the same fraction", () => {
    fc.assert(
      fc.property(
        fc.double({min: 0.05, max: 80, noNaN: true}),
        fc.double({min: 0.2, max: 0.99, noNaN: true}),
        fc.double({min: 0, max: 120, noNaN: true}),
        fc.option(fc.double({min: 20, max: 2000, noNaN: true}), {nil: null}),
        (load, share, within, patience) => {
          const demand = {arrivalRate: load / 360, serviceTime: 360, ...(patience === null ? {} : {patience})};
          const queue = line({
            arrivals: {kind: "poisson", rate: load / 360},
            servers: Math.max(1, Math.ceil(load)),
            patience: patience === null ? null : {kind: "exponential", mean: patience},
          });
          const found = serversFor(queue, [{kind: "served within", share, within}]);
          if (typeof found === "string") throw new Error(found);
          expect(found.fewest).toBe(fewestServers(demand, {servedWithin: {share, within}}));
          expect(found.fraction!.value).toBe(fractionalServers(demand, {servedWithin: {share, within}}));
        },
      ),
      {numRuns: 100, seed: 2},
    );
  });

  test("keep the promise where one fewer does not, whatever the law", () => {
    const queues: [OneLine, Promised][] = [
      [line({service: {kind: "fixed", value: 360}}), twentyAt80],
      [line({service: {kind: "erlang", mean: 360, phases: 2}}), twentyAt80],
      [line({service: hyperexponential, arrivals: {kind: "poisson", rate: 100 / 3600}, servers: 10}), twentyAt80], // unknown at a heavy load
      [line({service: {kind: "lognormal", mean: 360, squaredCV: 3}}), {kind: "wait", mean: 30}],
      [line({arrivals: {kind: "renewal", between: {kind: "erlang", mean: 180, phases: 4}}}), twentyAt80],
      [line({room: 3}), {kind: "blocked", share: 0.01}],
      [line({patience: {kind: "uniform", from: 0, to: 600}}), {kind: "abandoned", share: 0.02}],
      [line({arrivals: {kind: "population", members: 8, away: {kind: "exponential", mean: 1800}}}), twentyAt80],
    ];
    for (const [queue, bound] of queues) {
      const found = serversFor(queue, [bound]);
      if (typeof found === "string") throw new Error(found);
      const keeps = (servers: number) => isKept(boundedValue(solved(withServers(queue, servers)), bound)!.value, bound);
      expect(found.fewest).toBeGreaterThan(1);
      expect({fewest: keeps(found.fewest), fewer: keeps(found.fewest - 1)}).toEqual({fewest: true, fewer: false});
    }
  });

  test("of a loss system grow with its room: 2 erlangs, 1 % refused, 7 servers", () => {
    expect(serversFor(line({room: 3}), [{kind: "blocked", share: 0.01}])).toMatchObject({fewest: 7});
    expect(solveErlangB({arrivalRate: 20 / 3600, serviceTime: 360, servers: 7}).blocked!.value).toBeLessThan(0.01);
  });

  test("may be more than a population has members: nobody waits, but idle servers share the work", () => {
    // Five members, a minute away and an hour in service: 5 · 60 / 61 of them are served, and 10 servers share 4.918 erlangs.
    const queue = line({
      arrivals: {kind: "population", members: 5, away: {kind: "exponential", mean: 60}},
      service: {kind: "exponential", mean: 3600},
    });
    expect(serversFor(queue, [{kind: "occupancy", share: 0.5}])).toMatchObject({fewest: 10});
    expect(serversFor(queue, [{kind: "wait", mean: 1}])).toMatchObject({fewest: 5});
    // And nothing is said of twice the load by the rule of the square root, which is of people who come at random.
    expect(ask(queue, {promise: [{kind: "occupancy", share: 0.5}]}, "M/M/c//5").staffing).toMatchObject({servers: 10, quality: null});
  });

  test("end at a million, and that is what is said of a promise that needs more", () => {
    const crowd = line({arrivals: {kind: "poisson", rate: 1e6}, service: {kind: "exponential", mean: 1}});
    expect(serversFor(crowd, [twentyAt80])).toBe("never kept");
    const answer = ask(crowd, {promise: [twentyAt80]}, "M/M/c");
    const said = {schemaVersion: 1, version: "", command: "theory", commandLine: "", ...answer} as const;
    expect(sayTheory(said, "en", 100).replace(/\s/g, " ")).toContain("Not even 1,000,000 servers keep this: 80 % served within 20 s.");
    expect(sayTheory(said, "zh", 100)).toContain("1,000,000 个服务台也做不到：");
  });

  test("are not known where the formula has means alone, or nobody is lost that way", () => {
    const general = line({service: {kind: "two moments", mean: 360, squaredCV: 0.64}});
    expect(serversFor(general, [twentyAt80])).toBe("means only");
    expect(serversFor(line(), [{kind: "blocked", share: 0.05}])).toBe("no such loss");
    expect(serversFor(line(), [{kind: "abandoned", share: 0.05}])).toBe("no such loss");
    expect(ask(general, {promise: [twentyAt80]}).staffing).toMatchObject({servers: null, why: "means only"});
  });
});

describe("letters", () => {
  test("a narrow law keeps the promise of a wide letter, never the other way", () => {
    const exponential = {kind: "exponential", mean: 60} as const;
    const fixed = {kind: "fixed", value: 60} as const;
    const lognormal = {kind: "lognormal", mean: 60, squaredCV: 1} as const;
    expect(letterOf({kind: "erlang", mean: 60, phases: 1})).toEqual({letter: "M"});
    for (const letter of ["M", "H2", "PH", "G", "GI"] as const) expect(isTrueOf({letter}, exponential)).toBe(true);
    for (const letter of ["M", "H2", "PH"] as const) expect(isTrueOf({letter}, lognormal)).toBe(false);
    expect(isTrueOf({letter: "G"}, fixed)).toBe(true);
    expect(isTrueOf({letter: "M"}, fixed)).toBe(false);
    expect(isTrueOf({letter: "E", phases: 3}, {kind: "erlang", mean: 60, phases: 2})).toBe(false);
    expect(isTrueOf({letter: "M"}, {kind: "two moments", mean: 60, squaredCV: 1})).toBe(false);
  });
});
