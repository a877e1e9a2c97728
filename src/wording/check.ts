/**
 * What a scenario means, said back in plain sentences: every default is spelled out, so that nothing is understood silently.
 * Then the work that comes against the work that can be done, what each design changes, and what to look out for.
 */
import {exp} from "../math/index.ts";
import {durationText, roundTo, shareText} from "../scenario/duration-text.ts";
import {staffSentences} from "./staff-rules.ts";
import {arrivalRateOf, type Load, offeredLoad, routeOf} from "../scenario/load.ts";
import type {Language} from "../scenario/message.ts";
import type {Reading} from "../scenario/reading/read-scenario.ts";
import type {Arrivals, ClockTable, CustomerClass, Scenario, Station, Step} from "../scenario/scenario.ts";
import {formatClock, HOUR} from "../units.ts";
import {bookSentences, byAppointment} from "./book.ts";
import {lawText} from "./law.ts";
import {displayWidth, padded, shortened, tamed, wrapped} from "./width.ts";

const WIDTH = 100;

/** The whole of `waitline check`: sentences, table, designs, warnings. Problems are told by `formatProblems`. */
export function sayCheck(reading: Reading, language: Language): string {
  const [first] = reading.designs;
  if (first === undefined) return "";
  const say = (en: string, zh: string) => (language === "zh" ? zh : en);
  const {scenario} = first;
  const lines: string[] = wrapped(reading.name, WIDTH);
  if (reading.question !== null) lines.push(...wrapped(reading.question, WIDTH));
  const table = (title: string, rows: readonly string[]) => {
    if (rows.length > 0) lines.push("", title, ...rows.map((row) => `  ${row}`));
  };
  const section = (title: string, sentences: readonly string[]) => {
    table(
      title,
      sentences.flatMap((sentence) => wrapped(sentence, WIDTH - 4).map((line, i) => (i === 0 ? line : `  ${line}`))),
    );
  };
  section(say("The place", "场所"), placeSentences(scenario, language));
  section(
    say("Who comes", "谁会来"),
    [...scenario.arrivals].flatMap(([name, arrivals]) => arrivalSentences(name, arrivals, scenario, language)),
  );
  section(
    say("Who they are", "顾客类别"),
    [...scenario.classes].map(([name, one]) => classSentence(name, one, language)),
  );
  section(say("Where they go", "去哪里"), routeSentences(scenario, language));
  section(
    say("Who serves", "谁来服务"),
    [...scenario.stations].flatMap(([name, station]) => stationSentences(name, station, language)),
  );
  section(
    say("What counts as good", "目标"),
    scenario.goals.length > 0 ? scenario.goals.map((goal) => goal.text) : [say("No goals are given.", "没有给出目标。")],
  );
  section(say("Prices", "价格"), costSentences(scenario, language));
  section(say("How it is simulated", "如何模拟"), runSentences(reading, scenario, language));
  if (reading.designs.length > 1) {
    section(
      say(
        `The ${reading.designs.length} designs (the first is what the others are compared with)`,
        `${reading.designs.length} 个方案（以第一个为基准）`,
      ),
      reading.designs.flatMap((design) => [
        `${design.name}: ${design.changes.length === 0 ? say("as the file says", "如文件所述") : design.changes.join("; ")}`,
        ...newRules(design.scenario, scenario, language),
      ]),
    );
  }
  table(
    say("Offered load (erlangs of work that comes, if nobody gives up) and occupancy", "提供负荷（无人放弃时到来的工作，爱尔朗）与占用率"),
    loadTable(reading, language),
  );
  if (reading.assumed.length > 0) section(say("Assumed, not measured", "假设而非测量"), reading.assumed);
  const remarks = (problems: Reading["problems"]) => problems.map((problem) => `${problem.found} ${problem.remedy}`);
  section(say("Cannot be answered as it stands", "现状无法回答"), remarks(reading.problems));
  section(say("Worth a second look", "值得再看一眼"), remarks(reading.warnings));
  return `${lines.map(tamed).join("\n")}\n`;
}

/** What a design's lines do that the first design's do not, defaults included. */
function newRules(design: Scenario, first: Scenario, language: Language): string[] {
  return [...design.stations].flatMap(([name, station]) => {
    const before = first.stations.get(name);
    const known = before === undefined ? [] : stationSentences(name, before, language);
    const rules = stationSentences(name, station, language).slice(before === undefined ? 0 : 1);
    const news = rules.filter((sentence) => !known.includes(sentence));
    return news.length === 0 ? [] : [`- ${news.join(" ")}`];
  });
}

