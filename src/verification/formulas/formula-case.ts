/**
 * A reference case that a formula answers. Each family of formulas has a file here: a table from the name of a case's model to
 * what our theory says for it. `waitline verify` and the tests read the same tables.
 */

export interface FormulaCase {
  readonly id: string;
  readonly model: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly metric: string;
  readonly expected: unknown;
  /** Relative for numbers of 1 or more, absolute below, unless the case says otherwise. */
  readonly tolerance: number;
  readonly kind: string;
}

/** What our theory says: a number, or a list of them where the case expects one. */
export type Found = number | readonly number[];

/** By model. A case that none of our formulas answers is left out here and counted as skipped, by name, where the table is run. */
export type FormulaFamily = Readonly<Record<string, (given: FormulaCase) => Found>>;
