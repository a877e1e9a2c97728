/**
 * What theory says of a queue, in words: the answer first, then where the numbers break the notation, a table whose every line names its
 * formula and kind, the sources, and what is assumed.
 */
import type {KnownLaw} from "../twin/known-law.ts";
import {isKept, MOST_SERVERS, type Promised} from "../twin/promise.ts";
import {
  BOUND_MEASURES,
  type BrokenAssumption,
  isExponential,
  type TheoryAnswer,
  type TheoryPoint,
  type TheoryRow,
  type Varied,
} from "../twin/theory-answer.ts";
import type {ServiceLevelDefinition} from "../theory/service-level.ts";
import {HOUR, MINUTE} from "../units.ts";
import {type Both, capitalised, joined, type Language, listed} from "./language.ts";
import {lawText} from "./law.ts";
import {fixed, plain} from "./number.ts";
import {duration, percent, printUnit, withUnit} from "./quantity.ts";
import {KIND, REASONS} from "./twin.ts";
import {displayWidth, padded, wrapped} from "./width.ts";

/** What `waitline theory --json` prints. Texts stand in it in both languages; numbers have all their digits. */
export interface TheoryResult extends TheoryAnswer {
  schemaVersion: 1;
  version: string;
  command: "theory";
  commandLine: string;
}

type Say = (en: string, zh: string) => string;
const saying =
  (language: Language): Say =>
  (en, zh) =>
    language === "zh" ? zh : en;

const UNITS: Record<TheoryRow["measure"], string> = {
  occupancyShare: "share",
  waitingShare: "share",
  waitTimeSeconds: "s",
  waitOfServedSeconds: "s",
  waitOfWaitingSeconds: "s",
  waitSdSeconds: "s",
  servedWithinShare: "share",
  waitPercentileSeconds: "s",
  abandonedShare: "share",
  blockedShare: "share",
  sojournTimeSeconds: "s",
  queueLength: "people",
  numberInSystem: "people",
  throughputPerSecond: "people/s",
};

const NAMES: Record<TheoryRow["measure"], Both> = {
  occupancyShare: {en: "occupancy of servers", zh: "服务台占用率"},
  waitingShare: {en: "share that waits", zh: "需要等待的比例"},
  waitTimeSeconds: {en: "mean wait", zh: "平均等待"},
  waitOfServedSeconds: {en: "mean wait of the served", zh: "得到服务者的平均等待"},
  waitOfWaitingSeconds: {en: "mean wait of those who wait", zh: "等待者的平均等待"},
  waitSdSeconds: {en: "standard deviation of waits", zh: "等待的标准差"},
  servedWithinShare: {en: "served within #", zh: "#内得到服务"},
  waitPercentileSeconds: {en: "# of waits are at most", zh: "# 的等待不超过"},
  abandonedShare: {en: "give up", zh: "放弃的比例"},
  blockedShare: {en: "refused for want of room", zh: "因满员被拒的比例"},
  sojournTimeSeconds: {en: "mean time in system", zh: "平均逗留时间"},
  queueLength: {en: "people waiting", zh: "等候人数"},
  numberInSystem: {en: "people waiting and in service", zh: "等候与接受服务的人数"},
  throughputPerSecond: {en: "customers served", zh: "完成服务的顾客"},
};

export function unitOf({measure}: Pick<TheoryRow, "measure">): string {
  return UNITS[measure];
}

/** "served within 20 s", "90 % of waits are at most". */
export function measureText({measure, withinSeconds, ofShare}: TheoryRow, language: Language): string {
  const about = withinSeconds !== undefined ? duration(withinSeconds, language) : ofShare !== undefined ? percent(ofShare, language) : "";
  return NAMES[measure][language].replace("#", about);
}

/** Digits worth telling: of an exact value four, of another three. */
const DIGITS: Record<TheoryRow["kind"], number> = {exact: 4, approximate: 3, asymptotic: 3, bound: 3};

/** Four digits, three of what is not exact; a share that is not whole is never told as 0 % or 100 %, and what has no end is said to have none. */
export function valueText(
  {measure, value, kind}: Pick<TheoryRow, "measure" | "value" | "kind">,
  language: Language,
  digits = DIGITS[kind],
): string {
  if (value === null) return language === "zh" ? "无穷大" : "without end";
  const unit = UNITS[measure];
  const print = printUnit(unit, Math.abs(value));
  const size = Math.abs(value) / print.divisor;
  if (size === 0) return withUnit("0", print, language);
  if (unit === "share" && value < 1 && size >= 99.995)
    return (language === "zh" ? "超过 " : "more than ") + withUnit("99.99", print, language);
  const least = unit === "share" ? 1e-4 : 1e-3;
  if (size < least) return (language === "zh" ? "不到 " : "less than ") + withUnit(plain(least, 4), print, language);
  const decimals = Math.max(0, Math.min(Math.max(4, digits - 2), digits - 1 - Math.floor(Math.log10(size))));
  return withUnit(plain(value / print.divisor, decimals), print, language);
}

