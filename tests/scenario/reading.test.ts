import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {compileModel} from "../../src/model/compile.ts";
import {type Law, meanOf, squaredCVOf} from "../../src/random/law.ts";
import {offeredLoad} from "../../src/scenario/load.ts";
import {Refusal} from "../../src/scenario/message.ts";
import {TableFiles} from "../../src/scenario/reading/csv-file.ts";
import {parseGoal} from "../../src/scenario/reading/goal-phrase.ts";
import {INIT_KINDS} from "../../src/scenario/reading/init-kinds.ts";
import {initScenario} from "../../src/scenario/reading/init.ts";
import {jsonSchema} from "../../src/scenario/reading/json-schema.ts";
import {parseLaw} from "../../src/scenario/reading/law-phrase.ts";
import {parseDuration, parseRate} from "../../src/scenario/reading/phrase.ts";
import {referenceTables} from "../../src/scenario/reading/reference.ts";
import {formatProblems, type ReadOptions, readScenario} from "../../src/scenario/reading/read-scenario.ts";
import type {Scenario} from "../../src/scenario/scenario.ts";
import {sayCheck} from "../../src/wording/check.ts";
import {BANK, CALLS, CLINIC, GOOD_FILES, PRIORITY} from "./good-files.ts";

const read = (text: string, options: Partial<ReadOptions> = {}) => readScenario(text, "bank.yaml", {language: "en", ...options});

function scenarioOf(text: string, options: Partial<ReadOptions> = {}): Scenario {
  const reading = read(text, options);
  expect(formatProblems(reading.problems)).toBe("");
  return reading.designs[0].scenario;
}

const law = (text: string): Law => parseLaw(text, new TableFiles(() => "minutes,seconds\n1,30\n2,90\n"));

describe("phrases", () => {
  test("times are seconds inside", () => {
    expect(parseDuration("6 min")).toBe(360);
    expect(parseDuration("90s")).toBe(90);
    expect(parseDuration("1 h 30 min")).toBe(5400);
    expect(parseDuration("2 d")).toBe(172_800);
    expect(parseDuration("13.5 min")).toBe(810);
    expect(parseDuration("６ min")).toBe(360);
  });

  test("rates are per second inside", () => {
    expect(parseRate("45/h")).toBe(45 / 3600);
    expect(parseRate("45 / h")).toBe(45 / 3600);
    expect(parseRate("0.5 per minute")).toBe(0.5 / 60);
    expect(parseRate("0")).toBe(0);
  });

  test.each<[string, Law]>([
    ["always 6 min", {kind: "fixed", value: 360}],
    ["exp 6 min", {kind: "exponential", mean: 360}],
    ["exponential 6 min", {kind: "exponential", mean: 360}],
    ["lognormal 6 min cv 0.5", {kind: "lognormal", mean: 360, squaredCV: 0.25}],
    ["lognormal(6 min, cv 0.5)", {kind: "lognormal", mean: 360, squaredCV: 0.25}],
    ["lognormal（6 min，cv 50％）", {kind: "lognormal", mean: 360, squaredCV: 0.25}],
    ["gamma 6 min sd 3 min", {kind: "gamma", mean: 360, squaredCV: 0.25}],
    ["gamma 6 min cv 0", {kind: "fixed", value: 360}],
    ["erlang 6 min phases 3", {kind: "erlang", mean: 360, phases: 3}],
    ["weibull 6 min shape 1.5", {kind: "weibull", mean: 360, shape: 1.5}],
    ["uniform 2 min to 8 min", {kind: "uniform", from: 120, to: 480}],
    [
      "80% exp 2 min + 20% always 12 min",
      {
        kind: "mix",
        parts: [
          {share: 0.8, law: {kind: "exponential", mean: 120}},
          {share: 0.2, law: {kind: "fixed", value: 720}},
        ],
      },
    ],
    ["from times.csv column minutes", {kind: "empirical", values: [60, 120]}],
    ["from times.csv column minutes in h", {kind: "empirical", values: [3600, 7200]}],
    ["from times.csv column seconds", {kind: "empirical", values: [30, 90]}],
  ])("%s", (text, expected) => {
    expect(law(text)).toEqual(expected);
  });

  test("a Weibull law by its cv has that cv", () => {
    const weibull = law("weibull 6 min cv 0.7");
    expect(meanOf(weibull)).toBe(360);
    expect(squaredCVOf(weibull)).toBeCloseTo(0.49, 9);
  });

  test("a file beside the scenario is asked for by its plain name only", () => {
    const asked: string[] = [];
    const files = new TableFiles((name) => {
      asked.push(name);
      return "minutes\n1\n";
    });
    for (const name of [
      "../a.csv",
      "/a.csv",
      "C:\\a.csv",
      "sub/../../a.csv",
      "http://x/a.csv",
      "~/a.csv",
      "file:a.csv",
      "..\\a.csv",
      "\\\\host\\a.csv",
    ]) {
      expect(() => parseLaw(`from ${name} column minutes`, files), name).toThrow(Refusal);
    }
    expect(asked).toEqual([]);
    parseLaw("from data/a.csv column minutes", files);
    expect(asked).toEqual(["data/a.csv"]);
  });
});

