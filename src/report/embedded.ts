/**
 * The data behind a page, packed into it: rows as columns, strings once, gzip, base64. Exact: what comes out is what went in,
 * to the last bit. When it would be more than 300 KB, the finest rows stay out, and the page says which.
 */
import {gunzipSync, gzipSync} from "node:zlib";
import type {Result} from "../comparison/comparison.ts";

export const MOST_EMBEDDED_BYTES = 300_000;
/** No honest report unpacks to more. */
const MOST_UNPACKED_BYTES = 200_000_000;

export interface Embedded {
  base64: string;
  /** What had to stay out, in order; empty: nothing. */
  left: LeftOut[];
}

export type LeftOut = "periods by class" | "curves by class" | "percentiles by period" | "all periods";

type Row = Record<string, unknown>;
interface Column {
  key: string;
  /** "s": places in the table of strings, -1 null, -2 absent. "j": JSON values; "=" stands for what follows from value and half width, "?" for absent. */
  type: "s" | "j";
  values: unknown[];
}
interface Table {
  rows: number;
  columns: Column[];
}

/** Ends of an interval that is symmetric follow from its middle and half width. */
function derived(row: Row, key: string): unknown {
  const middle = row.value ?? row.difference,
    half = row.halfWidth;
  if (typeof middle !== "number" || typeof half !== "number") return undefined;
  return key === "low" ? middle - half : key === "high" ? middle + half : undefined;
}

function toTable(rows: readonly Row[], strings: Map<string, number>): Table {
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const place = (text: string) => {
    const known = strings.get(text);
    if (known !== undefined) return known;
    strings.set(text, strings.size);
    return strings.size - 1;
  };
  const columns = keys.map((key): Column => {
    const isText = rows.every((row) => typeof row[key] === "string" || row[key] === null || row[key] === undefined);
    if (isText)
      return {
        key,
        type: "s",
        values: rows.map((row) => (row[key] === undefined ? -2 : row[key] === null ? -1 : place(row[key] as string))),
      };
    return {
      key,
      type: "j",
      values: rows.map((row) =>
        row[key] === undefined ? "?" : row[key] === derived(row, key) ? "=" : typeof row[key] === "string" ? `'${row[key]}` : row[key],
      ),
    };
  });
  return {rows: rows.length, columns};
}

function fromTable(table: Table, strings: readonly string[]): Row[] {
  return Array.from({length: table.rows}, (_, i) => {
    const row: Row = {};
    for (const {key, type, values} of table.columns) {
      const value = values[i];
      if (key === "__proto__") continue;
      if (type === "s") {
        if (value !== -2) row[key] = value === -1 ? null : strings[value as number];
      } else if (value === "=") row[key] = derived(row, key);
      else if (value !== "?") row[key] = typeof value === "string" ? value.slice(1) : value;
    }
    return row;
  });
}

function packed(result: Result): string {
  const {estimates, comparisons, ...rest} = result;
  const strings = new Map<string, number>();
  const tables = {
    estimates: toTable(estimates as unknown as Row[], strings),
    comparisons: toTable(comparisons as unknown as Row[], strings),
  };
  return gzipSync(JSON.stringify({rest, strings: [...strings.keys()], tables}), {level: 9}).toString("base64");
}

const STEPS: readonly [LeftOut, (result: Result) => Result][] = [
  ["periods by class", (result) => ({...result, estimates: result.estimates.filter((row) => row.period === null || row.class === null)})],
  ["curves by class", (result) => ({...result, distributions: result.distributions.filter((curve) => curve.class === null)})],
  [
    "percentiles by period",
    (result) => ({...result, estimates: result.estimates.filter((row) => row.period === null || !/^(p\d|sd)/.test(row.statistic))}),
  ],
  ["all periods", (result) => ({...result, estimates: result.estimates.filter((row) => row.period === null)})],
];

/** Packs a result into at most `most` bytes of base64, leaving out the finest rows where it must. */
export function pack(result: Result, most: number = MOST_EMBEDDED_BYTES): Embedded {
  const left: LeftOut[] = [];
  let kept = result;
  let base64 = packed(kept);
  for (const [name, without] of STEPS) {
    if (base64.length <= most) break;
    const fewer = without(kept);
    if (fewer.estimates.length === kept.estimates.length && fewer.distributions.length === kept.distributions.length) continue;
    kept = fewer;
    left.push(name);
    base64 = packed(kept);
  }
  return {base64, left};
}

/** @throws Error if the text is not what `pack` made */
export function unpack(base64: string): Result {
  const text = gunzipSync(Buffer.from(base64, "base64"), {maxOutputLength: MOST_UNPACKED_BYTES}).toString("utf8");
  const {rest, strings, tables} = JSON.parse(text) as {
    rest: Omit<Result, "estimates" | "comparisons">;
    strings: string[];
    tables: {estimates: Table; comparisons: Table};
  };
  const {schemaVersion, version, command, commandLine, scenario, seed, replications, complete, confidence, designs, ...others} = rest;
  const rows = {estimates: fromTable(tables.estimates, strings), comparisons: fromTable(tables.comparisons, strings)} as unknown as Pick<
    Result,
    "estimates" | "comparisons"
  >;
  return {schemaVersion, version, command, commandLine, scenario, seed, replications, complete, confidence, designs, ...rows, ...others};
}
