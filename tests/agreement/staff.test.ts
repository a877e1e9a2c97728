/** What servers do besides serving, held against exact values; seed 2026, fixed beforehand. Units are those of each fact. */
import {describe, expect, test} from "vitest";
import {compileModel} from "../../src/model/compile.ts";
import {CALLED, ENDED, type EventLog, STARTED} from "../../src/replication/event-log.ts";
import {traceReplication} from "../../src/replication/trace.ts";
import type {Breakdowns, BreakRule, Person} from "../../src/scenario/scenario.ts";
import {empirical, exponential, fixed, type GivenScenario, type GivenStation, scenarioOf} from "../builders.ts";
import {placeOfMembers} from "../../src/verification/families/populations.ts";
import * as the from "./numbers.ts";
import {expectToAgree} from "./numbers.ts";
import {collect, inTheLongRun, millions} from "./run.ts";

/** M/M/c//N: share of members away, from the birth and death of states. Source: Gross and Harris, 2.7. */
function availability(members: number, rate: number, serviceRate: number, servers: number): number {
  let state = 1;
  let total = 0;
  let here = 0;
  for (let n = 0; n <= members; n++) {
    total += state;
    here += n * state;
    state *= ((members - n) * rate) / (Math.min(n + 1, servers) * serviceRate);
  }
  return 1 - here / total / members;
}

describe("cash machines: one breakdown in 360 h, repaired in 4 h", {timeout: 120_000}, () => {
  const known = [
    [30, 1, 0.9841],
    [30, 2, 0.9887],
    [60, 1, 0.9715],
    [60, 2, 0.9878],
    [90, 1, 0.9204],
    [90, 2, 0.9857],
  ] as const;

  test.for(known)("%d machines and %d technicians: available %f of the time, as a population", ([machines, technicians, printed]) => {
    const truth = availability(machines, 1 / 360, 1 / 4, technicians);
    expect(truth).toBeCloseTo(printed, 4);
    const place = placeOfMembers({members: machines, rate: 1 / 360, serviceRate: 1 / 4, servers: technicians});
    const run = collect({...place, run: {length: 60_000, warmUp: 3000}}, machines === 90 && technicians === 1 ? 100 : 40);
    // Of the time down, which is the harder number.
    expectToAgree(the.affine(the.numberInSystem, 1 / machines)(run), 1 - truth);
  });

  test.for([
    [60, 1],
    [60, 2],
  ] as const)("%d machines and %d technicians, as servers that break down", ([machines, technicians]) => {
    const breakdowns: Breakdowns = {every: exponential(360), counts: "time", repair: exponential(4), technicians, inHand: "resume"};
    const place: GivenScenario = {
      arrivals: {rate: 1e-3},
      station: {servers: machines, service: exponential(1), breakdowns},
      run: {length: 60_000, warmUp: 3000},
    };
    const down = the.affine(the.measure("servers"), -1 / machines, 1);
    expectToAgree(down(collect(place, 40)), 1 - availability(machines, 1 / 360, 1 / 4, technicians));
  });
});

