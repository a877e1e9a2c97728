/** The page of `crossing`: for each number that was varied, who wins where, the picture, why, and the looks behind it. */
import {
  type CrossingResult,
  type CrossingSearch,
  crossingSentences,
  MEASURE_OF,
  numberAt,
  shortValue,
  variedText,
} from "../wording/crossing.ts";
import {assumption} from "../wording/assumed.ts";
import {capitalised, type Language, LANGUAGES, quoted} from "../wording/language.ts";
import {MEAN_WAIT, type Measure, OVERTAKEN, SOJOURN, TAIL_WAIT} from "../wording/measure.ts";
import {differenceUnit, foundText, interval, percent} from "../wording/quantity.ts";
import {crossingChart} from "./charts/crossing-chart.ts";
import {Markup, type Part, markup} from "./markup.ts";
import {shell} from "./shell.ts";
import {scrolling} from "./tables.ts";

/** The same result gives the same page. */
export function renderCrossings(result: CrossingResult, language: Language): string {
  const [first, second] = result.designs;
  const title = language === "zh" ? `${first}，还是${second}？` : `${first}, or ${second}?`;
  return shell({
    language,
    version: result.version,
    title: `${result.scenario.name} – ${title}`,
    articles: LANGUAGES.map((one) => article(result, one)),
    below: markup``,
    data: markup`<script type="application/json" id="waitline-crossing">${new Markup(JSON.stringify(result).replaceAll("<", "\\u003c"))}</script>`,
  });
}

function article(result: CrossingResult, language: Language): Markup {
  const {scenario, designs} = result;
  const [first, second] = designs;
  const lines = result.searches.map((search) => ({search, ...crossingSentences(result, search, language)}));
  const say = (en: string, zh: string) => (language === "zh" ? zh : en);
  return markup`<article class="${language}" lang="${language === "zh" ? "zh-Hans" : "en"}">
<header>
<p class="kicker"><b>${scenario.name}</b></p>
${scenario.question === null ? null : markup`<p class="question">${scenario.question}</p>`}
<h1>${say(`When ${quoted(first, "en")} wins, when ${quoted(second, "en")} wins`, `何时${quoted(first, "zh")}更好，何时${quoted(second, "zh")}更好`)}</h1>
<p class="because">${say("Judged by", "评判标准：")} ${MEASURE_OF[result.on].name[language]}${say(", for the same customers in both designs.", "；两个方案的顾客完全相同。")}</p>
<ol class="lead">${lines.map(({search, verdict}) => markup`<li><b>${search.path === variedText(search, language) ? search.path : capitalised(variedText(search, language))}</b>${say(": ", "：")}${verdict}</li>`)}</ol>
</header>
${lines.map(({search, question, verdict, because}, i) => searchSection(result, search, i, language, question, verdict, because))}
<section><h2>${say("How this was found", "如何得出")}</h2><ul class="method">
<li>${say(`Each look simulates ${result.replications} ${scenario.isDay ? "days" : "long runs"} of both designs with the same customers, and takes the difference day by day.`, `每次试算用相同的顾客模拟两个方案各 ${result.replications} ${scenario.isDay ? "天" : "次长期运行"}，逐${scenario.isDay ? "日" : "次"}相减。`)}</li>
<li>${say(`The band is the ${percent(result.confidence, "en")} interval of each difference by itself; “not told apart” is where it covers zero.`, `色带是每个差值各自的 ${percent(result.confidence, "zh")} 置信区间；区间包含零即“分不清”。`)}</li>
<li>${say("Looks are taken at even steps, then where a straight line between two looks of opposite sign meets zero.", "先等距试算，再在符号相反的两次试算之间按直线找零点。")}</li>
</ul></section>
<section><h2>${say("To repeat it", "重现")}</h2><dl class="facts"><dt>${say("command", "命令")}</dt><dd><code class="command">${result.commandLine}</code></dd><dt>${say("seed", "种子")}</dt><dd><code>${result.seed}</code></dd><dt>${say("scenario", "情景")}</dt><dd>${scenario.file} <code>${scenario.hash}</code></dd>${result.assumed.length === 0 ? null : markup`<dt>${say("assumed, not measured", "假定而非实测")}</dt><dd>${result.assumed.map((one) => markup`<div>${assumption(one, language).text}</div>`)}</dd>`}<dt>${say("version", "版本")}</dt><dd>Waitline ${result.version}</dd></dl></section>
</article>`;
}