/** A rate as people say it: by the hour, by the minute where it is quick, by the day where it is slow. */
export function rateText(perSecond: number, language: Language): string {
  const [factor, en, zh] =
    perSecond * HOUR < 1 ? [24 * HOUR, "a day", "天"] : perSecond * MINUTE > 100 ? [MINUTE, "a minute", "分钟"] : [HOUR, "an hour", "小时"];
  const number = plain(perSecond * (factor as number), 2);
  return language === "zh" ? `每${zh} ${number} 人` : `${number} ${number === "1" ? "customer" : "customers"} ${en}`;
}

/** "lognormal, mean 6 min, cv 0.8"; "mean 6 min, cv 0.8, of any law". */
export function knownLawText(law: KnownLaw, language: Language): string {
  if (law.kind !== "two moments") return lawText(law, language);
  const [mean, cv] = [duration(law.mean, language), plain(Math.sqrt(law.squaredCV), 3)];
  return language === "zh" ? `任意分布，均值 ${mean}，cv ${cv}` : `any law with mean ${mean} and cv ${cv}`;
}

function serversText(servers: number, language: Language): string {
  const number = fixed(servers, 0);
  return language === "zh" ? `${number} 个服务台` : servers === 1 ? "1 server" : `${number} servers`;
}

const row = (rows: readonly TheoryRow[], measure: TheoryRow["measure"]) => rows.find((one) => one.measure === measure);

/** The answer in one or two sentences; the first is the headline. */
export function theoryHeadline(result: TheoryAnswer, language: Language): string[] {
  const say = saying(language);
  const {staffing, reason, isOverloaded, leastServers, offeredLoadErlangs, question} = result;
  const end = say(".", "。");
  if (staffing !== null) return staffingSentences(result, language);
  if (reason !== null) {
    const [en, zh] = [whyNone(result, "en"), whyNone(result, "zh")];
    return [
      say(
        `No formula is known for ${result.notation.written}${en === "" ? "" : `: ${en}`}. Simulate it: waitline run.`,
        `${result.notation.written} 没有已知的公式${zh === "" ? "" : `：${zh}`}。请用模拟：waitline run。`,
      ),
    ];
  }
  const load = plain(offeredLoadErlangs, 2);
  if (isOverloaded)
    return [
      say(
        `Overloaded: the line grows for ever; at least ${serversText(leastServers ?? 0, "en")} are needed.`,
        `过载：队伍无限增长；至少需要 ${serversText(leastServers ?? 0, "zh")}。`,
      ),
      say(
        `${load} erlangs of work come to ${serversText(question.servers, "en")}. While the load lasts, each hour leaves about ${plain(((offeredLoadErlangs - question.servers) / question.serviceTimeSeconds) * HOUR, 1)} more people in line than the last.`,
        `${load} Erl 的工作量由 ${serversText(question.servers, "zh")}承担。负荷不减时，每小时排队人数约增加 ${plain(((offeredLoadErlangs - question.servers) / question.serviceTimeSeconds) * HOUR, 1)} 人。`,
      ),
    ];
  const wait = row(result.rows, "waitTimeSeconds");
  const [within, waiting, gone, refused, busy] = (
    ["servedWithinShare", "waitingShare", "abandonedShare", "blockedShare", "occupancyShare"] as const
  ).map((one) => row(result.rows, one));
  const clauses: string[] = [];
  if (waiting !== undefined && question.room !== question.servers)
    clauses.push(say(`${valueText(waiting, "en")} wait at all`, `${valueText(waiting, "zh")} 的顾客需要等待`));
  if (within !== undefined)
    clauses.push(
      say(
        `${valueText(within, "en")} are served within ${duration(within.withinSeconds ?? 0, "en")}`,
        `${valueText(within, "zh")} 在 ${duration(within.withinSeconds ?? 0, "zh")}内得到服务`,
      ),
    );
  if (gone !== undefined) clauses.push(say(`${valueText(gone, "en")} give up`, `${valueText(gone, "zh")} 放弃`));
  if (refused !== undefined) clauses.push(say(`${valueText(refused, "en")} are refused`, `${valueText(refused, "zh")} 被拒`));
  const approx = wait !== undefined && wait.kind === "approximate";
  const first =
    question.room === question.servers && refused !== undefined
      ? say(
          `${valueText(refused, "en")} find no server free and are refused; nobody waits.`,
          `${valueText(refused, "zh")} 的顾客因无空闲服务台被拒；无人等待。`,
        )
      : wait === undefined
        ? ""
        : say(
            `The mean wait is ${approx ? "about " : ""}${valueText(wait, "en")}.`,
            `平均等待${approx ? "约 " : " "}${valueText(wait, "zh")}。`,
          );
  const sentences = [first];
  if (clauses.length > 0 && question.room !== question.servers)
    sentences.push((language === "zh" ? joined(clauses, language) : capitalised(listed(clauses, language))) + end);
  if (busy !== undefined)
    sentences.push(
      say(
        `${load} erlangs of work ${question.population === null ? "come to" : "at most come to"} ${serversText(question.servers, "en")} and keep them ${valueText(busy, "en")} busy.`,
        `${load} Erl 的工作量${question.population === null ? "" : "（最多）"}由 ${serversText(question.servers, "zh")}承担，占用率 ${valueText(busy, "zh")}。`,
      ),
    );
  if (within === undefined && question.room !== question.servers)
    sentences.push(
      say(
        "These are means: what share is served within a time this formula does not say; simulate it: waitline run.",
        "以上为均值：此公式不给出某时间内得到服务的比例；请用模拟：waitline run。",
      ),
    );
  return sentences.filter((one) => one !== "");
}

