/** The languages we speak. A sentence is written twice, side by side, so that neither is a translation that lags behind. */

export type Language = "en" | "zh";
export const LANGUAGES: readonly Language[] = ["en", "zh"];

/** The same thing said in every language. */
export type Both = Record<Language, string>;

/** A list in words: "a", "a and b", "a, b and c". */
export function listed(items: readonly string[], language: Language): string {
  if (items.length < 2) return items[0] ?? "";
  const last = items[items.length - 1];
  const others = items.slice(0, -1);
  return language === "zh"
    ? `${others.join("、")} 和 ${last}`.replace(/([^\w]) 和/, "$1和").replace(/和 ([^\w])/, "和$1")
    : `${others.join(", ")} and ${last}`;
}

/** Clauses of one sentence; what there is nothing to say of is null. */
export function joined(clauses: readonly (string | null)[], language: Language): string {
  return clauses.filter((clause) => clause !== null).join(language === "zh" ? "；" : "; ");
}

/** A name that people chose, marked as such inside a sentence. */
export function quoted(name: string, language: Language): string {
  return language === "zh" ? `“${name}”` : `“${name}”`;
}

/** First letter large, for an English sentence of ours; names in quotation marks stay as people wrote them. */
export function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

const SMALL: Record<Language, readonly string[]> = {
  en: ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
  zh: ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"],
};

/** Small counts as words: 3 is "three", 13 is "13". */
export function counted(count: number, language: Language): string {
  return SMALL[language][count] ?? `${count}`;
}