describe("goals", () => {
  const base = {station: null, within: null, percentile: null, who: null, everyHalfHour: false, shareOfDays: null};
  test.each([
    [
      "80% of customers wait at most 5 min",
      {...base, metric: "waitTime", statistic: "within", within: 300, who: "customers", direction: "at least", bound: 0.8},
    ],
    [
      "80% of calls answered within 20 s",
      {...base, metric: "serviceLevel", statistic: "within", within: 20, who: "calls", direction: "at least", bound: 0.8},
    ],
    ["mean wait at most 4 min", {...base, metric: "waitTime", statistic: "mean", direction: "at most", bound: 240}],
    [
      "mean wait of urgent at most 4 min at desk",
      {...base, metric: "waitTime", statistic: "mean", who: "urgent", station: "desk", direction: "at most", bound: 240},
    ],
    ["at most 3% of calls give up", {...base, metric: "abandonShare", statistic: "share", who: "calls", direction: "at most", bound: 0.03}],
    ["at most 3% give up", {...base, metric: "abandonShare", statistic: "share", direction: "at most", bound: 0.03}],
    [
      "at most 1% of customers are refused",
      {...base, metric: "blockShare", statistic: "share", who: "customers", direction: "at most", bound: 0.01},
    ],
    [
      "95th percentile wait at most 10 min at tellers",
      {...base, metric: "waitTime", statistic: "percentile", percentile: 0.95, station: "tellers", direction: "at most", bound: 600},
    ],
    [
      "overtime at most 30 min on 90% of days",
      {...base, metric: "overtime", statistic: "mean", direction: "at most", bound: 1800, shareOfDays: 0.9},
    ],
    [
      "80% of visitors wait at most 10 min in every half hour",
      {
        ...base,
        metric: "waitTime",
        statistic: "within",
        within: 600,
        who: "visitors",
        direction: "at least",
        bound: 0.8,
        everyHalfHour: true,
      },
    ],
    [
      "80％ of 顾客 wait at most 5 min",
      {...base, metric: "waitTime", statistic: "within", within: 300, who: "顾客", direction: "at least", bound: 0.8},
    ],
    [
      "90% of patients leave within 1 h",
      {...base, metric: "sojournTime", statistic: "within", within: 3600, who: "patients", direction: "at least", bound: 0.9},
    ],
  ])("%s", (text, expected) => {
    const {text: said, ...goal} = parseGoal(text);
    expect(goal).toEqual(expected);
    expect(said.length).toBeGreaterThan(0);
  });

  test("with one class, its name and the source's mean everyone; with two, each means itself", () => {
    expect(scenarioOf(CALLS).goals.map((goal) => goal.class)).toEqual([null, null]);
    expect(scenarioOf(PRIORITY).goals.map((goal) => goal.class)).toEqual(["urgent", "regular"]);
    expect(scenarioOf(PRIORITY, {set: [{path: "goals", value: "[ 80% of customers wait at most 5 min ]"}]}).goals[0].class).toBeNull();
  });
});