/** Why there is no formula, in the words of a question; empty where there is no more to say. */
function whyNone({reason, question}: TheoryAnswer, language: Language): string {
  const say = saying(language);
  if (reason === null) return "";
  if (question.population !== null)
    return say(
      "of a population only exponential times away and of service are known, with room for those in service and nobody giving up",
      "有限总体只有离开时间与服务时间均为指数分布、且无人放弃时才有公式",
    );
  if (reason === "arrivals of no known kind")
    return say("arrivals are not at random, and people give up or the room is limited", "到达不是随机（泊松）的，而且顾客会放弃或容量有限");
  return reason === "no formula" ? "" : REASONS[reason][language];
}

/** A promise as people say it. */
export function promiseText(bound: Promised, language: Language): string {
  const say = saying(language);
  switch (bound.kind) {
    case "served within":
      return say(
        `${percent(bound.share, "en")} served within ${duration(bound.within, "en")}`,
        `${percent(bound.share, "zh")} 在 ${duration(bound.within, "zh")}内得到服务`,
      );
    case "wait":
      return say(`a mean wait of at most ${duration(bound.mean, "en")}`, `平均等待不超过 ${duration(bound.mean, "zh")}`);
    case "abandoned":
      return say(`at most ${percent(bound.share, "en")} giving up`, `放弃不超过 ${percent(bound.share, "zh")}`);
    case "blocked":
      return say(`at most ${percent(bound.share, "en")} refused`, `被拒不超过 ${percent(bound.share, "zh")}`);
    case "occupancy":
      return say(`servers at most ${percent(bound.share, "en")} busy`, `占用率不超过 ${percent(bound.share, "zh")}`);
  }
}

/** "84.3 % served within 20 s, mean wait 8.1 s"; with so many digits that nothing is rounded across its bound. */
function valuesText(values: readonly TheoryRow[], promise: readonly Promised[], language: Language): string {
  return values
    .map((one) => {
      const value = valueText(one, language, digitsBeside(one, promise));
      return one.measure === "waitTimeSeconds" || language === "zh"
        ? `${measureText(one, language)} ${value}`
        : `${value} ${shareVerb(one)}`;
    })
    .join(language === "zh" ? "，" : ", ");
}

const MOST_DIGITS = 9;

function digitsBeside({measure, value, kind, withinSeconds}: TheoryRow, promise: readonly Promised[]): number {
  const usual = DIGITS[kind];
  if (value === null) return usual;
  const own = promise.filter(
    (bound) => BOUND_MEASURES[bound.kind] === measure && (bound.kind !== "served within" || bound.within === withinSeconds),
  );
  const isTrue = (digits: number) => own.every((bound) => isKept(Number(value.toPrecision(digits)), bound) === isKept(value, bound));
  for (let digits = usual; digits < MOST_DIGITS; digits++) if (isTrue(digits)) return digits;
  return MOST_DIGITS;
}

function shareVerb(one: TheoryRow): string {
  return one.measure === "blockedShare"
    ? "refused"
    : one.measure === "abandonedShare"
      ? "give up"
      : one.measure === "occupancyShare"
        ? "busy"
        : measureText(one, "en");
}