type Say = (en: string, zh: string) => string;
const speak = (language: Language): Say => (language === "zh" ? (_, zh) => zh : (en) => en);

function placeSentences({opening, closing}: Scenario, language: Language): string[] {
  const say = speak(language);
  if (opening === null) return [say("The place never closes: the answer is the long run.", "从不关门：回答长期情况。")];
  const from = formatClock(opening.from),
    to = formatClock(opening.to);
  const ends = {
    "finish everyone": say("then the door closes and everyone inside is served.", "之后关门，已在里面的人都会得到服务。"),
    "turn away the waiting": say(
      "then those still waiting are sent away; those in service are finished.",
      "之后仍在等待的人被请回，服务中的人服务完。",
    ),
    "carry over": say("then those still waiting are left for tomorrow and counted as such.", "之后仍在等待的人留到明天，并单独计数。"),
  }[closing];
  return [
    say(`Open from ${from} to ${to}; ${ends}`, `${from} 到 ${to} 营业；${ends}`),
    say("Every day begins empty.", "每天开始时没有人。"),
  ];
}

const perHour = (rate: number) => `${roundTo(rate * HOUR, 2)}/h`;

function tableText(table: ClockTable, value: (one: number) => string, isDay: boolean, language: Language): string {
  const say = speak(language);
  if (table.value.length === 1) return value(table.value[0]);
  const rows = table.at.map((at, i) => `${isDay ? formatClock(at) : durationText(at)} ${value(table.value[i])}`).join(", ");
  return table.shape === "ramp" ? say(`straight lines through ${rows}`, `折线经过 ${rows}`) : rows;
}

function arrivalSentences(name: string, arrivals: Arrivals, scenario: Scenario, language: Language): string[] {
  const say = speak(language);
  const isDay = scenario.opening !== null;
  const {process, batch, busyness, mix} = arrivals;
  const sentences: string[] = [];
  if (process.kind === "poisson") {
    const total =
      scenario.opening === null
        ? null
        : arrivalRateOf(arrivals, scenario.opening.from, scenario.opening.to) * (scenario.opening.to - scenario.opening.from);
    sentences.push(
      say(
        `${name}: come independently of each other (Poisson) at ${tableText(process.rate, perHour, isDay, language)}${total === null ? "" : `, about ${roundTo(total, 0)} a day`}.`,
        `${name}：相互独立地到来（泊松），${tableText(process.rate, perHour, isDay, language)}${total === null ? "" : `，每天约 ${roundTo(total, 0)} 人`}。`,
      ),
    );
    sentences.push(
      busyness > 0
        ? say(
            `Busy days and quiet days: the whole day's rate varies with cv ${shareText(busyness)} (a gamma factor of mean 1).`,
            `忙日与闲日：全天速率以 cv ${shareText(busyness)} 变化（均值为 1 的伽马倍数）。`,
          )
        : say("All days are alike but for chance (busyness cv 0%).", "除偶然外各天相同（busyness cv 0%）。"),
    );
  } else if (process.kind === "renewal") {
    sentences.push(
      say(
        `${name}: independent times between arrivals: ${lawText(process.between, language)}.`,
        `${name}：到达间隔相互独立：${lawText(process.between, language)}。`,
      ),
    );
  } else if (process.kind === "book") {
    sentences.push(...bookSentences(name, process.book, language));
  } else if (process.kind === "phases") {
    const {phases} = process;
    const told = phases.map((phase) => `${phase.name} ${perHour(phase.rate)}`).join(", ");
    const lasting = phases.map((phase) => `${phase.name} ${durationText(phase.lasts)}`).join(", ");
    const mean = perHour(arrivalRateOf(arrivals, 0, Infinity));
    sentences.push(
      say(
        `${name}: come independently of each other (Poisson) at a rate that depends on the phase (${told}), ${mean} on average; the phase changes by chance, after an exponential time of mean ${lasting}. At the start it is each phase with its share of time in the long run.`,
        `${name}：相互独立地到来（泊松），速率取决于阶段（${told}），平均 ${mean}；阶段随机变化，持续时间为指数分布，均值 ${lasting}。开始时各阶段的概率等于其长期时间份额。`,
      ),
    );
  } else if (process.kind === "spread") {
    const [from, to] = [formatClock(process.from), formatClock(process.to)];
    sentences.push(
      say(
        `${name}: ${process.people} people, the same number every time, each at any moment from ${from} to ${to}, all equally likely.`,
        `${name}：每次都是 ${process.people} 人，每人在 ${from} 到 ${to} 之间的任一时刻到来，机会均等。`,
      ),
    );
  } else if (process.kind === "population") {
    sentences.push(
      say(
        `${name}: ${process.members} members and no others; each is away for a time that is ${lawText(process.each, language)}, comes, and is away again after leaving.`,
        `${name}：共 ${process.members} 名成员，没有其他人；每名离开一段时间（${lawText(process.each, language)}）后到来，离去后又重新计时。`,
      ),
    );
  } else {
    sentences.push(
      say(
        `${name}: ${process.customers.length} listed arrivals, the same every time.`,
        `${name}：列出的 ${process.customers.length} 次到达，每次相同。`,
      ),
    );
  }
  const [only] = batch;
  if (process.kind !== "list" && process.kind !== "book" && process.kind !== "spread" && process.kind !== "population") {
    if (batch.length === 1 && only.size === 1) sentences.push(say("They come one at a time.", "逐个到来。"));
    else
      sentences.push(
        say(
          `They come together: ${batch.map((part) => `${part.size} (${shareText(part.share)})`).join(", ")}.`,
          `成组到来：${batch.map((part) => `${part.size} 人（${shareText(part.share)}）`).join("、")}。`,
        ),
      );
  }
  if (mix.length > 1)
    sentences.push(
      say(
        `Of them: ${mix.map((part) => `${shareText(part.share)} ${part.class}`).join(", ")}.`,
        `其中：${mix.map((part) => `${part.class} ${shareText(part.share)}`).join("、")}。`,
      ),
    );
  return sentences;
}

