/**
 * Counts of arrivals as rates: a CSV file with one interval a line. Columns: time (when the interval begins), count (or calls,
 * people, customers, arrivals), and if several days were counted, day (or date). The rate of an interval is its mean count over the days, by its length;
 * the last interval ends at closing.
 */
import {formatClock, type Clock} from "../../units.ts";
import {Refusal} from "../message.ts";
import type {ClockTable} from "../scenario.ts";
import type {TableFiles} from "./csv-file.ts";
import * as say from "./messages.ts";
import {clockOf} from "./phrase.ts";

const COUNTS = ["count", "calls", "people", "customers", "arrivals", "visitors"];
const DAYS = ["day", "date"];

/** @throws Refusal naming the file and its line */
export function ratesFromCounts(files: TableFiles, name: string, opening: {from: Clock; to: Clock}): ClockTable {
  const {columns, rows} = files.table(name);
  const column = (words: readonly string[]) => columns.findIndex((header) => words.includes(header.trim().toLowerCase()));
  const [time, count, day] = [column(["time", "from"]), column(COUNTS), column(DAYS)];
  if (time < 0) throw new Refusal(say.csvNoColumn(name, "time", columns));
  if (count < 0) throw new Refusal(say.csvNoColumn(name, "count", columns));
  const at: Clock[] = []; // of the first day
  const total: number[] = [];
  const seen = new Set<string>();
  let today: string | null = null;
  let row = 0;
  let last = 0; // line
  for (const {line, cells} of rows) {
    const date = day < 0 ? "" : (cells[day] ?? "").trim();
    if (date !== today) {
      if (seen.has(date) || (seen.size > 0 && row < at.length)) throw new Refusal(say.countsDays(name, seen.has(date) ? line : last));
      seen.add(date);
      today = date;
      row = 0;
    }
    const moment = clockOf((cells[time] ?? "").trim());
    if (moment === null) throw new Refusal(say.csvCell(name, line, say.notAClock((cells[time] ?? "").trim(), "09:00").found));
    if (seen.size === 1) {
      if (moment < opening.from || moment >= opening.to) {
        const [from, to] = [formatClock(opening.from), formatClock(opening.to)];
        throw new Refusal(say.csvCell(name, line, {en: `not between ${from} and ${to}.`, zh: `不在 ${from} 与 ${to} 之间。`}));
      }
      if (at.length > 0 && moment <= at[at.length - 1]) throw new Refusal(say.traceOrder(name, line));
      at.push(moment);
      total.push(0);
    } else if (moment !== at[row]) throw new Refusal(say.countsDays(name, line));
    total[row++] += people((cells[count] ?? "").trim(), name, line);
    last = line;
  }
  if (row < at.length) throw new Refusal(say.countsDays(name, last));
  const value = total.map((sum, i) => sum / seen.size / ((at[i + 1] ?? opening.to) - at[i]));
  return {at, value, shape: "steps"};
}

function people(text: string, name: string, line: number): number {
  const value = text === "" ? Number.NaN : Number(text);
  if (!Number.isFinite(value)) throw new Refusal(say.csvCell(name, line, say.notANumber(text, "37").found));
  if (value < 0) throw new Refusal(say.csvCell(name, line, say.negative(text).found));
  return value;
}