function staffingSentences(result: TheoryAnswer, language: Language): string[] {
  const say = saying(language);
  const staffing = result.staffing!;
  const promise = listed(
    staffing.promise.map((bound) => promiseText(bound, language)),
    language,
  );
  const {servers, why, points, fractionalServers, squareRootServers, quality} = staffing;
  if (servers === null) {
    const reasons: Record<NonNullable<typeof why>, Both> = {
      "means only": {
        en: `The formula for this queue gives means, not shares within a time: ask for "mean wait 1 min", or simulate it: waitline run.`,
        zh: `此排队系统的公式只给出均值，不给出某时间内的比例：请改问 "mean wait 1 min"，或用模拟：waitline run。`,
      },
      "no such loss": {
        en: "Nobody is lost in this way here: add --patience for people who give up, or --room for those refused.",
        zh: "这里不会以这种方式流失顾客：有人放弃请加 --patience，有人被拒请加 --room。",
      },
      "no formula": {
        en: `No formula is known for this queue${whyNone(result, "en") === "" ? "" : `: ${whyNone(result, "en")}`}. Simulate it: waitline run.`,
        zh: `此排队系统没有已知的公式${whyNone(result, "zh") === "" ? "" : `：${whyNone(result, "zh")}`}。请用模拟：waitline run。`,
      },
      "never kept": {
        en: `Not even ${fixed(MOST_SERVERS, 0)} servers keep this: ${promise}.`,
        zh: `${fixed(MOST_SERVERS, 0)} 个服务台也做不到：${promise}。`,
      },
    };
    return [reasons[why ?? "never kept"][language]];
  }
  const fewest = points.find(({role}) => role === "fewest")!;
  const before = points.find(({role}) => role === "one fewer");
  const isExact = fewest.values.every(({kind}) => kind === "exact");
  const sentences = [
    say(
      `${isExact ? "" : "About "}${serversText(servers, "en")} ${servers === 1 ? "keeps" : "keep"} the promise${isExact ? "" : ", by an approximation"}: ${valuesText(fewest.values, staffing.promise, "en")}.`,
      `${isExact ? "" : "约 "}${serversText(servers, "zh")}即可兑现承诺${isExact ? "" : "（近似）"}：${valuesText(fewest.values, staffing.promise, "zh")}。`,
    ),
    say(`Promised: ${promise}.`, `承诺：${promise}。`),
  ];
  if (before !== undefined) {
    const isEndless = before.values.some(({endless}) => endless);
    sentences.push(
      isEndless
        ? say(
            `${fixed(before.servers, 0)} would be overloaded: the line would grow for ever.`,
            `${fixed(before.servers, 0)} 个则过载：队伍无限增长。`,
          )
        : say(
            `One fewer, ${fixed(before.servers, 0)}: ${valuesText(before.values, staffing.promise, "en")}.`,
            `少一个（${fixed(before.servers, 0)}）：${valuesText(before.values, staffing.promise, "zh")}。`,
          ),
    );
  }
  const written = points.find(({role}) => role === "as written");
  if (written !== undefined)
    sentences.push(
      say(
        `As written, ${fixed(written.servers, 0)}: ${written.values.some(({endless}) => endless) ? "overloaded" : valuesText(written.values, staffing.promise, "en")}${written.keeps ? ", more than enough" : ", not enough"}.`,
        `所写的 ${fixed(written.servers, 0)} 个：${written.values.some(({endless}) => endless) ? "过载" : valuesText(written.values, staffing.promise, "zh")}${written.keeps ? "，绰绰有余" : "，不够"}。`,
      ),
    );
  const load = result.offeredLoadErlangs;
  if (fractionalServers !== null)
    sentences.push(
      say(
        `Between whole servers the promise is just kept at ${plain(fractionalServers.value, 2)} (${fractionalServers.formula.en}, ${KIND[fractionalServers.kind].en}): what to add shrinkage to before rounding up.`,
        `在整数之间，恰好兑现于 ${plain(fractionalServers.value, 2)} 个（${fractionalServers.formula.zh}，${KIND[fractionalServers.kind].zh}）：请先加缺勤再取整。`,
      ),
    );
  if (quality !== null) {
    const rule = `${servers} = ${plain(load, 2)} + ${plain(quality, 2)} √${plain(load, 2)}`;
    const twice = Math.max(1, Math.ceil(2 * load + quality * Math.sqrt(2 * load)));
    const [en, zh] = squareRootServers === null ? ["", ""] : [squareRootServers.formula.en, squareRootServers.formula.zh];
    const limit = squareRootServers === null ? "" : plain(squareRootServers.value, 2);
    // Where nobody can wait the same β refuses fewer, not as many.
    const hasLine = result.question.room !== result.question.servers;
    sentences.push(
      say(
        `Square-root rule: ${rule}${limit === "" ? "" : `; the limit of many servers asks for ${limit} (${en}, asymptotic)`}.${hasLine ? ` Twice the load would need about ${twice} for much the same share of customers waiting, not ${2 * servers}.` : ""}`,
        `平方根法则：${rule}${limit === "" ? "" : `；众多服务台的极限给出 ${limit}（${zh}，渐近）`}。${hasLine ? `负荷加倍时，需等待的比例大致不变约需 ${twice} 个，而不是 ${2 * servers} 个。` : ""}`,
      ),
    );
  }
  return sentences;
}