function classSentence(name: string, one: CustomerClass, language: Language): string {
  const say = speak(language);
  const patience =
    one.patience === null
      ? say("wait as long as it takes", "会一直等下去")
      : one.patienceBeyondAnnounced
        ? say(
            `wait as long as was announced, then give up after a further patience that is ${lawText(one.patience, language)}`,
            `先等到播报的时间，之后耐心用完即放弃，耐心为${lawText(one.patience, language)}`,
          )
        : say(
            `give up after a patience that is ${lawText(one.patience, language)}`,
            `耐心用完即放弃，耐心为${lawText(one.patience, language)}`,
          );
  const service =
    one.service === null
      ? ""
      : say(`; bring work that is ${lawText(one.service, language)}`, `；服务时间为${lawText(one.service, language)}`);
  return say(
    `${name}: ${patience}${service}; priority ${one.priority}.${stayingText(one, language)}`,
    `${name}：${patience}${service}；优先级 ${one.priority}。${stayingText(one, language)}`,
  );
}

/** Who turns round at the door, whether the last in line is unhappy, and who walks slowly; nothing where nothing is said of it. */
function stayingText({balks, lastInLine, walkFactor = 1}: CustomerClass, language: Language): string {
  const say = speak(language);
  const sentences: string[] = [];
  if (balks != null) {
    const {goesBy, perception, rule} = balks;
    const what = {
      "people waiting": say("the people who wait in the line they would join", "要排的队里等待的人数"),
      "people ahead": say(
        "the people ahead in the line they would join (who wait, and one more while no server of it is free)",
        "要排的队里前面的人数（等待的人；没有空闲服务员时再加一人）",
      ),
      "people in system": say("the people who wait or are served at the line they would join", "要排的队里等待和正在服务的人数"),
      minutes: say("the minutes that are announced", "播报的分钟数"),
    }[goesBy];
    const unit = goesBy === "minutes" ? say("minute", "分钟") : say("person", "人");
    const size = (at: number) => (goesBy === "minutes" ? durationText(at) : `${roundTo(at, 3)}`);
    const how = {
      each: () =>
        rule.kind === "each"
          ? say(
              `of n, a share of 1 - exp(-${roundTo(rule.each, 6)} n) turns round (${shareText(1 - exp(-rule.each))} at one ${unit})`,
              `数量为 n 时，有 1 - exp(-${roundTo(rule.each, 6)} n) 的人离去（1 ${unit}时为 ${shareText(1 - exp(-rule.each))}）`,
            )
          : "",
      share: () =>
        rule.kind === "share"
          ? rule.from
              .map((from, i) =>
                say(
                  `from ${size(from)} on ${shareText(rule.share[i])} turn round`,
                  `达到 ${size(from)} 时 ${shareText(rule.share[i])} 的人离去`,
                ),
              )
              .join(say(", ", "，"))
          : "",
      bears: () =>
        rule.kind === "bears"
          ? say(
              `who hears more than they bear turns round: ${lawText(rule.law, language)}`,
              `超过所能忍受的就离去：${lawText(rule.law, language)}`,
            )
          : "",
      patience: () => say("who hears more than their patience turns round", "超过耐心的就离去"),
    }[rule.kind]();
    const seen =
      perception === 0
        ? ""
        : say(
            `; people seem as many as people ÷ servers to the power of ${roundTo(perception, 3)}`,
            `；看上去的人数为人数 ÷ 服务员数的 ${roundTo(perception, 3)} 次方`,
          );
    sentences.push(say(` They look at ${what}${seen}: ${how}.`, `他们看${what}${seen}：${how}。`));
  }
  if (lastInLine !== undefined && lastInLine !== 1)
    sentences.push(
      say(
        ` While nobody stands behind them, their patience runs ${roundTo(lastInLine, 3)} times as fast.`,
        `身后无人时，耐心的消耗为平常的 ${roundTo(lastInLine, 3)} 倍。`,
      ),
    );
  if (walkFactor !== 1)
    sentences.push(
      say(` Every walk takes them ${roundTo(walkFactor, 3)} times as long.`, `步行时间为别人的 ${roundTo(walkFactor, 3)} 倍。`),
    );
  return sentences.join("");
}

