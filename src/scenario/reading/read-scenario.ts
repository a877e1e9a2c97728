/**
 * A file → the designs it asks about. Text becomes a tree with places; overlays make one tree for each design; the schema
 * reads each; names are looked up; meaning is checked. Whatever goes wrong becomes a problem with a place and a remedy:
 * nothing is thrown for a bad file, and all problems are told at once.
 */
import {checkMeaning} from "../checks.ts";
import {type Language, type Message, Refusal} from "../message.ts";
import {differences, merge, nest} from "../overlay.ts";
import type {Design, Scenario} from "../scenario.ts";
import {type Entry, find, inlineText, isNothing, namesAt, type Place, type Plain, placeOf, plainOf, type Tree} from "../tree.ts";
import {buildScenario} from "./build.ts";
import {TableFiles} from "./csv-file.ts";
import {fingerprint} from "./hash.ts";
import {laterWord} from "./later.ts";
import * as say from "./messages.ts";
import {quote} from "./quote.ts";
import type {Problem} from "./problem.ts";
import {type IssueParams, WORDS} from "./meaning.ts";
import {describeFile, type FileShape, SECTIONS, type Section, type Sections} from "./schema.ts";
import {closest} from "./suggest.ts";
import {MOST_DESIGNS, valuesOf} from "./vary.ts";
import {ALREADY_TOLD, parseText} from "./yaml-tree.ts";

export {formatProblems, type Problem} from "./problem.ts";

export interface ReadOptions {
  language: Language;
  /** `--set path=value`, laid over the file before its designs. */
  set?: readonly {path: string; value: string}[];
  /** Laid over one design, behind its own changes. */
  changes?: readonly {design: string; path: string; value: string}[];
  /** `--seed`, `--replications` and `--until`. */
  overrides?: {seed?: string; replications?: number; until?: string};
  /** The file as it stands, `compare` and `vary` left out: one design. */
  alone?: boolean;
  /** Text of a file beside the scenario, by its relative name; may throw. Names that climb out never get here. */
  readFile?: (path: string) => string;
}

export interface Reading {
  /** Every design, the comparator first; empty when the file cannot be read, complete when only stop signs are up. */
  designs: Design[];
  /** How many designs the file asks about, whether they were read or left out by `alone`. */
  asked: number;
  problems: Problem[];
  warnings: Problem[];
  name: string;
  /** The question in the comment at the top of the file. */
  question: string | null;
  text: string;
  /** Fingerprint of the content: 16 hexadecimal digits; empty when there is no design. */
  hash: string;
  assumed: string[];
  /** Opening hours are given: a replication is a day. */
  isDay: boolean;
  kind: "single" | "compare" | "vary";
}

/** Reads a scenario file. Never throws for bad input. `file` is the name problems are told with. */
export function readScenario(text: string, file: string, options: ReadOptions): Reading {
  return new Reader(text, file, options).read();
}

/** Sections that belong to all designs at once. */
const SHARED: ReadonlySet<string> = new Set(["name", "goals", "run", "assumed", "compare", "vary"]);
/** Nobody corrects more at once. */
const MOST_TOLD = 500;
const NAMED: ReadonlySet<string> = new Set(["arrivals", "classes", "stations", "routes"]);

interface Told {
  place: Place;
  path: string[];
  message: Message;
  stop: boolean;
  /** Designs whose meaning it is about; empty when it is about what is written. */
  designs: Set<string>;
}

interface Asked {
  name: string;
  tree: Tree;
  changes: string[];
}

class Reader {
  private readonly text: string;
  private readonly file: string;
  private readonly options: ReadOptions;
  private readonly files: TableFiles;
  private readonly shape: FileShape;
  private readonly problems = new Map<string, Told>();
  private readonly warnings = new Map<string, Told>();
  /** Sections already read, by the tree they were read from: designs share what they do not change. */
  private readonly sectionsRead = new Map<Tree, {value: unknown; issues: readonly Issue[]}>();

  constructor(text: string, file: string, options: ReadOptions) {
    this.text = text;
    this.file = file;
    this.options = options;
    this.files = new TableFiles(options.readFile);
    this.shape = describeFile(this.files);
  }

