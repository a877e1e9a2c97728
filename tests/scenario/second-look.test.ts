/** What a careful colleague mentions: options without effect, priorities nobody looks at, overload that does not go away. */
import {describe, expect, test} from "vitest";
import {readScenario, type ReadOptions} from "../../src/scenario/reading/read-scenario.ts";
import {parseGoal} from "../../src/scenario/reading/goal-phrase.ts";

const DAY = `name: Branch
opening: 08:30 to 16:30
arrivals: { people: { rate: 60/h } }
stations: { desks: { servers: 5, service: exp 4 min } }
run: { replications: 30 }
`;
const VARY = `${DAY}vary: { stations.desks.servers: 3 to 7 }\n`;
const read = (text: string, options: Partial<ReadOptions> = {}) => readScenario(text, "day.yaml", {language: "en", ...options});
const warned = (text: string) => read(text).warnings.map(({found, remedy}) => `${found} ${remedy}`);

describe("--set", () => {
  const set = [{path: "stations.desks.servers", value: "10"}];

  test("the file as it stands takes it, though the designs vary the same path", () => {
    const {designs, problems, asked} = read(VARY, {set, alone: true});
    expect(problems).toEqual([]);
    expect(designs.map(({scenario}) => scenario.stations.get("desks")?.servers.value)).toEqual([[10]]);
    expect(asked).toBe(5);
  });

  test("the file as it stands has its own number, not the first of vary", () => {
    expect(read(VARY, {alone: true}).designs.map(({name, scenario}) => [name, scenario.stations.get("desks")?.servers.value])).toEqual([
      ["5 desks", [5]],
    ]);
  });

  test.each(["en", "zh"] as const)("on a path that every design changes it is refused with a remedy (%s)", (language) => {
    const {designs, problems} = read(VARY, {set, language});
    expect(designs).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0].found).toMatch(language === "en" ? /changes nothing/ : /不起作用/);
    expect(problems[0].remedy).toContain("waitline run");
  });

  test("on another path, or one that only some designs change, it holds", () => {
    expect(read(VARY, {set: [{path: "arrivals.people.rate", value: "50/h"}]}).designs).toHaveLength(5);
    expect(read(`${DAY}compare: { as it is: {}, six: { stations.desks.servers: 6 } }\n`, {set}).problems).toEqual([]);
  });

  test("an empty value is refused", () => {
    expect(read(DAY, {set: [{path: "stations.desks.servers", value: " "}]}).problems.map(({found}) => found)).toEqual([
      'Nothing stands behind the "=".',
    ]);
  });
});

describe("priorities", () => {
  const vip = (classes: string, order = "") =>
    DAY.replace("rate: 60/h", "rate: 60/h, mix: { vip: 20%, other: 80% }").replace("exp 4 min", `exp 4 min${order}`) + classes;

  test("are mentioned where no station looks at them, 1 for all included", () => {
    expect(warned(vip("classes: { vip: { priority: 1 } }\n"))).toEqual([expect.stringContaining("no station looks at it")]);
    expect(warned(vip("classes: { vip: { priority: 1 }, other: { priority: 2 } }\n"))).toHaveLength(1);
  });

  test("are not mentioned where a station, or one design, looks at them", () => {
    expect(warned(vip("classes: { vip: { priority: 1 }, other: { priority: 2 } }\n", ", order: priority"))).toEqual([]);
    const compared = `${vip("classes: { vip: { priority: 1 }, other: { priority: 2 } }\n")}compare: { now: {}, then: { stations.desks.order: priority } }\n`;
    expect(warned(compared)).toEqual([]);
    expect(read(compared, {alone: true}).warnings).toEqual([]);
  });
});