const ABOUT: Record<BrokenAssumption["about"], Both> = {
  arrivals: {en: "times between arrivals", zh: "到达间隔"},
  service: {en: "service", zh: "服务时间"},
  patience: {en: "patience", zh: "耐心"},
};

/** Where the numbers break what the notation says, and what the notation would have promised. */
export function brokenSentences(result: TheoryAnswer, language: Language): string[] {
  const say = saying(language);
  const {arrivals, service, patience} = result.question.lawsInSeconds;
  const now = row(result.rows, "waitTimeSeconds");
  return result.broken.map(({about, stated, squaredCV, asStated}) => {
    const law = about === "arrivals" ? arrivals : about === "service" ? service : patience;
    const found = law === null ? "" : knownLawText(law, language);
    const cv = plain(Math.sqrt(squaredCV), 2);
    const what =
      about === "patience" && stated === ""
        ? say(
            `The notation says that nobody gives up, the numbers that people do (${found}).`,
            `记号说无人放弃，数字却说有人放弃（${found}）。`,
          )
        : say(
            `The notation says ${LETTERS[stated.charAt(0)]?.en ?? stated} ${ABOUT[about].en} (${stated}), the numbers say otherwise: ${found}${/cv/.test(found) ? "" : `, cv ${cv}`}.`,
            `记号中${ABOUT[about].zh}为${LETTERS[stated.charAt(0)]?.zh ?? stated}（${stated}），数字却是：${found}${/cv/.test(found) ? "" : `，cv ${cv}`}。`,
          );
    const solved = result.notation.solved;
    const used = solved === null ? "" : say(` This is the answer for ${solved}.`, `以下按 ${solved} 计算。`);
    if (about === "service" && result.question.room === result.question.servers && solved !== null && result.question.population === null)
      return what + say(" Where nobody can wait only its mean matters: the answer is the same.", "无等候位置时只有均值起作用：结果相同。");
    if (asStated === null || now === undefined) return what + used;
    const ratio = asStated.value !== null && now.value !== null && now.value > 0 ? asStated.value / now.value - 1 : null;
    const off =
      ratio === null || Math.abs(ratio) < 0.0005
        ? ""
        : say(
            `, ${plain(Math.abs(ratio) * 100, Math.abs(ratio) < 0.1 ? 1 : 0)} % ${ratio > 0 ? "more" : "less"}`,
            `，${ratio > 0 ? "多" : "少"} ${plain(Math.abs(ratio) * 100, Math.abs(ratio) < 0.1 ? 1 : 0)}%`,
          );
    return `${what}${used}${say(` As written, the mean wait would be ${valueText(asStated, "en")}${off}.`, `若按记号，平均等待会是 ${valueText(asStated, "zh")}${off}。`)}`;
  });
}

const LETTERS: Record<string, Both> = {
  M: {en: "exponential", zh: "指数分布"},
  D: {en: "constant", zh: "定长"},
  E: {en: "Erlang", zh: "爱尔朗分布"},
  H: {en: "hyperexponential", zh: "超指数分布"},
  P: {en: "phase-type", zh: "阶段型分布"},
};

