/** When one design wins and when the other: crossing points in words. */
import type {Crossing, Look} from "../comparison/crossing.ts";
import type {EstimateRow} from "../estimate/estimate.ts";
import type {Probability} from "../units.ts";
import {type Both, capitalised, type Language, quoted} from "./language.ts";
import {COST, GAVE_UP, MEAN_WAIT, type Measure, OVERTAKEN, SOJOURN, TAIL_WAIT} from "./measure.ts";
import {differenceUnit, interval, percent, printUnit, withUnit} from "./quantity.ts";
import {wrapped} from "./width.ts";

/** One number that was varied, and where the designs change places along it. */
export interface CrossingSearch {
  path: string;
  /** The design in which it varies; null: in both. */
  design: string | null;
  /** As the file writes it, "/h"; empty for a bare number. */
  unit: string;
  isWhole: boolean;
  /** In ascending order of value. */
  looks: Look[];
  crossings: Crossing[];
}

/** Everything `crossing` found out, as `--json` prints it. Holds nothing of the machine. */
export interface CrossingResult {
  schemaVersion: 1;
  version: string;
  command: "crossing";
  commandLine: string;
  scenario: {name: string; file: string; hash: string; question: string | null; isDay: boolean};
  seed: string;
  /** Of each look. */
  replications: number;
  /** Of each interval, by itself. */
  confidence: Probability;
  complete: boolean;
  /** Differences are of the first minus the second. */
  designs: [string, string];
  on: keyof typeof MEASURE_OF;
  searches: CrossingSearch[];
  assumed: string[];
}

/** What may be asked to change places, by the word of `--on`. */
export const MEASURE_OF = {
  time: SOJOURN,
  wait: MEAN_WAIT,
  tail: TAIL_WAIT,
  "gave-up": GAVE_UP,
  overtaken: OVERTAKEN,
  cost: COST,
} as const;

/** "0.9725", "48.5/h": as a scenario file would say it. */
export function valueText(value: number, unit: string): string {
  return `${Number(value.toPrecision(9))}${unit}`;
}

/** The same for people: four significant digits. */
export function shortValue(value: number, {unit, isWhole}: CrossingSearch): string {
  return `${isWhole ? Math.floor(value + 0.5) : Number(value.toPrecision(4))}${unit}`;
}

/** What is varied, in words where the words are known: "speed of tellers in “one line”". */
export function variedText({path, design}: CrossingSearch, language: Language): string {
  const steps = path.split(".");
  const known: Record<string, Both> = {
    speed: {en: `the speed of ${steps[1]}`, zh: `${steps[1]} 的速度`},
    servers: {en: `the number of ${steps[1]}`, zh: `${steps[1]} 的人数`},
    rate: {en: `the rate of ${steps[1]} who come`, zh: `${steps[1]} 的到达率`},
  };
  const isWalk = steps[2] === "walk" && steps[3] === "each";
  const walk = {en: `the walk to the next window of ${steps[1]}`, zh: `${steps[1]} 相邻窗口间的步行时间`};
  const what = (isWalk ? walk : steps.length === 3 ? known[steps[2]] : undefined)?.[language] ?? path;
  if (design === null) return what;
  return language === "zh" ? `${quoted(design, language)}中${what}` : `${what} in ${quoted(design, language)}`;
}

/** The number of a design at a look; null where nobody was there. */
export function numberAt({estimates}: Look, design: string, {metrics, statistics, populations}: Measure): EstimateRow | null {
  for (const population of populations) {
    const row = estimates.find(
      (one) =>
        one.design === design &&
        metrics.includes(one.metric) &&
        statistics.includes(one.statistic) &&
        one.population === population &&
        one.value !== null,
    );
    if (row !== undefined) return row;
  }
  return null;
}

export interface CrossingSentences {
  question: string;
  /** Who wins where. */
  verdict: string;
  /** Why: what each gains and loses there. */
  because: string[];
}

/** One search told. */
export function crossingSentences(result: CrossingResult, search: CrossingSearch, language: Language): CrossingSentences {
  const measure: Measure = MEASURE_OF[result.on];
  const [first, second] = result.designs.map((name) => quoted(name, language));
  const varied = variedText(search, language);
  return {
    question:
      language === "zh"
        ? `${varied}为多少时，${first}不如${second}？`
        : `At which value of ${varied} do ${first} and ${second} change places?`,
    verdict: verdictOf(result, search, measure, language),
    because: becauseOf(result, search, language),
  };
}