function searchSection(
  result: CrossingResult,
  search: CrossingSearch,
  index: number,
  language: Language,
  question: string,
  verdict: string,
  because: readonly string[],
): Markup {
  const id = `${language}-search-${index}`;
  const measure: Measure = MEASURE_OF[result.on];
  const say = (en: string, zh: string) => (language === "zh" ? zh : en);
  const [first, second] = result.designs.map((name) => quoted(name, language));
  const largest = Math.max(0, ...search.looks.map(({difference}) => Math.abs(difference ?? 0)));
  const raw = search.looks.map((look) => numberAt(look, result.designs[0], measure)?.unit).find((unit) => unit !== undefined) ?? "s";
  const unit = differenceUnit(raw, largest);
  const [above, below] = measure.better === "more" ? [first, second] : [second, first];
  const better = (name: string) => say(`${name} is better`, `${name}更好`);
  const chart = {
    looks: search.looks,
    crossings: search.crossings,
    unit,
    varied: variedText(search, language),
    measured: say(`${measure.name.en}: ${first} minus ${second}`, `${measure.name.zh}：${first}减${second}`),
    above: better(above),
    below: better(below),
    marks: search.crossings.map((crossing) => shortValue(crossing.at, search)),
  };
  return markup`<section aria-labelledby="${id}"><h2 id="${id}">${question}</h2>
<p class="lead">${verdict}</p>${because.map((sentence) => markup`<p>${sentence}</p>`)}
<figure role="img" aria-label="${question}"><div class="wide">${crossingChart(chart, language, 1040)}</div><div class="narrow">${crossingChart(chart, language, 358)}</div></figure>
<details><summary>${say("The looks behind it", "各次试算")}</summary>${scrolling(question, looksTable(result, search, language))}</details></section>`;
}

const TOLD: readonly Measure[] = [SOJOURN, MEAN_WAIT, TAIL_WAIT, OVERTAKEN];

function looksTable(result: CrossingResult, search: CrossingSearch, language: Language): Markup {
  const measure: Measure = MEASURE_OF[result.on];
  const told = TOLD.filter((one) => search.looks.some((look) => result.designs.some((design) => numberAt(look, design, one) !== null)));
  const cell = (look: CrossingSearch["looks"][number], design: string, one: Measure): Part => {
    const row = numberAt(look, design, one);
    if (row === null || row.value === null) return "–";
    return foundText({unit: row.unit, value: row.value, halfWidth: row.halfWidth, low: row.low, high: row.high}, language, "table");
  };
  const difference = (look: CrossingSearch["looks"][number]): string => {
    if (look.difference === null) return "–";
    const unit = differenceUnit(numberAt(look, result.designs[0], measure)?.unit ?? "s", Math.abs(look.difference));
    const half = look.low === null || look.high === null ? null : (look.high - look.low) / 2;
    return `${look.difference > 0 ? "+" : ""}${interval(look.difference, half, unit, language, "table")}`;
  };
  return markup`<table><thead><tr><th scope="col">${variedText(search, language)}</th><th scope="col">${language === "zh" ? "差值" : "difference"}: ${measure.name[language]}</th>${told.map((one) => result.designs.map((design) => markup`<th scope="col">${one.short?.[language] ?? one.name[language]}: ${design}</th>`))}</tr></thead><tbody>${search.looks.map((look) => markup`<tr><th scope="row">${shortValue(look.value, {...search, isWhole: search.isWhole})}</th><td>${difference(look)}</td>${told.map((one) => result.designs.map((design) => markup`<td>${cell(look, design, one)}</td>`))}</tr>`)}</tbody></table>`;
}
