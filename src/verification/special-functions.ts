/**
 * How far the elementary and special functions are from the truth: every function of `src/math` at the points of
 * `cases/special-functions.json`, which are R's values and, where R itself is off by more than 1e-14, those of 50 digits.
 *
 *   far tail   a point whose probability is below 1e-100: there a relative error costs nobody anything, and the bound is wider
 *
 * Source: R Core Team (2022), R 4.2.2; tests/math/reference.R and tests/math/judge.py made the table.
 */

import * as elementary from "../math/elementary.ts";
import * as special from "../math/special.ts";
import reference from "./cases/special-functions.json" with {type: "json"};

/** The points of one function: a row is its arguments and its value, then R's own value where that was off. */
interface ReferenceTable {
  readonly name: string;
  readonly arguments: readonly string[];
  /** The number that makes a point a far tail: "value", an argument's name, or "none". */
  readonly far: string;
  readonly rows: readonly (readonly number[])[];
}

/** The worst of one function over its points, in the far tails apart from everywhere else. */
export interface FunctionError {
  readonly name: string;
  readonly region: "ordinary" | "far tail";
  readonly points: number;
  /** |found - truth| / |truth|; NaN if the function found no number somewhere. */
  readonly worstRelativeError: number;
  /** The arguments of that point. */
  readonly at: readonly number[];
  /** What is promised. */
  readonly bound: number;
  /** Points at which the truth is not R's, because R is off by more than 1e-14. */
  readonly pointsWhereRIsOff: number;
  /** The worst of R at those points; 0 if there is none. */
  readonly worstErrorOfR: number;
}

/** What `src/math` promises, relative. */
const BOUND = {ordinary: 1e-12, "far tail": 1e-9} as const;
const FAR_BELOW = 1e-100;

const FUNCTIONS: Readonly<Record<string, (...given: number[]) => number>> = {...elementary, ...special};

/** The names of the functions that the table holds to account. */
export const TESTED_FUNCTIONS: readonly string[] = reference.functions.map(({name}) => name);

/** Every function's worst error, in the order of the table; a region without points has no row. */
export function worstErrors(): FunctionError[] {
  return reference.functions.flatMap((table) => [errorIn(table, "ordinary"), errorIn(table, "far tail")]).filter(({points}) => points > 0);
}

function errorIn(table: ReferenceTable, region: FunctionError["region"]): FunctionError {
  const call = FUNCTIONS[table.name];
  const given = table.arguments.length;
  let points = 0;
  let worst = -1;
  let at: readonly number[] = [];
  let pointsWhereRIsOff = 0;
  let worstErrorOfR = 0;
  for (const row of table.rows) {
    if (regionOf(table, row) !== region) continue;
    points++;
    if (row.length > given + 1) {
      pointsWhereRIsOff++;
      worstErrorOfR = Math.max(worstErrorOfR, relativeError(row[given + 1], row[given]));
    }
    const error = relativeError(call(...row.slice(0, given)), row[given]);
    if (error <= worst || Number.isNaN(worst)) continue;
    worst = error;
    at = row.slice(0, given);
  }
  return {name: table.name, region, points, worstRelativeError: worst, at, bound: BOUND[region], pointsWhereRIsOff, worstErrorOfR};
}

function regionOf(table: ReferenceTable, row: readonly number[]): FunctionError["region"] {
  if (table.far === "none") return "ordinary";
  const place = table.far === "value" ? table.arguments.length : table.arguments.indexOf(table.far);
  return row[place] < FAR_BELOW ? "far tail" : "ordinary";
}

/** The difference first: a quotient less 1 would not see the last bit. */
function relativeError(found: number, truth: number): number {
  return Math.abs(found - truth) / Math.abs(truth);
}
