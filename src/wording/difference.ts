/** A paired difference in words: "3.1 ± 0.2 min shorter waits on the worst tenth of visits", "mean waits differ by less than 0.1 min". */
import type {ComparisonRow} from "../comparison/comparison.ts";
import type {Facts, Where} from "./facts.ts";
import type {Both, Language} from "./language.ts";
import {COST, type Measure} from "./measure.ts";
import type {Precision} from "./number.ts";
import {differenceUnit, interval, lessThan, type PrintUnit, range} from "./quantity.ts";

interface Phrases {
  less: (amount: string) => Both;
  more: (amount: string) => Both;
  /** What is the same, in the plural. */
  subject: Both;
}

function phrases(en: [less: string, more: string, subject: string], zh: [less: string, more: string, subject: string]): Phrases {
  const fill =
    (english: string, chinese: string) =>
    (amount: string): Both => ({en: english.replace("#", () => amount), zh: chinese.replace("#", () => amount)});
  return {less: fill(en[0], zh[0]), more: fill(en[1], zh[1]), subject: {en: en[2], zh: zh[2]}};
}

/** The wait that a part of the customers exceeds. */
function waitOfWorst(en: string, zh: string): Phrases {
  const where = `on the worst ${en} of visits`,
    who = `等得最久的${zh}顾客`;
  return phrases(
    [`# shorter waits ${where}`, `# longer waits ${where}`, `waits ${where}`],
    [`${who}少等 #`, `${who}多等 #`, `${who}的等待时间`],
  );
}

/** A share of the customers, told by what happens to them; in Chinese by its name, which may be shorter where nothing changes. */
function share(en: string, zh: string, subject = zh): Phrases {
  return phrases([`the share ${en} is # lower`, `the share ${en} is # higher`, `shares ${en}`], [`${zh}降低 #`, `${zh}升高 #`, subject]);
}

const PHRASES: Record<string, Phrases> = {
  "mean-wait": phrases(
    ["# shorter waits on average", "# longer waits on average", "mean waits"],
    ["平均等待缩短 #", "平均等待延长 #", "平均等待时间"],
  ),
  "tail-wait": waitOfWorst("tenth", "十分之一"),
  "p95-wait": waitOfWorst("twentieth", "二十分之一"),
  "p99-wait": waitOfWorst("hundredth", "百分之一"),
  "sd-wait": phrases(
    ["# less spread between waits", "# more spread between waits", "spreads of the waits"],
    ["等待时间标准差减小 #", "等待时间标准差增大 #", "等待时间标准差"],
  ),
  "gave-up": share("who give up", "放弃率"),
  balked: share("who balk", "见队离去率"),
  refused: share("refused", "被拒率"),
  "turned-away": share("turned away at closing", "关门时未获服务的比例"),
  lost: share("lost", "流失率"),
  overtaken: share("overtaken", "被后来者超越的比例", "被超越的比例"),
  slips: phrases(["# fewer slips", "# more slips", "slips"], ["被超越次数减少 #", "被超越次数增加 #", "被超越次数"]),
  regret: share("who chose a slower line", "选了更慢的队的比例"),
  switches: phrases(["# fewer changes of line", "# more changes of line", "changes of line"], ["换队减少 #", "换队增加 #", "换队次数"]),
  discrimination: phrases(["# less discrimination", "# more discrimination", "discriminations"], ["歧视减小 #", "歧视增大 #", "歧视"]),
  "worst-tenth": phrases(
    ["# shorter mean waits of the worst tenth", "# longer mean waits of the worst tenth", "mean waits of the worst tenth"],
    ["等得最久的一成顾客平均少等 #", "等得最久的一成顾客平均多等 #", "等得最久的一成顾客的平均等待"],
  ),
  "idle-waiting": phrases(
    ["# less idle while somebody waits", "# more idle while somebody waits", "shares idle while somebody waits"],
    ["有人等待时的闲置减少 #", "有人等待时的闲置增加 #", "有人等待时的闲置"],
  ),
  queue: phrases(
    ["# fewer waiting at a time", "# more waiting at a time", "lines"],
    ["平均排队人数减少 #", "平均排队人数增加 #", "平均排队人数"],
  ),
  occupancy: phrases(["occupancy # lower", "occupancy # higher", "occupancies"], ["占用率降低 #", "占用率升高 #", "占用率"]),
  staffed: phrases(["# less staffed time", "# more staffed time", "staffed times"], ["在岗工时减少 #", "在岗工时增加 #", "在岗工时"]),
  overtime: phrases(["# less overtime", "# more overtime", "overtimes"], ["加班减少 #", "加班增加 #", "加班时间"]),
  cost: phrases(["# cheaper", "# dearer", "costs"], ["费用节省 #", "费用增加 #", "费用"]),
  sojourn: phrases(
    ["# less time in the place", "# more time in the place", "times in the place"],
    ["逗留时间缩短 #", "逗留时间延长 #", "逗留时间"],
  ),
};

