/** The story that `run` and `compare` share: read, simulate, say, write the report. */
import {FIRST_LOOK} from "../estimate/precision.ts";
import {compileModel} from "../model/compile.ts";
import type {MeasureGroups} from "../model/model.ts";
import type {Design, Station} from "../scenario/scenario.ts";
import {sayBriefly} from "../wording/say-briefly.ts";
import {answer, Contradiction} from "./answer.ts";
import type {Result} from "../comparison/comparison.ts";
import {commandLineOf, nameOf, typedOf} from "./command-line.ts";
import {DONE, GOAL_MISSED, INTERRUPTED, UNREADABLE} from "./exit-code.ts";
import {expectedCustomers, MANY_CUSTOMERS, MOST_CUSTOMERS} from "./expected-work.ts";
import {FileTrouble, type Io} from "./io.ts";
import {NoAnswer, sayNoAnswer} from "./no-answer.ts";
import {openScenario} from "./open-scenario.ts";
import {DEFAULT_CONFIDENCE, type Simulating} from "./options.ts";
import {phrases} from "./phrases.ts";
import {Progress} from "./progress.ts";
import {Stopwatch} from "./stopwatch.ts";
import {MOST_TRACED, type TaleWishes, tellTale} from "./tale.ts";

export async function answerQuestion(command: "run" | "compare", file: string, options: Simulating & TaleWishes, io: Io): Promise<number> {
  const language = options.language ?? io.language;
  const remark = (text: string) => {
    if (!options.quiet) io.tell(text);
  };
  const stopwatch = new Stopwatch(io);

  if (options.out !== undefined && options.report === false) {
    io.tell(phrases.outAndNoReport(language));
    return UNREADABLE;
  }
  const hasTale = options.trace !== undefined || options.story !== undefined;
  if (options.replication !== undefined && !hasTale) {
    io.tell(phrases.taleWithoutAim(language));
    return UNREADABLE;
  }
  const {reading, trouble} = await openScenario(file, {...options, language, alone: command === "run"}, io);
  if (trouble !== null) return trouble;
  if (command === "compare" && reading.designs.length < 2) {
    io.tell(phrases.noDesigns(language, file));
    return UNREADABLE;
  }
  const {designs} = reading;
  if (designs.length < reading.asked) remark(phrases.baseOnly(language, designs[0].name, reading.asked, file));
  const isFair = options.fairness === true;
  const groups = groupsOf(command, designs, isFair);
  const models = designs.map((design) => compileModel(design.scenario, groups));
  const out = reportFile(file, options);
  if (out !== null) await withRemedy(io.requireWritable(out));
  stopwatch.lap("read");

  const {run} = designs[0].scenario;
  const isOpenEnded = run.until != null; // the precision decides: what it takes at least may be refused, not what it may come to
  const customers = expectedCustomers(designs.map(({scenario}) => scenario)) * (options.secondSeed ? 2 : 1);
  const least = isOpenEnded ? customers * Math.min(1, FIRST_LOOK / run.replications) : customers;
  if (least > MOST_CUSTOMERS) {
    io.tell(phrases.tooMuchWork(language, least));
    return UNREADABLE;
  }
  const perReplication = customers / run.replications / (options.secondSeed ? 2 : 1);
  if (hasTale && perReplication > MOST_TRACED) {
    io.tell(phrases.tooLongATrace(language, perReplication, MOST_TRACED));
    return UNREADABLE;
  }
  if (options.trace !== undefined) await io.requireWritable(options.trace);
  if (customers > MANY_CUSTOMERS) remark(phrases.muchWork(language, customers, isOpenEnded));

  const asked = {
    command,
    file: nameOf(file),
    typed: typedOf(file),
    reading,
    designs,
    models,
    set: options.set ?? [],
    first: options.first ?? 0,
    confidence: options.confidence ?? DEFAULT_CONFIDENCE,
    hasSecondSeed: options.secondSeed ?? false,
    isFair,
  };
  const threads = Math.min(options.threads ?? io.threads, run.replications);
  const result = await io.interruptible(async (signal) => {
    const workers = await io.workers(threads);
    if (options.verbose) io.tell(phrases.begins(language, run.replications, models.length, threads, isOpenEnded));
    const all = run.replications * (asked.hasSecondSeed && !isOpenEnded ? 2 : 1);
    const progress = options.quiet ? null : new Progress(all, models[0], io, language, run.until?.relative ?? null);
    try {
      return await answer(asked, workers, ([first], standing) => progress?.took(first, standing), signal);
    } catch (error) {
      const noAnswer = sayNoAnswer(error, designs[0].scenario, language);
      if (noAnswer !== null) throw new NoAnswer(noAnswer);
      if (error instanceof Contradiction) {
        const again = commandLineOf({...asked, file: asked.typed, seed: run.seed, replications: run.replications});
        throw new Error(phrases.contradicts(language, error.disagreements, again));
      }
      if (!isChunkLost(error)) throw error;
      const replay = commandLineOf({
        ...asked,
        file: asked.typed,
        seed: run.seed,
        first: error.chunk.first,
        replications: error.chunk.count,
      });
      throw new Error(phrases.chunkLost(language, error.message, `${replay} --threads 1`));
    } finally {
      progress?.end();
      await workers.close();
    }
  });
  stopwatch.lap(`simulate on ${threads} ${threads === 1 ? "thread" : "threads"}`);
  if (result === null) {
    io.tell(phrases.nothingDone(language));
    return INTERRUPTED;
  }

  if (options.json) io.print(JSON.stringify(result, null, 1));
  else io.print(sayBriefly(result, language, {colour: io.hasColour, width: io.width}));
  if (hasTale) {
    const {trace, story, replication = asked.first + 1} = options;
    const words = options.json ? io.tell : io.print; // data alone goes to standard output
    const told = await tellTale(
      {...(trace === undefined ? {} : {trace}), ...(story === undefined ? {} : {story}), replication},
      models[0],
      words,
      options.quiet ?? false,
      language,
      io,
    );
    if (told !== DONE) return told;
  }
  if (!result.complete) io.tell(phrases.interrupted(language, result.replications, isOpenEnded ? null : run.replications));
  stopwatch.lap("say");

  if (out !== null) {
    const {renderReport} = await import("../report/render-report.ts");
    const page = renderReport(result, {language});
    stopwatch.lap("render the report");
    await withRemedy(io.write(out, page));
    stopwatch.lap("write it");
    remark(phrases.report(language, out));
  }
  if (options.verbose) io.tell(stopwatch.told);
  if (!result.complete) return INTERRUPTED;
  return options.strict && !meetsEveryGoal(result) ? GOAL_MISSED : DONE;
}