/** What must hold for the answer, and what breaks it, in plain words. */
export function assumptionSentences(result: TheoryAnswer, language: Language): string[] {
  const say = saying(language);
  const {question, relaxationSeconds, isOverloaded} = result;
  const {arrivals, service, patience} = question.lawsInSeconds;
  const lines: string[] = [];
  // Where nobody can wait only the mean matters.
  const isSpreadAsked = isExponential(service) && question.room !== question.servers && question.population === null && patience === null;
  if (question.population !== null)
    lines.push(
      say(
        `${question.population} customers in all; each comes again after a time away: ${arrivals === null ? "" : knownLawText(arrivals, "en")}.`,
        `共 ${question.population} 位顾客；每位离开一段时间后再来：${arrivals === null ? "" : knownLawText(arrivals, "zh")}。`,
      ),
    );
  else if (arrivals === null)
    lines.push(
      say(
        `Customers come one by one, independently, at random: ${rateText(question.arrivalRatePerSecond, "en")}. Groups, or a call after every advert, break this and make waits longer; appointments break it and make them shorter.`,
        `顾客逐个、相互独立、随机到达：${rateText(question.arrivalRatePerSecond, "zh")}。成批到达或广告引发的高峰会使等待更长；预约则更短。`,
      ),
    );
  else
    lines.push(
      say(
        `Times between arrivals are independent: ${knownLawText(arrivals, "en")}, ${rateText(question.arrivalRatePerSecond, "en")}.`,
        `到达间隔相互独立：${knownLawText(arrivals, "zh")}，${rateText(question.arrivalRatePerSecond, "zh")}。`,
      ),
    );
  lines.push(
    say(
      `Service: ${knownLawText(service, "en")}${isSpreadAsked ? " (its standard deviation is its mean; where yours is not, give the cv: M/G/c)" : ""}; every server is alike, and no customer's time depends on how long the line is.`,
      `服务时间：${knownLawText(service, "zh")}${isSpreadAsked ? "（标准差等于均值；若实测不同，请用 M/G/c 并给出 cv）" : ""}；各服务台相同，服务时间与队长无关。`,
    ),
  );
  if (question.room !== question.servers || question.population !== null)
    lines.push(
      question.order === "first come"
        ? say("One line for all servers, in order of arrival.", "所有服务台共用一条队，先到先服务。")
        : question.order === "last come"
          ? say(
              "One line; who came last is served first. Means are as in order of arrival; shares and percentiles are not, and are left out.",
              "单队，后到先服务。均值与先到先服务相同；比例与百分位数不同，故不列出。",
            )
          : say(
              "One line; the next is chosen at random. Means are as in order of arrival; shares and percentiles are not, and are left out.",
              "单队，随机选取下一位。均值与先到先服务相同；比例与百分位数不同，故不列出。",
            ),
    );
  if (question.room !== null)
    lines.push(
      question.room === question.servers
        ? say(
            "There is no place to wait: who finds all servers busy goes away and does not come again. Of service only the mean matters.",
            "没有等候位置：服务台全忙时来的人离开且不再来。服务时间只有均值起作用。",
          )
        : say(
            `At most ${question.room} people are there, in service too; others go away.`,
            `系统内最多 ${question.room} 人（含正在接受服务者）；其余离开。`,
          ),
    );
  if (patience !== null)
    lines.push(
      say(
        `Who has waited longer than their patience goes away: ${lawText(patience, "en")}.`,
        `等待超过耐心的人离开：${lawText(patience, "zh")}。`,
      ),
    );
  else if (question.room !== question.servers)
    lines.push(
      say(
        "Nobody gives up. Where people do, waits are shorter and some are lost: add --patience.",
        "无人放弃。若有人放弃，等待会更短而部分顾客流失：请加 --patience。",
      ),
    );
  if (!isOverloaded && relaxationSeconds !== null)
    lines.push(
      say(
        `The long run: nothing changes for a good while. This place forgets how it began in about ${roundTime(3 * relaxationSeconds, "en")}; a shorter rush is milder than this if it begins empty, and a day whose rate changes is not the long run.`,
        `长期：各项条件持续不变。此处约 ${roundTime(3 * relaxationSeconds, "zh")}后忘却初始状态；更短的高峰（从空场开始）会轻一些，速率随时间变化的一天也不是长期。`,
      ),
    );
  return lines;
}

/** Two digits are enough for how long a start is remembered. */
function roundTime(seconds: number, language: Language): string {
  const unit = printUnit("s", seconds);
  return withUnit(plain(Number((seconds / unit.divisor).toPrecision(2)), 2), unit, language);
}

/** Formulas in the order in which the rows first name them, numbered from 1. */
export interface Source {
  number: number;
  row: Pick<TheoryRow, "formula" | "kind" | "validity" | "source">;
}

export function sourcesOf(result: TheoryAnswer): Source[] {
  const sources: Source[] = [];
  const {fractionalServers = null, squareRootServers = null} = result.staffing ?? {};
  for (const one of [...result.rows, ...result.beside, fractionalServers, squareRootServers]) {
    if (one !== null && !sources.some(({row: known}) => known.formula.en === one.formula.en))
      sources.push({number: sources.length + 1, row: one});
  }
  return sources;
}

export function numberOf(sources: readonly Source[], {formula}: Pick<TheoryRow, "formula">): number {
  return sources.find(({row: known}) => known.formula.en === formula.en)?.number ?? 0;
}

const DEFINITIONS: Record<ServiceLevelDefinition, Both> = {
  answeredOfOffered: {en: "served in time, of all who came", zh: "及时服务 ÷ 全部来客"},
  answeredOrGone: {en: "served or gone in time, of all who came", zh: "及时服务或及时放弃 ÷ 全部来客"},
  answeredOfAllButGone: {en: "served in time, of all but those gone in time", zh: "及时服务 ÷ （全部来客 − 及时放弃）"},
  answeredOrShort: {en: "served in time or gone within #, of all who came", zh: "及时服务或#内放弃 ÷ 全部来客"},
  answeredOfAllButShort: {en: "served in time, of all but those gone within #", zh: "及时服务 ÷ （全部来客 − #内放弃）"},
  answeredOfAnswered: {en: "served in time, of the served (hides those who gave up)", zh: "及时服务 ÷ 得到服务者（忽略放弃者）"},
};

