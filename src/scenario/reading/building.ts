/**
 * What is known while a scenario is built: the sections that could be read, the names that stand in the file, which source brings
 * which class, and where problems go.
 */
import {formatClock} from "../../units.ts";
import {type Message, Refusal} from "../message.ts";
import type {ClockTable, Scenario} from "../scenario.ts";
import {find, isNothing, namesAt, type Tree} from "../tree.ts";
import type {Moment, TimedValues} from "./clock-table.ts";
import type {TableFiles} from "./csv-file.ts";
import * as say from "./messages.ts";
import type {Sections} from "./schema.ts";
import type {Trace} from "./trace.ts";

export interface Report {
  problem(path: readonly string[], message: Message): void;
  warning(path: readonly string[], message: Message): void;
}

export class Building {
  readonly tree: Tree;
  readonly sections: Sections;
  readonly files: TableFiles;
  private readonly report: Report;
  isSound = true;
  readonly sources: string[];
  readonly stations: string[];
  readonly routes: string[];
  /** Classes that some source brings, and the sources that bring them. */
  readonly broughtBy = new Map<string, string[]>();
  readonly traces = new Map<string, Trace>();
  /** null: the place never closes, or its hours could not be read. */
  readonly opening: Scenario["opening"];
  readonly knowsOpening: boolean;

  constructor(tree: Tree, sections: Sections, files: TableFiles, report: Report) {
    this.tree = tree;
    this.sections = sections;
    this.files = files;
    this.report = report;
    this.sources = namesAt(tree, ["arrivals"]);
    this.stations = namesAt(tree, ["stations"]);
    this.routes = namesAt(tree, ["routes"]);
    this.opening = sections.opening ?? null;
    this.knowsOpening = !this.failed("opening");
  }

  problem(path: readonly string[], text: Message): void {
    this.isSound = false;
    this.report.problem(path, text);
  }

  warning(path: readonly string[], text: Message): void {
    this.report.warning(path, text);
  }

  /** Runs a reader whose refusal belongs to `path`. */
  attempt<T>(path: readonly string[], read: () => T): T | null {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.problem([...path, ...error.path], error.say);
      return null;
    }
  }

  /** Whether a section is needed, or written and could not be read. */
  failed(section: keyof Sections): boolean {
    return this.sections[section] === undefined && !isNothing(find(this.tree, [section]));
  }

  /** Whether a moment fits: a time of day within opening hours, or a time from the start in the long run. */
  isInside(path: readonly string[], moment: Moment, mayBeEnd = false): boolean {
    const {opening} = this;
    if (opening === null && moment.kind === "clock") {
      this.problem(path, say.clockWithoutOpening());
      return false;
    }
    if (opening !== null && moment.kind === "time") {
      this.problem(path, say.timeInDay(formatClock(opening.from)));
      return false;
    }
    if (opening !== null && (moment.at < opening.from || moment.at > opening.to || (moment.at === opening.to && !mayBeEnd))) {
      this.problem(path, say.outsideOpening(formatClock(moment.at), formatClock(opening.from), formatClock(opening.to)));
      return false;
    }
    return true;
  }

  clockTable(path: string[], table: TimedValues, isStaff: boolean): ClockTable | null {
    const {opening} = this;
    const {shape, keyed, value} = table;
    if (keyed === "constant") return {at: [opening?.from ?? 0], value, shape};
    const rowsPath = shape === "ramp" ? [...path, "ramp"] : path;
    const keys = namesAt(this.tree, rowsPath);
    let fits = true;
    if (opening === null && keyed === "clock") {
      this.problem(path, isStaff ? say.staffInLongRun() : say.clockWithoutOpening());
      return null;
    }
    if (opening === null && isStaff) {
      this.problem(path, say.staffInLongRun());
      return null;
    }
    if (opening === null && table.at[0] !== 0) {
      this.problem([...rowsPath, keys[0] ?? ""], say.tableFromZero());
      return null;
    }
    table.at.forEach((at, i) => {
      if (!this.isInside([...rowsPath, keys[i] ?? ""], {kind: keyed, at}, shape === "ramp")) fits = false;
    });
    if (!fits) return null;
    if (opening !== null && table.at[0] > opening.from && shape === "steps") {
      this.warning(path, say.lateStart(formatClock(opening.from), formatClock(table.at[0]), isStaff));
    }
    return {at: table.at, value, shape};
  }

  checkRouteName(path: readonly string[], route: string): void {
    if (!this.routes.includes(route)) this.problem(path, say.noSuch("route", "路线", route, this.routes));
  }
}
