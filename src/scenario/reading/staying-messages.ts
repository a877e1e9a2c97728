/** What is told of the choice to stay: who turns round, what is announced, when patience ends. */
import {type Message, message} from "../message.ts";
import {quote} from "./quote.ts";

export const balksBySight = (): Message =>
  message(
    "What newcomers go by is not said, or said twice.",
    "没有说明新来者依据什么，或说明了两次。",
    "Write `sees: people waiting` (or `people ahead`, `people in system`), or `hears: minutes`.",
    "请写 `sees: people waiting`（或 `people ahead`、`people in system`），或写 `hears: minutes`。",
  );

export const balksRule = (): Message =>
  message(
    "How many turn round is not said, or said twice.",
    "没有说明多少人离去，或说明了两次。",
    "Write one of `each: 8%`, `from: { 10 people: 30% }`, or with `hears: minutes` also `bears: lognormal 15 min cv 0.5`.",
    "请写其中一个：`each: 8%`、`from: { 10 people: 30% }`，与 `hears: minutes` 同用时还可写 `bears: lognormal 15 min cv 0.5`。",
  );

export const bearsMinutes = (): Message =>
  message(
    "`bears` is a time, and newcomers look at people here.",
    "`bears` 是时间，而这里新来者看的是人数。",
    "Write `hears: minutes`, or count people: `each: 8%` or `from: { 10 people: 30% }`.",
    "请写 `hears: minutes`，或按人数写：`each: 8%` 或 `from: { 10 people: 30% }`。",
  );

export const perceptionOfPeople = (): Message =>
  message(
    "`perception` is about people seen; announced minutes allow for the servers already.",
    "`perception` 针对看到的人数；播报的分钟数已考虑服务员数。",
    "Leave `perception` out, or write `sees: people ahead`.",
    "请去掉 `perception`，或写 `sees: people ahead`。",
  );

export const perceptionRange = (): Message =>
  message(
    "The perception is a power between 0 and 2.",
    "perception 是 0 到 2 之间的指数。",
    "Write `perception: 0` for heads only, `perception: 1` for people ÷ servers.",
    "只看人头写 `perception: 0`，人数 ÷ 服务员数写 `perception: 1`。",
  );

export const notBalkTable = (): Message =>
  message(
    "This is no table of people (or minutes) and shares.",
    "这不是人数（或分钟数）与份额的表。",
    "Write `{ 5 people: 10%, 10 people: 30% }`, or `{ 10 min: 20%, 30 min: 70% }`.",
    "请写 `{ 5 people: 10%, 10 people: 30% }`，或 `{ 10 min: 20%, 30 min: 70% }`。",
  );

export const balkTableUnit = (sees: boolean): Message =>
  sees
    ? message(
        "Newcomers look at people, and the table counts minutes.",
        "新来者看的是人数，而表中是分钟数。",
        "Write `{ 5 people: 10%, 10 people: 30% }`, or `hears: minutes`.",
        "请写 `{ 5 people: 10%, 10 people: 30% }`，或写 `hears: minutes`。",
      )
    : message(
        "Newcomers go by minutes, and the table counts people.",
        "新来者依据分钟数，而表中是人数。",
        "Write `{ 10 min: 20%, 30 min: 70% }`, or `sees: people waiting`.",
        "请写 `{ 10 min: 20%, 30 min: 70% }`，或写 `sees: people waiting`。",
      );

export const notSlowness = (text: string): Message =>
  message(
    `${quote(text)} does not say how much longer a walk takes.`,
    `${quote(text)} 没有说明步行时间是别人的几倍。`,
    "Write `walk: 2.5 times as long`.",
    "请写 `walk: 2.5 times as long`。",
  );

export const notLast = (text: string): Message =>
  message(
    `${quote(text)} does not say how much faster patience runs.`,
    `${quote(text)} 没有说明耐心消耗快多少倍。`,
    "Write `last: 3 times as fast`.",
    "请写 `last: 3 times as fast`。",
  );

export const notAnnouncement = (text: string): Message =>
  message(
    `${quote(text)} is no announcement.`,
    `${quote(text)} 不是一种播报方式。`,
    "Write `minutes`, `minutes padded 20%` or `minutes wrong by up to 30%`.",
    "请写 `minutes`、`minutes padded 20%` 或 `minutes wrong by up to 30%`。",
  );

export const nothingAnnounced = (name: string): Message =>
  message(
    `“${name}” go by announced minutes, and no station announces any.`,
    `“${name}”依据播报的分钟数，但没有服务台播报。`,
    "Add `announces: minutes` to the station.",
    "请在服务台中加上 `announces: minutes`。",
  );

export const patienceMissing = (word: string): Message =>
  message(
    `\`${word}\` goes by the patience, and these customers wait as long as it takes.`,
    `\`${word}\` 依据耐心，而这些顾客会一直等下去。`,
    "Add `patience: exp 25 min`, or leave it out.",
    "请加上 `patience: exp 25 min`，或去掉它。",
  );