describe("a file becomes designs", () => {
  test.each(Object.entries(GOOD_FILES))("%s reads without problems", (_, text) => {
    const reading = read(text);
    expect(formatProblems(reading.problems)).toBe("");
    expect(reading.designs.length).toBeGreaterThan(0);
    expect(reading.hash).toMatch(/^[0-9a-f]{16}$/);
  });

  test("the bank, every default filled in and every quantity in seconds", () => {
    const reading = read(BANK);
    expect(reading).toMatchObject({kind: "compare", isDay: true, name: "Branch 12, one line or five", problems: [], warnings: []});
    expect(reading.question).toBe("The branch manager asks: one line for all five windows, or a line at each?");
    expect(reading.designs.map((design) => design.name)).toEqual([
      "one line",
      "five lines, at random",
      "five lines, people switch",
      "five lines, nearest",
    ]);
    expect(reading.designs[2].changes).toEqual([
      "stations.tellers.line: each",
      "stations.tellers.join: shortest",
      "stations.tellers.switch: 2 shorter",
    ]);
    const {scenario} = reading.designs[0];
    expect(scenario.opening).toEqual({from: 32_400, to: 61_200});
    expect(scenario.arrivals.get("customers")).toEqual({
      process: {kind: "poisson", rate: {at: [32_400], value: [45 / 3600], shape: "steps"}},
      busyness: 0,
      batch: [{size: 1, share: 1}],
      mix: [{class: "customers", share: 1}],
      route: null,
    });
    expect(scenario.classes.get("customers")).toEqual({
      priority: 1,
      patience: {kind: "exponential", mean: 1500},
      patienceBeyondAnnounced: false,
      lastInLine: 1,
      balks: null,
      service: null,
      route: null,
    });
    expect(scenario.stations.get("tellers")).toEqual({
      servers: {at: [32_400], value: [5], shape: "steps"},
      service: {kind: "lognormal", mean: 360, squaredCV: 0.8 * 0.8},
      line: "one",
      join: "shortest",
      nearestWithin: 1,
      counts: "system",
      ties: "left",
      switch: null,
      switchWhenIdle: false,
      switchCost: 0,
      misjudged: 0,
      express: null,
      places: 0,
      opens: null,
      order: "first come",
      room: null,
      leaving: "finish",
      walk: {first: 0, each: 0},
      speed: 1,
      announces: null,
    });
    expect(scenario.run).toEqual({seed: "2026", replications: 400, length: null, warmUp: 0, customers: null, warmUpCustomers: 0});
    expect(reading.designs[2].scenario.stations.get("tellers")).toMatchObject({line: "each", join: "shortest", switch: 2});
    expect(reading.designs[3].scenario.stations.get("tellers")).toMatchObject({join: "nearest", nearestWithin: 1});
  });

  test("a whole clinic: ramps, groups, lists, priorities, branches in either order", () => {
    const scenario = scenarioOf(CLINIC);
    expect(scenario.arrivals.get("walk-in")?.process).toEqual({
      kind: "poisson",
      rate: {at: [28_800, 36_000, 46_800], value: [6 / 3600, 20 / 3600, 6 / 3600], shape: "ramp"},
    });
    expect(scenario.arrivals.get("buses")?.batch).toEqual([
      {size: 1, share: 0.5},
      {size: 2, share: 0.3},
      {size: 4, share: 0.2},
    ]);
    expect(scenario.arrivals.get("booked")?.process).toMatchObject({
      kind: "list",
      customers: [{at: 28_800}, {at: 30_000}, {at: 30_000}, {at: 32_400}],
    });
    expect([...scenario.classes.keys()]).toEqual(["child", "adult", "booked", "buses"]);
    expect(scenario.classes.get("child")?.patience).toBeNull();
    expect(scenario.classes.get("booked")?.route).toBe("short");
    expect(scenario.routes.get("visit")?.steps[1].then).toEqual([
      {share: 0.39, to: "tests"},
      {share: 0.61, to: null},
    ]);
    expect(scenario.routes.get("visit")?.steps[2].then).toEqual([{share: 1, to: "results"}]);
    expect(scenario.stations.get("doctor")).toMatchObject({join: "nearest", nearestWithin: 2, counts: "waiting", room: 30, speed: 1.2});
    expect(scenario.costs).toEqual({currency: "EUR", staff: 28 / 3600, overtime: 42 / 3600, wait: 10 / 3600, lost: 6});
    expect(scenario.goals.map((goal) => [goal.class, goal.station])).toEqual([
      ["child", "doctor"],
      ["adult", null],
      [null, null],
      [null, null],
      [null, null],
      [null, "doctor"],
    ]);
  });

  test("designs named by numbers keep the file's order", () => {
    const reading = read(
      BANK.replace(/compare:[\s\S]*/, "compare:\n  10: {}\n  9: { stations.tellers.servers: 9 }\n  8: { stations.tellers.servers: 8 }\n"),
    );
    expect(reading.designs.map((design) => design.name)).toEqual(["10", "9", "8"]);
  });

  test("a trace brings its own classes, services and patience", () => {
    const text = "opening: 09:00 to 17:00\narrivals: { visitors: { from: day.csv } }\nstations: { desk: { servers: 1 } }\n";
    const scenario = scenarioOf(text, {readFile: () => "time,class,service_s,patience (min)\n09:00,a,60,5\n09:01:30,b,30,\n"});
    expect(scenario.arrivals.get("visitors")?.process).toEqual({
      kind: "list",
      customers: [
        {at: 32_400, class: "a", service: 60, patience: 300},
        {at: 32_490, class: "b", service: 30, patience: null},
      ],
    });
    expect([...scenario.classes.keys()]).toEqual(["a", "b"]);
    expect(scenario.arrivals.get("visitors")?.mix).toEqual([
      {class: "a", share: 0.5},
      {class: "b", share: 0.5},
    ]);
    expect(scenario.classes.get("b")?.service).toEqual({kind: "empirical", values: [30]});
    expect(compileModel(scenario).names.classes).toEqual(["a", "b"]);
    const late = read(text, {readFile: () => "time,class,service_s\n09:00,a,60\n18:00,b,30\n"});
    expect(late.problems[0].found).toContain("line 3");
  });

  test("JSON is YAML", () => {
    const text = JSON.stringify({
      opening: "09:00 to 10:00",
      arrivals: {people: {rate: "30/h"}},
      stations: {desk: {servers: 2, service: "exp 3 min"}},
      run: {seed: 7},
    });
    expect(scenarioOf(text).stations.get("desk")?.servers.value).toEqual([2]);
  });
});

