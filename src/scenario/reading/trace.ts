/**
 * A trace: a CSV file with one arrival a line. Columns: time, and if known class, service and patience.
 * A column's name may carry its unit (`service_s`, `service (min)`); without one, each cell does (`4 min`, `09:05`).
 */
import type {Seconds} from "../../units.ts";
import {Refusal} from "../message.ts";
import type {TableFiles} from "./csv-file.ts";
import * as say from "./messages.ts";
import {clockOf, parseDuration, unitSeconds} from "./phrase.ts";
import type {Moment} from "./clock-table.ts";

export interface TraceRow {
  line: number;
  time: Moment;
  class: string | null;
  service: Seconds | null;
  patience: Seconds | null;
}

export interface Trace {
  rows: TraceRow[];
  /** In the order of their first arrival. */
  classes: string[];
  /** Some row names no class. */
  isUnnamed: boolean;
  /** Every row says how long service takes. */
  hasService: boolean;
}

interface Column {
  index: number;
  unit: Seconds | null;
}

/** @throws Refusal naming the file and its line */
export function readTrace(files: TableFiles, name: string): Trace {
  const {columns, rows} = files.table(name);
  const column = (word: string): Column | null => {
    const index = columns.findIndex((header) => header.toLowerCase().split(/[ _(]/, 1)[0] === word);
    if (index < 0) return null;
    const unit = columns[index].slice(word.length).replace(/[ _()]/g, "");
    const seconds = unit === "" ? null : unitSeconds(unit);
    if (unit !== "" && seconds === null) throw new Refusal(say.unknownUnit(unit));
    return {index, unit: seconds};
  };
  const time = column("time");
  if (time === null) throw new Refusal(say.csvNoColumn(name, "time", columns));
  const [classColumn, service, patience] = [column("class"), column("service"), column("patience")];
  const read = (cells: string[], line: number, at: Column | null): Seconds | null => {
    const text = at === null ? "" : (cells[at.index] ?? "").trim();
    if (at === null || text === "") return null;
    try {
      return at.unit === null ? parseDuration(text) : numberOf(text) * at.unit;
    } catch (error) {
      if (error instanceof Refusal) throw new Refusal(say.csvCell(name, line, error.say.found));
      throw error;
    }
  };
  const trace: Trace = {rows: [], classes: [], isUnnamed: false, hasService: true};
  const seen = new Set<string>();
  for (const {line, cells} of rows) {
    const text = (cells[time.index] ?? "").trim();
    const clock = clockOf(text);
    const at: Moment = clock !== null ? {kind: "clock", at: clock} : {kind: "time", at: read(cells, line, time) ?? Number.NaN};
    if (Number.isNaN(at.at)) throw new Refusal(say.csvCell(name, line, say.notAClock(text, "09:05").found));
    const before = trace.rows[trace.rows.length - 1];
    if (before !== undefined && before.time.kind !== at.kind) throw new Refusal(say.csvCell(name, line, say.clockTableMixed().found));
    if (before !== undefined && at.at < before.time.at) throw new Refusal(say.traceOrder(name, line));
    const className = classColumn === null ? "" : (cells[classColumn.index] ?? "").trim();
    if (className === "") trace.isUnnamed = true;
    else if (className.includes(".")) throw new Refusal(say.csvCell(name, line, say.dotInName(className).found));
    else if (!seen.has(className)) {
      seen.add(className);
      trace.classes.push(className);
    }
    const row = {
      line,
      time: at,
      class: className === "" ? null : className,
      service: read(cells, line, service),
      patience: read(cells, line, patience),
    };
    if (row.service === null) trace.hasService = false;
    trace.rows.push(row);
  }
  return trace;
}

function numberOf(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value)) throw new Refusal(say.notANumber(text, "4.5"));
  if (value < 0) throw new Refusal(say.negative(text));
  return value;
}