function routeSentences(scenario: Scenario, language: Language): string[] {
  const say = speak(language);
  if (scenario.routes.size === 0) {
    const [station] = scenario.stations.keys();
    return [say(`Everyone visits ${station}, and leaves.`, `每个人都去 ${station}，然后离开。`)];
  }
  const used = new Map<string, string[]>();
  for (const [name, one] of scenario.classes) used.set(one.route ?? "", [...(used.get(one.route ?? "") ?? []), name]);
  const sentences: string[] = [];
  for (const [name, route] of scenario.routes) {
    const who = used.get(name) ?? [];
    sentences.push(`${name} (${who.length === 0 ? say("nobody takes it", "无人走此路线") : who.join(", ")}):`);
    for (const step of route.steps) sentences.push(`- ${stepText(step, language)}`);
  }
  return sentences;
}

function stepText({name, does, then}: Step, language: Language): string {
  const say = speak(language);
  const what =
    does.kind === "visit"
      ? say(
          `at ${does.station}${does.service === null ? "" : `, ${lawText(does.service, language)}`}`,
          `在 ${does.station}${does.service === null ? "" : `，${lawText(does.service, language)}`}`,
        )
      : does.kind === "delay"
        ? say(`takes ${lawText(does.time, language)}`, `花费 ${lawText(does.time, language)}`)
        : say("a choice", "选择");
  const next = then
    .map((branch) => `${then.length > 1 ? `${shareText(branch.share)} ` : ""}${branch.to ?? say("leave", "离开")}`)
    .join(", ");
  return say(`${name}: ${what}; then ${next}.`, `${name}：${what}；然后 ${next}。`);
}