describe("overlays", () => {
  const designs = (compare: string) => read(CLINIC + compare);

  test("maps merge deeply; clock tables, shares and lists are replaced whole; null removes", () => {
    const reading = designs(`compare:
  today: {}
  other:
    stations.desk.servers: { 08:00: 3 }
    stations.doctor: { line: one, join: null, counts: null }
    arrivals.walk-in.mix: { adult: 95%, child: 5% }
    arrivals.booked: { at: [ 09:00 ] }
    classes: { adult: { patience: endless } }
`);
    expect(formatProblems(reading.problems)).toBe("");
    const {scenario, changes} = reading.designs[1];
    expect(scenario.stations.get("desk")).toMatchObject({servers: {at: [28_800], value: [3]}, leaving: "resume"});
    expect(scenario.stations.get("doctor")).toMatchObject({line: "one", join: "shortest", counts: "system", room: 30});
    expect(scenario.arrivals.get("walk-in")?.mix).toEqual([
      {class: "adult", share: 0.95},
      {class: "child", share: 0.05},
    ]);
    expect(scenario.arrivals.get("booked")?.process).toMatchObject({customers: [{at: 32_400}]});
    expect(scenario.classes.get("adult")).toMatchObject({priority: 2, patience: null});
    expect(changes).toContain("stations.desk.servers: { 08:00: 3 }");
    expect(changes).toContain("stations.doctor.join: null");
  });

  test("what a design does not change stays the same object of the base", () => {
    const before = read(CLINIC).designs[0].scenario;
    const reading = designs("compare:\n  a: {}\n  b: { stations.desk.speed: 2 }\n");
    expect(reading.designs[0].scenario).toEqual(before);
    expect(reading.designs[1].scenario).toEqual({
      ...before,
      stations: new Map([...before.stations].map(([name, station]) => [name, name === "desk" ? {...station, speed: 2} : station])),
    });
  });

  test("a range makes one design a value, and two ranges a grid", () => {
    const one = read(CALLS);
    expect(one).toMatchObject({kind: "vary"});
    expect(one.designs.map((design) => design.name)).toEqual([
      "8 agents",
      "9 agents",
      "10 agents",
      "11 agents",
      "12 agents",
      "13 agents",
      "14 agents",
    ]);
    expect(one.designs[6].scenario.stations.get("agents")?.servers.value).toEqual([14]);
    const grid = read(
      CALLS.replace("8 to 14", "8 to 12 by 2\n  stations.agents.service: [ exp 3 min, exp 4 min ]\n  arrivals.calls.busyness: [ cv 5% ]"),
    );
    expect(grid.designs.map((design) => design.name)).toEqual([
      "8 agents, service exp 3 min",
      "8 agents, service exp 4 min",
      "10 agents, service exp 3 min",
      "10 agents, service exp 4 min",
      "12 agents, service exp 3 min",
      "12 agents, service exp 4 min",
    ]);
    expect(grid.designs[0].scenario.arrivals.get("calls")?.busyness).toBe(0.05);
    const rates = read(BANK.replace(/compare:[\s\S]*/, "vary: { arrivals.customers.rate: 40/h to 41/h by 0.5/h }\n"));
    expect(rates.designs.map((design) => design.name)).toEqual(["rate 40/h", "rate 40.5/h", "rate 41/h"]);
  });

  test("--set changes the base of every design, and says where it came from when it is wrong", () => {
    const reading = read(BANK, {
      set: [{path: "stations.tellers.servers", value: "{ 09:00: 4, 12:00: 6 }"}],
      overrides: {seed: "7", replications: 12},
    });
    expect(reading.designs.map((design) => design.scenario.stations.get("tellers")?.servers.value)).toEqual([
      [4, 6],
      [4, 6],
      [4, 6],
      [4, 6],
    ]);
    expect(reading.designs[3].scenario.run).toMatchObject({seed: "7", replications: 12});
    const wrong = read(BANK, {
      set: [
        {path: "stations.tellers.servers", value: "six"},
        {path: "stations.teller.line", value: "each"},
      ],
    });
    expect(wrong.problems.map((problem) => [problem.file, problem.line])).toEqual([
      ["--set stations.teller.line=each", 0],
      ["--set stations.tellers.servers=six", 0],
    ]);
    expect(formatProblems(wrong.problems)).toContain(
      "--set stations.tellers.servers=six › stations › tellers › servers\n  “six” is not a number.\n",
    );
  });

  test("a stop sign in one design is told at that design", () => {
    const reading = read(PRIORITY.replace(/compare:[\s\S]*/, "vary: { stations.counter.servers: 2 to 4 }\n"));
    expect(reading.problems.map((problem) => problem.stop)).toEqual([true, true]);
    expect(reading.problems[0].found).toContain("“2 counter”: 2 servers bring less work than customers do (3.6 erlangs)");
    expect(reading.designs).toHaveLength(3);
  });
});

