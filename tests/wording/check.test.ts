import {expect, test} from "vitest";
import {readScenario} from "../../src/scenario/reading/read-scenario.ts";
import {sayCheck} from "../../src/wording/check.ts";

const place = `name: desk
opening: 09:00 to 17:00
arrivals: { c: { rate: 20/h, patience: exp 10 min } }
stations: { s: { servers: 3, service: exp 5 min } }
`;
const checked = (more: string, language: "en" | "zh" = "en") =>
  sayCheck(readScenario(place + more, "desk.yaml", {language}), language).replace(/\s+/g, " ");

test("designs that change only the place serve the same customers", () => {
  expect(checked("vary: { stations.s.servers: [3, 4] }\n")).toContain("every design serves the same customers");
  expect(checked("vary: { stations.s.servers: [3, 4] }\n", "zh")).toContain("各方案服务同一批顾客");
});

test("designs that change who comes are not said to serve the same customers", () => {
  const text = checked("vary: { arrivals.c.rate: [20/h, 30/h] }\n");
  expect(text).toContain("the designs change who comes, so not all serve the same customers");
  expect(text).not.toContain("every design serves the same customers");
});

test("a file with one design says nothing about designs", () => {
  expect(checked("")).not.toContain("serves the same customers");
});
