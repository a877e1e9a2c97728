/** The answer in a terminal: the verdict, why, and a small table of the designs. */
import type {Result} from "../comparison/comparison.ts";
import {toldColumn} from "./column.ts";
import {STANDING_SIGN, standingsLegend} from "./criteria.ts";
import {Facts} from "./facts.ts";
import type {Language} from "./language.ts";
import {goalText} from "./goals.ts";
import {BALKED, COST, GAVE_UP, MEAN_WAIT, type Measure, OVERTAKEN, REFUSED, STAFFED, TURNED_AWAY} from "./measure.ts";
import {precisionWords} from "./precision.ts";
import {type Sentences, say} from "./say.ts";
import {twinLinesBriefly} from "./twin.ts";
import {displayWidth, padded, shortened, tamed, wrapped} from "./width.ts";

export interface BriefOptions {
  colour: boolean;
  /** Columns of the terminal. */
  width: number;
}

const LOSSES: readonly Measure[] = [GAVE_UP, BALKED, REFUSED, TURNED_AWAY];

const MOST_DESIGNS = 12;

interface Column {
  title: string;
  cells: string[];
}

/** One measure for all designs, decimals under each other; null where nobody has a value, or all have none (nobody gives up). */
function columnOf(facts: Facts, measure: Measure, language: Language): Column | null {
  const rows = facts.designs.map((design) => facts.estimate(design, measure));
  const column = toldColumn(rows, "sentence");
  if (
    column === null ||
    rows.every((row) => row?.value == null || (row.value === 0 && (measure === OVERTAKEN || LOSSES.includes(measure))))
  )
    return null;
  const halves = column.cells.map((cell) => (cell === null || cell === "nobody" ? "" : (cell.halfWidth ?? "")));
  const after = Math.max(...halves.map(displayWidth));
  const spread = (half: string) => (after === 0 ? "" : half === "" ? " ".repeat(3 + after) : ` ± ${padded(half, after, "right")}`);
  const cells = column.cells.map((cell, i) =>
    cell === null ? "" : cell === "nobody" ? (language === "zh" ? "无人" : "nobody") : cell.value + spread(halves[i]),
  );
  const word = column.unit.word[language];
  const title = (measure.short ?? measure.name)[language];
  return {title: word === "" ? title : `${title}, ${word}`, cells};
}

/** Verdict, reasons and table; ends with a line break. Labels cannot smuggle control characters into the terminal. */
export function sayBriefly(result: Result, language: Language, options: BriefOptions): string {
  const sentences = say(result, language);
  const facts = new Facts(result);
  const width = Math.max(40, options.width);
  const bold = (text: string) => (options.colour ? `\u001b[1m${text}\u001b[22m` : text);
  const dim = (text: string) => (options.colour ? `\u001b[2m${text}\u001b[22m` : text);
  const lines = wrapped(tamed(sentences.headline), width).map(bold);
  for (const reason of sentences.reasons) lines.push(...wrapped(tamed(reason), width));
  lines.push("", ...table(facts, sentences, language, width, {bold, dim}));
  lines.push(
    ...legend(facts, language)
      .flatMap((line) => wrapped(tamed(line), width))
      .map(dim),
  );
  lines.push(...criteriaMatrix(facts, sentences, language, width, dim));
  const {remarks, cautions: ofPrecision} = precisionWords(result, language);
  lines.push(...remarks.flatMap((remark) => wrapped(`  ${tamed(remark)}`, width)).map(dim));
  const formulas = twinLinesBriefly(result, language);
  if (formulas.length > 0) lines.push("");
  for (const line of formulas) lines.push(...wrapped(tamed(line), width).map(dim));
  const cautions = [...sentences.cautions, ...ofPrecision];
  if (cautions.length > 0) lines.push("");
  for (const caution of cautions) lines.push(...wrapped(`! ${tamed(caution)}`, width));
  return `${lines.join("\n").replaceAll("\u00a0", " ")}\n`; // lines are broken by now, and a blank is what people search for
}