describe("one server, exponential service of mean 1, one customer every 2", {timeout: 120_000}, () => {
  const arrivals = {rate: 0.5};
  const station = (given: GivenStation): GivenScenario => ({arrivals, station: {servers: 1, service: exponential(1), ...given}});
  const rate = 0.5;

  test("breakdowns at any time, resumed: White and Christie's time in system, 3.8333", () => {
    const [fails, repairs] = [0.1, 0.5];
    const sojourn = ((fails + repairs) ** 2 + fails) / ((fails + repairs) * (repairs * (1 - rate) - fails * rate));
    expect(sojourn).toBeCloseTo(23 / 6, 12);
    const breakdowns: Breakdowns = {
      every: exponential(1 / fails),
      counts: "time",
      repair: exponential(1 / repairs),
      technicians: null,
      inHand: "resume",
    };
    expectToAgree(the.meanSojourn(inTheLongRun(station({breakdowns}), millions(8))), sojourn);
  });

  test("breakdowns while serving, resumed: an M/G/1 whose service holds its repairs (Avi-Itzhak and Naor), 3.5", () => {
    const [fails, repair] = [0.1, 2];
    const mean = 1 + fails * repair;
    const square = 2 * mean ** 2 + fails * 2 * repair ** 2;
    const sojourn = mean + (rate * square) / (2 * (1 - rate * mean));
    expect(sojourn).toBeCloseTo(3.5, 12);
    const breakdowns: Breakdowns = {
      every: exponential(1 / fails),
      counts: "use",
      repair: exponential(repair),
      technicians: null,
      inHand: "resume",
    };
    expectToAgree(the.meanSojourn(inTheLongRun(station({breakdowns}), millions(8))), sojourn);
  });

  test.for([
    ["exponential", exponential(1), 2],
    ["always the same", fixed(1), 1],
  ] as const)("a set-up after standing idle, %s: Welch's wait", ([, idle, square]) => {
    const wait = 1 + (2 + rate * square) / (2 * (1 + rate));
    expectToAgree(the.meanWait(inTheLongRun(station({setUp: {idle, change: null}}), millions(8))), wait);
  });

  test("after-work of half a unit: waits are those of a service half a unit longer, and the time in system is not", () => {
    const [mean, square] = [1.5, 2 + 2 * 0.5 + 0.25];
    const wait = (rate * square) / (2 * (1 - rate * mean));
    const run = inTheLongRun(station({afterWork: fixed(0.5)}), millions(8));
    expectToAgree(the.meanWait(run), wait);
    expectToAgree(the.meanSojourn(run), wait + 1);
    expectToAgree(the.occupancy(run), rate * mean);
  });

  test("half as fast again where three or more wait: the mean number in system of the chain behind each service", () => {
    const truth = numberWithSpeeds(rate, (waiting) => (waiting >= 3 ? 1.5 : 1));
    expect(truth).toBeLessThan(1);
    const run = inTheLongRun(
      station({
        speedWaiting: [
          {waiting: 0, speed: 1},
          {waiting: 3, speed: 1.5},
        ],
      }),
      millions(8),
    );
    expectToAgree(the.numberInSystem(run), truth);
  });
});

/**
 * M/M/1 whose speed is chosen when a service starts, by the people then waiting: the chain of numbers left behind (which are the
 * numbers at any time), solved by going round. Source: Harris (1967), Operations Research 15(6), 1051-1064.
 */
function numberWithSpeeds(rate: number, speed: (waiting: number) => number): number {
  const most = 80;
  let left: number[] = Array.from({length: most}, (_, n) => (n === 0 ? 1 : 0));
  for (let round = 0; round < 2000; round++) {
    const next: number[] = left.map(() => 0);
    left.forEach((share, n) => {
      // Whose service starts leaves n - 1 waiting, or came to an empty place.
      const waiting = Math.max(0, n - 1);
      const ends = speed(waiting) / (speed(waiting) + rate);
      let chance = share * ends;
      for (let came = 0; waiting + came < most; came++) {
        next[waiting + came] += chance;
        chance *= 1 - ends;
      }
    });
    left = next;
  }
  return left.reduce((sum, share, n) => sum + n * share, 0) / left.reduce((sum, share) => sum + share, 0);
}

const told = (given: GivenScenario): EventLog => traceReplication(compileModel(scenarioOf(given)), 0);
const moments = ({events}: EventLog, kind: number) => events.filter((event) => event.kind === kind).map(({at}) => at);

test.for(["one", "each"] as const)("after-work is a longer service to the last bit for those who wait, with a line %s", (line) => {
  // In turn: the shortest line of people would be another one where the server is at work without a customer.
  const times = [20, 40, 60, 300];
  const place = (given: GivenStation): GivenScenario => ({
    arrivals: {between: fixed(50)},
    station: {servers: 3, line, join: "round robin", ...given},
    run: {customers: 3000},
  });
  const apart = told(place({service: empirical(times), afterWork: fixed(30)}));
  const joined = told(place({service: empirical(times.map((time) => time + 30))}));
  expect(moments(apart, STARTED)).toEqual(moments(joined, STARTED));
  expect(moments(apart, ENDED).length).toBe(3000);
});

