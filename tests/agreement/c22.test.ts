/**
 * ARGESIM benchmark C22 by the engine and by a program that knows only the benchmark's rules (c22.ts): the same people, served at
 * the same moments. And the figures that docs/argesim-c22.md prints.
 */
import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {compileModel} from "../../src/model/compile.ts";
import type {Model} from "../../src/model/model.ts";
import {GAVE_UP_AT, STARTED, SWITCHED} from "../../src/replication/event-log.ts";
import {readScenario} from "../../src/scenario/reading/read-scenario.ts";
import type {Scenario} from "../../src/scenario/scenario.ts";
import {MINUTE, type Seconds} from "../../src/units.ts";
import {benchmark, type Comer, type Outcome, type Policy} from "./c22.ts";
import {traceReplication} from "./engine.ts";

const FOLDER = new URL("../../docs/c22/", import.meta.url);

function designsOf(file: string): Map<string, Scenario> {
  const readFile = (name: string) => readFileSync(new URL(name, FOLDER), "utf8");
  const {designs, problems} = readScenario(readFile(file), file, {language: "en", readFile});
  expect(problems).toEqual([]);
  return new Map(designs.map(({name, scenario}) => [name, scenario]));
}

const SMALL = designsOf("small.yaml");
const LARGE = new Map([...designsOf("large.yaml"), ["forty queues", [...designsOf("forty-queues.yaml").values()][0]]]);
/** The benchmark's large model ends with a number of people, which no file can say of lines that only grow. */
const ending = (scenario: Scenario, customers: number): Model =>
  compileModel({...scenario, opening: null, run: {...scenario.run, customers, warmUpCustomers: 0, length: null}});

const OPERATOR = {from: 10 * MINUTE, turns: 5};
const POLICIES: Record<string, Policy> = {
  "order A": {queues: 4, order: "A"},
  "order B": {queues: 4, order: "B"},
  "jockeying first": {queues: 4, order: "A", jockeying: "before arrivals"},
  "jockeying last": {queues: 4, order: "A", jockeying: "after arrivals"},
  reneging: {queues: 4, order: "A", reneging: 9 * MINUTE},
  classing: {queues: 4, order: "A", operator: OPERATOR},
  reference: {queues: 4, order: "A"},
  jockeying: {queues: 4, order: "A", jockeying: "before arrivals"},
  "forty queues": {queues: 40, order: "A"},
};

interface History {
  comers: Comer[];
  startedAt: Seconds[];
  gaveUp: number[];
  moves: {at: Seconds; customer: number; to: number}[];
}

/** What the engine tells; who comes, and with how much work, is as the benchmark has it. */
function historyOf(model: Model, replication = 0): History {
  const {customers, events} = traceReplication(model, replication);
  const startedAt = customers.map(() => Number.NaN);
  const history: History = {
    comers: customers.map(({at, requirement, class: row}) => ({at, work: requirement[0], turn: model.classes[row].priority})),
    startedAt,
    gaveUp: [],
    moves: [],
  };
  for (const {kind, customer, at, place} of events) {
    if (kind === STARTED) startedAt[customer] = at;
    else if (kind === GAVE_UP_AT) history.gaveUp.push(customer);
    else if (kind === SWITCHED) history.moves.push({at, customer, to: place});
  }
  return history;
}

const without = ({startedAt}: Outcome) => [...startedAt.keys()].filter((customer) => Number.isNaN(startedAt[customer]));
const movesOf = ({moves}: Outcome) => moves.map(({at, customer, to}) => ({at, customer, to}));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;

/** Times in minutes; the mean length of all queues together is taken from the start to the last departure. */
function figuresOf(outcome: Outcome) {
  const {waited, lastDeparture, moves, calls} = outcome;
  return {
    moves: moves.length,
    calls: calls.length,
    gaveUp: without(outcome).length,
    meanWait: mean(waited) / MINUTE,
    longestWait: Math.max(...waited) / MINUTE,
    meanQueue: sum(waited) / lastDeparture,
    over: lastDeparture / MINUTE,
  };
}