function table(
  facts: Facts,
  sentences: Sentences,
  language: Language,
  width: number,
  style: {bold: (text: string) => string; dim: (text: string) => string},
): string[] {
  const measures: Measure[] = [
    MEAN_WAIT,
    facts.tail,
    ...(facts.has(COST) ? [COST] : []),
    ...LOSSES,
    ...(facts.level === null ? [] : [facts.level]),
    OVERTAKEN,
    ...(facts.has(COST) ? [] : [STAFFED]),
  ];
  let columns = measures.map((measure) => columnOf(facts, measure, language)).filter((column) => column !== null);
  const goals = facts.designs.map((design) => goalMarks(facts, design));
  if (goals.some((marks) => marks !== "")) columns.push({title: language === "zh" ? "目标" : "goals", cells: goals});
  const marks = facts.designs.map((design) => (design === sentences.judgement.winner && facts.designs.length > 1 ? "▸ " : "  "));
  const widths = (column: Column) => Math.max(displayWidth(column.title), ...column.cells.map(displayWidth));
  const longest = Math.max(...facts.designs.map((design) => displayWidth(tamed(design))));
  const room = () => width - 2 - columns.reduce((sum, column) => sum + 2 + widths(column), 0);
  const least = Math.min(Math.max(longest, 6), 24);
  while (columns.length > 1 && room() < (columns.length > 2 ? least : 6)) columns = [...columns.slice(0, -2), ...columns.slice(-1)];
  const nameWidth = Math.max(6, Math.min(longest, room()));
  const heading = `  ${padded("", nameWidth, "left")}${columns.map((column) => `  ${padded(column.title, widths(column), "right")}`).join("")}`;
  const rows = facts.designs.map((design, i) => {
    const line = `${marks[i]}${padded(shortened(tamed(design), nameWidth), nameWidth, "left")}${columns.map((column) => `  ${padded(column.cells[i], widths(column), "right")}`).join("")}`;
    return marks[i] === "▸ " ? style.bold(line) : line;
  });
  return [style.dim(heading.trimEnd()), ...rows.map((row) => row.trimEnd())];
}

/** Criteria down, designs across: who is best at what; where it says more than the table above. */
function criteriaMatrix(facts: Facts, {criteria}: Sentences, language: Language, width: number, dim: (text: string) => string): string[] {
  const shown = criteria.filter(({id}) => id !== "goals");
  if (facts.designs.length < 2 || shown.length < 3 || facts.designs.length > MOST_DESIGNS) return [];
  const least = Math.max(...facts.designs.map((design) => displayWidth(tamed(design))));
  const gaps = shown.reduce((sum, {name}) => sum + 2 + Math.max(2, displayWidth(name)), 0);
  const nameWidth = Math.min(least, width - 2 - gaps);
  if (nameWidth < 6) return [];
  const row = (name: string, cells: readonly string[]) =>
    `  ${padded(name, nameWidth, "left")}${cells.map((cell, i) => `  ${padded(cell, Math.max(2, displayWidth(shown[i].name)), "right")}`).join("")}`;
  const heading = row(
    "",
    shown.map(({name}) => name),
  );
  const rows = facts.designs.map((design, i) =>
    row(
      shortened(tamed(design), nameWidth),
      shown.map(({standings}) => STANDING_SIGN[standings[i]]),
    ),
  );
  return ["", dim(heading), ...rows, ...wrapped(`  ${standingsLegend(shown, language)}`, width).map(dim)];
}

/** What the signs mean, those that occur, and which goal is which. */
function legend(facts: Facts, language: Language): string[] {
  const goals = facts.goalsOf(facts.first);
  if (goals.length === 0 || facts.isDeserted) return [];
  const shown = facts.designs.map((design) => goalMarks(facts, design)).join("");
  const words = {
    "✓": {en: "surely met", zh: "确定达到"},
    "≈": {en: "probably met or missed", zh: "可能达到或未达到"},
    "✗": {en: "surely missed", zh: "确定未达到"},
    "?": {en: "cannot say", zh: "无法判断"},
  };
  const signs = Object.entries(words).flatMap(([sign, word]) => (shown.includes(sign) ? [`${sign} ${word[language]}`] : []));
  const names = goals.map(({goal}, i) => `${goals.length > 1 ? `${i + 1} ` : ""}${goalText(goal, language)}`);
  const [colon, comma, semicolon] = language === "zh" ? ["：", "，", "；"] : [": ", ", ", "; "];
  return [`  ${language === "zh" ? "目标" : "goals"}${colon}${names.join(semicolon)}`, `  ${signs.join(comma)}`];
}

/** One sign a goal: ✓ met, ≈ probably met or missed, ✗ missed, ? cannot say. */
function goalMarks(facts: Facts, design: string): string {
  const sign = {met: "✓", "likely met": "≈", "likely missed": "≈", missed: "✗", "cannot say": "?"};
  return facts
    .goalsOf(design)
    .map(({meets}) => sign[meets])
    .join(" ");
}
