/** What a case of theory.json gives and asks for, by name. */
import type {FormulaCase, Found} from "./formula-case.ts";

/** A parameter that the case must have. */
export function given<T>(one: FormulaCase, name: string): T {
  if (!(name in one.params)) throw new RangeError(`${one.id} must have the parameter ${name}, got ${Object.keys(one.params).join(", ")}`);
  return one.params[name] as T;
}

export function wanted(one: FormulaCase, table: Readonly<Record<string, () => Found>>): Found {
  const value = table[one.metric];
  if (!value) throw new RangeError(`metric must be one of ${Object.keys(table).join("; ")}, got ${one.metric}`);
  return value();
}
