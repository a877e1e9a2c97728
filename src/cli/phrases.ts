/** What the command itself says, in every language. Results are worded in `wording/`. */
import type {Disagreement} from "../comparison/twins.ts";
import type {Both, Language} from "../wording/language.ts";

const said = (language: Language, both: Both): string => both[language];

export const phrases = {
  report: (language: Language, file: string) => said(language, {en: `Report: ${file}`, zh: `报告：${file}`}),
  trace: (language: Language, file: string, replication: number, customers: number) =>
    said(language, {
      en: `Trace of replication ${replication}, ${customers} customers: ${file}`,
      zh: `第 ${replication} 次重复的记录，${customers} 位顾客：${file}`,
    }),
  noSuchCustomer: (language: Language, story: number, replication: number, customers: number) =>
    said(language, {
      en: `There is no customer ${story}: ${customers} came in replication ${replication}.`,
      zh: `没有第 ${story} 位顾客：第 ${replication} 次重复中来了 ${customers} 位。`,
    }),
  tooLongATrace: (language: Language, customers: number, most: number) =>
    said(language, {
      en: `One replication has about ${Math.round(customers)} customers, more than the ${most} that a trace or a story can follow. Ask for a shorter run, for example --set run.customers=10000.`,
      zh: `一次重复约有 ${Math.round(customers)} 位顾客，超过记录或故事所能跟踪的 ${most} 位。请缩短运行，例如 --set run.customers=10000。`,
    }),
  taleWithoutAim: (language: Language) =>
    said(language, {
      en: "--replication says which replication --trace or --story is about: give one of them.",
      zh: "--replication 指定 --trace 或 --story 所说的那次重复：请同时给出其中之一。",
    }),
  /** `all` is null where a precision was to decide. */
  interrupted: (language: Language, done: number, all: number | null) =>
    said(language, {
      en: `Stopped after ${done}${all === null ? "" : ` of ${all}`} replications: the answer holds for these.`,
      zh:
        all === null ? `已在 ${done} 次重复之后停止：结果只含这些重复。` : `已在 ${all} 次重复中的 ${done} 次之后停止：结果只含这些重复。`,
    }),
  nothingDone: (language: Language) =>
    said(language, {en: "Stopped before the first replication was done.", zh: "第一次重复尚未完成就已停止。"}),
  noDesigns: (language: Language, file: string) =>
    said(language, {
      en: `${file} asks about one design only, so there is nothing to compare. Use "waitline run ${file}", or name designs and what each changes:\n\n  compare:\n    as it is: {}\n    one more server:\n      stations.tellers.servers: 6\n\nor go through numbers:\n\n  vary:\n    stations.tellers.servers: 4 to 8`,
      zh: `${file} 只有一个方案，没有可比较的。请用“waitline run ${file}”，或写出各方案及其改动：\n\n  compare:\n    as it is: {}\n    one more server:\n      stations.tellers.servers: 6\n\n或依次试几个数：\n\n  vary:\n    stations.tellers.servers: 4 to 8`,
    }),
  baseOnly: (language: Language, design: string, designs: number, file: string) =>
    said(language, {
      en: `This is “${design}” alone; "waitline compare ${file}" compares all ${designs} designs.`,
      zh: `这里只看“${design}”；“waitline compare ${file}”会比较全部 ${designs} 个方案。`,
    }),
  begins: (language: Language, replications: number, designs: number, threads: number, isMost: boolean) =>
    said(language, {
      en: `Simulating ${isMost ? "at most " : ""}${replications} replications of ${designs === 1 ? "one design" : `${designs} designs`} on ${threads === 1 ? "one thread" : `${threads} threads`}.`,
      zh: `正在模拟：${isMost ? "最多 " : ""}${replications} 次重复，${designs} 个方案，${threads} 个线程。`,
    }),
  /** `isMost`: a precision may be reached sooner. */
  muchWork: (language: Language, customers: number, isMost = false) => {
    const [least, most] = [spell(customers / 2e3, language), spell(customers / 1e3, language)];
    return said(language, {
      en: `This simulates ${isMost ? "at most" : "about"} ${inMillions(customers, "en")} customers: roughly ${least} to ${most} of one thread's work. Ctrl-C stops it and reports what is done; fewer replications or a shorter run are quicker.`,
      zh: `这要模拟${isMost ? "最多" : "约"} ${inMillions(customers, "zh")}顾客：单线程大约需要 ${least}到 ${most}。按 Ctrl-C 可停止并报告已完成的部分；减少重复次数或缩短运行会更快。`,
    });
  },
  tooMuchWork: (language: Language, customers: number) =>
    said(language, {
      en: `This would simulate about ${inMillions(customers, "en")} customers, which takes days or more; at most ${inMillions(1e11, "en")} are simulated at once.\nAsk for fewer replications or designs, or a shorter run (\`run.length\`, \`run.customers\`).`,
      zh: `这要模拟约 ${inMillions(customers, "zh")}顾客，需要好几天甚至更久；一次最多模拟 ${inMillions(1e11, "zh")}。\n请减少重复次数或方案，或缩短运行（\`run.length\`、\`run.customers\`）。`,
    }),
  nothingToVary: (language: Language, file: string) =>
    said(language, {
      en: `Say what to vary and from where to where, for example: waitline crossing ${file} --vary "arrivals.customers.rate=30/h to 55/h"`,
      zh: `请说明改变什么、从哪里到哪里，例如：waitline crossing ${file} --vary "arrivals.customers.rate=30/h to 55/h"`,
    }),
  sameDesign: (language: Language, design: string) =>
    said(language, {
      en: `“${design}” cannot change places with itself: name two designs with --between and --and.`,
      zh: `“${design}”不能与自己比较：请用 --between 和 --and 指定两个方案。`,
    }),
  unknownDesign: (language: Language, name: string, guess: string | null, names: readonly string[]) =>
    said(language, {
      en: `The file has no design “${name}”.${guess === null ? "" : ` Did you mean “${guess}”?`} It has: ${names.map((one) => `“${one}”`).join(", ")}.`,
      zh: `文件中没有方案“${name}”。${guess === null ? "" : `是不是“${guess}”？`}有：${names.map((one) => `“${one}”`).join("、")}。`,
    }),
  notMeasured: (language: Language, measure: string) =>
    said(language, {
      en: `These designs do not both measure this: ${measure}. Choose another one with --on, or give prices under "costs:".`,
      zh: `这两个方案没有都测量：${measure}。请用 --on 另选一个，或在 “costs:” 下写明价格。`,
    }),
  atLook: (language: Language, change: string) => said(language, {en: `With ${change}:`, zh: `当 ${change} 时：`}),
  looking: (language: Language, look: number, value: string) =>
    said(language, {en: `look ${look}: ${value}`, zh: `第 ${look} 次试算：${value}`}),
  outAndNoReport: (language: Language) =>
    said(language, {
      en: "--out says where the report goes, and --no-report that there is none: use one of them.",
      zh: "--out 指定报告写到哪里，--no-report 表示不写报告：请只用其中一个。",
    }),
  later: (language: Language, name: string) =>
    said(language, {en: `"waitline ${name}" comes in a later version.`, zh: `“waitline ${name}”将在以后的版本中提供。`}),
  verified: (language: Language, done: number, all: number) =>
    said(language, {en: `${done} of ${all} pieces of work done`, zh: `已完成 ${done}/${all} 项`}),
  noSuchCase: (language: Language, only: string) =>
    said(language, {
      en: `No case has “${only}” in its name. The parts are: special functions, formulas, traces, simulations, coverage.`,
      zh: `没有名称含“${only}”的案例。各部分为：special functions、formulas、traces、simulations、coverage。`,
    }),
  chunkLost: (language: Language, message: string, command: string) =>
    said(language, {en: `${message}\nTo see it again: ${command}`, zh: `${message}\n重现命令：${command}`}),
  contradicts: (language: Language, found: readonly Disagreement[], command: string) => {
    const digits = (value: number) => Number(value.toPrecision(7));
    const all = found.map(({design, station, model, metric, statistic, exact, low, high}) =>
      said(language, {
        en: `“${design}”, ${station}: ${metric} ${statistic} is exactly ${digits(exact)} for ${model}, and the simulation says ${digits(low)} to ${digits(high)}.`,
        zh: `“${design}”，${station}：${model} 的 ${metric} ${statistic} 精确值为 ${digits(exact)}，而模拟得 ${digits(low)} 至 ${digits(high)}。`,
      }),
    );
    return said(language, {
      en: `the simulation contradicts an exact formula.\n${all.join("\n")}\nTo see it again: ${command}`,
      zh: `模拟与精确公式矛盾。\n${all.join("\n")}\n重现命令：${command}`,
    });
  },
  bug: (language: Language, message: string) =>
    said(language, {
      en: `This is our mistake, not yours: ${message}\nRun it again with --verbose to see where, and please report it with the scenario file.`,
      zh: `这是我们的错误，不是您的：${message}\n加上 --verbose 再运行可看到出错位置；请连同场景文件报告给我们。`,
    }),
};

function inMillions(count: number, language: Language): string {
  if (language === "zh") return `${Number((count / 1e8).toPrecision(2))} 亿名`;
  return count < 1e9 ? `${Number((count / 1e6).toPrecision(2))} million` : `${Number((count / 1e9).toPrecision(2))} billion`;
}

/** "1 min 40 s", "12 s": time left or spent, for people who wait. */
export function spell(milliseconds: number, language: Language): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000));
  const minutes = Math.floor(seconds / 60);
  const words = language === "zh" ? {h: "小时", min: "分", s: "秒"} : {h: " h", min: " min", s: " s"};
  const gap = language === "zh" ? "" : " ";
  if (minutes === 0) return `${seconds}${words.s}`;
  if (minutes < 60) return `${minutes}${words.min}${gap}${seconds % 60}${words.s}`;
  return `${Math.floor(minutes / 60)}${words.h}${gap}${minutes % 60}${words.min}`;
}