describe("overload of a day", () => {
  const rates = (table: string, servers = "5") => DAY.replace("60/h", table).replace("servers: 5", `servers: ${servers}`);

  test("for some hours is normal, and these hours are told by the half hour", () => {
    const [warning] = warned(rates("{ 08:30: 30/h, 11:30: 90/h, 14:00: 30/h }"));
    expect(warning).toContain("11:30 to 14:00");
    expect(warning).toContain("For some hours of a day that is normal");
  });

  test("that lasts until closing is not called normal", () => {
    const [warning] = warned(rates("{ 08:30: 10/h, 14:30: 90/h }"));
    expect(warning).toContain("14:30 to 16:30");
    expect(warning).toContain("lasts until closing");
    expect(warning).not.toContain("normal");
  });

  test("of the whole day says that the line grows all day", () => {
    const [warning] = warned(rates("{ 08:30: 200/h, 16:00: 10/h }"));
    expect(warning).toContain("grows all day");
    expect(warning).not.toContain("normal");
  });

  test("is said once when all designs share it, and names the designs when only some do", () => {
    const busy = rates("{ 08:30: 30/h, 11:30: 90/h, 14:00: 30/h }");
    const both = warned(`${busy}compare: { one: {}, each: { stations.desks: { line: each } } }\n`);
    expect(both).toHaveLength(1);
    expect(both[0]).toMatch(/^At “desks”/);
    const some = warned(`${busy}compare: { one: {}, more: { stations.desks.servers: 9 } }\n`);
    expect(some).toHaveLength(1);
    expect(some[0]).toMatch(/^“one”: At “desks”/);
  });

  test("says of each design what comes of it there", () => {
    const late = rates("{ 08:30: 10/h, 14:30: 90/h }");
    const told = warned(
      `${late}compare: { one: {}, each: { stations.desks: { line: each } }, shut: { closing: turn away the waiting } }\n`,
    );
    expect(told).toHaveLength(2);
    expect(told[0]).toMatch(/^“one”, “each”: .* those inside are served after closing/);
    expect(told[1]).toMatch(/^“shut”: .* those who wait at closing are sent away/);
  });
});

describe("goals", () => {
  test.each([
    ["mean wait under 4 minutes", "mean wait at most 4 min"],
    ["mean wait less than 240 seconds", "mean wait at most 4 min"],
    ["80% of vip wait less than 5 minutes", "80% of vip wait at most 5 min"],
    ["80% of customers wait no more than 5 min", "80% of customers wait at most 5 min"],
    ["80% of customers wait within 5 min", "80% of customers wait at most 5 min"],
    ["95th percentile wait within 1 hour", "95th percentile wait at most 60 min"],
    ["less than 3% of customers give up", "at most 3% of customers give up"],
  ])("%s means %s", (said, meant) => {
    expect({...parseGoal(said), text: ""}).toEqual({...parseGoal(meant), text: ""});
    expect(parseGoal(said).text).toBe(said);
  });

  test("answered within stays what it was", () => {
    expect(parseGoal("80% of calls answered within 20 s")).toMatchObject({metric: "serviceLevel", within: 20, bound: 0.8});
  });
});

describe("a word that can do nothing is told", () => {
  const place = (station: string, slowly = "walk: 2.5 times as long") => `opening: 09:00 to 17:00
arrivals: { people: { rate: 40/h, mix: { few: 5%, many: 95% } } }
classes: { few: { ${slowly} } }
stations: { counter: { servers: 4, service: exp 4 min${station} } }
run: { replications: 30 }
`;
  test.for([
    ["slow walkers with nowhere to walk", place(""), /`walk` has no effect: no walk/],
    ["windows that everybody can use", place(", accessible: { few: 4 }", ""), /`accessible` has no effect: there are never more than 4/],
  ] as const)("%s", ([, text, words]) => {
    expect(warned(text)).toEqual([expect.stringMatching(words)]);
  });
  test("and not where it does something", () => {
    expect(warned(place(", walk: { first: 3 s }, accessible: { few: 1 }"))).toEqual([]);
    expect(warned(place(", line: each, switch: { shorter: 2, cost: 5 s }"))).toEqual([]);
  });
});