test("a break at once takes its time from the service in hand: brk-01, 1.1166135 of wait and 1.9395 of overtime", {timeout: 60_000}, () => {
  const run = collect(
    {
      opening: [0, 11],
      arrivals: {book: [0, 1, 2, 3, 4, 6, 7, 8, 9, 10]},
      station: {service: exponential(1), breaks: [{from: 5, to: 6}], breakRule: "at once"},
    },
    200_000,
  );
  expectToAgree(the.meanWait(run), 1.1166135);
  expectToAgree(the.measure("overtime", {statistic: "mean"})(run), 1.939504128);
  expectToAgree(the.measure("overtimeShare", {statistic: "share"})(run), 0.7544859751);
});

describe("a break from 10 to 20, a customer in hand until 14, and one who comes at 12", () => {
  const day = (breakRule: BreakRule, second = 12): EventLog =>
    told({
      opening: [0, 100],
      arrivals: {
        list: [
          {at: 4, service: 10},
          {at: second, service: 5},
        ],
      },
      station: {service: fixed(1), breaks: [{from: 10, to: 20}], breakRule},
    });

  test.for([
    ["after the customer", [4, 24]],
    ["end on time", [4, 20]],
    ["at once", [4, 20, 24]], // the first goes on for its last 4
    ["skip when behind", [4, 24]], // nobody waited at 10
  ] as [BreakRule, number[]][])("%s: services start at %j", ([rule, starts]) => {
    expect(moments(day(rule), STARTED)).toEqual(starts);
  });

  test("is not taken where somebody waits already, if it is skipped when behind", () => {
    expect(moments(day("skip when behind", 9), STARTED)).toEqual([4, 14]);
  });
});

const person = (name: string, from: number, to: number, speed = 1): Person => ({name, hours: [{from, to}], breaks: [], speed});

test("lunch goes round from the left, one at a time; who is left at the end goes without", () => {
  const log = told({
    opening: [0, 100],
    arrivals: {list: Array.from({length: 100}, (_, at) => ({at}))},
    station: {servers: 3, service: fixed(1), lunch: {from: 10, to: 35, length: 15, atOnce: 1}},
  });
  const away = (place: number, from: number, to: number) =>
    log.events.filter((event) => event.kind === CALLED && event.place === place && event.at >= from && event.at < to).length === 0;
  expect(away(0, 10, 25)).toBe(true);
  expect(away(0, 25, 40)).toBe(false);
  const windows = log.events.filter(({kind}) => kind === CALLED).map(({place}) => place);
  // One customer a unit of time: the leftmost who is here serves them all, and the second does while the first is at lunch.
  expect(windows.slice(10, 25)).toEqual(Array.from({length: 15}, () => 1));
  expect(windows.slice(25, 100)).toEqual(Array.from({length: 75}, () => 0));
});

test("Anna finishes who is in hand when her hours end, and Bert, who is twice as fast, takes the next", () => {
  const log = told({
    opening: [0, 100],
    arrivals: {
      list: [
        {at: 18, service: 10},
        {at: 19, service: 10},
      ],
    },
    station: {servers: 2, people: [person("Anna", 0, 20), person("Bert", 20, 100, 2)], service: fixed(1)},
  });
  expect(log.events.filter(({kind}) => kind === ENDED).map(({at, place}) => [at, place])).toEqual([
    [25, 1],
    [28, 0],
  ]);
});

test("with one technician the second machine to break down waits for the first repair", () => {
  const log = told({
    opening: [0, 1000],
    arrivals: {list: Array.from({length: 10}, () => ({at: 0, service: 100}))},
    station: {
      servers: 2,
      service: fixed(1),
      breakdowns: {every: fixed(150), counts: "use", repair: fixed(30), technicians: 1, inHand: "resume"},
    },
  });
  // Both break down at 150; the first is repaired at 180 and the second at 210, and each goes on with who is first in line.
  expect(moments(log, STARTED).slice(0, 6)).toEqual([0, 0, 100, 100, 180, 210]);
});
