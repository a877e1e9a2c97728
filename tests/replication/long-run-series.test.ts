/** What one long run tells in order of time, against its event log; and that whoever tells the history tells the same. */
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {compileModel} from "../../src/model/compile.ts";
import type {Model} from "../../src/model/model.ts";
import {BatchMeans} from "../../src/replication/batch-means.ts";
import {ENDED, GAVE_UP_AT, JOINED, LEFT, STARTED} from "../../src/replication/event-log.ts";
import {inThisThread} from "../../src/replication/in-this-thread.ts";
import type {Replication, Series} from "../../src/replication/replication.ts";
import {RowLayout, SOJOURN_SERIES, WAIT_SERIES} from "../../src/replication/row.ts";
import type {Runner} from "../../src/replication/runner.ts";
import {simulate} from "../../src/replication/simulate.ts";
import {traceReplication} from "../../src/replication/trace.ts";
import {inWorkers, type WorkerRunner} from "../../src/replication/workers/in-workers.ts";
import {choose, exponential, fixed, type GivenScenario, goalOf, lognormal, scenarioOf, visit} from "../builders.ts";

/** The goals make the run count who waits at most 1 s, and who stays at most 4 s. */
function alone(given: GivenScenario): Model {
  const goals = [goalOf({statistic: "within", within: 1}), goalOf({metric: "sojournTime", statistic: "within", within: 4})];
  return compileModel({...scenarioOf({...given, run: {replications: 1, ...given.run}}), goals});
}

/** One visit, to the place or to a station, as the log tells it. Times are in seconds. */
interface Told {
  customer: number;
  cameAt: number;
  waitsFrom: number;
  wait: number;
  stay: number;
  outcome: "served" | "gave up" | "neither";
}

const begin = (customer: number, at: number): Told => ({customer, cameAt: at, waitsFrom: at, wait: 0, stay: 0, outcome: "neither"});

/** Those who count, in the order of coming: to the door (station -1), or to a station's line. */
function toldOf(model: Model, station: number): Told[] {
  const {customers, events} = traceReplication(model, 0);
  const told: Told[] = [];
  const here = new Map<number, Told>();
  if (station < 0) customers.forEach(({at}, customer) => here.set(customer, told[told.push(begin(customer, at)) - 1]));
  for (const {at, kind, customer, station: where} of events) {
    if (station >= 0 && where !== station) continue;
    if (kind === JOINED && station >= 0) here.set(customer, told[told.push(begin(customer, at)) - 1]);
    const one = here.get(customer);
    if (one === undefined) continue;
    if (kind === JOINED) Object.assign(one, {waitsFrom: at, outcome: "neither"});
    else if (kind === STARTED) one.wait += at - one.waitsFrom;
    else if (kind === GAVE_UP_AT) Object.assign(one, {wait: one.wait + (at - one.waitsFrom), outcome: "gave up"});
    else if (kind === ENDED || (kind === LEFT && one.outcome === "served")) Object.assign(one, {stay: at - one.cameAt, outcome: "served"});
  }
  const {customers: all, warmUp, warmUpCustomers, endsAt} = model.horizon;
  const counts = ({customer}: Told) => {
    const {at} = customers[customer];
    return all < Infinity ? customer >= warmUpCustomers : at >= warmUp && at < endsAt;
  };
  return told.filter((one) => counts(one) && one.outcome !== "neither");
}

function seriesOf(numbers: number[]): Series {
  const batches = new BatchMeans();
  for (const x of numbers) batches.add(x);
  return {unit: batches.unit, means: batches.means};
}

/** All series of a model as its log has them, as `RowLayout.series` orders them. */
function seriesOfLog(model: Model): Series[] {
  const layout = new RowLayout(model);
  const {customers} = traceReplication(model, 0);
  return layout.groups.flatMap(({station, class: only}) => {
    const all = toldOf(model, station).filter(({customer}) => only < 0 || customers[customer].class === only);
    const served = all.filter(({outcome}) => outcome === "served");
    const inTime = ({wait}: Told) => wait <= 1;
    return [
      seriesOf(all.map(({wait}) => wait)),
      seriesOf(served.map(({stay}) => stay)),
      seriesOf(all.map((one) => (inTime(one) ? 1 : 0))),
      seriesOf(all.map((one) => (one.outcome === "served" && inTime(one) ? 1 : 0))),
      seriesOf(served.map(({stay}) => (stay <= 4 ? 1 : 0))),
    ];
  });
}

const kept = ([{series}]: Replication[]): Series[] => {
  if (series === undefined) throw new Error("no series is kept");
  return series;
};

