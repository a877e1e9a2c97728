/**
 * Places where a formula is near at hand and wrong, or right and not yet to be compared: parts of a stream, slow stations before quick
 * ones, stations and classes that hardly anybody comes to.
 */
import {describe, expect, test} from "vitest";
import {comparisonsOf, disagreementsOf} from "../../src/comparison/twins.ts";
import {Collector} from "../../src/estimate/index.ts";
import {compileModel} from "../../src/model/compile.ts";
import type {Model} from "../../src/model/model.ts";
import {engineOf} from "../../src/replication/engines.ts";
import {readScenario} from "../../src/scenario/reading/read-scenario.ts";
import {findTwins, type NoTwin, type Twin} from "../../src/twin/find-twins.ts";

function modelOf(text: string): Model {
  const {designs, problems} = readScenario(text, "place.yaml", {language: "en"});
  expect(problems).toEqual([]);
  return compileModel(designs[0].scenario);
}

const brief = (twin: Twin | NoTwin) => ("reason" in twin ? twin.reason : twin.model);

function disagreements(text: string, replications: number): string[] {
  const model = modelOf(text);
  const twins = findTwins(model);
  const collector = new Collector(model, {design: "the place"});
  const engine = engineOf(model);
  for (let index = 0; index < replications; index++) collector.take(engine.replicate(index));
  const found = disagreementsOf(collector, twins, comparisonsOf([collector], [twins]));
  return found.map(({station, metric, exact, low, high}) => `${station} ${metric}: ${exact}, simulated ${low} to ${high}`);
}

const TWO_LANES = `
classes: { a: { route: ra }, b: { route: rb } }
stations: { one: { servers: 1, service: exp 90 s }, two: { servers: 1, service: exp 30 s } }
routes: { ra: { x: { at: one } }, rb: { y: { at: two } } }
run: { length: 10 h, warmup: 1 h }`;

describe("a stream that parts at the door", () => {
  test("keeps its formula where it is random", () => {
    const model = modelOf(`arrivals: { all: { rate: 60/h, mix: { a: 50%, b: 50% } } }${TWO_LANES}`);
    expect(findTwins(model).map(brief)).toEqual(["M/M/1", "M/M/1"]);
    const [one] = findTwins(model) as Twin[];
    expect(one.measures.find(({metric}) => metric === "occupancy")!.answer.value).toBeCloseTo(0.75, 12);
  });

  test("is none that formulas know where intervals are independent: each part has longer ones of another law", () => {
    const model = modelOf(`arrivals: { all: { every: always 1 min, mix: { a: 50%, b: 50% } } }${TWO_LANES}`);
    expect(findTwins(model).map(brief)).toEqual(["arrivals of no known kind", "arrivals of no known kind"]);
  });

  test("is none that formulas know where members come again: how many may come here depends on who is there", () => {
    const model = modelOf(`arrivals: { all: { population: 8, each: exp 10 min, mix: { a: 50%, b: 50% } } }${TWO_LANES}`);
    expect(findTwins(model).map(brief)).toEqual(["arrivals of no known kind", "arrivals of no known kind"]);
  });

  test("is whole where every class of it comes", () => {
    const model = modelOf(`arrivals: { all: { every: always 1 min, mix: { a: 50%, b: 50% } } }
classes: { a: {}, b: {} }
stations: { one: { servers: 1, service: exp 30 s } }
run: { length: 10 h, warmup: 1 h }`);
    expect(findTwins(model).map(brief)).toEqual(["GI/M/1"]);
  });
});

describe("classes of one rank that interrupt the next", () => {
  // Urgent work is 1/6 of the time. Everybody waits W to the first start; from there on own work lasts 6/5 as long.
  const twins = findTwins(
    modelOf(`
arrivals: { urgent: { rate: 10/h }, short: { rate: 5/h }, long: { rate: 5/h } }
classes:
  urgent: { priority: 1, service: exp 1 min }
  short: { priority: 2, service: exp 2 min }
  long: { priority: 2, service: exp 6 min }
stations: { desk: { servers: 1, order: priority, interrupt: resume } }
run: { length: 10 h, warmup: 1 h }`),
  ) as Twin[];

  test("have a time in system of their own", () => {
    const sojourns = twins.map((twin) => twin.measures.find(({metric}) => metric === "sojournTime")!.answer.value);
    expect(sojourns[0]).toBeCloseTo(72, 9);
    // Both together 1800 s, which is 1800 - 240 · 6/5 = 1512 s until the first start.
    expect(sojourns[1]).toBeCloseTo(1512 + 144, 9);
    expect(sojourns[2]).toBeCloseTo(1512 + 432, 9);
  });
});

