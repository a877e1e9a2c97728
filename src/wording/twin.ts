/** What formulas say beside the simulation: one line a station, or why there is none. */
import type {Result, TwinRow} from "../comparison/comparison.ts";
import type {Reason} from "../twin/reason.ts";
import {type Both, capitalised, type Language, listed, quoted} from "./language.ts";
import {fixed} from "./number.ts";
import {duration, foundText, printUnit, withUnit} from "./quantity.ts";

export const REASONS: Record<Reason, Both> = {
  "nobody comes": {en: "nobody comes there", zh: "没有人到那里"},
  busyness: {en: "days differ in how busy they are", zh: "每天的繁忙程度不同"},
  "arrivals by the clock": {en: "arrivals change during the day", zh: "到达率随时间变化"},
  "arrivals of no known kind": {en: "customers come in a way that formulas do not know", zh: "到达方式没有对应的公式"},
  "several sources": {en: "customers of several sources come together, not all at random", zh: "多个来源汇合，且并非都是随机到达"},
  "comes from elsewhere": {
    en: "customers come from other stations that do not pass them on at random",
    zh: "顾客来自其他服务点，而且不是随机到达",
  },
  "staff by the clock": {en: "staff changes during the day", zh: "人数随时间变化"},
  "staff does more than serve": {
    en: "servers take breaks, break down, or need time beside serving",
    zh: "服务员有休息、故障或服务以外的时间",
  },
  "walking time": {en: "the walk to the window holds the server", zh: "走到窗口的时间占用服务员"},
  balking: {en: "customers choose whether to stay", zh: "顾客会选择是否留下"},
  "patience of another kind": {en: "patience of this kind has no formula here", zh: "这种耐心没有对应的公式"},
  "patience differs by class": {en: "classes are patient in different ways", zh: "各类顾客的耐心不同"},
  "patience and room": {en: "patience and a full room together have no formula here", zh: "耐心与容量限制并存时没有对应的公式"},
  "patience and service": {
    en: "people give up and service is not exponential",
    zh: "顾客会放弃，而服务时间不是指数分布",
  },
  "room and service": {en: "the room is limited and service is not exponential", zh: "容量有限，而服务时间不是指数分布"},
  "order by size or due time": {en: "the order goes by the work or by due times", zh: "按工作量或期限排序"},
  "priority grows with the wait": {en: "priority grows with the wait", zh: "优先级随等待增长"},
  "class by class": {en: "classes go forward one at a time", zh: "各类别轮流放行"},
  "kept servers": {en: "some servers are kept for a class", zh: "部分服务员只服务某一类顾客"},
  "windows for some only": {en: "some classes can use some windows only", zh: "某些类别只能用部分窗口"},
  "drops the lowest": {en: "a full line drops its lowest", zh: "满员时丢弃最低级别"},
  "lanes of this kind": {en: "lanes of this kind have no formula", zh: "这种分队方式没有公式"},
  "places at windows": {en: "people wait at the windows too", zh: "窗口前也有人等候"},
  "opens when lines are long": {en: "servers come when lines are long", zh: "队长时增开窗口"},
  "priority with unlike service": {
    en: "classes of different priority bring different work to several servers",
    zh: "多个服务员，而不同优先级的顾客服务时间不同",
  },
  "overloaded with batches": {en: "more work comes than can be done, in batches", zh: "成批到达且超过服务能力"},
  "no formula": {en: "no formula is known", zh: "没有已知的公式"},
};

const METRICS: Record<string, Both> = {
  "waitTime mean all": {en: "mean wait", zh: "平均等待"},
  "waitTime mean served": {en: "mean wait of the served", zh: "得到服务者的平均等待"},
  "waitTime sd all": {en: "standard deviation of waits", zh: "等待的标准差"},
  "sojournTime mean served": {en: "mean time in system", zh: "平均逗留时间"},
  "queueLength mean": {en: "people waiting", zh: "等候人数"},
  "numberInSystem mean": {en: "people waiting and in service", zh: "等候与接受服务的人数"},
  "occupancy share": {en: "occupancy", zh: "占用率"},
  "abandonShare share": {en: "give up", zh: "放弃率"},
  "blockShare share": {en: "refused, no room", zh: "因满员被拒"},
  "throughput mean": {en: "served an hour", zh: "每小时服务人数"},
};