/**
 * What is measured beyond the basics: fairness where it is asked for, or where designs are compared and somebody may be passed over.
 * All designs measure the same, so that they can be compared.
 */
function groupsOf(command: "run" | "compare", designs: readonly Design[], isAsked: boolean): MeasureGroups {
  const isOutOfTurn = ({scenario}: Design) => [...scenario.stations.values()].some(mayPass);
  return {distribution: isAsked || command === "compare", fairness: isAsked || (command === "compare" && designs.some(isOutOfTurn))};
}

/** Somebody who came later may be called first: people wait apart, are called out of turn, or not everybody may go to every server. */
function mayPass({line, order, places = 0, kept, accessible}: Station): boolean {
  return line === "each" || order !== "first come" || places > 0 || isGiven(kept) || isGiven(accessible);
}

const isGiven = (byClass: ReadonlyMap<string, number> | null | undefined) => [...(byClass?.values() ?? [])].some((count) => count > 0);

/** Some design surely meets all goals; true where no goals are given. */
function meetsEveryGoal({designs, goals}: Result): boolean {
  return designs.some(({name}) => goals.every((goal) => goal.design !== name || goal.meets === "met"));
}

/** What else can be done when the report cannot be written. */
async function withRemedy(writing: Promise<void>): Promise<void> {
  try {
    await writing;
  } catch (error) {
    if (!(error instanceof FileTrouble)) throw error;
    throw new FileTrouble(
      `${error.said.en}\nChoose another place with --out, or leave the report out with --no-report.`,
      `${error.said.zh}\n请用 --out 指定别处，或用 --no-report 不写报告。`,
    );
  }
}

/** null: no report is wanted. */
function reportFile(scenario: string, {out, report, json}: Simulating): string | null {
  if (report === false) return null;
  if (out !== undefined) return out;
  if (json) return null;
  const name = nameOf(scenario).replace(/\.(ya?ml|json)$/i, "");
  return `reports/${name === "-" ? "scenario" : name}.html`;
}

/** By name, so that the worker pool is loaded only where it is used. */
function isChunkLost(error: unknown): error is Error & {chunk: {first: number; count: number}} {
  return error instanceof Error && error.name === "ChunkLost" && "chunk" in error;
}
