/** The options of `theory`, read: phrases become laws, promises and ranges, or are refused with the fix. */
import {type Law, meanOf} from "../random/law.ts";
import {message, Refusal} from "../scenario/message.ts";
import {TableFiles} from "../scenario/reading/csv-file.ts";
import {parseLaw} from "../scenario/reading/law-phrase.ts";
import {halfWidth, parseDuration, parseRate, Phrase, unitSeconds} from "../scenario/reading/phrase.ts";
import {balancedMixture} from "../theory/phase-type.ts";
import type {Kendall, LawLetter} from "../theory/kendall.ts";
import {letterText} from "../theory/kendall.ts";
import {type KnownLaw, meanKnown} from "../twin/known-law.ts";
import {exponentialMean} from "../twin/law.ts";
import type {Promised} from "../twin/promise.ts";
import type {Arrivals, OneLine} from "../twin/solve-queue.ts";
import {lawOfLetter, type TheoryQuestion, type Varied} from "../twin/theory-answer.ts";
import type {Seconds} from "../units.ts";

export interface TheoryWishes {
  arrivals?: string;
  service?: string;
  patience?: string;
  servers?: number;
  room?: number;
  population?: number;
  within?: string;
  staffFor?: string;
  vary?: string[];
  level?: string;
  out?: string;
  json?: boolean;
  language?: "en" | "zh";
}

/** A refusal, and the option it is about. */
export class OptionRefusal extends Error {
  readonly option: string;
  readonly refusal: Refusal;

  constructor(option: string, refusal: Refusal) {
    super(refusal.message);
    this.option = option;
    this.refusal = refusal;
  }
}

/** Work arriving beyond this is a slip of the unit, and more than formulas are asked to add up. */
const MOST_ERLANGS = 1_000_000;
const MOST_ROWS = 200;
const PERCENTILES = [0.5, 0.9, 0.95];
const DEFAULT_WITHIN: Seconds = 20;

/** @throws OptionRefusal for the first option that cannot be read or is missing */
export function questionOf(kendall: Kendall, wishes: TheoryWishes, readFile: (name: string) => string): TheoryQuestion {
  const files = new TableFiles(readFile);
  const population = wishes.population ?? kendall.population;
  const arrivals = about("--arrivals", () => arrivalsOf(wishes.arrivals, kendall.arrivals, population, files));
  const service = about("--service", () => timesOf(wishes.service, kendall.service, files, SERVICE_MISSING));
  const patience = about("--patience", () => patienceOf(wishes.patience, kendall.patience, files));
  const load = rateOf(arrivals) * meanKnown(service);
  if (!(load <= MOST_ERLANGS)) throw new OptionRefusal("--arrivals", new Refusal(tooMuchWork(load)));
  const promise = wishes.staffFor === undefined ? [] : about("--staff-for", () => promiseOf(wishes.staffFor ?? ""));
  const vary =
    wishes.vary === undefined ? null : about("--vary", () => varyOf(wishes.vary ?? [], patience, arrivals.kind === "population"));
  const servers = wishes.servers ?? kendall.servers;
  if (servers === null && promise.length === 0 && vary?.what !== "servers")
    throw new OptionRefusal(
      "--servers",
      new Refusal(
        message(
          "How many servers? The notation leaves them open.",
          "有多少服务台？记号中没有给出。",
          'Add --servers 3, or ask for them: --staff-for "80% within 20 s".',
          '请加 --servers 3，或求解台数：--staff-for "80% within 20 s"。',
        ),
      ),
    );
  const room = wishes.room ?? kendall.room;
  // Of a range of servers the first that is not overloaded stands for all until it is chosen.
  const few =
    (vary?.what === "servers" ? (vary.values.find(({value}) => value > load) ?? vary.values[vary.values.length - 1]).value : null) ??
    Math.max(1, Math.ceil(load));
  const count = servers ?? (room === null || room === Infinity ? few : Math.max(1, Math.min(few, room - 1)));
  const queue: OneLine = {
    arrivals,
    service,
    servers: count,
    room: about("--room", () => roomOf(room, count)),
    patience,
    isFirstCome: kendall.order === "first come",
  };
  const bound = promise.find((one) => one.kind === "served within");
  return {
    stated: {...kendall, servers, room: queue.room, population},
    // Where there is no place to wait, patience does not matter.
    queue: queue.room === queue.servers && arrivals.kind !== "population" ? {...queue, patience: null} : queue,
    within:
      wishes.within !== undefined
        ? about("--within", () => parseDuration(halfWidth(wishes.within ?? "")))
        : bound?.kind === "served within"
          ? bound.within
          : DEFAULT_WITHIN,
    percentiles: PERCENTILES,
    promise,
    vary,
    allLevels: wishes.level === "all",
    withCurve: wishes.out !== undefined,
  };
}

