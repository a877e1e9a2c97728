import {describe, expect, test} from "vitest";
import {ERLANG_C} from "../../src/theory/erlang-c.ts";
import {parseKendall} from "../../src/theory/kendall.ts";
import type {Promised} from "../../src/twin/promise.ts";
import type {OneLine} from "../../src/twin/solve-queue.ts";
import {askTheory, type TheoryQuestion} from "../../src/twin/theory-answer.ts";
import {pointColumns, rateText, sayTheory, sourcesOf, type TheoryResult, valueText} from "../../src/wording/theory.ts";
import {displayWidth} from "../../src/wording/width.ts";

const blanks = (text: string) => text.replaceAll("\u00a0", " ");
const exact = (measure: "waitTimeSeconds" | "servedWithinShare", value: number | null) =>
  blanks(valueText({measure, value, kind: ERLANG_C.kind}, "en"));

function result(notation: string, change: Partial<OneLine> = {}, more: Partial<TheoryQuestion> = {}): TheoryResult {
  const stated = parseKendall(notation);
  const queue: OneLine = {
    arrivals: {kind: "poisson", rate: 20 / 3600},
    service: {kind: "exponential", mean: 360},
    servers: stated.servers ?? 3,
    room: Infinity,
    patience: null,
    isFirstCome: true,
    ...change,
  };
  const question = {stated, queue, within: 20, percentiles: [0.9], promise: [], vary: null, allLevels: true, withCurve: false, ...more};
  return {schemaVersion: 1, version: "0", command: "theory", commandLine: "waitline theory", ...askTheory(question)};
}

const twentyAt80: Promised = {kind: "served within", share: 0.8, within: 20};
const QUEUES: [string, TheoryResult][] = [
  ["Erlang C", result("M/M/3")],
  ["overload", result("M/M/1")],
  ["Erlang A", result("M/M/3+M", {patience: {kind: "exponential", mean: 120}})],
  ["Erlang B", result("M/M/3/3", {room: 3}, {promise: [{kind: "blocked", share: 0.01}]})],
  ["a finite room", result("M/M/3/8", {room: 8})],
  ["a population", result("M/M/2//8", {servers: 2, arrivals: {kind: "population", members: 8, away: {kind: "exponential", mean: 7200}}})],
  ["two moments", result("M/M/3", {service: {kind: "two moments", mean: 360, squaredCV: 0.5}})],
  [
    "a neighbour",
    result("M/G/3+M", {service: {kind: "two moments", mean: 360, squaredCV: 0.5}, patience: {kind: "exponential", mean: 120}}),
  ],
  ["no formula", result("M/G/3/9", {service: {kind: "two moments", mean: 360, squaredCV: 0.5}, room: 9})],
  ["a promise", result("M/M/9", {}, {promise: [twentyAt80, {kind: "wait", mean: 30}, {kind: "occupancy", share: 0.85}]})],
  ["a promise unkept", result("M/M/3", {}, {promise: [{kind: "abandoned", share: 0.01}]})],
  ["a range", result("M/M/3", {}, {vary: {what: "servers", values: [2, 3, 4].map((value) => ({value, text: `${value}`}))}})],
];

describe("numbers", () => {
  test("a share short of everybody is never told as 100 %, nor a rare one as nobody", () => {
    expect(exact("servedWithinShare", 1)).toBe("100 %");
    expect(exact("servedWithinShare", 0.9999999)).toBe("more than 99.99 %");
    expect(exact("servedWithinShare", 1e-9)).toBe("less than 0.0001 %");
    expect(exact("servedWithinShare", 0)).toBe("0 %");
  });

  test("what has no end is said to have none; a wait near nothing is not nothing", () => {
    expect(exact("waitTimeSeconds", null)).toBe("without end");
    expect(exact("waitTimeSeconds", 1e-7)).toBe("less than 0.001 s");
    expect(exact("waitTimeSeconds", 160)).toBe("2.667 min");
  });

  test("an approximation is told with fewer digits than an exact value", () => {
    expect(blanks(valueText({measure: "waitTimeSeconds", value: 160, kind: "approximate"}, "en"))).toBe("2.67 min");
  });

  test("rates are by the hour, by the day where they are slow, by the minute where they are quick", () => {
    expect(rateText(20 / 3600, "en")).toBe("20 customers an hour");
    expect(rateText(1 / 86400, "en")).toBe("1 customer a day");
    expect(rateText(3, "en")).toBe("180 customers a minute");
    expect(rateText(20 / 3600, "zh")).toBe("每小时 20 人");
  });
});

describe.each(QUEUES)("%s", (_, one) => {
  test("is said in both languages, without a number that is none, inside the width", () => {
    for (const language of ["en", "zh"] as const) {
      const text = blanks(sayTheory(one, language, 90));
      expect(text).not.toMatch(/undefined|NaN|Infinity|\[0\]|#|null|\(\)|（）/);
      for (const line of text.split("\n")) if (!line.startsWith("  ")) expect(displayWidth(line)).toBeLessThanOrEqual(90);
      expect(/[\u4e00-\u9fff]/.test(text)).toBe(language === "zh");
    }
  });

  test("names a source for every formula that its lines name", () => {
    const sources = sourcesOf(one);
    for (const row of [...one.rows, ...one.beside]) expect(sources.map(({row: known}) => known.formula.en)).toContain(row.formula.en);
    for (const {row} of sources) expect(row.source.length).toBeGreaterThan(10);
  });
});

test("a promise is told with what one fewer gives, the rule of the square root, and what the notation has", () => {
  const text = blanks(sayTheory(result("M/M/9", {}, {promise: [twentyAt80]}), "en", 400));
  expect(text).toMatch(/^4 servers keep the promise: 84\.44 % served within 20 s, mean wait 31\.3 s\./);
  expect(text).toContain("One fewer, 3: 57.96 % served within 20 s, mean wait 2.667 min.");
  expect(text).toMatch(/As written, 9: 99\.98 % served within 20 s, .* more than enough\./);
  expect(text).toContain("Square-root rule: 4 = 2 + 1.41 √2");
});

test("a share within a time is no column where the formula knows it of overloaded points alone", () => {
  const servers = (values: number[]) => values.map((value) => ({value, text: `${value}`}));
  const general = {service: {kind: "two moments", mean: 360, squaredCV: 0.5}} as const;
  const columns = (change: Partial<OneLine>, values: number[]) =>
    pointColumns(result("M/G/3", change, {vary: {what: "servers", values: servers(values)}}).vary!.points).map(({measure}) => measure);
  expect(columns({}, [1, 3])).toContain("servedWithinShare");
  expect(columns(general, [1, 3])).not.toContain("servedWithinShare");
  expect(columns(general, [1, 2])).toContain("servedWithinShare");
});
