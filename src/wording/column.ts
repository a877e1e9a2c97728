/** Numbers that stand under each other: one unit and one number of decimals for a whole column, so that they can be compared by eye. */
import {type Precision, decimalsFor, fixed} from "./number.ts";
import {type PrintUnit, printUnit, roughDecimals, shapeOf} from "./quantity.ts";

export interface Told {
  value: string;
  /** Never "0.00" for an uncertainty that is not zero: it is rounded up to the last decimal shown. Null: none to give. */
  halfWidth: string | null;
}

export interface ToldColumn {
  unit: PrintUnit;
  /** Null: no such row. `value` "" inside: nobody there. */
  cells: (Told | "nobody" | null)[];
}

interface Claim {
  unit: string;
  value: number | null;
  halfWidth: number | null;
  /** Where given, a lopsided interval is told by its ends. */
  low?: number | null;
  high?: number | null;
}

/** Tells a column of claims of the same unit; unit and decimals are those that suit the middle one of them. Null where there are no rows. */
export function toldColumn(
  claims: readonly (Claim | null)[],
  precision: Precision,
  unitFor: (unit: string, size: number) => PrintUnit = printUnit,
): ToldColumn | null {
  const present = claims.filter((claim) => claim !== null);
  if (present.length === 0) return null;
  const sizes = present
    .map(({value}) => Math.abs(value ?? 0))
    .filter((size) => size > 0)
    .sort((a, b) => a - b);
  const size = sizes[Math.floor(sizes.length / 2)] ?? 0;
  const unit = unitFor(present[0].unit, size);
  const decimals = present
    .filter(({value}) => value !== null && value !== 0)
    .map(({value, halfWidth}) =>
      decimalsFor((value ?? 0) / unit.divisor, halfWidth === null ? null : halfWidth / unit.divisor, precision, unit.most),
    )
    .sort((a, b) => a - b);
  const common = decimals.length === 0 ? 0 : decimals[Math.floor(decimals.length / 2)];
  return {
    unit,
    cells: claims.map((claim) =>
      claim === null ? null : claim.value === null ? "nobody" : toldClaim({...claim, value: claim.value}, unit, common),
    ),
  };
}

/** "2.30" and "0.06"; "0–0.3" where ± would mislead; "≈ 3.7" without an interval; "?" where nothing is known. */
function toldClaim(claim: Claim & {value: number}, unit: PrintUnit, decimals: number): Told {
  const {value, halfWidth} = claim;
  const shape = claim.low === undefined ? {kind: "plain" as const} : shapeOf(claim);
  switch (shape.kind) {
    case "useless":
      return {value: "?", halfWidth: null};
    case "unsure":
      return {
        value: `≈\u00a0${fixed(value / unit.divisor, Math.min(decimals, roughDecimals(value / unit.divisor, unit)))}`,
        halfWidth: null,
      };
    case "lopsided": {
      const [from, to] = [shape.low, shape.high].map((end) => fixed(end / unit.divisor, end === 0 ? 0 : decimals));
      return {
        value: /[1-9]/.test(to) ? `${from}–${to}` : told(value / unit.divisor, shape.high / unit.divisor, decimals).value,
        halfWidth: null,
      };
    }
    case "plain":
      return told(value / unit.divisor, halfWidth === null ? null : halfWidth / unit.divisor, decimals);
  }
}

/** One number with so many decimals. */
export function told(value: number, halfWidth: number | null, decimals: number): Told {
  if (halfWidth === null || halfWidth === 0) return {value: fixed(value, value === 0 ? 0 : decimals), halfWidth: null};
  const least = Number(`1e-${decimals}`);
  return {value: fixed(value, decimals), halfWidth: fixed(Math.max(halfWidth, least), decimals)};
}