  read(): Reading {
    const baseName = this.file.replaceAll("\\", "/").split("/").pop() ?? this.file;
    const fileName = baseName.replace(/\.ya?ml$/, "");
    const reading: Reading = {
      designs: [],
      asked: 0,
      problems: [],
      warnings: [],
      name: fileName,
      question: null,
      text: this.text,
      hash: "",
      assumed: [],
      isDay: false,
      kind: "single",
    };
    const parsed = parseText(this.text, this.file);
    for (const stumble of parsed.stumbles) this.tell(this.problems, stumble.place, stumble.path, stumble.message);
    const tree = parsed.tree === null ? null : this.wholeFile(parsed.tree);
    if (tree !== null) {
      this.checkTopWords(tree);
      const base = this.withOptions(tree);
      reading.kind = !isNothing(find(base, ["vary"])) ? "vary" : !isNothing(find(base, ["compare"])) ? "compare" : "single";
      const name = find(base, ["name"]);
      if (name?.kind === "text" && name.text !== null) reading.name = name.text.trim().slice(0, 200);
      reading.question = questionOf(this.text);
      const all = this.designsOf(base, reading.name);
      reading.asked = all.length;
      const asked = this.options.alone && reading.kind !== "single" ? [this.asItStands(base, all, reading.name)] : all;
      this.checkSets(asked);
      const designs: Design[] = [];
      for (const one of asked) {
        const scenario = this.scenarioOf(one, asked.length, reading.name);
        if (scenario !== null) designs.push({name: one.name, changes: one.changes, scenario});
      }
      this.checkUnused(base, all, "priority", ["priority", "class by class"], say.priorityUnused());
      this.checkUnused(base, all, "due", ["earliest due"], say.dueUnused());
      const hasOnlyStops = [...this.problems.values()].every((told) => told.stop);
      if (hasOnlyStops && designs.length === asked.length && designs.length > 0) reading.designs = designs;
      else if (this.problems.size === 0)
        this.tell(this.problems, {source: this.file, line: 1, column: 1}, [], say.yamlTrouble("control characters"));
      reading.hash = reading.designs.length === 0 ? "" : fingerprint(reading.designs);
      reading.assumed = designs[0]?.scenario.assumed ?? [];
      reading.isDay = !isNothing(find(base, ["opening"]));
    }
    reading.problems = this.told(this.problems);
    reading.warnings = this.told(this.warnings, reading.asked);
    return reading;
  }

  // ── telling ──

  private tell(book: Map<string, Told>, place: Place, path: readonly string[], message: Message, design?: string, stop = false): void {
    // What is said of a design is said once, wherever each design was written.
    const at = design === undefined ? `${place.source}:${place.line}:${place.column}` : path.join(".");
    const key = `${at}:${message.found.en}${design === undefined ? "" : message.remedy.en}`;
    const told = book.get(key) ?? {place, path: [...path], message, stop, designs: new Set<string>()};
    if (design !== undefined) told.designs.add(design);
    book.set(key, told);
  }

  /** @param all number of designs: what holds for all of them needs no names */
  private told(book: Map<string, Told>, all = Infinity): Problem[] {
    const {language} = this.options;
    const isFile = (told: Told) => (told.place.source === this.file ? 0 : 1);
    return [...book.values()]
      .sort((a, b) => isFile(a) - isFile(b) || a.place.line - b.place.line || a.place.column - b.place.column)
      .map((told) => {
        const names = told.designs.size >= all ? "" : [...told.designs].map(quote).join(language === "zh" ? "、" : ", ");
        const prefix = names === "" ? "" : language === "zh" ? `${names}：` : `${names}: `;
        const problem: Problem = {
          file: told.place.source,
          line: told.place.line,
          column: told.place.column,
          path: told.path,
          found: prefix + told.message.found[language],
          remedy: told.message.remedy[language],
        };
        return told.stop ? {...problem, stop: true as const} : problem;
      });
  }

  // ── the base ──

  private wholeFile(tree: Tree): Tree | null {
    const top = {source: this.file, line: 1, column: 1};
    if (isNothing(tree)) this.tell(this.problems, top, [], say.emptyFile());
    else if (tree.kind === "text") {
      const at = (tree.text ?? "").indexOf("：") >= 0;
      this.tell(this.problems, tree.place, [], at ? say.fullWidth("：", ":") : say.onePieceOfText());
    } else if (tree.kind === "list") this.tell(this.problems, tree.place, [], say.notAMapping());
    else if (tree.entries.size === 0) this.tell(this.problems, top, [], say.emptyFile());
    else return tree;
    return null;
  }

