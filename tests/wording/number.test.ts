import {describe, expect, test} from "vitest";
import {toldColumn} from "../../src/wording/column.ts";
import {decimalsFor, fixed, plain, roundUp} from "../../src/wording/number.ts";
import {duration, interval, lessThan, percent, printUnit} from "../../src/wording/quantity.ts";

const plainBlanks = (text: string) => text.replaceAll("\u00a0", " ");
const time = (value: number, halfWidth: number | null, language: "en" | "zh" = "en") =>
  plainBlanks(interval(value, halfWidth, printUnit("s", value), language));
const share = (value: number, halfWidth: number | null, language: "en" | "zh" = "en") =>
  plainBlanks(interval(value, halfWidth, printUnit("share", value), language));

describe("the half width decides the digits", () => {
  test("in a sentence one digit of it is told, two when it begins with 1", () => {
    expect(time(188.5, 12.8)).toBe("3.1 ± 0.2 min");
    expect(time(188.5, 8.4)).toBe("3.14 ± 0.14 min");
    expect(share(0.8312, 0.0199)).toBe("83 % ± 2 %");
    expect(share(0.821, 0.006)).toBe("82.1 % ± 0.6 %");
  });

  test("in a table two digits of it are told", () => {
    expect(decimalsFor(3.1412, 0.2134, "table")).toBe(2);
    expect(decimalsFor(12.3, 4.6, "table")).toBe(1);
    expect(decimalsFor(1234, 57, "table")).toBe(0);
  });

  test("0.097 is rounded to 0.10 before its digits are counted", () => {
    expect(decimalsFor(1, 0.097, "sentence")).toBe(2);
    expect(decimalsFor(1, 0.0999, "table")).toBe(2);
  });

  test("without a half width three significant digits are told", () => {
    expect(time(188.5, null)).toBe("3.14 min");
    expect(time(3600 * 41.25, null)).toBe("41.3 h");
  });

  test("an uncertainty below the last decimal worth printing is left away in a sentence", () => {
    expect(time(3600 * 40.48, 100)).toBe("40.5 h");
  });
});

describe("units", () => {
  test("times below 90 s are told in seconds, below 90 min in minutes, beyond in hours", () => {
    expect([time(89, 3), time(90, 3), time(5399, 60), time(5400, 360)]).toEqual([
      "89 ± 3 s",
      "1.50 ± 0.05 min",
      "90.0 ± 1.0 min",
      "1.50 ± 0.10 h",
    ]);
  });

  test("Chinese has its own words for units and closes up the percent sign", () => {
    expect(time(188.5, 12.8, "zh")).toBe("3.1 ± 0.2 分钟");
    expect(share(0.8312, 0.0199, "zh")).toBe("83% ± 2%");
  });

  test("a bound is told as a person would have typed it", () => {
    expect([20, 90, 300, 5400, 7200, 3600].map((seconds) => plainBlanks(duration(seconds, "en")))).toEqual([
      "20 s",
      "90 s",
      "5 min",
      "90 min",
      "2 h",
      "1 h",
    ]);
    expect([0.8, 0.025, 1].map((value) => plainBlanks(percent(value, "en")))).toEqual(["80 %", "2.5 %", "100 %"]);
    // What was not everything, or not nothing, is not told as such.
    expect([0.99999, 0.00001, 0].map((value) => plainBlanks(percent(value, "en")))).toEqual(["99.999 %", "0.001 %", "0 %"]);
    expect([0.001, 0].map((value) => plainBlanks(duration(value, "en")))).toEqual(["0.001 s", "0 s"]);
  });

  test("money keeps its currency and has cents only when it is small", () => {
    expect(plainBlanks(interval(2058.7, 15.6, printUnit("EUR", 2058.7), "en"))).toBe("2,059 ± 16 EUR");
    expect(plainBlanks(interval(6.25, 0.031, printUnit("EUR", 6.25), "en"))).toBe("6.25 ± 0.03 EUR");
  });
});

describe("small and odd numbers", () => {
  test("less than a round number above it: 0.072 min is less than 0.1 min", () => {
    expect(plainBlanks(lessThan(0.072 * 60, printUnit("s", 138), "en"))).toBe("less than 0.1 min");
    expect(plainBlanks(lessThan(0.072 * 60, printUnit("s", 138), "zh"))).toBe("不到 0.1 分钟");
    expect([0.072, 0.1, 0.11, 0.21, 6].map(roundUp)).toEqual([0.1, 0.1, 0.2, 0.5, 10]);
  });

  test("what rounds to nothing is said to be small, and nothing itself is 0", () => {
    expect(share(0.00001, 0.000002)).toBe("less than 0.01 %");
    expect(share(0, 0)).toBe("0 %");
    expect(fixed(-0.001, 2)).toBe("0.00");
  });

  test("negative numbers have a minus sign and thousands are grouped", () => {
    expect(fixed(-1234567.891, 1)).toBe("−1,234,567.9");
    expect(plain(1250, 2)).toBe("1,250");
  });
});

describe("a column of a table", () => {
  test("has one unit and one number of decimals", () => {
    const column = toldColumn(
      [
        {unit: "s", value: 107.4, halfWidth: 3.4},
        {unit: "s", value: 303, halfWidth: 4},
        {unit: "s", value: 2400, halfWidth: 61},
      ],
      "sentence",
    );
    expect(column?.unit.word.en).toBe("min");
    expect(column?.cells).toEqual([
      {value: "1.79", halfWidth: "0.06"},
      {value: "5.05", halfWidth: "0.07"},
      {value: "40.00", halfWidth: "1.02"},
    ]);
  });

  test("never prints an uncertainty of 0.00 for one that is not zero", () => {
    const column = toldColumn(
      [0.02, 0.00001, 0.03].map((halfWidth) => ({unit: "share", value: 0.5, halfWidth})),
      "sentence",
    );
    expect(column?.cells[1]).toEqual({value: "50", halfWidth: "1"});
  });

  test("says nobody where nobody was there, and nothing where there is no such row", () => {
    expect(
      toldColumn([{unit: "s", value: null, halfWidth: null}, null, {unit: "s", value: 10, halfWidth: 1}], "table")?.cells.slice(0, 2),
    ).toEqual(["nobody", null]);
  });
});
