/** The page of `theory`: the answer, the curves with the chosen point, the table, the formulas and their sources, and what is assumed. */
import type {Promised} from "../twin/promise.ts";
import type {TheoryPoint, TheoryRow} from "../twin/theory-answer.ts";
import {capitalised, type Language, LANGUAGES} from "../wording/language.ts";
import {duration, percent, printUnit} from "../wording/quantity.ts";
import {
  assumptionSentences,
  brokenSentences,
  columnText,
  levelText,
  measureText,
  numberOf,
  offText,
  pointCell,
  pointColumns,
  pointFormula,
  pointKind,
  questionText,
  type Source,
  sourcesOf,
  theoryHeadline,
  type TheoryResult,
  unitOf,
  valueText,
  variedName,
} from "../wording/theory.ts";
import {KIND} from "../wording/twin.ts";
import {theoryChart} from "./charts/theory-chart.ts";
import {Markup, markup} from "./markup.ts";
import {shell} from "./shell.ts";
import {scrolling} from "./tables.ts";

/** The same result gives the same page. */
export function renderTheory(result: TheoryResult, language: Language): string {
  return shell({
    language,
    version: result.version,
    title: `${result.notation.solved ?? result.notation.written} – Waitline`,
    articles: LANGUAGES.map((one) => article(result, one)),
    below: markup``,
    data: markup`<script type="application/json" id="waitline-theory">${new Markup(JSON.stringify(result).replaceAll("<", "\\u003c"))}</script>`,
  });
}

function article(result: TheoryResult, language: Language): Markup {
  const say = (en: string, zh: string) => (language === "zh" ? zh : en);
  const [answer, ...further] = theoryHeadline(result, language);
  const broken = brokenSentences(result, language);
  const sources = sourcesOf(result);
  return markup`<article class="${language}" lang="${language === "zh" ? "zh-Hans" : "en"}">
<header>
<p class="kicker"><b>${result.notation.solved ?? result.notation.written}</b></p>
<p class="question">${questionText(result, language)}</p>
<h1>${answer}</h1>
${further.map((sentence, i) => (i < 2 ? markup`<p class="because">${sentence}</p>` : markup`<p>${sentence}</p>`))}
${broken.length === 0 ? null : markup`<aside class="cautions"><h2>${say("Where the numbers break the notation", "数字与记号不符之处")}</h2><ul>${broken.map((sentence) => markup`<li>${sentence}</li>`)}</ul></aside>`}
</header>
${result.vary !== null && result.vary.what !== "servers" ? curves(result, result.vary.points, result.vary.what, language) : null}
${curves(result, result.vary?.what === "servers" ? result.vary.points : (result.curve ?? []), "servers", language)}
${result.rows.length === 0 ? null : rowsSection(result, sources, language)}
${sources.length === 0 ? null : sourcesSection(sources, language)}
<section><h2>${say("What this assumes, and what breaks it", "前提，以及何时不成立")}</h2><ul class="method">${assumptionSentences(result, language).map((sentence) => markup`<li>${sentence}</li>`)}</ul></section>
<section><h2>${say("To repeat it", "重现")}</h2><dl class="facts"><dt>${say("command", "命令")}</dt><dd><code class="command">${result.commandLine}</code></dd><dt>${say("version", "版本")}</dt><dd>Waitline ${result.version}</dd></dl></section>
</article>`;
}

