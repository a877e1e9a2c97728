/**
 * `book`: how many people are told to come when. By rule (one by one, some at the start, blocks, so many in each slot, given gaps),
 * as a list of times, or spread over a period without appointments.
 *
 *   n people, k at the start, then b together every d:   A_i = from for i ≤ k,  from + (1 + ⌊(i - k - 1) / b⌋) d after
 *
 * b is 1 and k is b when not said; k = 2 is the rule of Bailey and Welch, k = b are blocks.
 * Sources: Welch and Bailey (1952), The Lancet 259, 1105-1108; Ho and Lau (1992), Management Science 38(12), 1750-1764.
 */
import type {Clock, Seconds} from "../../units.ts";
import {formatClock} from "../../units.ts";
import {type Message, message, Refusal} from "../message.ts";
import type {Book, Scenario} from "../scenario.ts";

export interface BookSection {
  people?: number | undefined;
  /** One gap, or one between each two. */
  every?: Seconds[] | undefined;
  start?: number | undefined;
  block?: number | undefined;
  slots?: number[] | undefined;
  at?: {kind: "clock" | "time"; at: number}[] | undefined;
  from?: Clock | undefined;
  to?: Clock | undefined;
  spread?: "at random" | undefined;
}

export const MOST_BOOKED = 1000;

/** When everybody is told to come. @throws Refusal, with its path below `book` */
export function readBook(book: BookSection, opening: NonNullable<Scenario["opening"]>): Pick<Book, "at" | "spread"> {
  if (book.spread !== undefined) return {at: [], spread: spreadOf(book, opening)};
  if (book.to !== undefined) throw new Refusal(onlyWithSpread(), ["to"]);
  const at = book.at === undefined ? byRule(book, book.from ?? opening.from) : listed(book);
  const word = book.at === undefined ? [] : ["at"];
  if (at.length > MOST_BOOKED) throw new Refusal(tooMany(at.length), word);
  const isOutside = (time: Clock) => time < opening.from || time >= opening.to;
  const outside = at.find(isOutside);
  if (outside !== undefined) {
    const inVain = at.filter(isOutside).length;
    throw new Refusal(outsideHours(outside, inVain, opening), book.from !== undefined && outside < opening.from ? ["from"] : word);
  }
  return {at, spread: null};
}

function spreadOf(book: BookSection, opening: NonNullable<Scenario["opening"]>): NonNullable<Book["spread"]> {
  for (const word of ["every", "start", "block", "slots", "at"] as const)
    if (book[word] !== undefined) throw new Refusal(twoRules("spread", word), [word]);
  const {from = opening.from, to = opening.to} = book;
  if (from < opening.from || to > opening.to || from >= to) throw new Refusal(badPeriod(opening), [book.to === undefined ? "from" : "to"]);
  return {people: book.people ?? missingPeople(), from, to};
}

function listed(book: BookSection): Clock[] {
  for (const word of ["people", "every", "start", "block", "slots", "from"] as const)
    if (book[word] !== undefined) throw new Refusal(twoRules("at", word), [word]);
  const times = book.at ?? [];
  if (times.some(({kind}) => kind === "time")) throw new Refusal(notAClockHere(), ["at"]);
  return times.map(({at}) => at);
}

function byRule(book: BookSection, from: Clock): Clock[] {
  const {every, slots} = book;
  if (slots !== undefined) {
    for (const word of ["people", "start", "block"] as const)
      if (book[word] !== undefined) throw new Refusal(twoRules("slots", word), [word]);
    if (every?.length !== 1) throw new Refusal(slotLength(), ["slots"]);
    if (slots.every((people) => people === 0)) throw new Refusal(nobodyBooked(), ["slots"]);
    return slots.flatMap((people, slot) => new Array<Clock>(people).fill(from + slot * every[0]));
  }
  if (every !== undefined && every.length > 1) {
    for (const word of ["start", "block"] as const) if (book[word] !== undefined) throw new Refusal(twoRules("every", word), [word]);
    if (book.people !== undefined && book.people !== every.length + 1)
      throw new Refusal(gapsOfPeople(every.length, book.people), ["people"]);
    const at = [from];
    for (const gap of every) at.push(at[at.length - 1] + gap);
    return at;
  }
  const people = book.people ?? missingPeople();
  const block = book.block ?? 1;
  const start = book.start ?? block;
  if (every === undefined && start < people) throw new Refusal(missingEvery());
  const gap = every?.[0] ?? 0;
  return Array.from({length: people}, (_, i) => (i < start ? from : from + (1 + Math.floor((i - start) / block)) * gap));
}

function missingPeople(): never {
  throw new Refusal(
    message(
      "How many people are booked is not said.",
      "没有说明预约多少人。",
      "Write `book: { people: 20, every: 15 min }`.",
      "请写 `book: { people: 20, every: 15 min }`。",
    ),
  );
}

// ── what this file says ──

