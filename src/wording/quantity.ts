/** Values with their units: seconds become the unit people would use, shares become percent, money keeps its currency. */
import {HOUR, MINUTE} from "../units.ts";
import type {Language} from "./language.ts";
import {type Precision, decimalsFor, fixed, plain, roundUp} from "./number.ts";

/** What a number is printed in: its divisor, its word and how many decimals make sense at the most. */
export interface PrintUnit {
  divisor: number;
  word: Record<Language, string>;
  most: number;
}

const SECOND_UNIT: PrintUnit = {divisor: 1, word: {en: "s", zh: "秒"}, most: 1};
const MINUTE_UNIT: PrintUnit = {divisor: MINUTE, word: {en: "min", zh: "分钟"}, most: 2};
const HOUR_UNIT: PrintUnit = {divisor: HOUR, word: {en: "h", zh: "小时"}, most: 2};
const PERCENT: PrintUnit = {divisor: 0.01, word: {en: "%", zh: "%"}, most: 2};
const POINTS: PrintUnit = {divisor: 0.01, word: {en: "points", zh: "个百分点"}, most: 2};
const PEOPLE: PrintUnit = {divisor: 1, word: {en: "people", zh: "人"}, most: 2};
const SERVERS: PrintUnit = {divisor: 1, word: {en: "servers", zh: "人"}, most: 2};
const PER_CUSTOMER: PrintUnit = {divisor: 1, word: {en: "per customer", zh: "次/人"}, most: 2};
const INDEX: PrintUnit = {divisor: 1, word: {en: "", zh: ""}, most: 3};
const PER_HOUR: PrintUnit = {divisor: 1 / HOUR, word: {en: "an hour", zh: "人/小时"}, most: 2};

/** A value and its half width stay on one line. */
export const PLUS_MINUS = "\u00a0±\u00a0";

/** The unit for numbers as large as this one. Times: seconds below 90 s, minutes below 90 min, hours beyond. */
export function printUnit(unit: string, size: number): PrintUnit {
  switch (unit) {
    case "s":
      return size < 1.5 * MINUTE ? SECOND_UNIT : size < 1.5 * HOUR ? MINUTE_UNIT : size < 10 * HOUR ? HOUR_UNIT : {...HOUR_UNIT, most: 1};
    case "share":
      return PERCENT;
    case "people":
      return PEOPLE;
    case "servers":
      return SERVERS;
    case "per customer":
      return PER_CUSTOMER;
    case "index":
      return INDEX;
    case "people/s":
      return PER_HOUR;
    default:
      return {divisor: 1, word: {en: unit, zh: unit}, most: size < 100 ? 2 : 0};
  }
}

/** The unit of a difference: percentages differ by points. */
export function differenceUnit(unit: string, size: number): PrintUnit {
  return unit === "share" ? POINTS : printUnit(unit, size);
}

/** "5 min", "83 %"; Chinese closes up the percent sign. */
export function withUnit(number: string, unit: PrintUnit, language: Language): string {
  const word = unit.word[language];
  return word === "" || (language === "zh" && word === "%") ? number + word : `${number}\u00a0${word}`;
}

/** "3.1 ± 0.2 min", "83 % ± 2 %", "0"; a value too small for its decimals is "less than 0.01 min". */
export function interval(
  value: number,
  halfWidth: number | null,
  unit: PrintUnit,
  language: Language,
  precision: Precision = "sentence",
): string {
  if (value === 0 && (halfWidth === null || halfWidth === 0)) return withUnit("0", unit, language);
  const v = value / unit.divisor;
  const h = halfWidth === null ? null : halfWidth / unit.divisor;
  const decimals = decimalsFor(v, h, precision, unit.most);
  const told = fixed(v, decimals);
  const spread = h === null ? null : fixed(h, decimals);
  const isNothing = (text: string) => !/[1-9]/.test(text);
  if (isNothing(told) && (spread === null || isNothing(spread))) return lessThan(Math.abs(value), unit, language);
  if (spread === null || isNothing(spread)) return withUnit(told, unit, language);
  return unit.word.en === "%"
    ? `${withUnit(told, unit, language)}${PLUS_MINUS}${withUnit(spread, unit, language)}`
    : withUnit(`${told}${PLUS_MINUS}${spread}`, unit, language);
}

/** "0.5 to 8.1 min": the two ends of an interval. */
export function range(least: number, most: number, unit: PrintUnit, language: Language): string {
  const decimals = decimalsFor(most / unit.divisor, (most - least) / 2 / unit.divisor, "sentence", unit.most);
  const [from, to] = [least, most].map((end) => fixed(end / unit.divisor, end === 0 ? 0 : decimals));
  return withUnit(language === "zh" ? `${from} 至 ${to}` : `${from} to ${to}`, unit, language);
}

