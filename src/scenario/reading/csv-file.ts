/**
 * CSV files beside the scenario: service times for `from times.csv column minutes`, traces for `arrivals.x.from`.
 * The first line names the columns; commas or semicolons part them; quotes as in RFC 4180. Nothing outside the scenario's
 * folder is read.
 */
import {Refusal} from "../message.ts";
import * as say from "./messages.ts";

export interface Cell {
  text: string;
  /** Line in the CSV file, from 1. */
  line: number;
}

interface Table {
  columns: string[];
  rows: {line: number; cells: string[]}[];
}

const LARGEST = 20_000_000;

/** The tables of one reading: each file is read and split once. */
export class TableFiles {
  private readonly read: ((path: string) => string) | undefined;
  private readonly tables = new Map<string, Table>();

  constructor(read: ((path: string) => string) | undefined) {
    this.read = read;
  }

  /** @throws Refusal when the name leads out of the folder, or the file is missing, empty or too large. */
  table(name: string): Table {
    const known = this.tables.get(name);
    if (known !== undefined) return known;
    if (!staysInside(name)) throw new Refusal(say.climbingPath(name));
    if (this.read === undefined) throw new Refusal(say.noFiles(name));
    let text: string;
    try {
      text = this.read(name);
    } catch {
      throw new Refusal(say.cannotRead(name));
    }
    if (text.length > LARGEST) throw new Refusal(say.csvTooLarge(name));
    const table = split(text);
    if (table.rows.length === 0) throw new Refusal(say.csvEmpty(name));
    this.tables.set(name, table);
    return table;
  }
}

/** A relative name that never leaves the folder: no "..", no drive, no URL, no home. */
export function staysInside(name: string): boolean {
  if (name === "" || name.includes("\0") || name.includes(":") || name.startsWith("~")) return false;
  const steps = name.replaceAll("\\", "/").split("/");
  return steps[0] !== "" && !steps.includes("..");
}

export function columnIndex(files: TableFiles, name: string, column: string): number {
  const {columns} = files.table(name);
  const index = columns.findIndex((known) => known.toLowerCase() === column.toLowerCase());
  if (index < 0) throw new Refusal(say.csvNoColumn(name, column, columns));
  return index;
}

/** A column's cells; empty cells are left out. */
export function columnOf(files: TableFiles, name: string, column: string): Cell[] {
  const index = columnIndex(files, name, column);
  const cells = files.table(name).rows.map((row) => ({text: (row.cells[index] ?? "").trim(), line: row.line}));
  const filled = cells.filter((cell) => cell.text !== "");
  if (filled.length === 0) throw new Refusal(say.csvEmpty(name));
  return filled;
}

function split(text: string): Table {
  const firstLine = text.slice(0, Math.max(0, text.indexOf("\n")) || text.length);
  const separator = count(firstLine, ";") > count(firstLine, ",") ? ";" : count(firstLine, "\t") > count(firstLine, ",") ? "\t" : ",";
  const rows: {line: number; cells: string[]}[] = [];
  let line = 1;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const startLine = line;
    const cells: string[] = [];
    let isRow = true;
    while (isRow) {
      let cell = "";
      if (text[at] === '"') {
        at++;
        while (at < text.length && !(text[at] === '"' && text[at + 1] !== '"')) {
          if (text[at] === '"') at++;
          if (text[at] === "\n") line++;
          cell += text[at++];
        }
        at++;
      }
      const from = at;
      while (at < text.length && text[at] !== separator && text[at] !== "\n") at++;
      cells.push(cell + text.slice(from, at).replace(/\r$/, ""));
      isRow = text[at] === separator;
      at++;
    }
    line++;
    if (cells.some((cell) => cell.trim() !== "")) rows.push({line: startLine, cells});
  }
  return {columns: (rows.shift()?.cells ?? []).map((column) => column.trim()), rows};
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
