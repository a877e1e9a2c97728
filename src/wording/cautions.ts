/** What is thin or odd about the numbers, said so that somebody can act on it. */
import {type Caution, THIN_TAIL} from "../estimate/estimate.ts";
import {assumption} from "./assumed.ts";
import type {Facts} from "./facts.ts";
import {goalText} from "./goals.ts";
import {type Language, capitalised, quoted} from "./language.ts";
import {MEAN_WAIT, MEDIAN_WAIT, type Measure, P95_WAIT, P99_WAIT, SD_WAIT, TAIL_WAIT, nounOf} from "./measure.ts";
import {fixed} from "./number.ts";

/** In a thin tail with enough people it is replications that are lacking. */
function cautionText(caution: Caution, designs: string, language: Language): string {
  const {kind, subject, value} = caution;
  const about = subject === "" ? "" : subjectName(subject, language);
  const number = value === null ? "" : fixed(value, Number.isInteger(value) || Math.abs(value) >= 100 ? 0 : 2);
  if (language === "zh") {
    const at = designs === "" ? "" : `${designs}：`;
    switch (kind) {
      case "few replications":
        return `${at}只有 ${number} 次重复，区间较宽；可用 --replications 增加次数。`;
      case "one long run":
        return `${at}只有一次长期运行，由它自己判断（N-Skart）：平均等待、平均逗留时间和按时比例有区间，其他数字没有；--replications 30 可使其他数字也有区间。`;
      case "run too short":
        return `${at}这次运行（${number} 人）太短，队伍的记忆比它还长：区间可能偏窄或没有；请至少用十倍的长度。`;
      case "thin tail":
        return value !== null && value >= THIN_TAIL
          ? `${at}重复次数太少，“${about}”的区间没有上界；请增加重复次数。`
          : `${at}“${about}”背后的人数太少，不可尽信；请增加重复次数。`;
      case "nobody there":
        return `${at}${about} 没有顾客，因此没有数值，而不是零。`;
      case "skewed":
        return `${at}${about}在各日之间差异偏斜，区间已作偏度修正，两侧不等长。`;
      case "overload":
        return `${at}${about} 的来客工作量超过人手${value === null ? "" : `（负荷 ${number}）`}，队伍只会越排越长，结果取决于时段长短。`;
      case "growing":
        return `${at}${about} 的队伍在统计期间一直在变长：要么来的工作超过人手，要么运行太短或预热太短；结果取决于时段长短。`;
      case "left for tomorrow":
        return `${at}关门时平均有 ${number} 人留到次日，未计入等待时间。`;
      case "pairing lost":
        return `${at}未能在同一批顾客上比较${subject === "replications" || subject === "" ? "" : `（${assumption(subject, language).text}）`}，差值的把握较小。`;
    }
  }
  const at = designs === "" ? "" : `${designs}: `;
  switch (kind) {
    case "few replications":
      return `${at}only ${number} replications, so intervals are wide; ask for more with --replications.`;
    case "one long run":
      return `${at}one long run that judges itself (N-Skart): mean waits, mean times in system and shares in time have intervals, the other numbers have none; --replications 30 gives them theirs.`;
    case "run too short":
      return `${at}this run (${number} customers) is too short for how long its lines remember: its intervals may be too narrow, or there are none; ask for one ten times as long.`;
    case "thin tail":
      return value !== null && value >= THIN_TAIL
        ? `${at}too few replications to say how far up the figure “${about}” may reach: its interval has no upper end; ask for more.`
        : `${at}too few people are behind the figure “${about}” to trust it; ask for more replications.`;
    case "nobody there":
      return `${at}nobody came for ${about}: there is no number to give, which is not the same as zero.`;
    case "skewed":
      return `${at}days differ lopsidedly in their ${about}; the interval is corrected for that and longer on one side.`;
    case "overload":
      return `${at}${about} gets more work than its staff can do${value === null ? "" : ` (load ${number})`}: the line keeps growing, and the numbers depend on how long one looks.`;
    case "growing":
      return `${at}the line of ${about} grew while it was counted: more work comes than can be done, or the run or its warm-up is too short; the numbers depend on how long one looks.`;
    case "left for tomorrow":
      return `${at}${number} people a day are still waiting when the place closes; their waits are not counted.`;
    case "pairing lost":
      return `${at}not compared on the same customers${subject === "replications" || subject === "" ? "" : ` (${assumption(subject, language).text} is drawn anew)`}, so its differences are less certain.`;
  }
}