function verdictOf(result: CrossingResult, search: CrossingSearch, measure: Measure, language: Language): string {
  const told = search.looks.filter(({difference}) => difference !== null);
  if (told.length === 0) return language === "zh" ? "没有可比较的数字。" : "There is nothing to compare.";
  if (search.crossings.length === 0) return sameAllAlong(result, search, told, measure, language);
  const isFirstBetter = (look: Look) => (look.difference ?? 0) < 0 === (measure.better !== "more");
  const names = (isFirst: boolean) => quoted(result.designs[isFirst ? 0 : 1], language);
  const parts: string[] = [];
  const noun = measure.name[language];
  search.crossings.forEach((crossing, i) => {
    const at = shortValue(crossing.at, search);
    const {from, to} = crossing;
    const isSure = from !== null && to !== null;
    const unsure =
      language === "zh"
        ? isSure
          ? `${shortValue(from, search)} 至 ${shortValue(to, search)} 之间分不清`
          : "附近分不清"
        : isSure
          ? `not told apart between ${shortValue(from, search)} and ${shortValue(to, search)}`
          : "not told apart near there";
    const slow = slowness(crossing.at, search, language);
    const aside = language === "zh" ? `（${slow === "" ? "" : `${slow}；`}${unsure}）` : ` (${slow === "" ? "" : `${slow}; `}${unsure})`;
    const below = isFirstBetter({...told[0], difference: crossing.rises ? -1 : 1});
    if (i === 0)
      parts.push(
        language === "zh"
          ? `${at} 以下${aside}，${names(below)}更好：${noun}更${measure.better === "more" ? "高" : "低"}；再往上，${names(!below)}更好`
          : `below ${at}${aside} ${names(below)} is better: ${measure.better === "more" ? "more" : "less"} ${noun}; above, ${names(!below)} is better`,
      );
    else parts.push(language === "zh" ? `${at} 以上${aside}，${names(!below)}又更好` : `above ${at}${aside} ${names(!below)} again`);
  });
  return language === "zh" ? `${parts.join("；")}。` : `${capitalised(parts.join("; "))}.`;
}

/** A speed is also said as people would: "services 2.8 % longer". */
function slowness(at: number, {path, unit}: CrossingSearch, language: Language): string {
  if (!path.endsWith(".speed") || unit !== "" || at === 1) return "";
  const share = percent(Number(Math.abs(1 / at - 1).toPrecision(2)), language);
  if (language === "zh") return at < 1 ? `服务时间长 ${share}` : `服务时间短 ${share}`;
  return at < 1 ? `services ${share} longer` : `services ${share} shorter`;
}

function sameAllAlong(result: CrossingResult, search: CrossingSearch, told: readonly Look[], measure: Measure, language: Language): string {
  const ends = [told[0], told[told.length - 1]];
  const sure = told.filter(({low, high}) => low !== null && high !== null && (low > 0 || high < 0));
  const [from, to] = ends.map(({value}) => shortValue(value, search));
  if (sure.length === 0)
    return language === "zh" ? `从 ${from} 到 ${to}，两个方案分不清。` : `From ${from} to ${to} the two are not told apart.`;
  const isFirst = sure[0].difference! < 0 === (measure.better !== "more");
  const winner = quoted(result.designs[isFirst ? 0 : 1], language);
  const amounts = ends.map((look) => differenceText(look, measure, result, language));
  return language === "zh"
    ? `从 ${from} 到 ${to} 不交叉：${winner}一直更好，${from} 时相差 ${amounts[0]}，${to} 时相差 ${amounts[1]}。`
    : `No crossing from ${from} to ${to}: ${winner} stays better, by ${amounts[0]} at ${from} and ${amounts[1]} at ${to}.`;
}

function unitOf(result: CrossingResult, look: Look, measure: Measure): string {
  return numberAt(look, result.designs[0], measure)?.unit ?? numberAt(look, result.designs[1], measure)?.unit ?? "s";
}

/** "0.42 ± 0.05 min", without its sign. */
function differenceText(look: Look, measure: Measure, result: CrossingResult, language: Language): string {
  const {difference, low, high} = look;
  if (difference === null) return "–";
  const unit = differenceUnit(unitOf(result, look, measure), Math.abs(difference));
  return interval(Math.abs(difference), low === null || high === null ? null : (high - low) / 2, unit, language);
}

/** Shares of people lost that differ by more make the times of the others hard to compare. */
const NOTABLE_LOSS = 0.005;