  private checkTopWords(tree: Tree): void {
    if (tree.kind !== "map") return;
    for (const [word, entry] of tree.entries) {
      if (this.problems.size >= MOST_TOLD) return;
      if ((SECTIONS as readonly string[]).includes(word)) continue;
      this.tell(this.problems, entry.place, [word], this.unknownWord("file", word, SECTIONS, isNothing(entry.value)));
    }
  }

  private unknownWord(where: string, word: string, known: readonly string[], isEmpty: boolean): Message {
    const later = laterWord(where, word);
    if (later !== null) return say.later(word, later);
    if (word.includes("：")) return say.fullWidth("：", ":");
    const glued = /^([a-z]+):(\S.*)$/.exec(word);
    if (isEmpty && glued !== null) return say.blankMissing(glued[1], glued[2]);
    return say.unknownKey(word, closest(word, known), known);
  }

  /** The file with `--set`, `--seed`, `--replications` and `--until` laid over it. */
  private withOptions(tree: Tree): Tree {
    let base = tree;
    const {set = [], overrides = {}} = this.options;
    for (const {path, value} of set) {
      const place: Place = {source: `--set ${path}=${value}`, line: 0, column: 0};
      const parsed = parseText(value, place.source);
      for (const stumble of parsed.stumbles) this.tell(this.problems, place, [], stumble.message);
      if (parsed.tree === null) continue;
      if (value.trim() === "") {
        this.tell(this.problems, place, [], say.setEmpty(path));
        continue;
      }
      base = this.change(base, path, atPlace(parsed.tree, place), place, false);
    }
    const option = (name: string, path: string[], value: string | null) => {
      const place: Place = {source: `${name} ${value}`, line: 0, column: 0};
      base = merge(base, nest(path, {kind: "text", text: value, place}, place)) ?? base;
    };
    if (overrides.seed !== undefined) option("--seed", ["run", "seed"], overrides.seed);
    if (overrides.replications !== undefined) option("--replications", ["run", "replications"], String(overrides.replications));
    if (overrides.until !== undefined) {
      option("--until", ["run", "until"], overrides.until);
      // Who asks for a precision means as many as it takes, not at most the file's number.
      if (overrides.replications === undefined) option("--until", ["run", "replications"], null);
    }
    return base;
  }

  // ── designs ──

  /** The file without its designs; called by the name of the design that is just that, if there is one. */
  private asItStands(base: Tree, all: readonly Asked[], name: string): Asked {
    const same = all.find(({changes}) => changes.length === 0);
    return {name: same?.name ?? name, tree: without(base, ["compare", "vary"]), changes: []};
  }

  /** A `--set` of which nothing is left in any design has no effect, and whoever typed it expects one. */
  private checkSets(asked: readonly Asked[]): void {
    const {set = []} = this.options;
    if (set.length === 0 || this.problems.size > 0) return;
    const sources = new Set<string>();
    const collect = (tree: Tree): void => {
      sources.add(tree.place.source);
      if (tree.kind === "map") for (const {value} of tree.entries.values()) collect(value);
      if (tree.kind === "list") tree.items.forEach(collect);
    };
    for (const {tree} of asked) collect(tree);
    for (const [i, {path, value}] of set.entries()) {
      const place: Place = {source: `--set ${path}=${value}`, line: 0, column: 0};
      const isRepeated = set.slice(i + 1).some((later) => `${path}.`.startsWith(`${later.path}.`));
      const isRemoval = value === "null" || value === "~";
      if (sources.has(place.source) || isRepeated || isRemoval || SHARED.has(path.split(".")[0])) continue;
      this.tell(this.problems, place, [], say.setWithoutEffect(path));
    }
  }

  private designsOf(base: Tree, name: string): Asked[] {
    const compare = find(base, ["compare"]);
    const vary = find(base, ["vary"]);
    const plain = without(base, ["compare", "vary"]);
    const single = [{name, tree: plain, changes: []}];
    if (!isNothing(compare) && !isNothing(vary)) {
      this.tell(this.problems, placeOf(base, ["vary"]), ["vary"], say.compareAndVary());
      return single;
    }
    if (compare !== null && !isNothing(compare)) return this.compared(base, plain, compare, single);
    if (vary !== null && !isNothing(vary)) return this.varied(base, plain, vary, single);
    return single;
  }