/** Concerns a number that the first screens show: of everybody, over the whole time. */
function isUpFront(facts: Facts, {kind, subject, population = null, period = null, station = null, ...caution}: Caution): boolean {
  if (kind === "skewed") return false;
  if (kind !== "thin tail" && kind !== "nobody there") return true;
  const isShown = [MEAN_WAIT, facts.tail, P95_WAIT].some(({metrics, statistics}) => subject === `${metrics[0]} ${statistics[0]}`);
  return (
    (isShown || kind === "nobody there") &&
    (population === null || population === "all") &&
    period === null &&
    station === null &&
    (caution.class ?? null) === null
  );
}

/** What a subject is called where it is a measure of ours ("waitTime p99, urgent"); otherwise as it stands. */
function subjectName(subject: string, language: Language): string {
  const [head, ...rest] = subject.split(", ");
  const measure = NAMED.find(({metrics, statistics}) => head === `${metrics[0]} ${statistics[0]}`);
  const name =
    (measure === undefined ? null : nounOf(measure, language)) ?? (head === "waitTime" ? (language === "zh" ? "等待时间" : "waits") : null);
  if (name === null) return quoted(subject, language);
  return rest.length === 0 ? name : language === "zh" ? `${rest.join("、")}的${name}` : `${name} (${rest.join(", ")})`;
}

const NAMED: readonly Measure[] = [MEAN_WAIT, MEDIAN_WAIT, TAIL_WAIT, P95_WAIT, P99_WAIT, SD_WAIT];

function sentencesOf(facts: Facts, cautions: readonly Caution[], language: Language): string[] {
  const groups = new Map<string, Caution[]>();
  for (const caution of cautions) {
    const key = `${caution.kind}\u0000${caution.subject}`;
    groups.set(key, [...(groups.get(key) ?? []), caution]);
  }
  return [...groups.values()].map((group) => {
    const designs = [...new Set(group.map(({design}) => design))].filter((design) => design !== "");
    const isEverywhere = designs.length >= facts.designs.length;
    const text = cautionText(group[0], isEverywhere ? "" : facts.calledAll(designs, language), language);
    return language === "en" ? capitalised(text) : text;
  });
}

/** Why a goal of a class has a question mark, where designs are compared; a run says it in its verdict. */
function emptyGoals(facts: Facts, language: Language): string[] {
  if (facts.designs.length < 2) return [];
  return facts.goalsOf(facts.first).flatMap(({goal}, i) => {
    if (goal.class === null) return [];
    const empty = facts.designs.filter((design) => facts.goalsOf(design)[i]?.value === null);
    if (empty.length === 0) return [];
    const who = quoted(goal.class, language),
      what = quoted(goalText(goal, language), language);
    const where = empty.length === facts.designs.length ? "" : facts.calledAll(empty, language);
    return language === "zh"
      ? [`${where === "" ? "" : `${where}：`}没有${who}类顾客到来，因此${what}无法判断。`]
      : [`Nobody of class ${who} came${where === "" ? "" : ` with ${where}`}, so ${what} cannot be judged.`];
  });
}

/** Each caution once, naming the designs it concerns; none when it concerns all of them. */
export function cautionSentences(facts: Facts, language: Language): string[] {
  const sentences = sentencesOf(
    facts,
    facts.result.cautions.filter((caution) => isUpFront(facts, caution)),
    language,
  );
  sentences.push(...emptyGoals(facts, language));
  if (!facts.result.complete) {
    const count = facts.result.replications;
    sentences.unshift(
      language === "zh"
        ? `运行被中断：以下结果只基于已完成的 ${count} 次重复。`
        : `Interrupted: these are the ${count} replications that were finished.`,
    );
  }
  return sentences;
}

/** The cautions that concern details only. */
export function finePrint(facts: Facts, language: Language): string[] {
  return [
    ...new Set(
      sentencesOf(
        facts,
        facts.result.cautions.filter((caution) => !isUpFront(facts, caution)),
        language,
      ),
    ),
  ];
}