describe("meaning", () => {
  test("three servers for 3.6 erlangs are stopped with the remedy in numbers", () => {
    const text =
      "arrivals: { patients: { rate: 54/h } }\nstations:\n  triage:\n    servers: 3\n    service: exp 4 min\nrun: { length: 100 h }\n";
    expect(formatProblems(readScenario(text, "triage.yaml", {language: "en"}).problems)).toBe(
      "triage.yaml:4:5 › stations › triage › servers\n  3 servers bring less work than customers do (3.6 erlangs): in the long run the line only grows.\n" +
        "  Use at least 4 servers, bring the mean service time below 3 min 20 s, or give opening hours.\n",
    );
  });

  test("the same overload on a day, or with patience, is a warning", () => {
    const day =
      "opening: 09:00 to 11:00\narrivals: { patients: { rate: 54/h } }\nstations: { triage: { servers: 3, service: exp 4 min } }\n";
    expect(read(day).problems).toEqual([]);
    expect(read(day).warnings[0].found).toContain("09:00 to 11:00 (at worst 3.6 erlangs for 3 servers)");
    const patient =
      "arrivals: { patients: { rate: 54/h, patience: exp 5 min } }\nstations: { triage: { servers: 3, service: exp 4 min } }\nrun: { length: 100 h }\n";
    expect(read(patient).problems).toEqual([]);
    expect(read(patient).warnings).toHaveLength(1);
  });

  test("clockwork may be full: arrivals and services that never vary", () => {
    expect(
      read(
        "arrivals: { parts: { every: always 2 min } }\nstations: { machine: { servers: 1, service: always 2 min } }\nrun: { length: 100 h }\n",
      ).problems,
    ).toEqual([]);
    expect(
      read(
        "arrivals: { parts: { every: always 2 min } }\nstations: { machine: { servers: 1, service: exp 2 min } }\nrun: { length: 100 h }\n",
      ).problems,
    ).toHaveLength(1);
  });

  test("a rule that nothing follows is mentioned", () => {
    const found = (station: string) =>
      read(
        `opening: 09:00 to 10:00\narrivals: { people: { rate: 9/h } }\nstations: { desk: { servers: 2, service: exp 3 min, ${station} } }\n`,
      ).warnings.map((warning) => warning.path[2]);
    expect(found("join: shortest, switch: 2 shorter")).toEqual(["join", "switch"]);
    expect(found("line: each, join: at random, ties: random")).toEqual(["ties"]);
    expect(found("line: each, join: nearest, counts: waiting")).toEqual(["counts"]);
    expect(found("room: 1")).toEqual(["room"]);
    expect(found("order: priority")).toEqual(["order"]);
    expect(found("line: each, ties: random, counts: waiting")).toEqual([]);
  });

  test("priorities nobody looks at are mentioned, once", () => {
    const unused = read(PRIORITY.replace("priority }", "last come }"));
    expect(unused.warnings.map((warning) => warning.found)).toEqual([
      "A class says a priority, but no station looks at it: everybody is called first come, first served, or as `order` says.",
    ]);
    expect(read(PRIORITY).warnings).toEqual([]);
  });

  test("offered load follows the clock: 45 an hour of 6 min are 4.5 erlangs", () => {
    const loads = offeredLoad(scenarioOf(BANK));
    expect(loads).toHaveLength(8);
    for (const load of loads)
      expect(load).toMatchObject({station: "tellers", servers: 5, erlangs: expect.closeTo(4.5, 12), occupancy: expect.closeTo(0.9, 12)});
  });

  test("offered load counts repeat visits by the traffic equations", () => {
    const text = `arrivals: { parts: { rate: 6/h } }
stations: { mill: { servers: 2, service: exp 5 min }, test: { servers: 1, service: exp 2 min } }
routes: { line: { cut: { at: mill }, check: { at: test, then: { 80%: leave, 20%: cut } } } }
run: { length: 100 h }
`;
    const [mill, bench] = offeredLoad(scenarioOf(text));
    expect(mill.erlangs).toBeCloseTo((6 / 60 / 0.8) * 5, 12);
    expect(bench.erlangs).toBeCloseTo((6 / 60 / 0.8) * 2, 12);
  });

  test("who is on a break, at lunch or not yet there is no server, and the speed is that of those who are there", () => {
    const text = `opening: 08:00 to 12:00
arrivals: { people: { rate: 6/h } }
stations:
  desk:
    people: { Anna: {}, Bert: { from: 08:00 to 10:00, speed: 50% }, Chen: { break: 08:30 for 30 min } }
    break: 08:45 for 30 min
    lunch: { from: 10:00 to 11:30, length: 30 min }
    service: always 5 min
    afterwork: always 1 min
`;
    const loads = offeredLoad(scenarioOf(text));
    // Bert has gone home when his turn for lunch comes: Anna goes at 10:00, Chen at 10:30.
    expect(loads.map((load) => load.servers)).toEqual([2, 2.25, 1, 2]);
    const pace = [1.625 / 2, 1.875 / 2.25, 1, 1];
    expect(loads.map((load) => load.erlangs)).toEqual(pace.map((speed) => expect.closeTo((6 / 60) * (5 / speed + 1), 12)));
    const skipped = offeredLoad(scenarioOf(text.replace("    service", "    breaks: skip when behind\n    service")));
    expect(skipped.map((load) => load.servers)).toEqual([3, 3, 1, 2]);
  });

  test("a ramp brings the area under its lines", () => {
    const text =
      "opening: 09:00 to 11:00\narrivals: { people: { rate: { ramp: { 09:00: 0/h, 11:00: 60/h } } } }\nstations: { desk: { servers: 2, service: always 1 min } }\n";
    expect(offeredLoad(scenarioOf(text)).map((load) => load.erlangs)).toEqual([expect.closeTo(15 / 60, 12), expect.closeTo(45 / 60, 12)]);
  });
});