const missingEvery = (): Message =>
  message(
    "How far apart the appointments are is not said.",
    "没有说明预约的间隔。",
    "Add `every: 15 min`; when all are to come at once, let `start` be as many as `people`.",
    "请加上 `every: 15 min`；若所有人同时来，请让 `start` 等于 `people`。",
  );

const twoRules = (one: string, other: string): Message =>
  message(
    `\`${one}\` already says who comes when; \`${other}\` does not go with it.`,
    `\`${one}\` 已说明谁何时来，不能再用 \`${other}\`。`,
    `Leave one of them out; in an overlay, \`${other}: null\` removes it.`,
    `请去掉其中一个；方案中可用 \`${other}: null\` 去掉。`,
  );

const onlyWithSpread = (): Message =>
  message(
    "`to` ends the period over which people are spread, and nobody is.",
    "`to` 是分散到来时段的终点，而这里没有分散到来。",
    "Leave it out, or add `spread: at random`.",
    "请去掉它，或加上 `spread: at random`。",
  );

const tooMany = (people: number): Message =>
  message(
    `The book has ${people} appointments; it holds at most ${MOST_BOOKED}.`,
    `预约共 ${people} 个；最多 ${MOST_BOOKED} 个。`,
    "Split it into several sources.",
    "请分成几个来源。",
  );

const outsideHours = (at: Clock, count: number, opening: NonNullable<Scenario["opening"]>): Message => {
  const [from, to] = [formatClock(opening.from), formatClock(opening.to)];
  return message(
    `${count === 1 ? "An appointment lies" : `${count} appointments lie`} outside opening hours (${from} to before ${to}); the first is at ${formatClock(at)}.`,
    `${count} 个预约不在营业时间（${from} 到 ${to} 之前）之内；第一个在 ${formatClock(at)}。`,
    "Book fewer people or shorter gaps, or change `opening`.",
    "请减少人数、缩短间隔，或修改 `opening`。",
  );
};

const badPeriod = (opening: NonNullable<Scenario["opening"]>): Message =>
  message(
    "The period over which people are spread does not lie within opening hours.",
    "分散到来的时段不在营业时间之内。",
    `Use \`from\` and \`to\` between ${formatClock(opening.from)} and ${formatClock(opening.to)}, or leave them out.`,
    `请让 \`from\` 和 \`to\` 在 ${formatClock(opening.from)} 与 ${formatClock(opening.to)} 之间，或去掉它们。`,
  );

const notAClockHere = (): Message =>
  message(
    "Appointments are times of day.",
    "预约应写时刻。",
    "Write for example `at: [08:00, 08:15, 08:40]`.",
    "例如写 `at: [08:00, 08:15, 08:40]`。",
  );

const slotLength = (): Message =>
  message(
    "How long a slot is, is not said.",
    "没有说明每个时段多长。",
    "Add `every: 15 min`, one time for all slots.",
    "请加上 `every: 15 min`，所有时段一样长。",
  );

const nobodyBooked = (): Message =>
  message("Nobody is booked in any slot.", "任何时段都没有预约。", "Use at least 1 in some slot.", "至少在某个时段写 1。");

const gapsOfPeople = (gaps: number, people: number): Message =>
  message(
    `${gaps} gaps lie between ${gaps + 1} people, not ${people}.`,
    `${gaps} 个间隔对应 ${gaps + 1} 人，而不是 ${people} 人。`,
    "Leave `people` out, or give as many gaps as fit.",
    "请去掉 `people`，或给出相应数量的间隔。",
  );

/** Words that speak of appointments, and there are none. */
export const needsBook = (word: string): Message =>
  message(
    `\`${word}\` speaks of people with an appointment, and this source has no book.`,
    `\`${word}\` 说的是有预约的人，而这个来源没有预约。`,
    `Leave it out, or add \`book: { people: 20, every: 15 min }\`.`,
    `请去掉它，或加上 \`book: { people: 20, every: 15 min }\`。`,
  );

/** Late for what? */
export const noAppointment = (word: string): Message =>
  message(
    `People who are spread at random have no appointment, so \`${word}\` means nothing.`,
    `随机分散到来的人没有预约，\`${word}\` 没有意义。`,
    `Leave it out; in an overlay, \`${word}: null\` removes it.`,
    `请去掉它；方案中可用 \`${word}: null\` 去掉。`,
  );

export const bookNeedsDay = (): Message =>
  message(
    "Appointments are for one day, but the place has no opening hours.",
    "预约针对一天，但这里没有营业时间。",
    "Add `opening: 08:00 to 13:00`.",
    "请加上 `opening: 08:00 to 13:00`。",
  );

export const orderWithoutBook = (): Message =>
  message(
    "Customers are called by appointment, but nobody has one: all go by arrival.",
    "按预约叫号，但没有人有预约：都按到达先后。",
    "Add `book: { people: 20, every: 15 min }` to a source, or leave `order` out.",
    "请给某个来源加上 `book: { people: 20, every: 15 min }`，或去掉 `order`。",
  );