describe("the small model: a hundred people, one a minute, 4.5 min each", () => {
  test.for(["order A", "reneging", "classing", "jockeying last"])("%s: everybody is served at the moment the rules say", (name) => {
    const told = historyOf(compileModel(SMALL.get(name)!));
    const expected = benchmark(told.comers, POLICIES[name]);
    expect(told.comers).toHaveLength(100);
    expect(told.comers.every(({work, at}, i) => work === 4.5 * MINUTE && at === (i + 1) * MINUTE)).toBe(true);
    expect(told.startedAt).toEqual(expected.startedAt);
    expect(told.gaveUp).toEqual(without(expected));
    expect(told.moves).toEqual(movesOf(expected));
  });

  // A millisecond more of work is order B, a millisecond less lets people move before anybody comes.
  test.for(["order B", "jockeying first"])("%s, by a millisecond of work: the same within what the milliseconds add up to", (name) => {
    const told = historyOf(compileModel(SMALL.get(name)!));
    const comers = told.comers.map((comer) => ({...comer, work: 4.5 * MINUTE}));
    const expected = benchmark(comers, POLICIES[name]);
    const off = told.startedAt.map((at, customer) => Math.abs(at - expected.startedAt[customer]));
    expect(Math.max(...off)).toBeLessThan(0.03);
    const rounded = told.moves.map((move) => ({...move, at: Math.round(move.at / 30) * 30}));
    expect(rounded).toEqual(movesOf(expected));
  });

  const hundred = Array.from({length: 100}, (_, i): Comer => ({at: (i + 1) * MINUTE, work: 4.5 * MINUTE, turn: 4 - (i % 5)}));

  test.for([
    ["order A", {meanWait: 6.7, longestWait: 13.5, meanQueue: 670 / 118, over: 118}],
    ["order B", {meanWait: 6.7, longestWait: 13.5, meanQueue: 670 / 118, over: 118}],
    ["jockeying first", {meanWait: 6, longestWait: 13.5, meanQueue: 600 / 116.5, over: 116.5}],
    ["jockeying last", {meanWait: 6, longestWait: 13.5, meanQueue: 600 / 116.5, over: 116.5}],
    ["reneging", {meanWait: 5.87, longestWait: 9, meanQueue: 587 / 113.5, over: 113.5}],
    ["classing", {meanWait: 56.25, longestWait: 125.5, meanQueue: 5625 / 212.5, over: 212.5}],
  ] as const)("%s: waits and lengths as printed", ([name, expected]) => {
    const figures = figuresOf(benchmark(hundred, POLICIES[name]));
    for (const [word, value] of Object.entries(expected)) expect(figures[word as keyof typeof figures]).toBeCloseTo(value, 9);
  });

  test("order B differs from order A in who waits where, not in how long all wait together", () => {
    const [a, b] = ["order A", "order B"].map((name) => benchmark(hundred, POLICIES[name]));
    expect(a.queue).not.toEqual(b.queue);
    expect(sum(a.waited)).toBe(sum(b.waited));
  });

  test("people move 36 times where they move before anybody comes, 19 times where newcomers choose first", () => {
    expect(benchmark(hundred, POLICIES["jockeying first"]).moves).toHaveLength(36);
    expect(benchmark(hundred, POLICIES["jockeying last"]).moves).toHaveLength(19);
  });

  test("the 68th, 77th, 86th and 95th give up; classes are called from the fifth down, at these minutes", () => {
    expect(without(benchmark(hundred, POLICIES.reneging)).map((i) => i + 1)).toEqual([68, 77, 86, 95]);
    const {calls} = benchmark(hundred, POLICIES.classing);
    expect(calls.map(({turn}) => 5 - turn)).toEqual([5, 4, 3, 2, 1, 5, 4, 3, 2, 1, 5, 4]);
    expect(calls.map(({at}) => at / MINUTE)).toEqual([10, 14.5, 19, 28, 41.5, 55, 77.5, 100, 136, 167.5, 185.5, 199]);
  });
});

/** Of so many replications: the mean, and half of its 99 % interval. */
function interval(values: readonly number[]): {value: number; half: number} {
  const value = mean(values);
  return {value, half: 2.58 * Math.sqrt(sum(values.map((one) => (one - value) ** 2)) / (values.length - 1) / values.length)};
}

describe("the large model: five hundred people by chance", () => {
  test.for(["reference", "jockeying", "reneging", "classing", "forty queues"])(
    "%s: whoever comes by chance is served at the moment the rules say",
    (name) => {
      const people = name === "forty queues" ? 5000 : 500;
      const model = ending(LARGE.get(name)!, people);
      for (let replication = 0; replication < 10_000 / people; replication++) {
        const told = historyOf(model, replication);
        const expected = benchmark(told.comers, POLICIES[name]);
        expect(told.comers).toHaveLength(people);
        expect(told.startedAt).toEqual(expected.startedAt);
        expect(told.gaveUp).toEqual(without(expected));
        expect(told.moves).toEqual(movesOf(expected));
      }
    },
  );

  // What the page prints, from the first 2,000 replications (of forty queues 200); here the first 200 (20) must agree with it.
  test.for([
    ["reference", {meanWait: 34.2, longestWait: 73.3, meanQueue: 29.9, over: 573.1}],
    ["jockeying", {meanWait: 33.8, longestWait: 71.8, meanQueue: 29.7, over: 570.4, moves: 125.1}],
    ["reneging", {meanWait: 5.04, longestWait: 9, meanQueue: 4.96, over: 510.6, gaveUp: 65.2}],
    ["classing", {meanWait: 143.8, longestWait: 335.3, meanQueue: 93.2, over: 771, calls: 21.3}],
    ["forty queues", {meanWait: 31.5, longestWait: 71, meanQueue: 274.5, over: 573.5}],
  ] as const)("%s: waits and lengths as printed", {timeout: 120_000}, ([name, printed]) => {
    const isWide = name === "forty queues";
    const model = ending(LARGE.get(name)!, isWide ? 5000 : 500);
    const all = Array.from({length: isWide ? 20 : 200}, (_, replication) =>
      figuresOf(benchmark(historyOf(model, replication).comers, POLICIES[name])),
    );
    for (const [word, value] of Object.entries(printed)) {
      const {value: found, half} = interval(all.map((one) => one[word as keyof typeof one]));
      expect(Math.abs(found - value), `${word} ${found} ± ${half}`).toBeLessThanOrEqual(half + 0.05);
      expect(half).toBeLessThan(0.15 * value);
    }
  });
});
