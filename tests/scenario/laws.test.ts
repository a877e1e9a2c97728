/** The laws of chance as a file says them, and as `waitline check` says them back. */
import {expect, test} from "vitest";
import type {Law} from "../../src/random/law.ts";
import {Refusal} from "../../src/scenario/message.ts";
import {TableFiles} from "../../src/scenario/reading/csv-file.ts";
import {parseLaw} from "../../src/scenario/reading/law-phrase.ts";
import {readScenario} from "../../src/scenario/reading/read-scenario.ts";
import {sayCheck} from "../../src/wording/check.ts";
import {lawText} from "../../src/wording/law.ts";
import {BANK} from "./good-files.ts";

const files = new TableFiles(() => "minutes,seconds\n1,30\n2,90\n");
const law = (text: string): Law => parseLaw(text, files);

const EXP_2: Law = {kind: "exponential", mean: 120};
const EIGHTY_TWENTY: Law = {
  kind: "mix",
  parts: [
    {share: 0.8, law: EXP_2},
    {share: 0.2, law: {kind: "fixed", value: 720}},
  ],
};
const sometimes = (share: number, then: Law): Law => ({
  kind: "mix",
  parts: [
    {share, law: then},
    {share: 1 - share, law: {kind: "fixed", value: 0}},
  ],
});

test.each<[string, Law]>([
  ["from times.csv column seconds interpolated", {kind: "interpolated", values: [30, 90], tail: 0}],
  ["from times.csv column minutes in h with a tail of 1", {kind: "interpolated", values: [3600, 7200], tail: 1}],
  ["triangular 2 min to 9 min peak 4 min", {kind: "triangular", from: 120, peak: 240, to: 540}],
  ["triangular 2 min to 2 min peak 2 min", {kind: "fixed", value: 120}],
  ["normal 5 min sd 1 min at least 0 min", {kind: "truncated", law: {kind: "normal", mean: 300, sd: 60}, from: 0, to: null}],
  ["exp 6 min at least 1 min at most 20 min", {kind: "truncated", law: {kind: "exponential", mean: 360}, from: 60, to: 1200}],
  ["exp 6 min at most 20 min at least 1 min", {kind: "truncated", law: {kind: "exponential", mean: 360}, from: 60, to: 1200}],
  ["always 6 min at most 20 min", {kind: "fixed", value: 360}],
  ["exp 2 min plus always 1 min", {kind: "sum", parts: [EXP_2, {kind: "fixed", value: 60}]}],
  ["exp 2 min + always 1 min + exp 2 min", {kind: "sum", parts: [EXP_2, {kind: "fixed", value: 60}, EXP_2]}],
  ["always 2 min plus always 1 min", {kind: "fixed", value: 180}],
  ["always 1 min plus 80% exp 2 min + 20% always 12 min", {kind: "sum", parts: [{kind: "fixed", value: 60}, EIGHTY_TWENTY]}],
  ["exp 2 min plus exp 2 min in all at most 9 min", {kind: "truncated", law: {kind: "sum", parts: [EXP_2, EXP_2]}, from: null, to: 540}],
  ["80% exp 2 min + 20% always 12 min, in all at most 20 min", {kind: "truncated", law: EIGHTY_TWENTY, from: null, to: 1200}],
  [
    "20% exp 2 min at most 4 min plus always 1 min + 80% from times.csv column minutes",
    {
      kind: "mix",
      parts: [
        {
          share: 0.2,
          law: {
            kind: "sum",
            parts: [
              {kind: "truncated", law: EXP_2, from: null, to: 240},
              {kind: "fixed", value: 60},
            ],
          },
        },
        {share: 0.8, law: {kind: "empirical", values: [60, 120]}},
      ],
    },
  ],
  [
    "exp 2 min then 70% exp 2 min then 40% exp 2 min",
    {kind: "sum", parts: [EXP_2, sometimes(0.7, {kind: "sum", parts: [EXP_2, sometimes(0.4, EXP_2)]})]},
  ],
])("%s", (text, expected) => {
  expect(law(text)).toEqual(expected);
});