function stationSentences(name: string, station: Station, language: Language): string[] {
  const say = speak(language);
  const isDay = station.servers.at[0] > 0 || station.servers.at.length > 1;
  const speed = station.speedWaiting ? say("by the line", "随队长变化") : roundTo(station.speed, 3);
  const servers = tableText(station.servers, (count) => `${count}`, isDay, language);
  const sentences = [
    say(
      `${name}: servers ${servers}; service ${station.service === null ? "as the class or step says" : lawText(station.service, language)}; speed ${speed}.`,
      `${name}：服务员 ${servers}；服务时间${station.service === null ? "由类别或步骤决定" : `为${lawText(station.service, language)}`}；速度 ${speed}。`,
    ),
  ];
  if (station.line === "one") sentences.push(say("One line for all of them.", "共用一队。"));
  else {
    const join = {
      shortest: say("people join the shortest", "人们排最短的队"),
      "at random": say("people join one at random", "人们随机选队"),
      "round robin": say("people are sent to the lines in turn", "依次分到各队"),
      "least work": say("people join the one whose people need the fewest minutes", "人们排总服务时间最少的队"),
      nearest: say(
        `people join the first open one (from the left) that is at most ${station.nearestWithin} longer than the shortest`,
        `人们排（从左起）第一个比最短队至多长 ${station.nearestWithin} 人的开放队`,
      ),
    }[station.join];
    const counts =
      station.counts === "system" || station.join === "nearest"
        ? say("people waiting and in service", "等待和服务中的人")
        : say("people waiting only", "仅等待的人");
    const ties =
      station.ties === "left" ? say("the leftmost among equals", "同样短时取最左") : say("a random one among equals", "同样短时随机");
    const detail =
      station.join === "shortest" || station.join === "nearest"
        ? say(
            ` (counting ${counts}${station.join === "shortest" ? `; ${ties}` : ""})`,
            `（按${counts}计${station.join === "shortest" ? `；${ties}` : ""}）`,
          )
        : station.join === "least work"
          ? say(` (what is left of the service in progress included; ${ties})`, `（包括进行中服务的剩余；${ties}）`)
          : "";
    sentences.push(say(`A line at each; ${join}${detail}.`, `各自一队；${join}${detail}。`));
    sentences.push(...laneSentences(station, language));
  }
  sentences.push(...openingSentences(station, language));
  const order = {
    "first come": say("first come, first served", "先到先服务"),
    "last come": say("last come, first served", "后到先服务"),
    random: say("at random", "随机"),
    "shortest job": say("the shortest work first", "工作量最小者先"),
    "longest job": say("the longest work first", "工作量最大者先"),
    "earliest due": say("by due time, the earliest first, then first come", "按到期时间，最早者先，同时到期则先到先服务"),
    priority: say("by priority, then first come", "按优先级，同级先到先服务"),
    "class by class": say(
      "one class at a time, in turn by priority, first come first served: those of it who wait go forward when everybody before is done, and who comes later waits for the next turn, even if a server is idle",
      "每次只放行一个类别，按优先级轮流，先到先服务：前一批全部办完后，该类中正在等待的人一起上前；后来者等下一轮，即使有服务员空闲",
    ),
    ageing: say("by credit, the highest first, then first come", "按积分，最高者先，积分相同则先到先服务"),
    "by appointment": byAppointment(station, language),
    "priority then by appointment": say(
      `by priority, then ${byAppointment(station, language)}`,
      `按优先级，同级${byAppointment(station, language)}`,
    ),
  }[station.order];
  sentences.push(say(`Called ${order}.`, `叫号顺序：${order}。`));
  sentences.push(...priorityText(station, language));
  sentences.push(
    station.room === null
      ? say("There is room for everyone.", "容纳人数不限。")
      : station.full === "drop lowest"
        ? say(
            `There is room for ${station.room} people, waiting and in service; in a full room the last of the lowest class that waits has to go for somebody of a higher one, and who finds nobody lower is refused.`,
            `最多容纳 ${station.room} 人（等待和服务中）；满员时，较高类别的来者会让等待者中最低类别的最后一人离开；没有更低类别的人在等时来者被拒。`,
          )
        : say(
            `There is room for ${station.room} people, waiting and in service; who comes to a full room is refused.`,
            `最多容纳 ${station.room} 人（等待和服务中）；满员时来者被拒。`,
          ),
  );
  if (station.servers.at.length > 1) {
    const leaving = {
      finish: say("finishes the customer in hand first", "先服务完手上的顾客"),
      resume: say("hands the customer back to be continued", "把顾客交回，之后接着服务"),
      restart: say("hands the customer back to begin again", "把顾客交回，之后重新开始"),
      resample: say("hands the customer back; the work is drawn anew", "把顾客交回，工作量重新抽取"),
    }[station.leaving];
    sentences.push(say(`A server whose shift ends ${leaving}.`, `班次结束的服务员${leaving}。`));
  }
  if (station.announces != null) {
    const {padded, wrong} = station.announces;
    const changed = [
      ...(padded === 0 ? [] : [say(`${shareText(padded)} is added`, `再加 ${shareText(padded)}`)]),
      ...(wrong === 0 ? [] : [say(`wrong by up to ${shareText(wrong)} either way`, `上下至多偏差 ${shareText(wrong)}`)]),
    ].join(say("; ", "；"));
    const service = station.afterWork
      ? say("(mean service + after-work)", "（平均服务时间 + 收尾时间）")
      : say("mean service", "平均服务时间");
    sentences.push(
      say(
        `Newcomers are told the minutes: people ahead × ${service} ÷ servers of the line${changed === "" ? "" : ` (${changed})`}.`,
        `向新来者播报分钟数：前面的人数 × ${service} ÷ 该队的服务员数${changed === "" ? "" : `（${changed}）`}。`,
      ),
    );
  }
  sentences.push(...staffSentences(station, language));
  const {first, each} = station.walk;
  if (station.line === "each") return sentences; // people stand at their window
  const walkHolds =
    (station.places ?? 0) > 0 ? ["it holds the window if that is idle", "窗口空闲时占用窗口"] : ["it holds the window", "期间占用窗口"];
  sentences.push(
    first === 0 && each === 0
      ? say("The walk to the window takes no time.", "走到窗口不花时间。")
      : say(
          `The walk takes ${durationText(first)} to the first window and ${durationText(each)} more for each further one; ${walkHolds[0]}.`,
          `走到第一个窗口需 ${durationText(first)}，每多一个窗口加 ${durationText(each)}；${walkHolds[1]}。`,
        ),
  );
  return sentences;
}

