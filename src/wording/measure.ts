/**
 * The measures we speak of, by one name each: where a result keeps them, which way is better, and what people call them.
 * Alternatives are tried in order, because a single station is also the whole visit and a class may have no give-ups.
 */
import type {Population} from "../estimate/estimate.ts";
import type {Both, Language} from "./language.ts";
import {duration} from "./quantity.ts";

export interface Measure {
  id: string;
  metrics: readonly string[];
  statistics: readonly string[];
  populations: readonly (Population | null)[];
  /** Which way is better for those who wait or pay; null: neither. */
  better: "less" | "more" | null;
  /** In a sentence, or over a picture. */
  name: Both;
  /** Over a narrow column; null: the name will do. */
  short: Both | null;
}

const WHO: readonly (Population | null)[] = ["all", null, "served"];

function wait(id: string, statistic: string, en: string, zh: string, short: [en: string, zh: string] | null = null): Measure {
  return {
    id,
    metrics: ["waitTime"],
    statistics: [statistic],
    populations: WHO,
    better: "less",
    name: {en, zh},
    short: short === null ? null : {en: short[0], zh: short[1]},
  };
}
function simple(
  id: string,
  metrics: string[],
  better: "less" | "more" | null,
  en: string,
  zh: string,
  short: [en: string, zh: string] | null = null,
): Measure {
  return {
    id,
    metrics,
    statistics: ["share", "mean", "total"],
    populations: WHO,
    better,
    name: {en, zh},
    short: short === null ? null : {en: short[0], zh: short[1]},
  };
}

export const MEAN_WAIT = wait("mean-wait", "mean", "mean wait", "平均等待时间", ["mean wait", "平均等待"]);
export const MEDIAN_WAIT = wait("median-wait", "p50", "half wait longer than", "等待时间中位数");
export const TAIL_WAIT = wait("tail-wait", "p90", "one in ten waits longer than", "每十人有一人等待超过", [
  "worst tenth over",
  "最久一成超过",
]);
export const P95_WAIT = wait("p95-wait", "p95", "one in twenty waits longer than", "每二十人有一人等待超过", [
  "worst 1 in 20 over",
  "最久 1/20 超过",
]);
export const P99_WAIT = wait("p99-wait", "p99", "one in a hundred waits longer than", "每百人有一人等待超过", [
  "worst 1 in 100 over",
  "最久 1/100 超过",
]);
export const SD_WAIT = wait("sd-wait", "sd", "standard deviation of the wait", "等待时间标准差");
export const GAVE_UP = simple("gave-up", ["abandonShare", "gaveUpShare"], "less", "give up", "放弃率");
export const REFUSED = simple("refused", ["blockShare", "refusedShare"], "less", "refused, no room", "被拒率", ["refused", "被拒率"]);
export const BALKED = simple("balked", ["balkShare"], "less", "balk: turn round at the line", "见队离去率", ["balk", "见队离去"]);
export const TURNED_AWAY = simple("turned-away", ["turnedAwayShare"], "less", "turned away at closing", "关门时未获服务", [
  "turned away",
  "未获服务",
]);
/** All kinds together: who came and was not served. `Facts` adds them up. */
export const LOST = simple(
  "lost",
  ["lostShare"],
  "less",
  "lost: gave up, balked, refused or turned away",
  "流失率（放弃、见队离去、被拒或未获服务）",
  ["lost", "流失率"],
);
/** Who comes, a second: what designs must share to be ranked. */
export const ARRIVAL_RATE = {...simple("arrival-rate", ["arrivalRate"], null, "people who come", "来客数"), statistics: ["mean"]};
export const OVERTAKEN = simple("overtaken", ["overtakenShare", "overtaken"], "less", "overtaken by a later arrival", "被后来者超越", [
  "overtaken",
  "被超越",
]);
export const SLIPS = simple("slips", ["slips"], "less", "slips: later arrivals called first", "被超越次数", ["slips", "被超越次数"]);
export const REGRET = simple("regret", ["regretShare"], "less", "chose a line with more work ahead than another", "选了更慢的队", [
  "chose a slower line",
  "选错队",
]);
export const SWITCHES = simple("switches", ["switches"], "less", "changes of line", "换队次数", ["switches", "换队次数"]);
/** How unlike a fair part of the staff is what each gets (RAQFM); less is fairer. */
export const DISCRIMINATION = {
  ...simple("discrimination", ["discrimination"], "less", "discrimination (standard deviation)", "歧视（标准差）", [
    "discrimination",
    "歧视",
  ]),
  statistics: ["sd"],
};
export const WORST_TENTH = wait("worst-tenth", "worst tenth", "mean wait of the worst tenth", "最久一成的平均等待", [
  "worst tenth, mean",
  "最久一成平均",
]);
export const GINI = wait("gini", "gini", "Gini index of waits", "等待的基尼系数", ["Gini", "基尼系数"]);
export const IDLE_WAITING = {
  ...simple("idle-waiting", ["idleWhileWaiting"], "less", "idle while somebody waits", "有人等待时闲置", ["idle beside waiters", "闲置"]),
  statistics: ["share"],
};
export const QUEUE = simple("queue", ["queueLength"], "less", "people waiting", "排队人数");
export const IN_SYSTEM = simple("in-system", ["numberInSystem"], "less", "people in the place", "在场人数");
export const OCCUPANCY = simple("occupancy", ["occupancy"], null, "occupancy of the staff", "占用率", ["occupancy", "占用率"]);
export const STAFFED = {
  ...simple("staffed", ["staffedTime"], "less", "staffed time", "在岗工时", ["staff", "工时"]),
  statistics: ["total", "mean"],
};
export const SERVERS = {...simple("servers", ["servers"], null, "staff on duty", "在岗人数"), statistics: ["mean"]};
export const OVERTIME = simple("overtime", ["overtime", "overtimeTime"], "less", "overtime after closing", "关门后加班");
/** Not in every result: only where there is an appointment book. */
export const WAIT_FROM_ARRIVAL = {
  ...simple("wait-from-arrival", ["waitFromArrival"], "less", "wait from arrival, earliness included", "自到达起的等待（含早到）", [
    "from arrival",
    "自到达起",
  ]),
  statistics: ["mean"],
};
export const EARLY = {
  ...simple("early", ["earlyTime"], null, "waiting before the appointment", "预约前的等候", ["before the appointment", "预约前"]),
  statistics: ["mean"],
};
export const IDLE = {
  ...simple("idle", ["idleTime"], "less", "idle, whole session", "全时段空闲", ["idle, whole session", "全时段空闲"]),
  statistics: ["mean"],
};
export const IDLE_TO_THE_LAST = {
  ...simple("idle-to-the-last", ["idleTimeUntilLast"], "less", "idle until the last patient", "至最后一人的空闲", [
    "idle until the last",
    "至最后一人的空闲",
  ]),
  statistics: ["mean"],
};
export const OVERTIME_MEAN = {
  ...simple("overtime-mean", ["overtime"], "less", "overtime after closing", "关门后加班", ["overtime", "加班"]),
  statistics: ["mean"],
};
export const OVERTIME_SHARE = simple("overtime-share", ["overtimeShare"], "less", "days with overtime", "加班的日子", [
  "days with overtime",
  "加班日比例",
]);