function about<T>(option: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refusal) throw new OptionRefusal(option, error);
    throw error;
  }
}

function rateOf(arrivals: Arrivals): number {
  if (arrivals.kind === "poisson") return arrivals.rate;
  return arrivals.kind === "renewal" ? 1 / meanKnown(arrivals.between) : arrivals.members / meanOf(arrivals.away);
}

const tooMuchWork = (load: number) =>
  message(
    `${load.toExponential(1)} erlangs of work: that many servers would be busy all the time.`,
    `工作负荷达 ${load.toExponential(1)} Erl：需要这么多服务台一直忙碌。`,
    "Check the units of --arrivals and --service; a million erlangs is the most.",
    "请检查 --arrivals 和 --service 的单位；最多一百万厄兰。",
  );

const SERVICE_MISSING = message(
  "How long does one customer take?",
  "服务一位顾客要多久？",
  'Add --service "6 min", or a law: --service "lognormal 6 min cv 0.8".',
  '请加 --service "6 min"，或给出分布：--service "lognormal 6 min cv 0.8"。',
);

function arrivalsOf(text: string | undefined, letter: LawLetter, population: number, files: TableFiles): Arrivals {
  if (text === undefined)
    throw new Refusal(
      population === Infinity
        ? message("How many customers come?", "来多少顾客？", "Add --arrivals 20/h.", "请加 --arrivals 20/h。")
        : message(
            "How often does each of them come?",
            "每个成员多久来一次？",
            'Add the time each is away before coming again, --arrivals "exp 2 h", or its rate, --arrivals 0.5/h.',
            '请加每个成员离开多久后再来：--arrivals "exp 2 h"，或其速率：--arrivals 0.5/h。',
          ),
    );
  const half = halfWidth(text).trim();
  if (/[{}[\]]|\d:\d\d|\bto\b.*\//i.test(half))
    throw new Refusal(
      message(
        `“${text}” changes with the time; formulas of this kind speak of the long run at one rate.`,
        `“${text}” 随时间变化；这类公式说的是恒定速率下的长期情况。`,
        "Give one rate, 20/h, and ask anew for a busier hour; a day that changes can be simulated: waitline run.",
        "请给出一个速率（20/h），繁忙时段另行计算；随时间变化的一天请用模拟：waitline run。",
      ),
    );
  let between: KnownLaw;
  const parts = /^([\d.]+\s*(?:\/|per\b)\s*[A-Za-z.]+)(?:\s+cv\s+([\d.]+))?$/i.exec(half);
  if (parts !== null) {
    const rate = parseRate(parts[1]);
    if (rate === 0)
      throw new Refusal(message("Nobody ever comes.", "没有人来。", "Give a rate above zero: 20/h.", "请给出大于零的速率：20/h。"));
    between = spreadLaw(1 / rate, parts[2] === undefined ? null : cvOf(parts[2]), letter, half);
  } else if (/^[\d.]+\s*$/.test(half) || /^[\d.]+\s*\//.test(half)) {
    between = spreadLaw(1 / parseRate(half), null, letter, half); // refuses, and says why
  } else between = timesOf(half, letter, files, SERVICE_MISSING);
  if (population < Infinity) {
    if (between.kind === "two moments") throw new Refusal(needsLaw(letter, half));
    return {kind: "population", members: population, away: between};
  }
  const mean = between.kind === "two moments" ? null : exponentialMean(between);
  return mean === null ? {kind: "renewal", between} : {kind: "poisson", rate: 1 / mean};
}

/** "6 min", "6 min cv 0.8", or a law. */
function timesOf(text: string | undefined, letter: LawLetter, files: TableFiles, missing: typeof SERVICE_MISSING): KnownLaw {
  if (text === undefined) throw new Refusal(missing);
  const half = halfWidth(text).trim();
  const isTime = /^[\d.]/.test(half) && !/^[\d.]+\s*(%|percent)/i.test(half);
  let law: KnownLaw;
  if (isTime) {
    const phrase = new Phrase(half);
    const mean = phrase.readDuration();
    const cv = phrase.takes("cv") ? phrase.readNumber("0.8") : null;
    phrase.end();
    if (!(mean > 0)) throw new Refusal(zeroTime(half));
    law = spreadLaw(mean, cv, letter, half);
  } else law = parseLaw(half, files);
  if (!(meanKnown(law) > 0)) throw new Refusal(zeroTime(half));
  return law;
}

const zeroTime = (text: string) =>
  message(`“${text}” takes no time at all.`, `“${text}” 的时间为零。`, "Give a time above zero: 6 min.", "请给出大于零的时间：6 min。");

function cvOf(text: string): number {
  const phrase = new Phrase(text);
  const cv = phrase.readNumber("0.8");
  phrase.end();
  return cv;
}

/** The law that letter, mean and cv say together; where they disagree, what the cv says. */
function spreadLaw(mean: Seconds, cv: number | null, letter: LawLetter, text: string): KnownLaw {
  if (cv === null) {
    const law = lawOfLetter(letter, mean);
    if (law === null) throw new Refusal(needsLaw(letter, text));
    return law;
  }
  const squaredCV = cv * cv;
  const near = (other: number) => Math.abs(squaredCV - other) <= 5e-3 * other;
  if (squaredCV === 0) return {kind: "fixed", value: mean};
  if (letter.letter === "M" && near(1)) return {kind: "exponential", mean};
  if (letter.letter === "E" && near(1 / letter.phases)) return {kind: "erlang", mean, phases: letter.phases};
  if (letter.letter === "H2" && squaredCV > 1) {
    const {shares, means} = balancedMixture(mean, squaredCV);
    return {kind: "mix", parts: shares.map((share, i) => ({share, law: {kind: "exponential", mean: means[i]}}))};
  }
  return {kind: "two moments", mean, squaredCV};
}

const needsLaw = (letter: LawLetter, text: string) =>
  message(
    `${letterText(letter)} says nothing of how much the times vary, and “${text}” does not either.`,
    `${letterText(letter)} 没有说明时间的离散程度，“${text}” 也没有。`,
    `Add the standard deviation over the mean, “${text.replace(/\s*cv.*$/i, "")} cv 0.8”, or give a law: “lognormal 6 min cv 0.8”.`,
    `请加上变异系数（标准差/均值）：“${text.replace(/\s*cv.*$/i, "")} cv 0.8”，或给出分布：“lognormal 6 min cv 0.8”。`,
  );

function patienceOf(text: string | undefined, letter: LawLetter | null, files: TableFiles): Law | null {
  if (text === undefined) {
    if (letter === null) return null;
    throw new Refusal(
      message(
        "The notation says that people give up: how long are they willing to wait?",
        "记号说明顾客会放弃：他们愿意等多久？",
        'Add --patience "10 min", the mean of all customers, the patient ones too.',
        '请加 --patience "10 min"，即所有顾客（包括耐心者）的平均耐心。',
      ),
    );
  }
  const law = timesOf(text, letter ?? {letter: "M"}, files, SERVICE_MISSING);
  if (law.kind === "two moments") throw new Refusal(needsLaw(letter ?? {letter: "G"}, text));
  return law;
}

function roomOf(room: number | null, servers: number): number {
  if (room === null) return servers;
  if (room >= servers) return room;
  throw new Refusal(
    message(
      `A room for ${room} has no place for ${servers} servers' customers: it counts people in service too.`,
      `容量 ${room} 容不下 ${servers} 个服务台的顾客：容量含正在接受服务者。`,
      `For ${room} places to wait: --room ${servers + room}.`,
      `若有 ${room} 个等候位置：--room ${servers + room}。`,
    ),
  );
}

const PROMISE_EXAMPLES = message(
  "",
  "",
  'Write "80% within 20 s", "mean wait 1 min", "3% give up", "5% blocked" or "85% busy"; several are joined by "and".',
  '请写 "80% within 20 s"、"mean wait 1 min"、"3% give up"、"5% blocked" 或 "85% busy"；多个承诺用 "and" 连接。',
).remedy;

function promiseOf(text: string): Promised[] {
  return halfWidth(text)
    .split(/\s+and\s+/i)
    .map((part) => boundOf(part.trim()));
}

function boundOf(text: string): Promised {
  const standard = /^(\d{1,2})\s*\/\s*(\d+)$/.exec(text); // "80/20", as call centres say it
  if (standard !== null) return requireShare({kind: "served within", share: Number(standard[1]) / 100, within: Number(standard[2])}, text);
  const phrase = new Phrase(text);
  if (phrase.next?.kind === "word") {
    phrase.takes("mean", "average");
    if (!phrase.takes("wait")) throw noPromise(text);
    if (phrase.takes("at")) phrase.takes("most");
    const mean = phrase.readDuration();
    phrase.end();
    if (!(mean > 0)) throw new Refusal({found: zeroTime(text).found, remedy: PROMISE_EXAMPLES});
    return {kind: "wait", mean};
  }
  const share = phrase.readShare();
  if (phrase.takes("within", "in")) {
    const within = phrase.readDuration();
    phrase.end();
    return requireShare({kind: "served within", share, within}, text);
  }
  if (phrase.takes("give", "abandon", "abandoned")) {
    phrase.takes("up");
    phrase.end();
    return requireShare({kind: "abandoned", share}, text);
  }
  if (phrase.takes("blocked", "refused", "lost")) {
    phrase.end();
    return requireShare({kind: "blocked", share}, text);
  }
  if (phrase.takes("busy", "occupied", "occupancy")) {
    phrase.end();
    return requireShare({kind: "occupancy", share}, text);
  }
  throw noPromise(text);
}

function noPromise(text: string): Refusal {
  return new Refusal({found: {en: `“${text}” is no promise that is known here.`, zh: `看不懂承诺“${text}”。`}, remedy: PROMISE_EXAMPLES});
}

/** Nobody can promise everything to everybody, and nothing is no promise. */
function requireShare(bound: Promised & {share: number}, text: string): Promised {
  const isOpen = bound.share > 0 && (bound.kind === "occupancy" ? bound.share <= 1 : bound.share < 1);
  if (isOpen) return bound;
  throw new Refusal({
    found: {en: `“${text}” can be kept by no number of servers, or by any.`, zh: `“${text}” 要么无论多少人都做不到，要么总能做到。`},
    remedy: PROMISE_EXAMPLES,
  });
}

const RANGE_EXAMPLES = message(
  "",
  "",
  'Write --vary servers=10..20, --vary arrivals=10/h..20/h, or with a step: --vary "service=4 min..8 min step 1 min".',
  '请写 --vary servers=10..20、--vary arrivals=10/h..20/h，或带步长：--vary "service=4 min..8 min step 1 min"。',
).remedy;

function varyOf(texts: readonly string[], patience: Law | null, isPopulation: boolean): NonNullable<TheoryQuestion["vary"]> {
  const refuse = (en: string, zh: string): never => {
    throw new Refusal({found: {en, zh}, remedy: RANGE_EXAMPLES});
  };
  if (texts.length > 1) refuse("One number can be gone through at a time.", "一次只能改变一个数。");
  const [text] = texts;
  const match = /^\s*(\w+)\s*=\s*(.+?)\s*(?:\.\.|…|\sto\s)\s*(.+?)(?:\s+(?:step|by)\s+(.+?))?\s*$/i.exec(halfWidth(text));
  if (match === null) return refuse(`“${text}” is no range of values.`, `“${text}” 不是取值范围。`);
  const what = match[1].toLowerCase();
  if (what !== "servers" && what !== "arrivals" && what !== "service" && what !== "patience")
    return refuse(`“${match[1]}” cannot be gone through.`, `“${match[1]}” 不能逐个取值。`);
  if (what === "patience" && patience === null) refuse("Nobody gives up here, so patience cannot vary.", "这里没有人放弃，耐心无从变化。");
  const to = amountOf(match[3], what, null);
  const from = amountOf(match[2], what, to);
  const step = match[4] === undefined ? null : amountOf(match[4], what, to);
  const inUnit = [from, to].map((amount) => (amount.number * amount.scale) / to.scale);
  const [least, most] = [Math.min(...inUnit), Math.max(...inUnit)];
  const isWhole = what === "servers";
  if (!(least > 0) || (isWhole && !(Number.isInteger(least) && Number.isInteger(most))))
    return refuse(
      isWhole ? "Servers are whole, 1 or more." : "The values must be above zero.",
      isWhole ? "服务台数应是不小于 1 的整数。" : "取值应大于零。",
    );
  const stride =
    step !== null
      ? (step.number * step.scale) / to.scale
      : isWhole
        ? Math.max(1, Math.ceil((most - least) / (MOST_ROWS - 1)))
        : (most - least) / 10;
  if (most > least && !(stride > 0 && (!isWhole || Number.isInteger(stride))))
    return refuse(`“${text}” has no step to go by.`, `“${text}” 的步长无效。`);
  const count = most > least ? Math.floor((most - least) / stride + 1e-9) + 1 : 1;
  if (count > MOST_ROWS)
    return refuse(`“${text}” has ${count} values; ${MOST_ROWS} are the most.`, `“${text}” 有 ${count} 个值；最多 ${MOST_ROWS} 个。`);
  if (isWhole && most > MOST_ERLANGS) return refuse(`A million servers are the most.`, "最多一百万个服务台。");
  const isOfEach = isPopulation && what === "arrivals";
  return {
    what,
    values: Array.from({length: count}, (_, i) => {
      const number = Number((least + i * stride).toPrecision(12));
      return {value: number * to.scale, text: `${number}${to.unit}${isOfEach ? " each" : ""}`};
    }),
  };
}

interface Amount {
  number: number;
  /** Of one unit, in seconds or per second. */
  scale: number;
  unit: string;
}

/** "20/h", "6 min", "14"; the unit of the other end where this one has none. */
function amountOf(text: string, what: Varied, other: Amount | null): Amount {
  const [, digits = "", rest = ""] = /^([\d.]+)\s*(.*)$/.exec(text.trim()) ?? [];
  if (what === "servers") {
    if (!/^\d+$/.test(text.trim()))
      throw new Refusal({found: {en: `“${text}” is no number of servers.`, zh: `“${text}” 不是服务台数。`}, remedy: RANGE_EXAMPLES});
    return {number: Number(text), scale: 1, unit: ""};
  }
  if (rest === "" && other !== null && digits !== "") return {...other, number: Number(digits)};
  if (what === "arrivals") {
    const rate = parseRate(text);
    const unit = rest.replace(/^(\/|per\b)\s*/i, "");
    return {number: Number(digits), scale: rate === 0 ? 1 / (unitSeconds(unit) ?? 1) : rate / Number(digits), unit: `/${unit}`};
  }
  const seconds = parseDuration(text);
  const factor = unitSeconds(rest);
  return factor === null ? {number: seconds, scale: 1, unit: " s"} : {number: Number(digits), scale: factor, unit: ` ${rest}`};
}
