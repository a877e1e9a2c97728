/** `run`: how to simulate. */
import * as defaults from "../defaults.ts";
import {count, duration, object, phrase} from "./meaning.ts";
import {parseCount, parseDuration} from "./phrase.ts";
import {parseUntil} from "./until-phrase.ts";

export type WarmUp = {kind: "time"; seconds: number} | {kind: "customers"; count: number};

function readWarmUp(text: string): WarmUp {
  if (/^\s*\d+\s*$/.test(text)) return {kind: "customers", count: parseCount(text, 0, 1e9)};
  return {kind: "time", seconds: parseDuration(text)};
}

export function describeRun() {
  return object(
    "run",
    {en: "How to simulate", zh: "如何模拟", example: "{ replications: 400, seed: 2026 }"},
    {
      seed: phrase(
        {en: "Repeats a result exactly", zh: "用于精确重现结果", default: defaults.RUN.seed, example: "2026"},
        (text) => text.trim().slice(0, 100),
        {type: ["integer", "string"]},
      ).optional(),
      replications: count(1, 1_000_000, {
        en: `Days or long runs to simulate; nothing said: ${defaults.RUN.replicationsOfDays} days, or ${defaults.RUN.replicationsOfLongRuns} long runs`,
        zh: "模拟的天数或长期运行次数",
        example: "400",
      }).optional(),
      until: phrase(
        {
          en: `Stop as soon as the interval is this narrow; then \`replications\` is the most there may be (nothing said: ${defaults.RUN.mostDays} days, or ${defaults.RUN.mostLongRuns} long runs)`,
          zh: "区间窄到如此程度即停止；此时 replications 是最多次数",
          example: "±2% of mean wait",
        },
        parseUntil,
        {type: "string"},
      ).optional(),
      length: duration({
        en: "Long run: counted time after the warm-up",
        zh: "长期运行：预热之后计入的时间",
        example: "2000 h",
      }).optional(),
      warmup: phrase(
        {en: "Long run: what is dropped first, a time or a number of customers", zh: "长期运行：先舍去的时间或顾客数", example: "100 h"},
        readWarmUp,
        {type: ["string", "integer"]},
      ).optional(),
      customers: count(1, 1_000_000_000, {
        en: "Long run: counted customers, instead of a length",
        zh: "长期运行：计入的顾客数（代替 length）",
        example: "100000",
      }).optional(),
    },
  );
}
