/** The story of `crossing`: read the file anew for every look, simulate both designs, find where they change places, say it. */
import {compare} from "../comparison/index.ts";
import {crossingsOf, evenSteps, type Look, nextLook} from "../comparison/crossing.ts";
import {Collector} from "../estimate/index.ts";
import {compileModel} from "../model/compile.ts";
import {Refusal} from "../scenario/message.ts";
import type {Runner} from "../replication/runner.ts";
import {formatProblems, type Reading, readScenario} from "../scenario/reading/read-scenario.ts";
import {closest} from "../scenario/reading/suggest.ts";
import {endsOf} from "../scenario/reading/vary.ts";
import {VERSION} from "../version.ts";
import {type CrossingResult, type CrossingSearch, MEASURE_OF, sayCrossings, valueText} from "../wording/crossing.ts";
import type {Language} from "../wording/language.ts";
import {nameOf, quoteForShell, typedOf} from "./command-line.ts";
import type {MEASURES, Varied} from "./crossing.ts";
import {DONE, INTERRUPTED, NO_ANSWER, UNREADABLE} from "./exit-code.ts";
import type {Io} from "./io.ts";
import {sayNoAnswer} from "./no-answer.ts";
import {DEFAULT_CONFIDENCE} from "./options.ts";
import {phrases} from "./phrases.ts";

export interface CrossingWishes {
  vary?: Varied[];
  between?: string;
  and?: string;
  on?: (typeof MEASURES)[number];
  looks?: number;
  seed?: string;
  replications?: number;
  confidence?: number;
  out?: string;
  report?: boolean;
  json?: boolean;
  threads?: number;
  quiet?: boolean;
  language?: Language;
}

const FIRST_LOOKS = 9;
const MOST_LOOKS = 40; // in one search

/** What stops a search before it has begun, said to the user; the exit code tells the shell. */
class Trouble extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}

export async function answerCrossing(file: string, wishes: CrossingWishes, io: Io): Promise<number> {
  const language = wishes.language ?? io.language;
  if (wishes.out !== undefined && wishes.report === false) {
    io.tell(phrases.outAndNoReport(language));
    return UNREADABLE;
  }
  try {
    return await new Finder(file, await io.read(file), wishes, language, io).answer();
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    io.tell(error.message);
    return error.exitCode;
  }
}

class Finder {
  private readonly file: string;
  private readonly text: string;
  private readonly wishes: CrossingWishes;
  private readonly language: Language;
  private readonly io: Io;
  private readonly confidence: number;

  constructor(file: string, text: string, wishes: CrossingWishes, language: Language, io: Io) {
    this.file = file;
    this.text = text;
    this.wishes = wishes;
    this.language = language;
    this.io = io;
    this.confidence = wishes.confidence ?? DEFAULT_CONFIDENCE;
  }

  async answer(): Promise<number> {
    const {file, wishes, io, language} = this;
    const base = this.read([]);
    const [first, second] = this.pair(base);
    const vary = wishes.vary ?? [];
    if (vary.length === 0) throw new Trouble(phrases.nothingToVary(language, file), UNREADABLE);
    for (const one of vary) if (one.design !== null) this.requireDesign(base, one.design);
    const out = this.reportFile();
    if (out !== null) await io.requireWritable(out);
    const {scenario} = base.designs[0];
    const searches: CrossingSearch[] = [];
    const complete = await io.interruptible(async (signal) => {
      const workers = await io.workers(Math.min(wishes.threads ?? io.threads, scenario.run.replications));
      try {
        for (const varied of vary) {
          const search = await this.search(varied, [first, second], workers, signal);
          if (search === null) return false;
          searches.push(search);
        }
        return true;
      } catch (error) {
        const noAnswer = sayNoAnswer(error, scenario, language);
        if (noAnswer !== null) throw new Trouble(noAnswer, NO_ANSWER);
        throw error;
      } finally {
        io.status("");
        await workers.close();
      }
    });
    if (searches.length === 0) {
      io.tell(phrases.nothingDone(language));
      return INTERRUPTED;
    }
    const result: CrossingResult = {
      schemaVersion: 1,
      version: VERSION,
      command: "crossing",
      commandLine: this.commandLine(first, second, scenario.run.seed, scenario.run.replications),
      scenario: {name: scenario.name, file: nameOf(file), hash: base.hash, question: base.question, isDay: scenario.opening !== null},
      seed: scenario.run.seed,
      replications: scenario.run.replications,
      confidence: this.confidence,
      complete,
      designs: [first, second],
      on: wishes.on ?? "time",
      searches,
      assumed: base.assumed,
    };
    if (wishes.json) io.print(JSON.stringify(result, null, 1));
    else io.print(sayCrossings(result, language, io.width));
    if (out !== null) {
      const {renderCrossings} = await import("../report/crossing-page.ts");
      await io.write(out, renderCrossings(result, language));
      if (!wishes.quiet) io.tell(phrases.report(language, out));
    }
    return complete ? DONE : INTERRUPTED;
  }

  /** The file with some numbers changed; whatever is wrong with it ends the search. */
  private read(changes: {design: string; path: string; value: string}[], set: {path: string; value: string}[] = []): Reading {
    const {wishes, io, file, language} = this;
    const reading = readScenario(this.text, file === "-" ? "stdin" : file, {
      language,
      set,
      changes,
      overrides: {
        ...(wishes.seed === undefined ? {} : {seed: wishes.seed}),
        ...(wishes.replications === undefined ? {} : {replications: wishes.replications}),
      },
      readFile: (name) => io.readBeside(file, name),
    });
    if (reading.problems.length === 0) return reading;
    const at = changes.length === 0 ? "" : `${phrases.atLook(language, `${changes[0].path}=${changes[0].value}`)}\n`;
    throw new Trouble(at + formatProblems(reading.problems), reading.problems.some(({stop}) => !stop) ? UNREADABLE : NO_ANSWER);
  }