function phrasesOf(measure: Measure): Phrases | undefined {
  if (!/^(wait|served)-within-/.test(measure.id)) return PHRASES[measure.id];
  const {en, zh} = measure.name;
  return share(measure.id.startsWith("served") ? en : `who ${en}`, `${zh}的比例`);
}

/** The row turned round when the question is asked the other way: first minus design. */
export function differenceBetween(
  facts: Facts,
  measure: Measure,
  design: string,
  against: string,
  where: Where = {},
): ComparisonRow | null {
  if (against === facts.first) return facts.difference(design, measure, where);
  if (design !== facts.first) return null;
  const row = facts.difference(against, measure, where);
  if (row === null || row.difference === null) return null;
  return {
    ...row,
    design,
    against,
    difference: -row.difference,
    low: row.high === null ? null : -row.high,
    high: row.low === null ? null : -row.low,
  };
}

/**
 * What sets a design apart from another, as a clause without a subject; null where there is nothing to say. The unit is the
 * one in which people would tell the measure itself, so that seconds are not subtracted from minutes.
 */
export function differenceClause(
  facts: Facts,
  measure: Measure,
  design: string,
  against: string,
  language: Language,
  where: Where = {},
  precision: Precision = "sentence",
): string | null {
  const row = differenceBetween(facts, measure, design, against, where);
  const words = phrasesOf(measure);
  if (row === null || row.difference === null || words === undefined) return null;
  const size = Math.abs(row.difference);
  if (size === 0 && (row.halfWidth ?? 0) === 0) return language === "zh" ? `${words.subject.zh}相同` : `${words.subject.en} are the same`;
  const level = Math.max(size, ...[design, against].map((name) => Math.abs(facts.estimate(name, measure, where)?.value ?? 0)));
  const unit = differenceUnit(row.unit, level);
  if (row.significant === true) {
    const amount = amountOf(row, unit, language, precision);
    const perDay = measure === COST && facts.result.scenario.isDay;
    const clause = (row.difference < 0 ? words.less(amount) : words.more(amount))[language];
    return !perDay ? clause : language === "zh" ? `每天${clause}` : `${clause} a day`.replace(/ (cheaper|dearer) a day$/, " a day $1");
  }
  if (row.halfWidth === null) return null;
  const reach = Math.max(Math.abs(row.low ?? row.difference - row.halfWidth), Math.abs(row.high ?? row.difference + row.halfWidth));
  const amount = lessThan(reach, unit, language);
  if (precision === "table")
    return language === "zh"
      ? `${words.subject.zh}无显著差异（相差${amount}）`
      : `${words.subject.en} not significantly different (${amount} apart)`;
  return language === "zh" ? `${words.subject.zh}相差${amount}` : `${words.subject.en} differ by ${amount}`;
}

/** "3.1 ± 0.2 min"; where the interval is so lopsided that ± would seem to reach the other side of nothing, "0.5 to 8.1 min". */
function amountOf({difference, halfWidth, low, high}: ComparisonRow, unit: PrintUnit, language: Language, precision: Precision): string {
  const size = Math.abs(difference ?? 0);
  if (halfWidth === null || low === null || high === null || halfWidth < size) return interval(size, halfWidth, unit, language, precision);
  return range(Math.min(Math.abs(low), Math.abs(high)), Math.max(Math.abs(low), Math.abs(high)), unit, language);
}

/** Both designs have exactly the same value, so there is nothing to tell. */
export function isSame(facts: Facts, measure: Measure, design: string, against: string): boolean {
  const row = differenceBetween(facts, measure, design, against);
  return row === null || (row.difference === 0 && (row.halfWidth ?? 0) === 0);
}