/** Who may interrupt, how credit grows, which servers are kept, and which can be used by all. */
function priorityText({order, interrupt, ageing, kept, accessible, line}: Station, language: Language): string[] {
  const say = speak(language);
  const sentences: string[] = [];
  if (order === "priority" || order === "priority then by appointment") {
    const work = {
      none: say("Nobody is interrupted.", "不打断服务。"),
      resume: say(
        "Who finds every server busy interrupts somebody of a lower class, whose work goes on later where it stopped.",
        "所有服务员都忙时，来者会打断较低类别的人；其工作稍后从中断处继续。",
      ),
      restart: say(
        "Who finds every server busy interrupts somebody of a lower class, whose work begins again later.",
        "所有服务员都忙时，来者会打断较低类别的人；其工作稍后重新开始。",
      ),
      resample: say(
        "Who finds every server busy interrupts somebody of a lower class, whose work is drawn anew later.",
        "所有服务员都忙时，来者会打断较低类别的人；其工作量稍后重新抽取。",
      ),
    }[interrupt ?? "none"];
    sentences.push(work);
  }
  if (order === "ageing" && ageing != null) {
    const rates = [...ageing].map(([name, rate]) => `${name} ${roundTo(rate, 3)}`);
    sentences.push(say(`Credit a minute of waiting: ${rates.join(", ")}.`, `每等待一分钟的积分：${rates.join("、")}。`));
  }
  for (const [name, count] of kept ?? []) {
    sentences.push(
      say(
        `${count === 1 ? "1 server serves" : `${count} servers serve`} only ${name}, as long as another is there for everybody.`,
        `${count} 名服务员只服务 ${name}，只要另有人服务所有人。`,
      ),
    );
  }
  for (const [name, count] of accessible ?? []) {
    sentences.push(
      say(
        line === "each"
          ? `${name} can use only the first ${count === 1 ? "lane" : `${count} lanes`}.`
          : `${name} can be served only at the first ${count === 1 ? "window" : `${count} windows`}.`,
        line === "each" ? `${name} 只能用左起的 ${count} 条队。` : `${name} 只能在左起的 ${count} 个窗口接受服务。`,
      ),
    );
  }
  return sentences;
}

/** How lines are judged, left for others, and kept for some. */
function laneSentences(station: Station, language: Language): string[] {
  const say = speak(language);
  const {misjudged = 0, switch: shorter, switchCost = 0, express = null} = station;
  const sentences: string[] = [];
  if (misjudged > 0)
    sentences.push(
      say(
        `Newcomers misjudge: each takes each line's length times a factor of their own (lognormal, mean 1, cv ${shareText(misjudged)}); an empty line looks empty.`,
        `新来者会看错：每人把每条队的长度乘以各自的倍数（对数正态，均值 1，cv ${shareText(misjudged)}）；空队看起来就是空的。`,
      ),
    );
  if (shorter === null) sentences.push(say("Nobody switches lines.", "没有人换队。"));
  else {
    const cost =
      switchCost === 0
        ? say("", "")
        : say(
            `; it takes ${durationText(switchCost)}, in which they stand in no line`,
            `；换队需 ${durationText(switchCost)}，期间不在任何队中`,
          );
    if (station.switchWhenIdle === true)
      sentences.push(
        say(`The last of the longest line switches to a window that is idle${cost}.`, `最长队的队尾会换到空闲的窗口${cost}。`),
      );
    else
      sentences.push(
        say(
          `The last of a line switches to one with at least ${shorter} fewer people${cost}.`,
          `队尾的人会换到至少少 ${shorter} 人的队${cost}。`,
        ),
      );
  }
  if (express !== null) {
    const classes = express.for.join(say(" and ", "、"));
    const who = [
      ...(express.for.length === 0 ? [] : [classes]),
      ...(express.under === null
        ? []
        : [say(`work of less than ${durationText(express.under)}`, `少于 ${durationText(express.under)} 的工作`)]),
    ].join(say(" with ", "且"));
    sentences.push(
      say(
        `${express.lanes === 1 ? "The first lane is an express lane" : `The first ${express.lanes} lanes are express lanes`}, for ${who} only; ${express.use === "always" ? "they use no other" : "they use the others too"}. ${express.idle === "wait" ? "An idle express server waits for them." : "An idle express server calls the next one of the longest other line."}`,
        `${express.lanes === 1 ? "第一条是快速通道" : `前 ${express.lanes} 条是快速通道`}，只给${who}；${express.use === "always" ? "这些人不用其他队" : "这些人也可用其他队"}。${express.idle === "wait" ? "快速通道空闲时只等这些人。" : "快速通道空闲时从最长的其他队叫下一位。"}`,
      ),
    );
  }
  return sentences;
}

