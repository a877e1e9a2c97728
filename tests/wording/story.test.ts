/** The story of one customer and the trace of all, of a few customers whose fate can be worked out by hand. */
import {expect, test} from "vitest";
import {compileModel} from "../../src/model/compile.ts";
import {traceReplication} from "../../src/replication/trace.ts";
import type {Language} from "../../src/wording/language.ts";
import {storyOf} from "../../src/wording/story.ts";
import {traceText} from "../../src/wording/trace.ts";
import {fixed, type GivenScenario, type GivenStation, scenarioOf} from "../builders.ts";

const AT_NINE = 9 * 3600;

/** Customers come at nine and so many seconds, each with so much work and patience. */
const place = (people: [number, number, number?][], station: GivenStation): GivenScenario => ({
  opening: [AT_NINE, AT_NINE + 3600],
  arrivals: {list: people.map(([at, service, patience]) => ({at: AT_NINE + at, service, patience: patience ?? null}))},
  station: {service: fixed(60), ...station},
});

function told(given: GivenScenario, number: number, language: Language = "en"): string {
  const model = compileModel(scenarioOf(given));
  return storyOf(model, traceReplication(model, 0), 1, number, language).join(" ").replaceAll("\u00a0", " ");
}

const lanes = place(
  [
    [0, 600],
    [0, 60],
    [10, 60, 300],
    [20, 45],
    [65, 30],
  ],
  {line: "each", servers: 2},
);

test("who chose the slower lane is passed by those of the other, and gives up", () => {
  expect(told(lanes, 3)).toBe(
    "Customer 3 of replication 1 came at 09:00:10. They saw nobody waiting in lane 1 and 1 being served, and joined lane 1. " +
      "2 who came later were called first: 4 and 5. At 09:05:10, after 5 min, their patience was over and they gave up.",
  );
  expect(told(lanes, 3, "zh")).toBe(
    "第 1 次重复的第 3 位顾客于 09:00:10 到来。 第 1 队有 0 人排队、1 人正在接受服务，加入第 1 队。 有 2 位后来者先被叫到：4 和 5。 09:05:10，等了 5 分后失去耐心，放弃离开。",
  );
});

test("who passed them is told so", () => {
  expect(told(lanes, 4)).toBe(
    "Customer 4 of replication 1 came at 09:00:20. They saw nobody waiting in lane 2 and 1 being served, and joined lane 2. " +
      "They were called before one who had come earlier: 3. At 09:01, after 40 s, they were called to place 2. " +
      "Their service took 45 s; it ended at 09:01:45.",
  );
});

test("people who switch say from where to where", () => {
  expect(told({...lanes, station: {...lanes.station, switch: 2}}, 3)).toContain("At 09:02:15 they moved from lane 1 to lane 2.");
});

test("a full room and a closed door are told", () => {
  const full = place(
    [
      [0, 60],
      [10, 60],
    ],
    {room: 1},
  );
  expect(told(full, 2)).toBe("Customer 2 of replication 1 came at 09:00:10. There was no room: they were refused and left.");
  const late = {
    ...place(
      [
        [3500, 300],
        [3590, 60],
      ],
      {},
    ),
    closing: "turn away the waiting" as const,
  };
  expect(told(late, 2)).toContain("At 10:00, after 10 s, they were turned away: the place closed.");
});

test("there is no story of somebody who never came", () => {
  expect(() => told(lanes, 6)).toThrow("there are 5 customers, not 6");
});

test("a trace has a line for each visit, in seconds, and names that hold a comma stand in quotation marks", () => {
  const named: GivenScenario = {
    ...place([], {}),
    arrivals: {
      "a, b": {
        list: [
          {at: AT_NINE, service: 60},
          {at: AT_NINE + 10, service: 60, patience: 20},
        ],
      },
    },
  };
  const model = compileModel(scenarioOf(named));
  expect(traceText(model, traceReplication(model, 0)).split("\n")).toEqual([
    "customer,class,isCounted,station,outcome,appointmentAt_s,joinedAt_s,calledAt_s,startedAt_s,leftAt_s,waitTime_s,serviceTime_s,sojournTime_s,patience_s,lane,server,waitingAhead,inServiceAhead,slips,skips,switches,interruptions",
    '1,"a, b",true,counter,served,,32400,32400,32400,32460,0,60,60,,,,0,0,0,0,0,0',
    '2,"a, b",true,counter,gave up,,32410,,,32430,20,,20,20,,,0,1,0,0,0,0',
    "",
  ]);
});
