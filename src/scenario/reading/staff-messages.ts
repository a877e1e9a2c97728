/** What reading says of servers and populations when it stumbles; see messages.ts. */
import {type Message, message} from "../message.ts";
import {quote} from "./quote.ts";

export const notSpan = (text: string, example: string): Message =>
  message(
    `${quote(text)} does not say from when to when.`,
    `${quote(text)} 没有说明从何时到何时。`,
    `Write for example \`${example}\`.`,
    `例如写 \`${example}\`。`,
  );

export const spanBackwards = (text: string): Message =>
  message(
    `${quote(text)} ends before it begins.`,
    `${quote(text)} 的结束早于开始。`,
    "Let the second time be later.",
    "请让第二个时刻更晚。",
  );

export const spansOverlap = (ends: string, begins: string): Message =>
  message(
    `One ends at ${ends}, and the next begins at ${begins}.`,
    `前一段在 ${ends} 结束，后一段却从 ${begins} 开始。`,
    "List them in order, each after the end of the one before.",
    "请按顺序列出，后一段在前一段结束之后。",
  );

export const notSpeedRow = (key: string): Message =>
  message(
    `The speed at ${quote(key)} people waiting is not said.`,
    `没有说明有 ${quote(key)} 人等待时的速度。`,
    "Write `speed: { 0: 100%, 6: 110% }`: people waiting, and the speed from that number on.",
    "请写 `speed: { 0: 100%, 6: 110% }`：等待人数，以及从该人数起的速度。",
  );

export const speedRowsOrder = (before: number, row: number): Message =>
  message(
    `The row for ${row} people waiting stands behind the one for ${before}.`,
    `等待 ${row} 人的一行排在 ${before} 人之后。`,
    "List the rows in order, from few people to many.",
    "请按等待人数从少到多排列。",
  );

export const breakTimesElsewhere = (text: string): Message =>
  message(
    `${quote(text)} is a time; \`breaks\` says what a server with a customer in hand does when a break is due.`,
    `${quote(text)} 是时间；\`breaks\` 说明手上有顾客时休息怎么办。`,
    "Put the times under `break`: `break: 11:00 for 15 min`. `breaks` is one of: after the customer, end on time, at once, skip when behind.",
    "时间请写在 `break` 下：`break: 11:00 for 15 min`。`breaks` 可选：after the customer、end on time、at once、skip when behind。",
  );

export const peopleAndServers = (): Message =>
  message(
    "Both `servers` and `people` say who serves.",
    "`servers` 和 `people` 都在说明谁来服务。",
    "Keep `people` where servers have names and hours of their own, else `servers`; in a design, `servers: null` removes it.",
    "服务员有各自的名字和时间时保留 `people`，否则保留 `servers`；在方案中可用 `servers: null` 去掉。",
  );

export const needsOneLine = (word: string): Message =>
  message(
    `\`${word}\` needs one line for all servers: at a line each, nobody says where the people of a server who is away would go.`,
    `\`${word}\` 需要共用一队：各自一队时，没有说明离开的服务员队里的人去哪里。`,
    "Leave `line: each` out.",
    "请去掉 `line: each`。",
  );

export const breakdownsAndBreaks = (word: string): Message =>
  message(
    `Servers that break down have no hours, breaks or lunch of their own, but \`${word}\` stands here too.`,
    `会出故障的服务员没有各自的时间、休息或午餐，但这里还写了 \`${word}\`。`,
    `Leave \`${word}\` or \`breakdowns\` out.`,
    `请去掉 \`${word}\` 或 \`breakdowns\`。`,
  );

export const hoursNeedOpening = (word: string): Message =>
  message(
    `\`${word}\` is a time of day, but the place has no opening hours.`,
    `\`${word}\` 是时刻，但这里没有营业时间。`,
    "Add `opening: 09:00 to 17:00`, or leave it out.",
    "请加上 `opening: 09:00 to 17:00`，或去掉它。",
  );

export const populationWords = (has: string, lacks: string): Message =>
  message(
    `\`${has}\` needs \`${lacks}\` beside it.`,
    `\`${has}\` 需要同时写 \`${lacks}\`。`,
    "Write both: `{ population: 60, each: exp 360 h }`.",
    "请两个都写：`{ population: 60, each: exp 360 h }`。",
  );

export const populationAlone = (word: string): Message =>
  message(
    `\`${word}\` does not go with \`population\`: its members come one by one, each after its own time away.`,
    `\`${word}\` 不能与 \`population\` 同用：成员各自离开一段时间后逐个到来。`,
    `Leave \`${word}\` out.`,
    `请去掉 \`${word}\`。`,
  );

export const alwaysHere = (): Message =>
  message(
    "The members of this population are never away: they would all come for ever.",
    "这些成员从不离开：他们会不停地到来。",
    "Give `each` a mean above zero, such as `each: exp 360 h`.",
    "请让 `each` 的均值大于零，例如 `each: exp 360 h`。",
  );

export const breaksAtOnce = (): Message =>
  message(
    "These servers break down without ever working: the mean time to a breakdown is zero.",
    "这些服务员一直在出故障：到故障的平均时间为零。",
    "Give `every` a mean above zero, such as `every: exp 360 h`.",
    "请让 `every` 的均值大于零，例如 `every: exp 360 h`。",
  );

export const accessibleAndAway = (word: string): Message =>
  message(
    `\`${word}\` lets servers leave one by one, and \`accessible\` says that some can be served at certain windows only: these two do not go together yet.`,
    `\`${word}\` 会让服务员逐个离开，而 \`accessible\` 规定有的人只能在某些窗口接受服务：目前不能同时使用。`,
    `Leave \`${word}\` or \`accessible\` out.`,
    `请去掉 \`${word}\` 或 \`accessible\`。`,
  );

export const keptAndAway = (word: string): Message =>
  message(
    `Servers are kept for a class (\`kept\`), and \`${word}\` lets them be away one by one: which are kept then is not said.`,
    `\`kept\` 为某类顾客保留服务员，而 \`${word}\` 会让他们逐个离开：没有说明那时保留哪些。`,
    `Leave \`${word}\` or \`kept\` out.`,
    `请去掉 \`${word}\` 或 \`kept\`。`,
  );