  private compared(base: Tree, plain: Tree, compare: Tree, single: Asked[]): Asked[] {
    if (compare.kind !== "map") {
      this.tell(
        this.problems,
        placeOf(base, ["compare"]),
        ["compare"],
        say.needsMapping(inlineText(plainOf(compare)), "`one line: {}` and below it `five lines: { stations.tellers: { line: each } }`"),
      );
      return single;
    }
    if (compare.entries.size < 2) this.tell(this.problems, placeOf(base, ["compare"]), ["compare"], say.oneDesign());
    if (compare.entries.size > MOST_DESIGNS) {
      this.tell(this.problems, placeOf(base, ["compare"]), ["compare"], say.tooManyDesigns(compare.entries.size));
      return single;
    }
    const asked: Asked[] = [];
    for (const [name, {place, value}] of compare.entries) {
      if (name.length > 100) this.tell(this.problems, place, ["compare"], say.longName());
      let tree = plain;
      if (value.kind === "map") {
        for (const [path, entry] of value.entries) tree = this.change(tree, path, entry.value, entry.place, true);
      } else if (!isNothing(value)) {
        this.tell(this.problems, place, ["compare", name], say.notOverlay());
      }
      for (const change of this.options.changes ?? []) if (change.design === name) tree = this.changed(tree, change);
      asked.push({name, tree, changes: differences(plain, tree)});
    }
    return asked.length === 0 ? single : asked;
  }

  private varied(base: Tree, plain: Tree, vary: Tree, single: Asked[]): Asked[] {
    if (vary.kind !== "map" || vary.entries.size === 0) {
      this.tell(
        this.problems,
        placeOf(base, ["vary"]),
        ["vary"],
        say.needsMapping(inlineText(plainOf(vary)), "`stations.agents.servers: 8 to 14`"),
      );
      return single;
    }
    let grid: {names: string[]; tree: Tree}[] = [{names: [], tree: plain}];
    for (const [path, {place, value}] of vary.entries) {
      let values: Tree[];
      try {
        values = valuesOf(value);
        if (grid.length * values.length > MOST_DESIGNS) throw new Refusal(say.tooManyDesigns(grid.length * values.length));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        this.tell(this.problems, place, ["vary", path], error.say);
        continue;
      }
      const isShown = values.length > 1;
      grid = grid.flatMap(({names, tree}) =>
        values.map((one) => ({
          names: isShown ? [...names, valueName(path, one)] : names,
          tree: this.change(tree, path, atPlace(one, place), place, true),
        })),
      );
    }
    if (grid.length === 1 && this.problems.size === 0) this.tell(this.problems, placeOf(base, ["vary"]), ["vary"], say.oneDesign());
    const taken = new Set<string>();
    return grid.map(({names, tree}) => {
      let name = names.join(", ") || "1";
      while (taken.has(name)) name += " again";
      taken.add(name);
      return {name, tree, changes: differences(plain, tree)};
    });
  }

  private changed(tree: Tree, {design, path, value}: {design: string; path: string; value: string}): Tree {
    const place: Place = {source: `${design}: ${path}=${value}`, line: 0, column: 0};
    const parsed = parseText(value, place.source);
    for (const stumble of parsed.stumbles) this.tell(this.problems, place, [], stumble.message);
    return parsed.tree === null ? tree : this.change(tree, path, atPlace(parsed.tree, place), place, true);
  }

  /** `tree` with one path changed; a path that leads nowhere is told, and changes nothing. */
  private change(tree: Tree, dotted: string, value: Tree, place: Place, isDesign: boolean): Tree {
    const path = dotted.split(".");
    const trouble = this.pathTrouble(tree, dotted, path, value, isDesign);
    if (trouble !== null) {
      this.tell(this.problems, place, place.line === 0 ? [] : [...path], trouble);
      return tree;
    }
    return merge(tree, nest(path, value, place)) ?? tree;
  }