/** Mean wait, the share served in time and what is lost, along one number; a table behind. */
function curves(
  result: TheoryResult,
  points: readonly TheoryPoint[],
  what: NonNullable<TheoryResult["vary"]>["what"],
  language: Language,
): Markup | null {
  if (points.length < 2) return null;
  const say = (en: string, zh: string) => (language === "zh" ? zh : en);
  const id = `${language}-over-${what}`;
  const name = variedName(what, language);
  const title =
    what === "servers"
      ? say("What one server more or fewer changes", "多一个或少一个服务台会怎样")
      : say(`What changes with ${name}`, `随${name}的变化`);
  const pictured = pointColumns(points).filter(({measure}) => PICTURED.includes(measure));
  const columns = pointColumns(points);
  const chosen = chosenOf(result, points, what);
  return markup`<section aria-labelledby="${id}"><h2 id="${id}">${title}</h2>
${chosen === null ? null : markup`<p class="note">${say("The ring marks the answer above.", "圆圈标出上面的答案。")}</p>`}
<div class="panels pairs">${pictured.map((column) => {
    const caption = measureText(column, language);
    const picture = (width: number) => theoryChart(chartOf(result, points, what, column, chosen, language), language, width);
    return markup`<figure><figcaption><b>${caption}</b></figcaption><div role="img" aria-label="${`${caption}, ${name}`}"><div class="wide">${picture(520)}</div><div class="narrow">${picture(358)}</div></div></figure>`;
  })}</div>
<details><summary>${say("The curves as a table", "曲线对应的表格")}</summary>${scrolling(
    title,
    markup`<table><thead><tr><th scope="col">${name}</th>${columns.map((one) => markup`<th scope="col">${columnText(one, language)}</th>`)}<th scope="col">${say("kind", "性质")}</th><th scope="col">${say("formula", "公式")}</th></tr></thead><tbody>${points.map((point) => markup`<tr${point.value === chosen ? markup` class="win"` : null}><th scope="row">${point.text}</th>${columns.map((one) => markup`<td>${pointCell(point, one, language)}</td>`)}<td>${pointKind(point, language)}</td><td>${pointFormula(point, language)}</td></tr>`)}</tbody></table>`,
  )}</details></section>`;
}

const PICTURED: readonly TheoryRow["measure"][] = ["waitTimeSeconds", "servedWithinShare", "abandonedShare", "blockedShare"];

/** The point of the answer among these, if it is there. */
function chosenOf(
  {question}: TheoryResult,
  points: readonly TheoryPoint[],
  what: NonNullable<TheoryResult["vary"]>["what"],
): number | null {
  const {servers, arrivalRatePerSecond, serviceTimeSeconds, patienceSeconds} = question;
  const own = {servers, arrivals: arrivalRatePerSecond, service: serviceTimeSeconds, patience: patienceSeconds ?? 0}[what];
  return points.find(({value}) => Math.abs(value - own) <= 1e-9 * own)?.value ?? null;
}

function chartOf(
  result: TheoryResult,
  points: readonly TheoryPoint[],
  what: NonNullable<TheoryResult["vary"]>["what"],
  column: TheoryRow,
  chosen: number | null,
  language: Language,
) {
  const say = (en: string, zh: string) => (language === "zh" ? zh : en);
  const valueAt = ({rows}: TheoryPoint) => rows.find(({measure}) => measure === column.measure)?.value ?? null;
  const values = points.flatMap((point) => valueAt(point) ?? []);
  const sizes = [...values].sort((a, b) => a - b);
  const own = points.find(({value}) => value === chosen);
  const ownValue = own === undefined ? null : valueAt(own);
  const unit = printUnit(
    unitOf(column),
    ownValue !== null && ownValue > 0
      ? Math.max(ownValue, sizes[Math.floor(sizes.length / 2)] ?? 0)
      : (sizes[Math.floor(sizes.length * 0.75)] ?? 0),
  );
  const [, axisUnit = ""] = /^[\d.]+(.*)$/.exec(points[0].text) ?? [];
  const number = Number.parseFloat(points[points.length - 1].text);
  const bound = (result.staffing?.promise ?? []).map((one) => boundOn(one, column, language)).find((one) => one !== null) ?? null;
  return {
    points: points.map((point) => ({at: point.value, value: valueAt(point)})),
    unit,
    isShare: column.measure === "servedWithinShare",
    varied: `${variedName(what, language)}${axisUnit === "" ? "" : say(`, ${axisUnit.trim()}`, `，${axisUnit.trim()}`)}`,
    variedScale: what === "servers" ? 1 : points[points.length - 1].value / number,
    chosen: chosen === null || ownValue === null ? null : {at: chosen, label: valueText({...column, value: ownValue}, language)},
    bound,
    endless: points.some(({rows}) => rows.some(({measure, endless}) => measure === column.measure && endless))
      ? say("nothing drawn: the line grows for ever", "未画出处：队伍无限增长")
      : null,
  };
}