export function levelText({definition, shortSeconds}: NonNullable<TheoryAnswer["levels"]>[number], language: Language): string {
  return DEFINITIONS[definition][language].replace("#", duration(shortSeconds, language));
}

const VARIED: Record<Varied, Both> = {
  servers: {en: "servers", zh: "服务台"},
  arrivals: {en: "arrivals", zh: "到达率"},
  service: {en: "service", zh: "服务时间"},
  patience: {en: "patience", zh: "耐心"},
};

export function variedName(what: Varied, language: Language): string {
  return VARIED[what][language];
}

/** Columns worth having beside a value that varies: those that some row knows and that differ. */
const COLUMNS: readonly TheoryRow["measure"][] = [
  "occupancyShare",
  "waitingShare",
  "waitTimeSeconds",
  "servedWithinShare",
  "abandonedShare",
  "blockedShare",
  "queueLength",
];

const SHORT_NAMES: Partial<Record<TheoryRow["measure"], Both>> = {
  occupancyShare: {en: "busy", zh: "占用率"},
  waitingShare: {en: "wait at all", zh: "需等待"},
  servedWithinShare: {en: "within #", zh: "#内"},
  blockedShare: {en: "refused", zh: "被拒"},
  abandonedShare: {en: "give up", zh: "放弃"},
  queueLength: {en: "waiting", zh: "等候"},
};

/** The head of a narrow column. */
export function columnText(one: TheoryRow, language: Language): string {
  const short = SHORT_NAMES[one.measure];
  return short === undefined ? measureText(one, language) : short[language].replace("#", duration(one.withinSeconds ?? 0, language));
}

export function pointColumns(points: readonly TheoryPoint[]): TheoryRow[] {
  // Of an overloaded point even formulas of means know shares: zero. That alone is no column.
  const ending = points.filter(({rows}) => row(rows, "waitTimeSeconds")?.endless !== true);
  const telling = ending.length === 0 ? points : ending;
  return COLUMNS.flatMap((measure) => telling.flatMap(({rows}) => rows.filter((one) => one.measure === measure)).slice(0, 1));
}

export function pointCell({rows}: TheoryPoint, {measure}: TheoryRow, language: Language): string {
  const found = row(rows, measure);
  return found === undefined ? "–" : valueText(found, language);
}

/** The kind of a row of points: of what its mean wait is. */
export function pointKind({rows}: TheoryPoint, language: Language): string {
  const [first] = rows;
  const found = row(rows, "waitTimeSeconds") ?? first;
  return found === undefined ? "–" : `${KIND[found.kind][language]}`;
}

export function pointFormula({rows}: TheoryPoint, language: Language): string {
  const [first] = rows;
  const found = row(rows, "waitTimeSeconds") ?? first;
  return found === undefined ? (language === "zh" ? "没有公式" : "no formula") : found.formula[language];
}

/** "M/M/3: 20 customers an hour; service exponential, mean 6 min; 3 servers". */
export function questionText(result: TheoryAnswer, language: Language): string {
  const {question, notation} = result;
  const {arrivals, service, patience} = question.lawsInSeconds;
  const say = saying(language);
  const parts =
    question.population === null
      ? [
          rateText(question.arrivalRatePerSecond, language) +
            (arrivals === null ? "" : say(` (${knownLawText(arrivals, "en")})`, `（${knownLawText(arrivals, "zh")}）`)),
        ]
      : [
          say(
            `${question.population} customers in all; away ${arrivals === null ? "" : knownLawText(arrivals, "en")}`,
            `共 ${question.population} 位顾客；离开 ${arrivals === null ? "" : knownLawText(arrivals, "zh")}`,
          ),
        ];
  parts.push(
    say(`service ${knownLawText(service, "en")}`, `服务时间 ${knownLawText(service, "zh")}`),
    serversText(question.servers, language),
  );
  if (question.room !== null)
    parts.push(
      question.room === question.servers
        ? say("no place to wait", "无等候位置")
        : say(`room for ${question.room}`, `容量 ${question.room} 人`),
    );
  if (patience !== null) parts.push(say(`patience ${lawText(patience, "en")}`, `耐心 ${lawText(patience, "zh")}`));
  return `${notation.solved ?? notation.written}${say(": ", "：")}${parts.join(say("; ", "；"))}`;
}

