/** Starting files for `waitline init`: small, commented, and answered as they stand. */
import type {Language, Text} from "../message.ts";
import type {InitKind} from "./init-kinds.ts";

/** A line of the file: what it says, and the comment behind it in either language; or words that are the reader's own in either. */
type Line = string | [text: string, en: string, zh: string] | Text;

/**
 * A commented scenario that reads without problems.
 * @param schema where the schema lies, as the file can name it; null: nowhere yet, and the file tells how to get it
 */
export function initScenario(kind: InitKind, language: Language, schema: string | null = null): string {
  const lines = FILES[kind].map((line) => {
    if (typeof line === "string") return line;
    if (!Array.isArray(line)) return line[language];
    const [text, en, zh] = line;
    const comment = `# ${language === "zh" ? zh : en}`;
    return text === "" ? comment : `${text}  ${comment}`;
  });
  const forEditors = schema === null ? HOW_TO_GET_THE_SCHEMA[language] : [];
  return `${[...(schema === null ? [] : [`# yaml-language-server: $schema=${schema}`]), ...lines, ...forEditors].join("\n")}\n`;
}

const HOW_TO_GET_THE_SCHEMA: Readonly<Record<Language, readonly string[]>> = {
  en: [
    "",
    "# An editor checks this file while you type: run `waitline schema > scenario.schema.json` beside it,",
    "# and let its first line be `# yaml-language-server: $schema=scenario.schema.json`.",
  ],
  zh: [
    "",
    "# 要让编辑器边写边检查：在同一文件夹运行 `waitline schema > scenario.schema.json`，",
    "# 并把文件第一行写成 `# yaml-language-server: $schema=scenario.schema.json`。",
  ],
};

const CLOSING: Line = ["closing: finish everyone", "or: turn away the waiting, carry over", "或：turn away the waiting、carry over"];
const REPLICATIONS: Line = [
  "run: { replications: 400, seed: 1 }",
  "400 simulated days; the seed repeats them exactly",
  "模拟 400 天；seed 用于精确重现",
];

