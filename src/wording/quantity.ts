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
  const [from, to] = [least, most].map((end) => fixed(end / unit.divisor, decimals));
  return withUnit(language === "zh" ? `${from} 至 ${to}` : `${from} to ${to}`, unit, language);
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
  return withUnit(plain(seconds / unit.divisor, 2), unit, language);
}

/** A share as a person would have typed it: 0.8 is "80 %". */
export function percent(share: number, language: Language): string {
  return withUnit(plain(share * 100, 2), PERCENT, language);
}

/** A bound of a goal: a share or a time. */
export function bound(value: number, isShare: boolean, language: Language): string {
  return isShare ? percent(value, language) : duration(value, language);
}
