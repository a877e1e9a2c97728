import {expect, test} from "vitest";
import {compileModel} from "../../src/model/compile.ts";
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

test("what is announced counts the after-work, and check says so", () => {
  const text = (more: string) => place.replace("exp 5 min }", `exp 5 min, announces: minutes${more} }`);
  const read = (more: string, language: "en" | "zh" = "en") => readScenario(text(more), "desk.yaml", {language});
  const told = (more: string, language: "en" | "zh" = "en") => sayCheck(read(more, language), language).replace(/\s+/g, " ");
  expect(told("")).toContain("people ahead × mean service ÷ servers of the line");
  expect(told(", afterwork: exp 30 s")).toContain("people ahead × (mean service + after-work) ÷ servers of the line");
  expect(told(", afterwork: exp 30 s", "zh")).toContain("（平均服务时间 + 收尾时间）");
  const announced = (more: string) => compileModel(read(more).designs[0].scenario).stations[0].announcedService;
  expect(announced("")).toBe(300);
  expect(announced(", afterwork: exp 30 s")).toBe(330);
});

test("who is interrupted goes to the head of the line only where the line has one", () => {
  const told = (order: string, language: "en" | "zh" = "en") =>
    sayCheck(
      readScenario(place.replace("exp 5 min }", `exp 5 min, order: ${order}, break: 10:00 for 5 min, breaks: at once }`), "desk.yaml", {
        language,
      }),
      language,
    ).replace(/\s+/g, " ");
  for (const order of ["first come", "last come"]) expect(told(order)).toContain("goes back to the head of the line, to be continued");
  for (const order of ["random", "shortest job", "by appointment"])
    expect(told(order)).toContain("goes back among those who wait, to be continued");
  expect(told("random", "zh")).toContain("手上的顾客回到等待者之中");
});