  /** The two designs that change places. */
  private pair(base: Reading): [string, string] {
    const {wishes} = this;
    for (const name of [wishes.between, wishes.and]) if (name !== undefined) this.requireDesign(base, name);
    const names = base.designs.map(({name}) => name);
    if (names.length < 2) throw new Trouble(phrases.noDesigns(this.language, this.file), UNREADABLE);
    const first = wishes.between ?? names.find((name) => name !== wishes.and)!;
    const second = wishes.and ?? names.find((name) => name !== first)!;
    if (first === second) throw new Trouble(phrases.sameDesign(this.language, first), UNREADABLE);
    return [first, second];
  }

  private requireDesign({designs}: Reading, name: string): void {
    const names = designs.map((design) => design.name);
    if (!names.includes(name)) throw new Trouble(phrases.unknownDesign(this.language, name, closest(name, names), names), UNREADABLE);
  }

  /** Null when it was interrupted. */
  private async search(
    {design, path, ends}: Varied,
    pair: [string, string],
    run: Runner,
    signal: AbortSignal,
  ): Promise<CrossingSearch | null> {
    const {from, to, unit} = this.endsOf(ends);
    const isWhole = unit === "" && Number.isInteger(from) && Number.isInteger(to) && Math.abs(to - from) >= 2;
    const looks: Look[] = [];
    const begin = evenSteps(Math.min(from, to), Math.max(from, to), this.wishes.looks ?? FIRST_LOOKS, isWhole);
    let told = 0;
    for (let next = begin.shift() ?? null; next !== null && looks.length < MOST_LOOKS; next = begin.shift() ?? nextLook(looks, isWhole)) {
      if (this.io.isWatched && !this.wishes.quiet) this.io.status(phrases.looking(this.language, ++told, valueText(next, unit)));
      const look = await this.look(next, valueText(next, unit), design, path, pair, run, signal);
      if (look === null) return null;
      looks.push(look);
      looks.sort((a, b) => a.value - b.value);
    }
    return {path, design, unit, isWhole, looks, crossings: crossingsOf(looks)};
  }

  private endsOf(text: string): {from: number; to: number; unit: string} {
    try {
      return endsOf(text);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const {found, remedy} = error.say;
      throw new Trouble(`--vary: ${found[this.language]}\n${remedy[this.language]}`, UNREADABLE);
    }
  }

  private async look(
    value: number,
    text: string,
    design: string | null,
    path: string,
    [first, second]: [string, string],
    run: Runner,
    signal: AbortSignal,
  ): Promise<Look | null> {
    const names = design === null ? [first, second] : [design];
    const reading = this.read(names.map((name) => ({design: name, path, value: text})));
    const designs = [second, first].map((name) => reading.designs.find((one) => one.name === name)!);
    const {replications} = designs[0].scenario.run;
    const models = designs.map(({scenario}) => compileModel(scenario));
    const collectors = designs.map(({name, scenario}, i) => new Collector(models[i], {design: name, costs: scenario.costs}));
    await run({models, first: 0, count: replications}, (histories) => histories.forEach((one, i) => collectors[i].take(one)), signal);
    if (collectors[0].count < replications) return null;
    const {estimates, rows} = compare(collectors, {confidence: this.confidence});
    const measure = MEASURE_OF[this.wishes.on ?? "time"];
    const isMeasure = (row: {metric: string; statistic: string; station: string | null; class: string | null}) =>
      row.station === null && row.class === null && measure.metrics.includes(row.metric) && measure.statistics.includes(row.statistic);
    const row = measure.populations.flatMap((population) => rows.filter((one) => isMeasure(one) && one.population === population))[0];
    if (row === undefined) throw new Trouble(phrases.notMeasured(this.language, measure.name[this.language]), UNREADABLE);
    return {
      value,
      difference: row.difference,
      low: row.low,
      high: row.high,
      estimates: estimates.flatMap((one) => one.rows).filter((one) => one.station === null && one.class === null && one.period === null),
    };
  }

  private commandLine(first: string, second: string, seed: string, replications: number): string {
    const {wishes} = this;
    const words = ["waitline", "crossing", typedOf(this.file)];
    for (const {design, path, ends} of wishes.vary ?? []) words.push("--vary", `${design === null ? "" : `${design}: `}${path}=${ends}`);
    words.push("--between", first, "--and", second, "--on", wishes.on ?? "time");
    if (wishes.looks !== undefined) words.push("--looks", `${wishes.looks}`);
    words.push("--seed", seed, "--replications", `${replications}`);
    if (this.confidence !== DEFAULT_CONFIDENCE) words.push("--confidence", `${this.confidence}`);
    return words.map(quoteForShell).join(" ");
  }

  private reportFile(): string | null {
    const {report, out, json} = this.wishes;
    if (report === false) return null;
    if (out !== undefined) return out;
    if (json) return null;
    const name = nameOf(this.file).replace(/\.(ya?ml|json)$/i, "");
    return `reports/${name === "-" ? "scenario" : name}-crossing.html`;
  }
}
