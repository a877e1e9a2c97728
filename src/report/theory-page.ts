import type {Language} from "../wording/language.ts";
import type {TheoryResult} from "../wording/theory.ts";
export function renderTheory(result: TheoryResult, language: Language): string {
  return language + result.version;
}