/** "mean wait", "95th percentile of waits", "wait at most 20 s". */
export function twinMeasureName({metric, statistic, population}: TwinRow["measures"][number], language: Language): string {
  const known = METRICS[[metric, statistic, population].filter((part) => part !== null).join(" ")];
  if (known !== undefined) return known[language];
  const percentile = /^p([\d.]+)$/.exec(statistic);
  if (percentile !== null) return language === "zh" ? `等待的第 ${percentile[1]} 百分位数` : `${percentile[1]}th percentile of waits`;
  const within = /^within ([\d.]+) s$/.exec(statistic);
  if (within !== null) {
    const time = duration(Number(within[1]), language);
    if (metric === "serviceLevel") return language === "zh" ? `${time}内得到服务` : `served within ${time}`;
    return language === "zh" ? `等待不超过 ${time}` : `wait at most ${time}`;
  }
  return `${metric} ${statistic}`;
}

/** A formula's number: four digits, or that it has no end. */
export function twinValue({unit, value}: TwinRow["measures"][number], language: Language): string {
  if (value === null) return language === "zh" ? "无穷大" : "without end";
  const print = printUnit(unit, Math.abs(value));
  const size = Math.abs(value / print.divisor);
  const decimals = size === 0 ? 0 : Math.max(0, Math.min(4, 3 - Math.floor(Math.log10(size))));
  return withUnit(fixed(value / print.divisor, decimals), print, language);
}

export const KIND: Record<TwinRow["measures"][number]["kind"], Both> = {
  exact: {en: "exact", zh: "精确"},
  approximate: {en: "approximation", zh: "近似"},
  asymptotic: {en: "in the limit", zh: "渐近"},
  bound: {en: "bound", zh: "界"},
};

/** One design's station in a sentence without its name: "M/M/10+M: simulation 15.3 ± 0.9 s; exact 15.2 s (Erlang A)". */
function twinSentence(twin: TwinRow, language: Language): string {
  if (twin.reason !== null) return language === "zh" ? `没有公式：${REASONS[twin.reason].zh}` : `no formula: ${REASONS[twin.reason].en}`;
  const [first] = twin.measures;
  const name = twinMeasureName(first, language);
  const value = twinValue(first, language);
  const kind = KIND[first.kind][language];
  const formula = first.formula[language];
  if (!twin.isSameQuestion) {
    return language === "zh"
      ? `长期来看${name}会是 ${value}（${twin.model}，${formula}，${kind}）`
      : `in the long run the ${name} would be ${value} (${twin.model}, ${formula}, ${kind})`;
  }
  const simulated = first.simulated === null ? null : foundText({unit: first.unit, ...first.simulated}, language);
  return language === "zh"
    ? `${name}：模拟 ${simulated ?? "无"}；${twin.model} ${kind} ${value}（${formula}）`
    : `${name}: simulation ${simulated ?? "none"}; ${twin.model} ${kind} ${value} (${formula})`;
}

/** Every station of every design; what is said of several designs alike is said once. */
export function twinLines(result: Result, language: Language): string[] {
  const {twins} = result;
  const stations = [...new Set(twins.map(({station}) => station))];
  const lines = new Map<string, string[]>();
  for (const twin of twins) {
    const who = twin.class === null ? "" : `${twin.class}${language === "zh" ? "：" : ": "}`;
    const where = stations.length > 1 ? `${twin.station}${language === "zh" ? "：" : ": "}` : "";
    const text = `${where}${who}${twinSentence(twin, language)}`;
    lines.set(text, [...(lines.get(text) ?? []), twin.design]);
  }
  const isOne = result.designs.length === 1;
  return [...lines].map(([text, designs]) => {
    const isAll = designs.length === result.designs.length;
    const end = language === "zh" ? "。" : ".";
    if (isOne || isAll) return capitalised(text) + end;
    const names = listed(
      designs.map((design) => quoted(design, language)),
      language,
    );
    return `${names}${language === "zh" ? "：" : ": "}${text}${end}`;
  });
}

/** The same for a terminal: formulas line by line, and in one line why there are no others. */
export function twinLinesBriefly(result: Result, language: Language): string[] {
  const {twins} = result;
  const lines = twinLines({...result, twins: twins.filter(({reason}) => reason === null)}, language);
  const reasons = [...new Set(twins.flatMap(({reason}) => (reason === null ? [] : [REASONS[reason][language]])))];
  if (reasons.length === 0) return lines;
  const all = reasons.join(language === "zh" ? "；" : "; ");
  if (lines.length === 0) return [language === "zh" ? `没有公式可对照：${all}。` : `No formula stands beside it: ${all}.`];
  return [...lines, language === "zh" ? `其余没有公式：${all}。` : `No formula for the others: ${all}.`];
}
