import {describe, expect, test} from "vitest";
import {fitted, labelWidth} from "../../src/report/charts/label.ts";
import {hourTicks, niceTop, scale, ticks} from "../../src/report/charts/scale.ts";
import {horizon, longerThan, survivalChart, timeAt} from "../../src/report/charts/survival-chart.ts";
import {standing} from "../../src/report/charts/difference-chart.ts";
import {MEAN_WAIT, OCCUPANCY, servedWithin} from "../../src/wording/measure.ts";
import {bank, relabelled} from "./fixtures.ts";

describe("axes", () => {
  test("ticks are round numbers inside the range", () => {
    expect(ticks(0, 17, 8)).toEqual([0, 2.5, 5, 7.5, 10, 12.5, 15]);
    expect(ticks(-3, 1, 4)).toEqual([-3, -2, -1, 0, 1]);
    expect(ticks(0, 0.3, 3)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(ticks(0, 0, 3)).toEqual([0]);
    expect(ticks(0, Number.NaN, 3)).toEqual([0]);
  });

  test("an axis ends at a tick not below its largest value", () => {
    for (const value of [0.013, 0.9, 1, 5, 6.2, 43, 99.5, 12345]) {
      const top = niceTop(value, 4);
      expect(top).toBeGreaterThanOrEqual(value * 0.999);
      expect(ticks(0, top, 4).at(-1)).toBeCloseTo(top, 9);
    }
    expect(niceTop(0, 4)).toBe(1);
  });

  test("hours of a day are whole and not too many", () => {
    expect(hourTicks(9 * 3600, 17 * 3600, 6)).toEqual([10, 12, 14, 16].map((hour) => hour * 3600));
    expect(hourTicks(7 * 3600, 24 * 3600, 6).length).toBeLessThanOrEqual(6);
  });

  test("a scale without range maps everything to its start", () => {
    expect(scale(5, 5, 10, 90)(7)).toBe(10);
    expect(scale(0, 10, 100, 0)(2.5)).toBe(75);
  });
});

describe("the curve of waits", () => {
  const curve = {design: "a", class: null, population: "all" as const, at: [0, 60, 120, 240], longer: [0.8, 0.4, 0.1, 0]};

  test("is read by straight lines, and its inverse too", () => {
    expect(longerThan(curve, 30)).toBeCloseTo(0.6, 12);
    expect(longerThan(curve, 1000)).toBe(0);
    expect(timeAt(curve, 0.25)).toBeCloseTo(90, 12);
    expect(timeAt(curve, 0.9)).toBe(0);
  });

  test("the picture reaches past the promise even when hardly anybody waits", () => {
    const calm = {...curve, longer: [0.02, 0.01, 0.004, 0]};
    expect(horizon([calm], 20)).toBeGreaterThanOrEqual(60);
  });

  test("one hopeless design does not squash the others", () => {
    const hopeless = {...curve, at: [0, 36_000, 72_000, 144_000]};
    expect(horizon([curve, curve, hopeless], null)).toBeLessThanOrEqual(3 * 240);
  });

  test("draws only numbers, inside its box, for curves that nobody is on", () => {
    for (const longer of [
      [0, 0, 0, 0],
      [1, 1, 1, 1],
      [0.8, 0.4, 0.1, 0],
    ]) {
      const svg = survivalChart(
        [{series: {design: "a", label: "a", mark: "A", class: "s-0", isWinner: false, isLeader: false}, distribution: {...curve, longer}}],
        300,
        "en",
        358,
      ).text;
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
      for (const [, x] of svg.matchAll(/\sc?x1?="(-?[\d.]+)"/g)) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(x)).toBeLessThanOrEqual(358);
      }
    }
  });
});

describe("signs of a difference", () => {
  const row = {...bank().comparisons[0], difference: -5, halfWidth: 1, significant: true as boolean | null};

  test("less wait is better, less service is worse, and occupancy is neither", () => {
    expect(standing(row, MEAN_WAIT)).toBe("better");
    expect(standing(row, servedWithin(20))).toBe("worse");
    expect(standing(row, OCCUPANCY)).toBe("same");
  });

  test("what is not significant has no sign, however large", () => {
    expect(standing({...row, difference: 500, significant: false}, MEAN_WAIT)).toBe("same");
    expect(standing({...row, difference: null, significant: null}, MEAN_WAIT)).toBe("same");
  });
});

describe("labels on paper", () => {
  test("Chinese characters are as wide as they are high", () => {
    expect(labelWidth("等待时间", 12)).toBe(48);
  });

  test("a label that is too long is cut to its room", () => {
    const long = "一条队伍还是五条队伍：第十二支行的设计方案";
    expect(labelWidth(fitted(long, 100, 13), 13)).toBeLessThanOrEqual(100);
    expect(fitted(long, 100, 13)).toMatch(/…$/);
    expect(fitted("short", 100, 13)).toBe("short");
    expect(relabelled(bank(), () => long).designs[0].name).toBe(long);
  });
});