describe("a station forgets an empty start only after those before it", () => {
  const relaxations = (text: string) => findTwins(modelOf(text)).map((twin) => ("reason" in twin ? Number.NaN : twin.relaxation));
  const place = (route: string, rate = "30/h") => `
arrivals: { all: { rate: ${rate}, route: r } }
stations: { slow: { servers: 1, service: exp 1 min }, quick: { servers: 1, service: exp 30 s } }
routes: { r: { ${route} } }
run: { length: 100 h, warmup: 20 min }`;

  test("alone it remembers what it did", () => {
    // 1/(√µ - √λ)² with µ = 1/60, λ = 1/120
    expect(relaxations(place("x: { at: slow }"))[0]).toBeCloseTo(60 / (1 - Math.SQRT1_2) ** 2, 9);
  });

  test("behind a slow one it remembers as long as both", () => {
    const [slow, quick] = relaxations(place("x: { at: slow }, y: { at: quick }", "59.4/h"));
    const alone = 60 / (1 - Math.sqrt(0.99)) ** 2;
    expect(slow).toBeGreaterThanOrEqual(alone);
    expect(quick).toBeGreaterThan(alone);
  });

  test("behind a time that passes it remembers that time too", () => {
    const [slow] = relaxations(place("w: { wait: always 5 h }, x: { at: slow }"));
    expect(slow).toBeGreaterThan(5 * 3600);
  });

  test("where people come back, once for every visit", () => {
    // Of those served 10 % leave: the number there is that of M/M/1 with a tenth of the rates.
    const [slow] = relaxations(place("x: { at: slow, then: { 10%: leave, 90%: x } }", "3/h"));
    expect(slow).toBeCloseTo(600 / (1 - Math.SQRT1_2) ** 2, 6);
  });

  test("so that nothing disagrees: behind a slow station", {timeout: 60_000}, () => {
    const tandem = place("x: { at: slow }, y: { at: quick }", "59.4/h").replace("100 h", "100 min");
    expect(disagreements(tandem, 400)).toEqual([]);
  });

  test("so that nothing disagrees: behind a time that passes", {timeout: 60_000}, () => {
    const later = place("w: { wait: always 5 h }, x: { at: slow }").replace("100 h", "20 h").replace("20 min", "1 h");
    expect(disagreements(later, 60)).toEqual([]);
  });
});

test("behind a station that has too much to do come as many as it can serve, and no formula says so", () => {
  const tandem = modelOf(`
opening: 08:00 to 18:00
arrivals: { all: { rate: 100/h, route: r } }
stations: { first: { servers: 1, service: exp 1 min }, second: { servers: 2, service: exp 1 min } }
routes: { r: { x: { at: first }, y: { at: second } } }`);
  expect(findTwins(tandem).map(brief)).toEqual(["M/M/1", "comes from elsewhere"]);
});

describe("a number is judged by the customers that make it", () => {
  test("not by those of other stations", {timeout: 60_000}, () => {
    const rare = `
arrivals: { all: { rate: 100/h, mix: { a: 99.99%, b: 0.01% } } }
classes: { a: { route: ra }, b: { route: rb } }
stations: { busy: { servers: 4, service: exp 1 min }, idle: { servers: 1, service: exp 60 min } }
routes: { ra: { x: { at: busy } }, rb: { y: { at: idle } } }
run: { length: 400 h, warmup: 10 h }`;
    expect(disagreements(rare, 20)).toEqual([]);
  });

  test("nor by those of other classes", {timeout: 60_000}, () => {
    // Some three urgent customers in all: as likely as not none of them waits, and nothing varies.
    for (let seed = 1; seed <= 12; seed++) {
      const rare = `
arrivals: { all: { rate: 30/h, mix: { others: 99.98%, urgent: 0.02% } } }
classes: { urgent: { priority: 1 }, others: { priority: 2 } }
stations: { desk: { servers: 1, service: exp 1 min, order: priority } }
run: { length: 40 h, warmup: 2 h, seed: ${seed} }`;
      expect(disagreements(rare, 20)).toEqual([]);
    }
  });

  test("of a population by how often its members come, not by how long one is away", {timeout: 60_000}, () => {
    // Six customers are there within minutes; that is no warm-up of days.
    const many = `
arrivals: { all: { population: 1000, each: exp 1000 min } }
stations: { desk: { servers: 1, service: exp 2 min } }
run: { customers: 3000, warmup: 6 }`;
    expect(disagreements(many, 20)).toEqual([]);
  });
});