/** Places at the windows, and servers who come when lines are long. */
function openingSentences({places = 0, opens = null, line}: Station, language: Language): string[] {
  const say = speak(language);
  const sentences: string[] = [];
  if (line === "one" && places > 0)
    sentences.push(
      say(
        `At each window ${places === 1 ? "one person waits" : `${places} people wait`} behind the one in service: the head of the line walks to the window with the fewest people while that one is served.`,
        `每个窗口在正在服务的人之后还有 ${places} 个等候位：队首趁前一位仍在服务时走到人最少的窗口。`,
      ),
    );
  if (opens !== null)
    sentences.push(
      say(
        `${opens.least === 1 ? "One server is" : `${opens.least} servers are`} always there; another comes when at least ${opens.at} wait in every open line, up to the number above, and goes when idle while nobody waits.`,
        `始终有 ${opens.least} 名服务员；每条开放的队都至少有 ${opens.at} 人等待时增开一个，最多到上述人数；空闲且无人等待时收起。`,
      ),
    );
  return sentences;
}

function costSentences({costs}: Scenario, language: Language): string[] {
  const say = speak(language);
  const price = (perSecond: number) => `${roundTo(perSecond * HOUR, 2)} ${costs.currency}/h`;
  const sentences: string[] = [];
  if (costs.staff !== null) sentences.push(say(`Staffed time: ${price(costs.staff)}.`, `在岗时间：${price(costs.staff)}。`));
  if (costs.overtime !== null)
    sentences.push(
      say(`Overtime: ${price(costs.overtime)}, instead of the price of staff.`, `加班：${price(costs.overtime)}（代替在岗价格）。`),
    );
  if (costs.wait !== null) sentences.push(say(`Customers' waiting: ${price(costs.wait)}.`, `顾客等待：${price(costs.wait)}。`));
  if (costs.idle != null)
    sentences.push(
      say(
        `Idle time of servers on duty: ${price(costs.idle)}, added to the price of staff.`,
        `在岗空闲时间：${price(costs.idle)}（另计）。`,
      ),
    );
  if (costs.lost !== null)
    sentences.push(
      say(`A customer lost: ${roundTo(costs.lost, 2)} ${costs.currency}.`, `流失一位顾客：${roundTo(costs.lost, 2)} ${costs.currency}。`),
    );
  return sentences;
}

/** What the designs share: one and the same crowd, unless some of them change who comes. */
function crowdClause({designs}: Reading, language: Language): string {
  const say = speak(language);
  if (designs.length < 2) return "";
  const crowd = ({arrivals, opening}: Scenario) =>
    JSON.stringify([[...arrivals].map(([name, source]) => [name, whoComes(source)]), opening]);
  return designs.every(({scenario}) => crowd(scenario) === crowd(designs[0].scenario))
    ? say("; every design serves the same customers", "；各方案服务同一批顾客")
    : say("; the designs change who comes, so not all serve the same customers", "；有的方案改变了来客，因此各方案服务的不全是同一批顾客");
}

/** Another appointment makes nobody another person. */
function whoComes(source: Arrivals): unknown {
  if (source.process.kind !== "book") return source;
  const {at, spread, absent} = source.process.book;
  return {...source, process: {kind: "book", people: spread?.people ?? at.length, absent}};
}