/** A number found, as `EstimateRow` and `GoalVerdict` hold it. */
export interface Found {
  unit: string;
  value: number;
  halfWidth: number | null;
  low?: number | null;
  high?: number | null;
}

/** Half the scale: an interval this wide says nothing about a share. */
const USELESS_SHARE = 0.5;

export type Shape = {kind: "plain"} | {kind: "unsure"} | {kind: "useless"} | {kind: "lopsided"; low: number; high: number};

/**
 * How a number can honestly be told: with ±; by its two ends where ± would reach below nothing or hide that one side is twice
 * as long; as a rough figure where there is no interval; or not at all, where the interval is as wide as half the scale.
 */
export function shapeOf({unit, value, halfWidth, low = null, high = null}: Found): Shape {
  if (halfWidth === null) return value === 0 ? {kind: "plain"} : {kind: "unsure"};
  if (halfWidth === 0) return {kind: "plain"};
  if (unit === "share" && halfWidth >= USELESS_SHARE) return {kind: "useless"};
  const isNested = low !== null && high !== null && low <= value && value <= high;
  const least = isNested ? low : value - halfWidth,
    most = isNested ? high : value + halfWidth;
  const isBeyond = value >= 0 && (least < 0 || (unit === "share" && most > 1));
  const [below, above] = [value - least, most - value];
  if (!isBeyond && halfWidth < Math.abs(value) && below <= 2 * above && above <= 2 * below) return {kind: "plain"};
  const floor = value >= 0 ? Math.max(0, least) : least;
  return {kind: "lopsided", low: floor, high: unit === "share" ? Math.min(1, most) : most};
}

/** "3.1 ± 0.2 min", "0 to 0.3 min", "about 3.7 min", "an unknown share (28 % seen)". */
export function foundText(found: Found, language: Language, precision: Precision = "sentence"): string {
  const shape = shapeOf(found);
  const unit = printUnit(found.unit, Math.abs(found.value));
  const bare = () => withUnit(fixed(found.value / unit.divisor, roughDecimals(found.value / unit.divisor, unit)), unit, language);
  switch (shape.kind) {
    case "plain":
      return interval(found.value, found.halfWidth, unit, language, precision);
    case "unsure":
      return language === "zh" ? `约 ${bare()}` : `about ${bare()}`;
    case "useless":
      return language === "zh" ? `比例未知（所见 ${bare()}）` : `an unknown share (${bare()} seen)`;
    case "lopsided": {
      const wide = printUnit(found.unit, shape.high);
      const isNothing = !/[1-9]/.test(fixed(shape.high / wide.divisor, wide.most));
      return isNothing ? lessThan(shape.high, wide, language) : range(shape.low, shape.high, wide, language);
    }
  }
}

/** Two digits: what a number without an interval can claim at the most. */
export function roughDecimals(value: number, unit: PrintUnit): number {
  return Math.max(0, Math.min(unit.most, decimalsFor(value, null, "sentence", unit.most) - 1));
}

/** "less than 0.1 min": the round number above, never below what one decimal place can show. */
export function lessThan(bound: number, unit: PrintUnit, language: Language): string {
  const round = Math.max(roundUp(bound / unit.divisor), Number(`1e-${unit.most}`));
  const text = withUnit(plain(round, 6), unit, language);
  return language === "zh" ? `不到 ${text}` : `less than ${text}`;
}

/** A length of time as a person would have typed it: "20 s", "5 min", "1.5 h". */
export function duration(seconds: number, language: Language): string {
  const isWhole = (n: number) => Math.abs(n - Math.round(n)) < 1e-9;
  const unit =
    seconds >= 2 * HOUR || (seconds >= HOUR && isWhole(seconds / HOUR))
      ? HOUR_UNIT
      : seconds >= 2 * MINUTE || (seconds >= MINUTE && isWhole(seconds / MINUTE))
        ? MINUTE_UNIT
        : SECOND_UNIT;
  return withUnit(typed(seconds / unit.divisor, 0), unit, language);
}

/** A share as a person would have typed it: 0.8 is "80 %"; 0.99999 is not all. */
export function percent(share: number, language: Language): string {
  return withUnit(share < 0.5 ? typed(share * 100, 0) : typed(share * 100, 100), PERCENT, language);
}

/** With two decimals, or as many as it takes to tell it from `end`. */
function typed(value: number, end: number): string {
  const short = plain(value, 2);
  return Number(short) === end && Math.abs(value - end) > 1e-9 ? plain(value, 9) : short;
}

/** A bound of a goal: a share or a time. */
export function bound(value: number, isShare: boolean, language: Language): string {
  return isShare ? percent(value, language) : duration(value, language);
}
