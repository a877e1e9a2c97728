/**
 * Kendall's notation, A/S/c/K/N/order, with +G behind it for patience.
 *
 *   A, S     laws of the times between arrivals and of service: M exponential, D constant, E<k> Erlang with k phases, H2 two
 *            exponentials mixed, PH phases, GI or G any law
 *   c        servers; the letter c where they are still asked for
 *   K        people at the place, waiting and in service; c: no place to wait; left out or empty: no limit
 *   N        customers there are in all; left out or empty: without end
 *   order    FCFS or FIFO (as if left out), LCFS or LIFO, SIRO
 *   +G       law of patience, by the same letters; left out: nobody gives up
 *
 * Source: Kendall (1953), "Stochastic Processes Occurring in the Theory of Queues", Annals of Mathematical Statistics 24, 338-354; the
 * +G after Baccelli and Hébuterne (1981), "On Queues with Impatient Customers".
 */
import type {Words} from "./answer.ts";

/** M, D, G and GI, PH, H2, or E with its number of phases. */
export type LawLetter = {letter: "M" | "D" | "G" | "GI" | "PH" | "H2"} | {letter: "E"; phases: number};

export interface Kendall {
  arrivals: LawLetter;
  service: LawLetter;
  /** Null: the letter c, to be given otherwise. */
  servers: number | null;
  /** People waiting and in service; Infinity: no limit; null: the letter c, as many as there are servers. */
  room: number | null;
  /** Infinity: customers without end. */
  population: number;
  order: "first come" | "last come" | "at random";
  /** Null: nobody gives up. */
  patience: LawLetter | null;
}

/** What stands in the way of reading a notation, where, and the smallest change that helps. */
export class NotationProblem extends Error {
  override readonly name = "NotationProblem";
  readonly found: Words;
  readonly remedy: Words;
  /** Where in the text, from 0; `to` is behind the last character. */
  readonly from: number;
  readonly to: number;

  constructor(found: Words, remedy: Words, from: number, to: number) {
    super(found.en);
    this.found = found;
    this.remedy = remedy;
    this.from = from;
    this.to = Math.max(to, from + 1);
  }
}

/** As it is written: "E3". */
export function letterText(law: LawLetter): string {
  return law.letter === "E" ? `E${law.phases}` : law.letter;
}

interface Field {
  text: string;
  from: number;
  to: number;
}

/**
 * Reads "M/M/3", "M/M/14+M", "GI/G/c", "M/M/3/10", "M/M/2//8", in capitals or not.
 *
 * @throws NotationProblem where it cannot be read
 */
export function parseKendall(text: string): Kendall {
  const plus = text.indexOf("+");
  const end = plus < 0 ? text.length : plus;
  const fields = fieldsOf(text, end);
  if (fields.length < 3) throw tooShort(text, fields);
  if (fields.length > 6)
    throw new NotationProblem(
      {en: "The notation has six places at the most: A/S/c/K/N/order.", zh: "记号最多六个位置：A/S/c/K/N/次序。"},
      {en: "Leave out what follows the sixth.", zh: "请去掉第六个之后的部分。"},
      fields[6].from,
      end,
    );
  const servers = serversOf(fields[2]);
  const room = fields[3] !== undefined && /^[cs]$/i.test(fields[3].text) ? servers : limitOf(fields[3], "room");
  if (servers !== null && room !== null && room < servers)
    throw new NotationProblem(
      {
        en: `The fourth place counts everybody there, in service too: ${room} is less than ${servers} servers.`,
        zh: `第四个位置是系统内总人数（含正在服务者）：${room} 少于 ${servers} 个服务台。`,
      },
      {
        en: `For ${room} places to wait write ${fields[0].text}/${fields[1].text}/${servers}/${servers + room}.`,
        zh: `若有 ${room} 个等候位置，请写 ${fields[0].text}/${fields[1].text}/${servers}/${servers + room}。`,
      },
      fields[3].from,
      fields[3].to,
    );
  return {
    arrivals: lawOf(fields[0], "arrivals"),
    service: lawOf(fields[1], "service"),
    servers,
    room,
    population: limitOf(fields[4], "population"),
    order: orderOf(fields[5]),
    patience: plus < 0 ? null : lawOf({...trimmed(text, plus + 1, text.length)}, "patience"),
  };
}

function fieldsOf(text: string, end: number): Field[] {
  const fields: Field[] = [];
  let from = 0;
  for (let at = 0; at <= end; at++) {
    if (at < end && text[at] !== "/") continue;
    fields.push(trimmed(text, from, at));
    from = at + 1;
  }
  return fields;
}

function trimmed(text: string, from: number, to: number): Field {
  let [first, last] = [from, to];
  while (first < last && text[first] === " ") first++;
  while (last > first && text[last - 1] === " ") last--;
  return {text: text.slice(first, last), from: first, to: last};
}