describe("said back", () => {
  test.each(Object.keys(GOOD_FILES) as (keyof typeof GOOD_FILES)[])("check says all of %s in both languages", (name) => {
    const reading = read(GOOD_FILES[name]);
    const english = sayCheck(reading, "en"),
      chinese = sayCheck(reading, "zh");
    for (const design of reading.designs) expect(english).toContain(design.name);
    for (const goal of reading.designs[0].scenario.goals) expect(chinese).toContain(goal.text);
    expect(english).not.toMatch(/undefined|NaN|\[object/);
    expect(chinese).not.toMatch(/undefined|NaN|\[object/);
    expect(english).toContain("erlangs");
    expect(chinese).toContain("爱尔朗");
  });

  test("the bank's defaults are spelled out", () => {
    const said = sayCheck(read(BANK), "en").replaceAll(/\s+/g, " ");
    for (const words of [
      "Every day begins empty.",
      "first come, first served",
      "There is room for everyone.",
      "counting people waiting and in service; the leftmost among equals",
      "busyness cv 0%",
      "4.50 5 90%",
    ]) {
      expect(said).toContain(words);
    }
  });

  test("labels cannot move the cursor", () => {
    const said = sayCheck(read(BANK.replace("one line: {}", '"one\\eline": {}')), "en");
    expect(said).not.toContain("\u001b");
  });
});

describe("what is shipped", () => {
  test("the page about the file lists every word as the reader knows it", () => {
    const page = readFileSync(new URL("../../docs/scenario-file.md", import.meta.url), "utf8");
    expect(page.endsWith(referenceTables())).toBe(true);
  });

  test("the page's own example reads without problems", () => {
    const page = readFileSync(new URL("../../docs/scenario-file.md", import.meta.url), "utf8");
    const example = page.split("```yaml\n")[1].split("```")[0];
    expect(read(example)).toMatchObject({problems: [], warnings: [], kind: "compare"});
  });

  test("the committed JSON Schema is the one the reader reads by", () => {
    const committed = readFileSync(new URL("../../schema/scenario.schema.json", import.meta.url), "utf8");
    expect(committed).toBe(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
    expect(JSON.parse(committed).$schema).toContain("draft-07");
  });

  test.each([
    "bank-one-line-or-five",
    "bank-call-centre-1999",
    "counter-staffing",
    "priority-counter",
    "eye-clinic-morning",
    "service-desk-with-appointments",
  ])("scenarios/%s.yaml reads cleanly", (name) => {
    const reading = read(readFileSync(new URL(`../../scenarios/${name}.yaml`, import.meta.url), "utf8"));
    expect(formatProblems(reading.problems)).toBe("");
    expect(reading.designs.length).toBeGreaterThan(1);
    expect(reading.question).toMatch(/\?$/);
  });

  test.each(INIT_KINDS)("init %s gives a file that reads without problems, in both languages alike", (kind) => {
    const english = read(initScenario(kind, "en")),
      chinese = read(initScenario(kind, "zh"));
    expect(formatProblems(english.problems)).toBe("");
    const unnamed = ({designs}: typeof english) => designs.map(({changes, scenario}) => ({changes, scenario: {...scenario, name: ""}}));
    expect(unnamed(chinese)).toEqual(unnamed(english));
    expect(chinese.name).toMatch(/[\u4e00-\u9fff]/);
    expect(chinese.question).toMatch(/？$/);
    const schema = "./node_modules/waitline/schema/scenario.schema.json";
    expect(initScenario(kind, "en", schema).split("\n")[0]).toBe(`# yaml-language-server: $schema=${schema}`);
    expect(initScenario(kind, "en")).not.toMatch(/^# yaml-language-server/m);
    expect(initScenario(kind, "zh")).toContain("waitline schema > scenario.schema.json");
  });

  test("the fingerprint sees meaning, not blanks", () => {
    const {hash} = read(BANK);
    expect(read(BANK.replace("rate: 45/h", "rate:   45 / h   # measured").replace("exp 25 min", "exp 1500 s")).hash).toBe(hash);
    expect(read(BANK.replace("45/h", "46/h")).hash).not.toBe(hash);
  });
});

describe("words of later versions are refused politely", () => {
  test.each([
    ["plan", "stations: { tills: { servers: 6, service: exp 3 min } }\nplan: { staff: tills }"],
    ["shifts", "stations: { tills: { servers: 6, service: exp 3 min } }\nshifts: { long: { length: 8 h } }"],
    ["people", "stations: { tills: { servers: 6, service: exp 3 min } }\npeople: { anna: {} }"],
    ["stock", "stations: { tills: { servers: 6, service: exp 3 min } }\nstock: { beds: 5 }"],
  ])("%s", (word, lines) => {
    const {problems} = read(`opening: 08:00 to 20:00\narrivals: { people: { rate: 70/h } }\n${lines}\n`);
    expect(problems).toHaveLength(1);
    expect(problems[0].found).toContain(`\`${word}\` comes with a later version`);
    expect(problems[0].stop).toBeUndefined();
  });
});