const TWO_CLASSES = {rate: 2.9, mix: {urgent: 0.3, calm: 0.7}};
const WORLDS: Record<string, GivenScenario> = {
  "three servers, nobody leaves": {arrivals: {rate: 2.7}, station: {servers: 3}, run: {customers: 6000, warmUpCustomers: 500}},
  "two classes with priority, room for 20, and patience": {
    arrivals: TWO_CLASSES,
    classes: {urgent: {priority: 0, patience: lognormal(6, 1)}, calm: {patience: exponential(9)}},
    station: {servers: 3, order: "priority", room: 20},
    run: {length: 2000, warmUp: 100},
  },
  "the last to come goes first: hundreds pass the first": {
    arrivals: {rate: 0.97},
    station: {order: "last come"},
    run: {customers: 5000, warmUpCustomers: 100},
  },
  "a full room drops its lowest": {
    arrivals: TWO_CLASSES,
    classes: {urgent: {priority: 0}, calm: {}},
    station: {servers: 2, order: "priority", room: 6, full: "drop lowest"},
    run: {customers: 5000},
  },
  "two stations, and one in five comes back": {
    arrivals: {rate: 0.7, route: "round"},
    stations: {desk: {servers: 2, service: exponential(1)}, till: {servers: 3, service: lognormal(1, 2)}},
    routes: {
      round: [
        visit("first", "desk", "second"),
        visit("second", "till", "again"),
        choose("again", [
          [0.2, "first"],
          [0.8, null],
        ]),
      ],
    },
    run: {customers: 5000, warmUpCustomers: 300},
  },
};

describe("the series are those of everybody who counts, in the order of coming, to the last bit", () => {
  for (const [name, given] of Object.entries(WORLDS)) {
    test(name, () => {
      const model = alone(given);
      const series = kept(simulate(model, 0, 1));
      expect(series.length).toBe(new RowLayout(model).groups.length * 5);
      expect(series).toEqual(seriesOfLog(model));
      expect(series[WAIT_SERIES].unit * series[WAIT_SERIES].means.length).toBeGreaterThan(3000);
    });
  }

  test("six come every half second, each is served for one, the last to come first: the third is served last and told third", () => {
    // They come at 0.5, 1, ... 3. Called: the second at 1.5, the fourth at 2.5, the sixth at 3.5, the fifth at 4.5, the third at 5.5.
    const model = alone({
      arrivals: {between: fixed(0.5)},
      station: {order: "last come", service: fixed(1)},
      run: {customers: 6},
    });
    expect([...kept(simulate(model, 0, 1))[WAIT_SERIES].means]).toEqual([0, 0.5, 4, 0.5, 2, 0.5]);
  });
});

test("who is dropped from the line of the first of two stations holds nobody back, however many follow", () => {
  const model = compileModel(
    scenarioOf({
      arrivals: {people: {rate: 3, mix: {urgent: 0.3, calm: 0.7}, route: "both"}},
      classes: {urgent: {priority: 0}, calm: {}},
      stations: {desk: {servers: 2, order: "priority", room: 4, full: "drop lowest"}, till: {servers: 3}},
      routes: {both: [visit("first", "desk", "second"), visit("second", "till")]},
      run: {customers: 500_000, replications: 1},
    }),
  );
  const [all] = kept(simulate(model, 0, 1));
  expect(all.unit * all.means.length).toBeGreaterThan(300_000);
});

describe("whoever tells the history tells the same series", () => {
  const worlds = Object.values(WORLDS).map(alone);
  let workers: WorkerRunner;
  beforeAll(() => {
    workers = inWorkers(2);
  });
  afterAll(() => workers.close());

  test("this thread and workers", async () => {
    const told = async (runner: Runner) => {
      const all: Replication[][] = [];
      for (const model of worlds) await runner({models: [model], first: 3, count: 1}, (designs) => void all.push(designs));
      return all;
    };
    const here = await told(inThisThread);
    expect(here.every(([{series}]) => series !== undefined && series[SOJOURN_SERIES].means.length > 1000)).toBe(true);
    expect(await told(workers)).toEqual(here);
  });

  test("an engine that told another history before", () => {
    for (const model of worlds) expect(simulate(model, 0, 2)[1].series).toEqual(simulate(model, 1, 1)[0].series);
  });
});

describe("nothing is kept", () => {
  const place: GivenScenario = {arrivals: {rate: 0.8}};
  test("of a long run with others beside it", () => {
    const [replication] = simulate(compileModel(scenarioOf({...place, run: {customers: 2000, replications: 2}})), 0, 1);
    expect("series" in replication).toBe(false);
  });

  test("of a single day", () => {
    const [replication] = simulate(compileModel(scenarioOf({...place, opening: [0, 5000], run: {replications: 1}})), 0, 1);
    expect("series" in replication).toBe(false);
  });

  test("where more than a quarter of a million who came later are served before somebody", () => {
    // An urgent one comes every second and is served for one, but two were there before: the calm one's turn never comes.
    const first = ["urgent", "urgent", "calm"].map((name, i) => ({at: 0.5 + i / 100, class: name}));
    const model = compileModel(
      scenarioOf({
        arrivals: {urgent: {between: fixed(1)}, early: {list: first, mix: {urgent: 0.5, calm: 0.5}}},
        classes: {urgent: {priority: 0}, calm: {priority: 1}},
        station: {order: "priority", service: fixed(1)},
        run: {customers: 270_000, replications: 1},
      }),
    );
    expect("series" in simulate(model, 0, 1)[0]).toBe(false);
  });
});
