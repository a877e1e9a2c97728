import {describe, expect, test} from "vitest";
import {theoryChart} from "../../src/report/charts/theory-chart.ts";
import {renderTheory} from "../../src/report/theory-page.ts";
import {parseKendall} from "../../src/theory/kendall.ts";
import {askTheory} from "../../src/twin/theory-answer.ts";
import type {TheoryResult} from "../../src/wording/theory.ts";
import {printUnit} from "../../src/wording/quantity.ts";

const SECONDS = printUnit("s", 10);

function result(servers: number, perHour: number): TheoryResult {
  const answer = askTheory({
    stated: parseKendall(`M/M/${servers}`),
    queue: {
      arrivals: {kind: "poisson", rate: perHour / 3600},
      service: {kind: "exponential", mean: 360},
      servers,
      room: Infinity,
      patience: null,
      isFirstCome: true,
    },
    within: 20,
    percentiles: [0.9],
    promise: [],
    vary: null,
    allLevels: true,
    withCurve: true,
  });
  return {schemaVersion: 1, version: "0", command: "theory", commandLine: "waitline theory <b>", ...answer};
}

describe("the page of theory", () => {
  const page = renderTheory(result(3, 20), "en");

  test("opens with the answer, then the curves of waits and of those served in time, the chosen point marked in both", () => {
    expect(page.indexOf("<h1>The mean wait is 2.667")).toBeGreaterThan(0);
    expect(page.indexOf("<h1>")).toBeLessThan(page.indexOf("<svg"));
    const [english] = page.split('lang="zh-Hans">\n<header>');
    expect(english.match(/<figure>/g)).toHaveLength(2);
    expect(english.match(/class="crossing"/g)).toHaveLength(4); // wide and narrow
    expect(english.indexOf("<svg")).toBeLessThan(english.indexOf("Gans, Koole and Mandelbaum"));
  });

  test("speaks both languages, runs no script, escapes what was typed, and holds its numbers", () => {
    expect(page).toContain("平均等待");
    expect(page).toContain("waitline theory &lt;b&gt;");
    expect(page).toMatch(/default-src &#39;none&#39;/);
    expect(page.match(/<script/g)).toHaveLength(1);
    const [, data] = /<script type="application\/json" id="waitline-theory">(.*?)<\/script>/s.exec(page)!;
    expect(JSON.parse(data)).toEqual(JSON.parse(JSON.stringify(result(3, 20))));
  });

  test("of an overloaded place begins its curve where the line ends at all", () => {
    const overloaded = renderTheory(result(2, 25), "en");
    expect(overloaded).toContain("<h1>Overloaded: the line grows for ever; at least 3 servers are needed.</h1>");
    expect(overloaded).toContain("<svg");
    expect(overloaded).not.toMatch(/NaN|Infinity|undefined/);
  });
});

describe("a curve", () => {
  const chart = {
    unit: SECONDS,
    isShare: false,
    varied: "servers",
    variedScale: 1,
    bound: {value: 20, label: "promised 20 s"},
  };
  const draw = (values: (number | null)[], chosen: number | null, width = 358) =>
    theoryChart(
      {
        ...chart,
        endless: values.includes(null) ? "nothing drawn: the line grows for ever" : null,
        points: values.map((value, i) => ({at: i + 1, value})),
        chosen: chosen === null ? null : {at: chosen, label: `${values[chosen - 1]} s`},
      },
      "en",
      width,
    ).text;

  test("draws only numbers, inside its box, for whatever the formulas say", () => {
    for (const values of [
      [null, null, 30, 5, 1],
      [0, 0, 0],
      [1e9, 10, 1, 0.1],
      [5, 5],
      [null, null],
      [1, 2, 4, 8, 1e7],
    ])
      for (const width of [358, 520]) {
        const svg = draw(values, values.findIndex((value) => value !== null) + 1 || null, width);
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
        for (const [, x] of svg.matchAll(/\sc?x1?="(-?[\d.]+)"/g)) {
          expect(Number(x)).toBeGreaterThanOrEqual(0);
          expect(Number(x)).toBeLessThanOrEqual(width);
        }
        for (const [, y] of svg.matchAll(/\sc?y1?="(-?[\d.]+)"/g)) expect(Number(y)).toBeGreaterThanOrEqual(0);
      }
  });

  test("stands higher where the wait is longer, and says so where it has no end", () => {
    const heights = [...draw([40, 20, 10], null).matchAll(/<circle class="look"[^>]* cy="([\d.]+)"/g)].map(([, y]) => Number(y));
    expect(heights[0]).toBeLessThan(heights[1]);
    expect(heights[1]).toBeLessThan(heights[2]);
    expect(draw([null, 20, 10], null)).toContain("grows for ever");
    expect(draw([40, 20, 10], null)).not.toContain("grows for ever");
  });

  test("a line that runs away does not squash the chosen point", () => {
    const svg = draw([1e6, 30, 8, 2], 3);
    const [, y] = /class="crossing"[^>]* cy="([\d.]+)"/.exec(svg)!;
    expect(Number(y)).toBeLessThan(250 - 46 - 20); // clear of the axis
  });
});