test("what may be early as well as late may be below zero", () => {
  const late = (text: string) => parseLaw(text, files, "any sign");
  expect(late("normal 0 min sd 5 min")).toEqual({kind: "normal", mean: 0, sd: 300});
  expect(late("normal -2 min sd 5 min at least -10 min")).toEqual({
    kind: "truncated",
    law: {kind: "normal", mean: -120, sd: 300},
    from: -600,
    to: null,
  });
  expect(late("uniform -5 min to 5 min")).toEqual({kind: "uniform", from: -300, to: 300});
  expect(late("triangular -10 min to 5 min peak -1 min")).toEqual({kind: "triangular", from: -600, peak: -60, to: 300});
  expect(late("always -3 min")).toEqual({kind: "fixed", value: -180});
  for (const text of ["normal 0 min sd 5 min", "uniform -5 min to 5 min", "always -3 min"]) expect(() => law(text)).toThrow(Refusal);
});

test("a file's name may hold what means something elsewhere", () => {
  const files = new TableFiles((name) => (name === "counter 3+4, 2026-11 at most.csv" ? "time at desk\n1\n2\n" : "minutes\n9\n"));
  expect(parseLaw("from counter 3+4, 2026-11 at most.csv column time at desk in min", files)).toEqual({
    kind: "empirical",
    values: [60, 120],
  });
  expect(parseLaw("from 20261121093000.csv column minutes", files)).toEqual({kind: "empirical", values: [540]});
});

test("a law by its phases is a mapping, in any unit of time", () => {
  const file = (per: string, rates: string) =>
    BANK.replace("lognormal 6 min cv 0.8", `{ start: [60%, 40%], rates: ${rates}, per: ${per} }`);
  const reading = readScenario(file("h", "[[-3, 1], [0, -2]]"), "bank.yaml", {language: "en"});
  expect(reading.problems).toEqual([]);
  expect(reading.designs[0].scenario.stations.get("tellers")?.service).toEqual({
    kind: "phaseType",
    start: [0.6, 0.4],
    rates: [
      [-3 / 3600, 1 / 3600],
      [0, -2 / 3600],
    ],
  });
});

test.each<[string, string, string]>([
  ["triangular 2 min to 9 min peak 4 min", "triangular from 2 min to 9 min, most likely 4 min, mean 5 min", "三角分布"],
  [
    "exp 6 min at least 1 min at most 20 min",
    "exponential, mean 6 min, but only the times from 1 min to 20 min (the others are left out, not cut to the limit; then mean 6 min 10 s, cv 0.715)",
    "其余舍去",
  ],
  [
    "normal 5 min sd 1 min at least 0 min",
    "normal, mean 5 min, standard deviation 1 min, but only the times of at least 0 s (the others are left out, not cut to the limit; then mean 5 min, cv 0.2)",
    "正态分布",
  ],
  ["exp 2 min plus always 1 min", "exponential, mean 2 min plus always 1 min; mean 3 min in all", "合计均值 3 min"],
  [
    "exp 2 min then 70% exp 5 min",
    "exponential, mean 2 min, and in 70% of cases then exponential, mean 5 min; mean 5 min 30 s in all",
    "70% 的情况下再加指数分布",
  ],
  [
    "exp 2 min then 70% exp 5 min then 40% exp 1 min",
    "exponential, mean 2 min, and in 70% of cases then exponential, mean 5 min, and in 40% of these then exponential, mean 1 min; mean 5 min 47 s in all",
    "其中 40% 再加指数分布",
  ],
  ["from times.csv column seconds interpolated", "lines between 2 measured times from 30 s to 1 min 30 s, mean 1 min", "线性插值"],
  [
    "from times.csv column seconds with tail of 1",
    "lines between 2 measured times, an exponential tail in place of the 1 largest, mean 1 min",
    "指数尾部",
  ],
])("%s, said back", (text, english, chinese) => {
  expect(lawText(law(text), "en")).toBe(english);
  expect(lawText(law(text), "zh")).toContain(chinese);
});

test("check says the law of a station back", () => {
  const reading = readScenario(BANK.replace("lognormal 6 min cv 0.8", "triangular 2 min to 9 min peak 4 min"), "bank.yaml", {
    language: "en",
  });
  expect(sayCheck(reading, "en").replace(/\s+/g, " ")).toContain("service triangular from 2 min to 9 min, most likely 4 min, mean 5 min");
});
