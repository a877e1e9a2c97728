/** Facts about service levels. The day is the well-known one of 1000 answered and 60 abandoned calls. */
import fc from "fast-check";
import {expect, test} from "vitest";
import {type ServiceLevelDefinition, serviceLevel} from "../../src/theory/service-level.ts";
import "./closeness.ts";

const DAY = {answered: 1000, abandoned: 60, answeredWithin: 860, abandonedWithin: 20, abandonedShort: 10};
const DEFINITIONS: ReadonlyArray<readonly [ServiceLevelDefinition, number]> = [
  ["answeredOrGone", 880 / 1060],
  ["answeredOfAnswered", 860 / 1000],
  ["answeredOfOffered", 860 / 1060],
  ["answeredOfAllButGone", 860 / 1040],
  ["answeredOrShort", 870 / 1060],
  ["answeredOfAllButShort", 860 / 1050],
];

test.each(DEFINITIONS)("one day, by %s: %d", (definition, level) => {
  expect(serviceLevel(DAY, definition)).toBe(level);
});

test("without abandonment all six are one number", () => {
  fc.assert(
    fc.property(fc.integer({min: 1, max: 1e6}), fc.double({min: 0, max: 1, noNaN: true}), (answered, share) => {
      const day = {answered, abandoned: 0, answeredWithin: Math.floor(answered * share), abandonedWithin: 0};
      for (const [definition] of DEFINITIONS) expect(serviceLevel(day, definition)).toBe(day.answeredWithin / answered);
    }),
  );
});

test("each lies between 0 and 1, and the strict one is the lowest", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({min: 0, max: 1000}), {minLength: 6, maxLength: 6}), ([inTime, late, gone, left, short, blocked]) => {
      const day = {
        answered: inTime + late,
        abandoned: gone + left,
        answeredWithin: inTime,
        abandonedWithin: gone,
        abandonedShort: Math.min(short, gone),
        blocked,
      };
      const strict = serviceLevel(day, "answeredOfOffered");
      for (const [definition] of DEFINITIONS) {
        const level = serviceLevel(day, definition);
        if (Number.isNaN(level)) continue;
        expect(level).toBeGreaterThanOrEqual(strict);
        expect(level).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test("whoever was refused counts against the service, unless only the answered count", () => {
  expect(serviceLevel({...DAY, blocked: 1060}, "answeredOfOffered")).toBe(860 / 2120);
  expect(serviceLevel({...DAY, blocked: 1060}, "answeredOfAnswered")).toBe(0.86);
});

test("over nobody it is not a number", () => {
  for (const [definition] of DEFINITIONS) {
    expect(serviceLevel({answered: 0, abandoned: 0, answeredWithin: 0, abandonedWithin: 0}, definition)).toBeNaN();
  }
});

test("more in time than at all is refused", () => {
  expect(() => serviceLevel({...DAY, answeredWithin: 1001}, "answeredOfOffered")).toThrow(
    new RangeError("answeredWithin must lie between 0 and answered (1000), got 1001"),
  );
  expect(() => serviceLevel({...DAY, abandonedWithin: -1}, "answeredOfOffered")).toThrow(
    "abandonedWithin must lie between 0 and abandoned (60), got -1",
  );
  expect(() => serviceLevel({...DAY, answered: Number.NaN}, "answeredOfOffered")).toThrow("answered must be 0 or more and finite, got NaN");
  expect(() => serviceLevel({...DAY, blocked: -1}, "answeredOfOffered")).toThrow("blocked must be 0 or more and finite, got -1");
});
