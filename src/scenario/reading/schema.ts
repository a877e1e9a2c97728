/**
 * The one place that describes the file: its sections, the larger ones each from a file of its own. Checks, types, the editor's
 * completion and the reference page come from here.
 */
import type {z} from "zod";
import * as defaults from "../defaults.ts";
import {Refusal} from "../message.ts";
import type {Closing} from "../scenario.ts";
import type {TableFiles} from "./csv-file.ts";
import {describeSource} from "./describe-arrivals.ts";
import {describeClass} from "./describe-class.ts";
import {describeCosts} from "./describe-costs.ts";
import {describeGoals} from "./describe-goals.ts";
import {describeRun} from "./describe-run.ts";
import {describeStation} from "./describe-station.ts";
import {describeStep} from "./describe-step.ts";
import {choice, leaf, named, object, phrase} from "./meaning.ts";
import * as say from "./messages.ts";
import {parseOpening} from "./phrase.ts";

const CLOSINGS: readonly Closing[] = ["finish everyone", "turn away the waiting", "carry over"];

/** The schema of a file; `files` serves `from times.csv column minutes`. */
export function describeFile(files: TableFiles) {
  return {
    name: phrase({en: "What the place is called", zh: "场所名称", example: "Branch 12, one line or five"}, (text) =>
      text.trim().slice(0, 200),
    ).optional(),
    opening: phrase(
      {
        en: "When the place opens and closes; nothing said: it never closes, and the answer is the long run",
        zh: "营业时间；不写则从不关门，回答长期情况",
        example: "09:00 to 17:00",
      },
      parseOpening,
    ).optional(),
    closing: choice(CLOSINGS, {
      en: "What happens to those still waiting when the place closes",
      zh: "关门时如何处理仍在等待的人",
      default: defaults.CLOSING,
      example: "finish everyone",
    }).optional(),
    arrivals: named(
      "arrivals",
      {en: "Who comes, by source", zh: "谁会来（按来源）", example: "{ customers: { rate: 45/h } }"},
      describeSource(files),
    ),
    classes: named(
      "classes",
      {en: "Classes of customers that differ", zh: "有区别的顾客类别", example: "{ urgent: { priority: 1 } }"},
      describeClass(files),
    ).optional(),
    stations: named(
      "stations",
      {en: "Where they are served", zh: "在哪里接受服务", example: "{ tellers: { servers: 5, service: exp 6 min } }"},
      describeStation(files),
    ),
    routes: named(
      "routes",
      {
        en: "Where customers go, step by step; one station needs none",
        zh: "顾客逐步去哪里；只有一个服务台时不用写",
        example: "{ visit: { check: { at: counters } } }",
      },
      named(
        "route",
        {en: "The steps of one route, in order", zh: "一条路线的各步骤，按顺序", example: "{ check: { at: counters }, pay: { at: till } }"},
        describeStep(files),
      ),
    ).optional(),
    goals: describeGoals().optional(),
    costs: describeCosts().optional(),
    run: describeRun().optional(),
    compare: leaf(
      {
        en: "Designs to compare with the first: a name, and the paths that change",
        zh: "要比较的方案：名称和改变的路径；第一个是基准",
        example: "{ one line: {}, five lines: { stations.tellers: { line: each } } }",
      },
      {type: "object", additionalProperties: {type: ["object", "null"]}},
      (raw) => raw,
    ).optional(),
    vary: leaf(
      {
        en: "Paths and the values they take; several paths make a grid",
        zh: "要变化的路径和取值；多条路径构成网格",
        example: "{ stations.agents.servers: 8 to 14 }",
      },
      {type: "object", additionalProperties: {type: ["string", "array"]}},
      (raw) => raw,
    ).optional(),
    assumed: leaf(
      {
        en: "Paths (or sentences) of what is assumed and not measured; the report lists them",
        zh: "属于假设而非测量的路径（或句子）；报告会列出",
        example: "[ arrivals.calls.patience ]",
      },
      {type: "array", items: {type: "string"}},
      (raw) => {
        const items = typeof raw === "string" ? [raw] : raw;
        if (!Array.isArray(items)) throw new Refusal(say.needsList("assumed: [ arrivals.calls.patience ]"));
        return items.map((item, i) => {
          if (typeof item !== "string") throw new Refusal(say.needsText("arrivals.calls.patience"), [String(i)]);
          return item.trim();
        });
      },
    ).optional(),
  };
}

export type FileShape = ReturnType<typeof describeFile>;
export type Section = keyof FileShape;
/** What a file says, section by section; undefined: not said, or not readable. */
export type Sections = {[Key in Section]?: z.output<FileShape[Key]>};

/** The whole file as one schema: for the editor. */
export function fileSchema(files: TableFiles) {
  return object(
    "file",
    {
      en: "A Waitline scenario: a place where people wait, and the question about it",
      zh: "Waitline 情景：人们等待的场所及其问题",
      example: "see docs/scenario-file.md",
    },
    describeFile(files),
  );
}

export const SECTIONS: readonly Section[] = [
  "name",
  "opening",
  "closing",
  "arrivals",
  "classes",
  "stations",
  "routes",
  "goals",
  "costs",
  "run",
  "compare",
  "vary",
  "assumed",
];