/** Waiting against service, who leaves, and who is unlucky, at the look nearest to the first crossing (or at the end). */
function becauseOf(result: CrossingResult, search: CrossingSearch, language: Language): string[] {
  const [crossing] = search.crossings;
  const at = crossing?.at ?? search.looks[search.looks.length - 1].value;
  const look = [...search.looks].sort((a, b) => Math.abs(a.value - at) - Math.abs(b.value - at))[0];
  const [first, second] = result.designs;
  const value = (design: string, measure: Measure) => numberAt(look, design, measure)?.value ?? null;
  const name = (design: string) => quoted(design, language);
  const where = shortValue(look.value, search);
  const sentences: string[] = [];

  // Of the served, like the time in the place: then what is left of that is their service.
  const servedWait: Measure = {...MEAN_WAIT, populations: ["served"]};
  const waits = [value(first, servedWait), value(second, servedWait)];
  const stays = [value(first, SOJOURN), value(second, SOJOURN)];
  if (waits[0] !== null && waits[1] !== null && stays[0] !== null && stays[1] !== null) {
    const services = [stays[0] - waits[0], stays[1] - waits[1]];
    const seconds = (amount: number) => {
      const unit = printUnit("s", Math.abs(amount));
      return interval(Math.abs(amount), null, unit, language);
    };
    const [wait, service] = [waits[1] - waits[0], services[0] - services[1]];
    const isTradeOff = wait > 0 === service > 0 && Math.abs(service) > 0.02 * Math.max(waits[0], waits[1]);
    if (isTradeOff) {
      const [less, more] = wait > 0 ? [first, second] : [second, first];
      sentences.push(
        language === "zh"
          ? `在 ${where} 处，${name(less)}比${name(more)}平均少等 ${seconds(wait)}，但服务多用 ${seconds(service)}。`
          : `At ${where} people wait ${seconds(wait)} less in ${name(less)} than in ${name(more)}, but their service takes ${seconds(service)} longer.`,
      );
    } else
      sentences.push(
        language === "zh"
          ? `在 ${where} 处，平均等待：${name(first)} ${seconds(waits[0])}，${name(second)} ${seconds(waits[1])}。`
          : `At ${where} people wait ${seconds(waits[0])} on average in ${name(first)} and ${seconds(waits[1])} in ${name(second)}.`,
      );
  }
  const gone = [value(first, GAVE_UP), value(second, GAVE_UP)];
  if (gone[0] !== null && gone[1] !== null && (gone[0] > 0 || gone[1] > 0)) {
    const isUnlike = Math.abs(gone[0] - gone[1]) > NOTABLE_LOSS;
    sentences.push(
      language === "zh"
        ? `那里分别有 ${percent(gone[0], language)} 和 ${percent(gone[1], language)} 的顾客放弃${isUnlike ? "，时间只算得到服务的人：走的人多，留下的人就显得快" : ""}。`
        : `${percent(gone[0], language)} and ${percent(gone[1], language)} give up there${isUnlike ? "; times are of the served alone, and where more leave, those who stay look faster" : ""}.`,
    );
  }
  const tails = [value(first, TAIL_WAIT), value(second, TAIL_WAIT)];
  const overtaken = [value(first, OVERTAKEN), value(second, OVERTAKEN)];
  if (tails[0] !== null && tails[1] !== null && overtaken[0] !== null && overtaken[1] !== null) {
    const unit = printUnit("s", Math.max(tails[0], tails[1]));
    const told = (amount: number) => withUnit(`${Number((amount / unit.divisor).toPrecision(3))}`, unit, language);
    sentences.push(
      language === "zh"
        ? `那里每十人有一人等待超过 ${told(tails[0])}（${name(first)}）和 ${told(tails[1])}（${name(second)}）；被后来者超越的分别占 ${percent(overtaken[0], language)} 和 ${percent(overtaken[1], language)}。`
        : `One in ten waits longer than ${told(tails[0])} there in ${name(first)} and ${told(tails[1])} in ${name(second)}; a later arrival overtakes ${percent(overtaken[0], language)} and ${percent(overtaken[1], language)}.`,
    );
  }
  return sentences;
}

/** For the terminal. */
export function sayCrossings(result: CrossingResult, language: Language, width: number): string {
  const lines: string[] = [];
  for (const search of result.searches) {
    const {question, verdict, because} = crossingSentences(result, search, language);
    if (lines.length > 0) lines.push("");
    for (const text of [question, verdict, ...because]) lines.push(...wrapped(text, Math.min(width, 100)));
  }
  return lines.join("\n");
}