function tooShort(text: string, fields: readonly Field[]): NotationProblem {
  const guess = /^\s*(M|D|GI|G|PH|H2|E\d+)[\s|,;:_-]*(M|D|G|PH|H2|E\d+)[\s|,;:_-]*(\d+|c)\s*(\+\s*[A-Z]\w*)?\s*$/i.exec(text);
  const found = {
    en: "Kendall's notation has at least three places, parted by strokes: arrivals/service/servers.",
    zh: "Kendall 记号至少有三个位置，用斜线分开：到达/服务/服务台数。",
  };
  if (guess !== null) {
    const meant = `${guess[1]}/${guess[2]}/${guess[3]}${(guess[4] ?? "").replace(/\s/g, "")}`.toUpperCase().replace("/C", "/c");
    return new NotationProblem(found, {en: `Write ${meant}.`, zh: `请写 ${meant}。`}, 0, text.length);
  }
  if (fields.length === 2 && fields[0].text !== "" && fields[1].text !== "") {
    const meant = `${fields[0].text}/${fields[1].text}`;
    return new NotationProblem(
      found,
      {
        en: `Add the servers: ${meant}/3, or ${meant}/c where they are asked for.`,
        zh: `请补上服务台数：${meant}/3；若要求解台数，写 ${meant}/c。`,
      },
      text.length,
      text.length + 1,
    );
  }
  return new NotationProblem(found, {en: "Write M/M/3, for example.", zh: "例如写 M/M/3。"}, 0, text.length);
}

/** What people write for laws that have no letter of their own. */
const NO_LETTER = new Set(["LN", "L", "N", "U", "W", "T", "GAMMA", "LOGNORMAL", "NORMAL", "UNIFORM", "WEIBULL"]);
const ROLES = {
  arrivals: {en: "the times between arrivals", zh: "到达间隔"},
  service: {en: "service", zh: "服务时间"},
  patience: {en: "patience", zh: "耐心时间"},
} as const;

function lawOf({text, from, to}: Field, role: keyof typeof ROLES): LawLetter {
  const word = text.toUpperCase();
  if (word === "M" || word === "D" || word === "G" || word === "GI" || word === "PH" || word === "H2") return {letter: word};
  const erlang = /^E(\d{1,4})$/.exec(word);
  if (erlang !== null && Number(erlang[1]) >= 1) return {letter: "E", phases: Number(erlang[1])};
  const {en, zh} = ROLES[role];
  const problem = (remedyEn: string, remedyZh: string) =>
    new NotationProblem(
      text === ""
        ? {en: `The law of ${en} is missing.`, zh: `缺少${zh}的分布。`}
        : {en: `${text} is no law of ${en} that the notation knows.`, zh: `记号中没有${zh}分布 ${text}。`},
      {en: remedyEn, zh: remedyZh},
      from,
      to,
    );
  if (word === "E" || word === "EK" || word === "E0") return refuse(problem("Say how many phases: E2, E3, …", "请写明阶段数：E2、E3……"));
  if (word === "H" || /^H\d+$/.test(word))
    return refuse(problem("Write H2 for two exponentials mixed, or PH for more.", "两个指数的混合写 H2，更多则写 PH。"));
  if (NO_LETTER.has(word))
    return refuse(
      problem("Write G, and give the law itself in words: lognormal 6 min cv 0.8.", "请写 G，并用文字给出分布：lognormal 6 min cv 0.8。"),
    );
  if (/^\d/.test(word) && role !== "patience")
    return refuse(problem("The first two places are letters: M/M/3.", "前两个位置是字母：M/M/3。"));
  return refuse(
    problem(
      "Write M (exponential), D (constant), E3 (Erlang with 3 phases), H2, PH or G (any law).",
      "请写 M（指数）、D（定长）、E3（3 阶段爱尔朗）、H2、PH 或 G（任意分布）。",
    ),
  );
}

function serversOf({text, from, to}: Field): number | null {
  if (/^[cCsS]$/.test(text)) return null;
  if (/^\d{1,7}$/.test(text) && Number(text) >= 1) return Number(text);
  throw new NotationProblem(
    text === ""
      ? {en: "The number of servers is missing.", zh: "缺少服务台数。"}
      : {en: `${text} is not a number of servers: servers are whole, 1 or more.`, zh: `${text} 不是服务台数：应是不小于 1 的整数。`},
    {en: "Write M/M/3, or M/M/c where they are asked for.", zh: "请写 M/M/3；若要求解台数，写 M/M/c。"},
    from,
    to,
  );
}

function limitOf(field: Field | undefined, what: "room" | "population"): number {
  if (field === undefined || field.text === "" || /^(∞|inf|infinity|oo)$/i.test(field.text)) return Infinity;
  if (/^\d{1,7}$/.test(field.text) && Number(field.text) >= 1) return Number(field.text);
  const [en, zh] = what === "room" ? ["how many people have room", "系统容量"] : ["how many customers there are", "顾客总数"];
  throw new NotationProblem(
    {en: `${field.text} does not say ${en}.`, zh: `${field.text} 不是${zh}。`},
    {en: "Write a whole number of 1 or more, or leave the place empty.", zh: "请写不小于 1 的整数，或留空。"},
    field.from,
    field.to,
  );
}

function orderOf(field: Field | undefined): Kendall["order"] {
  const word = field?.text.toUpperCase() ?? "";
  if (field === undefined || word === "" || word === "FCFS" || word === "FIFO") return "first come";
  if (word === "LCFS" || word === "LIFO") return "last come";
  if (word === "SIRO" || word === "RSS") return "at random";
  throw new NotationProblem(
    {en: `${field.text} is no order of service that is known here.`, zh: `不认识服务次序 ${field.text}。`},
    {
      en: "Write FCFS, LCFS or SIRO; for priorities simulate the place: waitline run.",
      zh: "请写 FCFS、LCFS 或 SIRO；优先级请用模拟：waitline run。",
    },
    field.from,
    field.to,
  );
}

function refuse(problem: NotationProblem): never {
  throw problem;
}