  private pathTrouble(tree: Tree, dotted: string, path: readonly string[], value: Tree, isDesign: boolean): Message | null {
    const [word, name] = path;
    if (dotted.trim() === "") return say.setNeedsPath();
    if (!(SECTIONS as readonly string[]).includes(word)) {
      const later = laterWord("file", word);
      return later !== null ? say.later(word, later) : say.unknownPath(dotted, word, closest(word, SECTIONS), SECTIONS);
    }
    if (isDesign && SHARED.has(word)) return say.sharedByDesigns(word);
    if (!NAMED.has(word)) return path.some((step) => step === "") ? say.unknownPath(dotted, "", null, []) : null;
    if (name === undefined) {
      if (value.kind !== "map") return null;
      for (const [child, entry] of value.entries) {
        const trouble = this.pathTrouble(tree, `${dotted}.${child}`, [word, child], entry.value, isDesign);
        if (trouble !== null) return trouble;
      }
      return null;
    }
    const known = word === "classes" ? classNames(tree) : namesAt(tree, [word]);
    if (!known.includes(name)) {
      const guess = closest(name, known);
      const isWhole = path.length === 2 && value.kind === "map" && value.entries.size > 0 && word !== "classes" && guess === null;
      if (!isWhole) return say.unknownPath(dotted, name, guess, known);
    }
    if (word === "routes" && path.length > 3) {
      const steps = namesAt(tree, [word, name]);
      if (!steps.includes(path[2])) return say.unknownPath(dotted, path[2], closest(path[2], steps), steps);
    }
    return path.some((step) => step === "") ? say.unknownPath(dotted, "", null, []) : null;
  }

  // ── one design ──

  private scenarioOf({name, tree}: Asked, designs: number, fileName: string): Scenario | null {
    const sections = this.sectionsOf(tree);
    const scenario = buildScenario(tree, sections, this.files, fileName, {
      problem: (path, message) => this.tell(this.problems, placeOf(tree, path), path, message),
      warning: (path, message) => this.tell(this.warnings, placeOf(tree, path), path, message),
    });
    if (scenario === null) return null;
    const {problems, warnings} = checkMeaning(scenario, designs);
    const label = designs > 1 ? name : undefined;
    for (const {path, message, stop} of problems)
      this.tell(this.problems, placeOf(tree, path), path, message, stop === true ? label : undefined, stop === true);
    for (const {path, message} of warnings) this.tell(this.warnings, placeOf(tree, path), path, message, label);
    return scenario;
  }

  private sectionsOf(tree: Tree): Sections {
    const sections: Record<string, unknown> = {};
    for (const section of SECTIONS) {
      const value = find(tree, [section]);
      if (value === null || isNothing(value)) {
        if (section === "arrivals")
          this.tell(
            this.problems,
            placeOf(tree, ["arrivals"]),
            value === null ? [] : ["arrivals"],
            say.missing("arrivals", {en: "who comes", zh: "谁会来"}, "{ customers: { rate: 45/h } }"),
          );
        if (section === "stations")
          this.tell(
            this.problems,
            placeOf(tree, ["stations"]),
            value === null ? [] : ["stations"],
            say.missing("stations", {en: "where they are served", zh: "在哪里接受服务"}, "{ tellers: { servers: 5, service: exp 6 min } }"),
          );
        continue;
      }
      if (value.kind === "map" && value.entries.size === 0 && (section === "arrivals" || section === "stations")) {
        this.tell(
          this.problems,
          placeOf(tree, [section]),
          [section],
          say.nothingThere(section, `\`${WORDS.get(section)?.example ?? ""}\``),
        );
        continue;
      }
      let read = this.sectionsRead.get(value);
      if (read === undefined) {
        const result = this.shape[section].safeParse(plainOf(value));
        read = result.success ? {value: result.data, issues: []} : {value: undefined, issues: result.error.issues as readonly Issue[]};
        this.sectionsRead.set(value, read);
      }
      const guessed = new Set<string>();
      for (const issue of read.issues) {
        const known = WORDS.get(issue.message)?.words ?? [];
        for (const key of issue.keys ?? []) guessed.add([...issue.path, closest(key, known) ?? ""].join("."));
      }
      for (const issue of read.issues) {
        // `server: 5` is a word misspelt, not also a word missing.
        const isMissing = issue.params !== undefined && "missing" in (issue.params as IssueParams);
        if (!isMissing || !guessed.has(issue.path.join("."))) this.tellIssue(tree, section, issue);
      }
      if (read.value !== undefined) sections[section] = read.value;
    }
    return sections as Sections;
  }