const FILES: Readonly<Record<InitKind, readonly Line[]>> = {
  bank: [
    ["", "The branch manager asks: one line for all windows, or a line at each?", "网点经理问：所有窗口排一队，还是每个窗口各排一队？"],
    {en: "name: Our branch", zh: "name: 我们的网点"},
    ["opening: 09:00 to 17:00", "leave it out, and the place never closes", "去掉则从不关门"],
    CLOSING,
    "",
    "arrivals:",
    "  customers:",
    ["    rate: 45/h", "or by the clock: { 09:00: 30/h, 11:00: 60/h, 15:00: 40/h }", "或按时刻：{ 09:00: 30/h, 11:00: 60/h, 15:00: 40/h }"],
    ["    patience: exp 25 min", "how long they wait before they give up, on average", "平均等多久后放弃"],
    "",
    "stations:",
    "  tellers:",
    ["    servers: 5", "or by the clock: { 09:00: 4, 11:00: 5 }", "或按时刻：{ 09:00: 4, 11:00: 5 }"],
    ["    service: lognormal 6 min cv 0.8", "mean, and standard deviation over mean", "均值，以及标准差与均值之比"],
    "    line: one",
    "",
    "goals:",
    "  - 80% of customers wait at most 5 min",
    "  - mean wait at most 4 min",
    "",
    REPLICATIONS,
    "",
    ["compare:", "the first design is what the others are compared with", "第一个方案是比较的基准"],
    {en: "  one line: {}", zh: "  排一队: {}"},
    {en: "  a line at each window:", zh: "  每窗口一队:"},
    "    stations.tellers: { line: each, join: shortest }",
    {en: "  a line at each, people switch:", zh: "  每窗口一队、可换队:"},
    "    stations.tellers: { line: each, join: shortest, switch: 2 shorter }",
  ],
  "call-centre": [
    [
      "",
      "The call-centre manager asks: how many agents answer 80% of calls within 20 seconds?",
      "呼叫中心经理问：需要多少坐席才能在 20 秒内接听 80% 的来电？",
    ],
    {en: "name: Our call centre", zh: "name: 我们的呼叫中心"},
    "opening: 08:00 to 20:00",
    CLOSING,
    "",
    "arrivals:",
    "  calls:",
    "    rate: { 08:00: 60/h, 09:00: 110/h, 12:00: 90/h, 14:00: 105/h, 17:00: 60/h }",
    ["    busyness: cv 10%", "how much whole days differ", "各天整体忙闲的差异"],
    ["    patience: exp 3 min", "callers hang up after 3 min on average", "来电者平均 3 分钟后挂断"],
    "",
    "stations:",
    "  agents:",
    "    servers: 8",
    "    service: lognormal 4 min cv 1.1",
    "",
    "goals:",
    "  - 80% of calls answered within 20 s",
    "  - at most 3% of calls give up",
    "",
    REPLICATIONS,
    "",
    ["vary:", "one design for each number; `by 2` takes every second one", "每个数一个方案；`by 2` 表示隔一个取一个"],
    "  stations.agents.servers: 7 to 12",
  ],
  priority: [
    [
      "",
      "The service director asks: if one customer in five goes first, who pays for it?",
      "服务主管问：若五分之一的顾客优先，由谁来承担等待？",
    ],
    {en: "name: Our priority counter", zh: "name: 我们的优先柜台"},
    ["", "No opening hours: the place never closes, so the answer is the long run.", "没有营业时间：从不关门，回答长期情况。"],
    "",
    "arrivals:",
    "  customers:",
    "    rate: 54/h",
    "    mix: { urgent: 20%, regular: 80% }",
    "",
    "classes:",
    ["  urgent: { priority: 1 }", "1 goes first", "1 最先"],
    "  regular: { priority: 2 }",
    "",
    "stations:",
    "  counter:",
    "    servers: 4",
    "    service: exp 4 min",
    "",
    "goals:",
    "  - 90% of urgent wait at most 5 min",
    "  - 95% of regular wait at most 45 min",
    "",
    ["run: { length: 2000 h, warmup: 100 h, replications: 30, seed: 1 }", "the first 100 h are not counted", "前 100 小时不计入"],
    "",
    "compare:",
    {en: "  first come, first served: {}", zh: "  先到先服务: {}"},
    {en: "  urgent first:", zh: "  紧急优先:"},
    "    stations.counter.order: priority",
  ],
  staffing: [
    [
      "",
      "The head of the office asks: does a staffing plan that follows the day keep the promise, and what does it cost?",
      "办公室主任问：随一天忙闲排班能否兑现承诺，代价多大？",
    ],
    {en: "name: Our office", zh: "name: 我们的办公室"},
    "opening: 08:30 to 16:30",
    CLOSING,
    "",
    "arrivals:",
    "  visitors:",
    "    rate: { 08:30: 65/h, 09:30: 115/h, 11:30: 80/h, 13:30: 90/h, 15:00: 50/h }",
    "    patience: exp 30 min",
    "",
    "stations:",
    "  counters:",
    "    servers: 9",
    "    service: lognormal 5 min cv 0.7",
    ["    leaving: finish", "who has a customer at the end of the shift serves to the end", "下班时手上有顾客就服务完"],
    "",
    ["costs: { staff: 28 EUR/h, wait: 10 EUR/h, lost: 6 EUR }", "any currency", "任何货币"],
    "",
    "goals:",
    "  - 80% of visitors wait at most 10 min in every half hour",
    "  - at most 4% of visitors give up",
    "",
    REPLICATIONS,
    "",
    "compare:",
    {en: "  nine all day: {}", zh: "  全天九人: {}"},
    {en: "  follow the day:", zh: "  随忙闲排班:"},
    "    stations.counters.servers: { 08:30: 7, 09:30: 11, 11:30: 8, 13:30: 9, 15:00: 6 }",
  ],
};
