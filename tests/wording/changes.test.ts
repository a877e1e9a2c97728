/** What a design changes, in words. */
import {expect, test} from "vitest";
import {changesText} from "../../src/wording/changes.ts";

test("what a design takes out of the book is told in words, not as null", () => {
  const changes = ["arrivals.patients.book.every: null", "arrivals.patients.book.spread: at random", "arrivals.patients.late: null"];
  expect(changesText(changes, "en")).toBe("no fixed times; no appointments: people come when they like; nobody is late");
  expect(changesText(changes, "zh")).toBe("没有固定时刻；不预约，随机到来；没有人迟到");
});

test("what is put in is told with its value, and what has no words as the file says it", () => {
  expect(changesText(["arrivals.patients.book.start: 2", "arrivals.patients.absent: 10%"], "en")).toBe(
    "2 booked at the start; 10% stay away",
  );
  expect(changesText(["arrivals.patients.late: normal 2 min"], "en")).toBe("arrivals.patients.late: normal 2 min");
});