  private tellIssue(tree: Tree, section: Section, issue: Issue): void {
    if (this.problems.size >= MOST_TOLD) return;
    const path = [section as string, ...issue.path.map(String)];
    const tell = (at: readonly string[], message: Message) => this.tell(this.problems, placeOf(tree, at), at, message);
    if (issue.code === "unrecognized_keys") {
      const known = WORDS.get(issue.message)?.words ?? [];
      for (const key of issue.keys ?? [])
        tell([...path, key], this.unknownWord(issue.message, key, known, isNothing(find(tree, [...path, key]))));
      return;
    }
    const params = issue.params as IssueParams | undefined;
    if (params === undefined) {
      const found = find(tree, path);
      if (found?.kind === "text" && found.text === ALREADY_TOLD) return;
      tell(
        path,
        say.needsMapping(found === null ? "" : inlineText(plainOf(found)), `\`${WORDS.get(issue.message)?.example ?? "name: value"}\``),
      );
      return;
    }
    if ("silent" in params) return;
    if ("missing" in params) {
      const word = path[path.length - 1];
      tell(path, say.missing(word, params.missing, params.missing.example.split(", or ")[0]));
      return;
    }
    tell(path, params.message);
  }

  /** Priorities and due times that no design looks at, `priority: 1` for all of them included: whoever writes one expects it to matter. */
  private checkUnused(base: Tree, all: readonly Asked[], word: string, neededOrders: readonly string[], text: Message): void {
    if (this.problems.size > 0) return;
    const isUsed = all.some(({tree}) =>
      namesAt(tree, ["stations"]).some((station) => {
        const order = find(tree, ["stations", station, "order"]);
        const said = order?.kind === "text" ? (order.text?.trim().toLowerCase() ?? "") : "";
        return neededOrders.some((needed) => said.startsWith(needed));
      }),
    );
    if (isUsed) return;
    for (const {tree} of all) {
      const name = namesAt(tree, ["classes"]).find((one) => !isNothing(find(tree, ["classes", one, word])));
      if (name === undefined) continue;
      const path = ["classes", name, word];
      this.tell(this.warnings, placeOf(find(base, path) === null ? tree : base, path), path, text);
      return;
    }
  }
}

/** What zod tells us, as far as we look. */
interface Issue {
  code: string;
  path: readonly PropertyKey[];
  message: string;
  keys?: readonly string[];
  params?: unknown;
}

function without(tree: Tree, words: readonly string[]): Tree {
  if (tree.kind !== "map") return tree;
  return {...tree, entries: new Map([...tree.entries].filter(([word]) => !words.includes(word)))};
}

/** The tree as if all of it had been written in one place: for options, and for one value of a range. */
function atPlace(tree: Tree, place: Place): Tree {
  switch (tree.kind) {
    case "map":
      return {
        ...tree,
        place,
        entries: new Map([...tree.entries].map(([key, entry]): [string, Entry] => [key, {place, value: atPlace(entry.value, place)}])),
      };
    case "list":
      return {...tree, place, items: tree.items.map((item) => atPlace(item, place))};
    case "text":
      return {...tree, place};
  }
}

/** Classes a file brings or describes. */
function classNames(tree: Tree): string[] {
  const names = new Set(namesAt(tree, ["classes"]));
  for (const source of namesAt(tree, ["arrivals"])) {
    const mix = namesAt(tree, ["arrivals", source, "mix"]);
    for (const name of mix.length === 0 ? [source] : mix) names.add(name);
  }
  return [...names];
}

/** "8 agents" for a number of servers, else the path's last word and the value. */
function valueName(path: string, value: Tree): string {
  const steps = path.split(".");
  const plain: Plain = plainOf(value);
  const text = inlineText(plain).slice(0, 60);
  if (steps[0] === "stations" && steps.length === 3 && steps[2] === "servers" && typeof plain === "string") return `${text} ${steps[1]}`;
  return `${steps[steps.length - 1]} ${text}`;
}

/** The question in the first comment of the file: its lines up to the first that ends with a question mark. */
export function questionOf(text: string): string | null {
  const lines: string[] = [];
  for (const line of text.slice(0, 5000).split("\n")) {
    const trimmed = line.trim();
    if (!trimmed.startsWith("#")) {
      if (trimmed === "" && lines.length === 0) continue;
      break;
    }
    const words = trimmed.replace(/^#+\s*/, "");
    if (words.startsWith("yaml-language-server:")) continue;
    if (words === "") {
      if (lines.length === 0) continue;
      break;
    }
    lines.push(words);
    if (words.endsWith("?") || words.endsWith("？")) return lines.join(" ");
  }
  return null;
}
