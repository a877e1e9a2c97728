/**
 * What a scenario means, said back in plain sentences: every default is spelled out, so that nothing is understood silently.
 * Then the work that comes against the work that can be done, what each design changes, and what to look out for.
 */
import type {Language} from "../scenario/message.ts";
import type {Reading} from "../scenario/reading/read-scenario.ts";
import type {Scenario} from "../scenario/scenario.ts";
import {arrivalSentences} from "./model/arrivals.ts";
import {classSentence} from "./model/customers.ts";
import {loadTable} from "./model/load-table.ts";
import {costSentences, placeSentences, runSentences} from "./model/place.ts";
import {routeSentences} from "./model/routes.ts";
import {stationSentences} from "./model/stations.ts";
import {tamed, wrapped} from "./width.ts";

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
    loadTable(reading, language, WIDTH),
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