/** "3 % more than the formula above". */
export function offText(off: number | null, language: Language): string {
  if (off === null) return "";
  const size = plain(Math.abs(off) * 100, 1);
  if (size === "0") return language === "zh" ? "相同" : "the same";
  return language === "zh" ? `${off > 0 ? "高" : "低"} ${size}%` : `${size} % ${off > 0 ? "more" : "less"}`;
}

/** For the terminal. */
export function sayTheory(result: TheoryResult, language: Language, width: number): string {
  const say = saying(language);
  const room = Math.max(60, Math.min(width, 120));
  const lines: string[] = [];
  /** Further lines of a list hang under the first. */
  const put = (text: string, indent = "", hanging = indent) => {
    wrapped(text, room - hanging.length).forEach((line, i) => lines.push((i === 0 ? indent : hanging) + line));
  };
  const headline = theoryHeadline(result, language);
  for (const sentence of headline) put(sentence);
  for (const sentence of brokenSentences(result, language)) {
    lines.push("");
    put(sentence);
  }
  const sources = sourcesOf(result);
  if (result.rows.length > 0) {
    lines.push("");
    put(capitalised(questionText(result, language)));
    lines.push(
      ...table(
        result.rows.map((one) => [
          measureText(one, language),
          valueText(one, language),
          KIND[one.kind][language],
          formulaCell(one, sources, language),
        ]),
      ),
    );
  }
  if (result.levels !== null) {
    lines.push(
      "",
      say(
        `Service level within ${duration(result.question.withinSeconds, "en")}, by its six definitions`,
        `${duration(result.question.withinSeconds, "zh")}内的服务水平：六种定义`,
      ),
    );
    if (result.levels.length === 0)
      put(say("The formula for this queue gives means, not shares within a time.", "此公式只给出均值，不给出某时间内的比例。"), "  ");
    lines.push(
      ...table(
        result.levels.map((one) => [
          levelText(one, language),
          one.value === null ? "–" : valueText({measure: "servedWithinShare", value: one.value, kind: one.kind}, language),
          KIND[one.kind][language],
          formulaCell(one, sources, language),
        ]),
      ),
    );
  }
  if (result.beside.length > 0) {
    lines.push("", say("Beside it, other formulas for the same queue", "其他公式对同一系统的结果"));
    lines.push(
      ...table(
        result.beside.map((one) => [
          measureText(one, language) + (one.offBy === null ? "" : say(` (${offText(one.offBy, "en")})`, `（${offText(one.offBy, "zh")}）`)),
          valueText(one, language),
          KIND[one.kind][language],
          formulaCell(one, sources, language),
        ]),
      ),
    );
  }
  if (result.vary !== null) {
    const columns = pointColumns(result.vary.points);
    lines.push("");
    lines.push(
      ...table(
        [
          [
            variedName(result.vary.what, language),
            ...columns.map((one) => columnText(one, language)),
            say("kind", "性质"),
            say("formula", "公式"),
          ],
          ...result.vary.points.map((point) => [
            point.text,
            ...columns.map((one) => pointCell(point, one, language)),
            pointKind(point, language),
            pointFormula(point, language),
          ]),
        ],
        true,
      ),
    );
  }
  if (sources.length > 0) {
    lines.push("", say("Formulas", "公式"));
    for (const {number, row: one} of sources) {
      put(
        `[${number}] ${one.formula[language]}${say(", ", "，")}${KIND[one.kind][language]}${say(". ", "。")}${capitalised(one.validity[language])}${say(".", "。")}`,
        "  ",
        "      ",
      );
      put(one.source, "      ");
    }
  }
  lines.push("", say("What this assumes", "前提"));
  for (const sentence of assumptionSentences(result, language)) put(`- ${sentence}`, "  ", "    ");
  return lines.join("\n");
}

function formulaCell(one: Pick<TheoryRow, "formula">, sources: readonly Source[], language: Language): string {
  const number = numberOf(sources, one);
  return `${one.formula[language]}${number === 0 ? "" : ` [${number}]`}`;
}

/** Columns under each other; numbers, in the second column or all but the ends of a wide table, to the right. */
function table(rows: readonly (readonly string[])[], isWide = false): string[] {
  const [first] = rows;
  if (first === undefined) return [];
  const widths = first.map((_, column) => Math.max(...rows.map((cells) => displayWidth(cells[column]))));
  const isNumber = (column: number) => (isWide ? column < first.length - 2 : column === 1);
  return rows.map(
    (cells) =>
      `  ${cells
        .map((cell, column) => padded(cell, widths[column], isNumber(column) ? "right" : "left"))
        .join("  ")
        .trimEnd()}`,
  );
}
