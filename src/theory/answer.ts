/**
 * What a formula answers: a number, and how far it may be trusted. A number without its formula's name, kind and source never
 * leaves this folder through a solver; plain functions of numbers stand beside the solvers for those who know what they ask.
 */

/** The same thing said in both languages. */
export interface Words {
  readonly en: string;
  readonly zh: string;
}

/**
 * exact        the model's own value; no error but rounding
 * approximate  a formula of a neighbouring model, with a typical error told in `validity`
 * asymptotic   right in a limit told in `validity` (many servers, say)
 * bound        the truth lies on one side of it, told in `validity`
 */
export type Kind = "exact" | "approximate" | "asymptotic" | "bound";

export interface Formula {
  /** As the field calls it: "Erlang C". */
  readonly name: Words;
  readonly kind: Kind;
  /** What must hold for it, and for what is not exact how far off it typically is. */
  readonly validity: Words;
  /** Author, year, title, place: enough to find it. Not translated. */
  readonly source: string;
}

/** A formula's value for one question. Infinity is an answer (an overloaded line), a negative wait never is. */
export interface Answer extends Formula {
  readonly value: number;
}

export function answer(value: number, formula: Formula): Answer {
  return {...formula, value};
}