/** Mean wait of one position in the book, "3 of patients". */
export const waitAt = (position: string): Measure => ({
  ...simple(`wait-at-${position}`, ["waitByPosition"], "less", `wait of number ${position}`, `第 ${position} 位的等待`),
  statistics: [position],
});

export const COST = {...simple("cost", ["cost", "totalCost", "costs"], "less", "cost", "费用"), statistics: ["total", "mean"]};
export const SOJOURN = {...simple("sojourn", ["sojournTime"], "less", "time in the place", "逗留时间"), statistics: ["mean"]};
export const THROUGHPUT = {
  ...simple("throughput", ["throughput"], "more", "served an hour", "每小时服务人数"),
  statistics: ["mean", "share", "total"],
};

/** Share of people who wait at most so long, whether they are served then or give up. */
export function waitWithin(seconds: number): Measure {
  const [en, zh] = [duration(seconds, "en"), duration(seconds, "zh")];
  return {
    id: `wait-within-${seconds}`,
    metrics: ["waitTime"],
    statistics: [`within ${seconds} s`],
    populations: WHO,
    better: "more",
    name: {en: `wait at most ${en}`, zh: `等待不超过 ${zh}`},
    short: {en: `wait ≤ ${en}`, zh: `等待 ≤ ${zh}`},
  };
}

/** Service level: share of those served or lost to impatience who were served within so long. */
export function servedWithin(seconds: number): Measure {
  const [en, zh] = [duration(seconds, "en"), duration(seconds, "zh")];
  return {
    id: `served-within-${seconds}`,
    metrics: ["serviceLevel"],
    statistics: [`within ${seconds} s`],
    populations: WHO,
    better: "more",
    name: {en: `served within ${en}`, zh: `${zh}内得到服务`},
    short: {en: `served ≤ ${en}`, zh: `服务 ≤ ${zh}`},
  };
}

const NOUNS: Record<string, Both> = {
  "median-wait": {en: "median wait", zh: "等待时间中位数"},
  "p99-wait": {en: "wait that one in a hundred exceeds", zh: "每百人中最久一人的等待"},
  "tail-wait": {en: "wait that one in ten exceeds", zh: "每十人中最久一人的等待"},
  "p95-wait": {en: "wait that one in twenty exceeds", zh: "每二十人中最久一人的等待"},
  "gave-up": {en: "share who give up", zh: "放弃率"},
  balked: {en: "share who balk", zh: "见队离去率"},
  refused: {en: "share refused", zh: "被拒率"},
  "turned-away": {en: "share turned away at closing", zh: "关门时未获服务的比例"},
  lost: {en: "share lost", zh: "流失率"},
  overtaken: {en: "share overtaken", zh: "被后来者超越的比例"},
  regret: {en: "share who chose a slower line", zh: "选了更慢的队的比例"},
};

/** A measure as the subject of a sentence: "mean wait", "share who give up". */
export function nounOf(measure: Measure, language: Language): string {
  return (NOUNS[measure.id] ?? measure.name)[language];
}

/** The part of the day behind a row, as printed: an en dash between the times. */
export function periodText(period: string): string {
  return period.replace("-", "–");
}

const POPULATION: Record<Population, Both> = {
  all: {en: "all", zh: "全部"},
  served: {en: "served", zh: "已服务"},
  delayed: {en: "delayed", zh: "需排队"},
  "gave up": {en: "gave up", zh: "已放弃"},
};

/** Of whom a number speaks. */
export function populationName(population: Population | null, language: Language): string {
  return population === null ? "" : POPULATION[population][language];
}