function boundOn(bound: Promised, {measure, withinSeconds}: TheoryRow, language: Language): {value: number; label: string} | null {
  const say = (en: string, zh: string) => (language === "zh" ? zh : en);
  const promised = say("promised", "承诺");
  if (bound.kind === "wait" && measure === "waitTimeSeconds")
    return {value: bound.mean, label: `${promised} ${duration(bound.mean, language)}`};
  if (bound.kind === "served within" && measure === "servedWithinShare" && withinSeconds === bound.within)
    return {value: bound.share, label: `${promised} ${percent(bound.share, language)}`};
  if (bound.kind === "abandoned" && measure === "abandonedShare")
    return {value: bound.share, label: `${promised} ${percent(bound.share, language)}`};
  if (bound.kind === "blocked" && measure === "blockedShare")
    return {value: bound.share, label: `${promised} ${percent(bound.share, language)}`};
  return null;
}

function rowsSection(result: TheoryResult, sources: readonly Source[], language: Language): Markup {
  const say = (en: string, zh: string) => (language === "zh" ? zh : en);
  const formula = (one: Pick<TheoryRow, "formula">) => {
    const number = numberOf(sources, one);
    return markup`${one.formula[language]}${number === 0 ? null : markup` <small>[${number}]</small>`}`;
  };
  const head = markup`<thead><tr><th scope="col">${say("measure", "指标")}</th><th scope="col">${say("value", "数值")}</th><th scope="col">${say("kind", "性质")}</th><th scope="col">${say("formula", "公式")}</th></tr></thead>`;
  const body = (lines: readonly {name: string; value: string; row: Pick<TheoryRow, "formula" | "kind">}[]) =>
    markup`<table>${head}<tbody>${lines.map(({name, value, row}) => markup`<tr><th scope="row" class="name">${name}</th><td>${value}</td><td>${KIND[row.kind][language]}</td><td>${formula(row)}</td></tr>`)}</tbody></table>`;
  const own = say("What the formulas say", "公式的结果");
  const others = say("Beside it, other formulas for the same queue", "其他公式对同一系统的结果");
  const levels = say(
    `Service level within ${duration(result.question.withinSeconds, "en")}, by its six definitions`,
    `${duration(result.question.withinSeconds, "zh")}内的服务水平：六种定义`,
  );
  return markup`<section><h2>${own}</h2>${scrolling(own, body(result.rows.map((row) => ({name: measureText(row, language), value: valueText(row, language), row}))))}
${result.levels === null || result.levels.length === 0 ? null : markup`<h3 class="gap">${levels}</h3>${scrolling(levels, body(result.levels.map((one) => ({name: levelText(one, language), value: one.value === null ? "–" : valueText({measure: "servedWithinShare", value: one.value, kind: one.kind}, language), row: one}))))}`}
${result.beside.length === 0 ? null : markup`<h3 class="gap">${others}</h3>${scrolling(others, body(result.beside.map((row) => ({name: `${measureText(row, language)}${row.offBy === null ? "" : say(` (${offText(row.offBy, "en")})`, `（${offText(row.offBy, "zh")}）`)}`, value: valueText(row, language), row}))))}`}</section>`;
}

function sourcesSection(sources: readonly Source[], language: Language): Markup {
  const say = (en: string, zh: string) => (language === "zh" ? zh : en);
  return markup`<section><h2>${say("The formulas, what must hold for them, and their sources", "公式、适用条件与出处")}</h2><ol class="method">${sources.map(
    ({row}) =>
      markup`<li><b>${row.formula[language]}</b>${say(", ", "，")}${KIND[row.kind][language]}${say(". ", "。")}${capitalised(row.validity[language])}${say(". ", "。")}<span class="note">${row.source}</span></li>`,
  )}</ol></section>`;
}
