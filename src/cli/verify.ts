/** Why should I believe it? Every reference case, run on the user's own machine. */
import {LANGUAGES, type Language} from "../wording/language.ts";
import {command} from "./command.ts";
import {DONE, INTERRUPTED, UNREADABLE} from "./exit-code.ts";
import type {Io} from "./io.ts";
import {said, wholeNumber} from "./options.ts";
import {phrases} from "./phrases.ts";

/** A case does not hold. */
const CASE_FAILED = 1;
const TICK = 100; // milliseconds, on a terminal
const TELL = 10_000; // milliseconds, elsewhere
const CELLS = 24;

export const verifyCommand = command()
  .parsed("--only <part>", 'formulas, traces, simulations, coverage or "special functions"; or cases by name, * for anything', said)
  .flag("--fine", "simulate to 2 % instead of 5 %: several times the work")
  .flag("--json", "print every case as one JSON document")
  .flag("--markdown", "print the page docs/validation.md")
  .parsed("--threads <number>", "how many cores to use (default: all); never changes the answer", wholeNumber(1, 256))
  .flag("--quiet", "no progress")
  .choice("--language <language>", "of the table (default: as the system speaks)", LANGUAGES)
  .explain("Exits with 1 when a case fails. The cases, their sources and the last table: docs/validation.md.")
  .example("waitline verify", "waitline verify --only formulas", 'waitline verify --only "erlangA-*" --fine')
  .action(async (_, options, io) => {
    const [{verify, PARTS}, {sayVerification, validationPage}] = await Promise.all([
      import("../verification/index.ts"),
      import("../wording/verification.ts"),
    ]);
    const language = options.language ?? io.language;
    const {only} = options;
    const wants = only === undefined ? undefined : wanted(only, PARTS);
    const workers = await io.workers(options.threads ?? io.threads);
    const bar = options.quiet === true ? null : new Bar(io, language);
    try {
      const verification = await io.interruptible((signal) =>
        verify(
          {
            isFine: options.fine === true,
            signal,
            ...(wants === undefined ? {} : {wants}),
            ...(bar === null ? {} : {progress: (done: number, all: number) => bar.reach(done, all)}),
          },
          workers,
        ),
      );
      bar?.end();
      if (verification.passed + verification.failed + verification.skipped === 0 && !verification.isStopped) {
        io.tell(phrases.noSuchCase(language, only ?? ""));
        return UNREADABLE;
      }
      if (options.json) io.print(JSON.stringify(verification, null, 2));
      else if (options.markdown) io.print(validationPage(verification));
      else io.print(sayVerification(verification, language, {width: io.width}));
      if (verification.failed > 0) return CASE_FAILED;
      return verification.isStopped ? INTERRUPTED : DONE;
    } finally {
      bar?.end();
      await workers.close();
    }
  });

/** A part by its name, or cases whose name has this in it, with * for anything. */
function wanted(only: string, parts: readonly string[]): (part: string, id: string) => boolean {
  if (parts.includes(only)) return (part) => part === only;
  const pattern = only
    .split("*")
    .map((text) => text.replace(/[.+?^${}()|[\]\\]/g, "\\$&"))
    .join(".*");
  const names = new RegExp(only.includes("*") ? `^${pattern}$` : pattern);
  return (_, id) => names.test(id);
}

/** How far it is, for whoever waits: a line written over on a terminal, a line every ten seconds elsewhere. */
class Bar {
  private done = 0;
  private all = 1;
  private readonly io: Io;
  private readonly language: Language;
  private stop: () => void;

  constructor(io: Io, language: Language) {
    this.io = io;
    this.language = language;
    this.stop = io.isWatched ? io.every(TICK, () => this.draw()) : io.every(TELL, () => io.tell(this.line()));
  }

  reach(done: number, all: number): void {
    this.done = done;
    this.all = all;
  }

  end(): void {
    this.stop();
    this.stop = () => {};
    if (this.io.isWatched) this.io.status("");
  }

  private draw(): void {
    const full = Math.floor((CELLS * this.done) / this.all);
    this.io.status(`${"█".repeat(full)}${"░".repeat(CELLS - full)} ${this.line()}`);
  }

  private line(): string {
    return phrases.verified(this.language, this.done, this.all);
  }
}