function runSentences(reading: Reading, {run, opening}: Scenario, language: Language): string[] {
  const say = speak(language);
  const crowd = crowdClause(reading, language);
  const until = run.until ?? null;
  const asMany = until === null ? null : say(`as many as ${until.text} takes, at most `, `达到 ${until.text} 为止，最多 `);
  if (opening !== null)
    return [
      say(
        `${asMany === null ? "" : `Independent days, ${asMany}`}${run.replications}${asMany === null ? " independent days" : ""}, seed ${run.seed}${crowd}.`,
        `${asMany ?? ""}${run.replications} 个独立的日子，seed ${run.seed}${crowd}。`,
      ),
    ];
  const window =
    run.customers !== null
      ? say(
          `${run.customers} customers after a warm-up of ${run.warmUpCustomers}`,
          `预热 ${run.warmUpCustomers} 人之后计 ${run.customers} 人`,
        )
      : say(
          `${durationText(run.length ?? 0)} after a warm-up of ${durationText(run.warmUp)}`,
          `预热 ${durationText(run.warmUp)} 之后计 ${durationText(run.length ?? 0)}`,
        );
  if (run.replications === 1 && asMany === null)
    return [
      say(
        `One run of ${window} that judges itself (N-Skart), seed ${run.seed}${crowd}.`,
        `一次运行，${window}，由它自己判断（N-Skart），seed ${run.seed}${crowd}。`,
      ),
    ];
  return [
    say(
      `${asMany === null ? `${run.replications} independent runs of ${window}` : `Independent runs of ${window}, ${asMany}${run.replications}`}, seed ${run.seed}${crowd}.`,
      `${asMany ?? ""}${run.replications} 次独立运行，${window}，seed ${run.seed}${crowd}。`,
    ),
  ];
}

const MOST_COLUMNS = 8;

/** One line an hour and station: the work that comes, and for each design that differs, servers and occupancy. */
function loadTable({designs}: Reading, language: Language): string[] {
  const say = speak(language);
  const lines: string[] = [];
  const [first] = designs;
  const perDesign = designs.map((design) => offeredLoad(design.scenario));
  const same = (a: Load[], b: Load[]) =>
    a.length === b.length && a.every((load, i) => load.erlangs === b[i].erlangs && load.servers === b[i].servers);
  const different = designs.flatMap((design, i) =>
    perDesign.slice(0, i).some((earlier) => same(earlier, perDesign[i])) ? [] : [{design, loads: perDesign[i]}],
  );
  const shown = different.slice(0, MOST_COLUMNS);
  const isAlone = shown.length === 1;
  if (!isAlone) {
    const left = different.length - shown.length;
    for (const [i, {design}] of shown.entries()) lines.push(shortened(`${i + 1} = ${design.name}`, WIDTH - 2));
    if (left > 0) lines.push(say(`and ${left} more, left out here`, `另有 ${left} 个，从略`));
  }
  for (const station of first.scenario.stations.keys()) {
    const own = shown.map(({loads}) => loads.filter((load) => load.station === station));
    const hasSameWork = own.every((loads) => loads.every((load, hour) => load.erlangs === own[0][hour]?.erlangs));
    const mark = (i: number) => (isAlone ? "" : `${i + 1}: `);
    const erlangs = say("erlangs", "爱尔朗"),
      servers = say("servers", "服务员"),
      occupancy = say("occupancy", "占用率");
    const block = (from: number, to: number): string[] => {
      const rows: string[][] = [
        [
          station,
          ...(hasSameWork ? [erlangs] : []),
          ...shown
            .slice(from, to)
            .flatMap((_, i) => [...(hasSameWork ? [] : [mark(from + i) + erlangs]), mark(from + i) + servers, occupancy]),
        ],
      ];
      own[0].forEach((load, hour) => {
        const when = load.to === Infinity ? say("in the long run", "长期") : `${formatClock(load.from)}-${formatClock(load.to)}`;
        const cells = own.slice(from, to).flatMap((loads) => {
          const one = loads[hour];
          if (one === undefined) return hasSameWork ? ["", ""] : ["", "", ""];
          const full = one.occupancy === Infinity ? "-" : `${(100 * one.occupancy).toFixed(0)}%`;
          return [...(hasSameWork ? [] : [one.erlangs.toFixed(2)]), roundTo(one.servers, 1), one.occupancy > 1 + 1e-9 ? `${full} !` : full];
        });
        rows.push([when, ...(hasSameWork ? [load.erlangs.toFixed(2)] : []), ...cells]);
      });
      return aligned(rows);
    };
    // As many designs side by side as the width holds; the others below.
    for (let from = 0; from < shown.length; ) {
      let to = shown.length;
      while (to > from + 1 && block(from, to).some((line) => displayWidth(line) > WIDTH - 2)) to--;
      lines.push(...block(from, to));
      from = to;
    }
  }
  if (routesHaveDelays(first.scenario)) lines.push(say("Work is counted in the hour of arrival at the door.", "工作按到门口的时刻计入。"));
  return lines;
}

function routesHaveDelays(scenario: Scenario): boolean {
  return [...scenario.classes.keys()].some((name) => routeOf(scenario, name).steps.length > 1);
}

function aligned(rows: readonly string[][]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ""))));
  return rows.map((row) =>
    row
      .map((cell, column) => padded(cell, widths[column], column === 0 ? "left" : "right"))
      .join("  ")
      .trimEnd(),
  );
}
