/** One language's page: the answer first, then the pictures that show it, the tables behind them, and how to repeat it. */
import {toldColumn} from "../wording/column.ts";
import type {Facts} from "../wording/facts.ts";
import {type Language, capitalised} from "../wording/language.ts";
import {type CriterionLine, STANDING_SIGN, standingsLegend, standingWord} from "../wording/criteria.ts";
import {
  BALKED,
  COST,
  GAVE_UP,
  MEAN_WAIT,
  type Measure,
  OVERTAKEN,
  QUEUE,
  REFUSED,
  SERVERS,
  STAFFED,
  TURNED_AWAY,
} from "../wording/measure.ts";
import {differenceUnit, duration, percent} from "../wording/quantity.ts";
import type {Sentences} from "../wording/say.ts";
import {precisionWords} from "../wording/precision.ts";
import {positionTable, sessionTable} from "./appointments.ts";
import {type DayPoint, dayChart} from "./charts/day-chart.ts";
import {differenceChart} from "./charts/difference-chart.ts";
import {ticks} from "./charts/scale.ts";
import {type Curve, horizon, survivalChart, waitUnit} from "./charts/survival-chart.ts";
import type {LeftOut} from "./embedded.ts";
import {type Markup, markup} from "./markup.ts";
import {type PhraseName, phrase} from "./phrases.ts";
import type {Series} from "./series.ts";
import {
  SIGN,
  SIGN_CLASS,
  badge,
  classTable,
  differenceTable,
  fairnessTable,
  goalTable,
  keyTable,
  levelTable,
  longerTable,
  periodTable,
  scrolling,
  stationTable,
} from "./tables.ts";
import {twinSources, twinTable} from "./twins.ts";

export interface PageInput {
  facts: Facts;
  sentences: Sentences;
  series: readonly Series[];
  left: readonly LeftOut[];
  language: Language;
}

/** The whole article. Identifiers begin with the language, because both languages live in one file. */
export function page(input: PageInput): Markup {
  return markup`<article class="${input.language}" lang="${input.language === "zh" ? "zh-Hans" : "en"}">
${opening(input)}
${glance(input)}
${waits(input)}
${differences(input)}
${throughTheDay(input)}
${appointments(input)}
${classes(input)}
${formulas(input)}
${method(input)}
</article>`;
}

function section(name: PhraseName, language: Language, ...body: (Markup | null)[]): Markup {
  const id = `${language}-${name}`;
  return markup`<section aria-labelledby="${id}"><h2 id="${id}">${phrase(name, language)}</h2>${body}</section>`;
}

function disclosed(name: PhraseName, language: Language, body: Markup): Markup {
  return markup`<details><summary>${phrase(name, language)}</summary>${body}</details>`;
}

/** The first screen: verdict, why, key numbers, risk, money, what was assumed. */
function opening({facts, sentences, language}: PageInput): Markup {
  const {scenario} = facts.result;
  const cautions = [...sentences.cautions, ...precisionWords(facts.result, language).cautions];
  return markup`<header>
<p class="kicker"><b>${scenario.name}</b></p>
${scenario.question === null ? null : markup`<p class="question">${scenario.question}</p>`}
<h1>${sentences.answer}</h1>
${sentences.because === null ? null : markup`<p class="because">${sentences.because}</p>`}
${sentences.reasons.map((reason) => markup`<p class="lead">${reason}</p>`)}
<h2 class="numbers">${phrase("numbersOf", language, sentences.subject)}</h2>
<dl class="figures">${sentences.figures.map((figure) => markup`<div><dt>${figure.label}</dt><dd>${figure.value}<small> ${figure.halfWidth === null ? null : `± ${figure.halfWidth} `}${figure.unit}</small>${figure.goal === null ? null : markup`<span class="about ${SIGN_CLASS[figure.goal.meets]}">${SIGN[figure.goal.meets]} ${figure.goal.text}</span>`}</dd></div>`)}</dl>
<div class="asides">
<div><h2>${phrase("risk", language)}</h2><p>${sentences.risk}</p></div>
${sentences.money === null ? null : markup`<div><h2>${phrase("money", language)}</h2><p>${sentences.money}</p></div>`}
<div><h2>${phrase("assumed", language)}</h2>${sentences.assumptions.length === 0 ? markup`<p>${phrase("nothingAssumed", language)}</p>` : markup`<ul>${sentences.assumptions.map(({text}) => markup`<li>${text}</li>`)}</ul>`}</div>
</div>
${cautions.length === 0 ? null : markup`<div class="cautions"><h2>${phrase("cautions", language)}</h2><ul>${cautions.map((caution) => markup`<li>${caution}</li>`)}</ul></div>`}
</header>`;
}

function glance({facts, sentences, series, language}: PageInput): Markup {
  const isOne = series.length === 1;
  const table = keyTable(facts, series, sentences, language);
  const goals = goalTable(facts, series, language);
  return markup`${section(
    isOne ? "oneAtAGlance" : "atAGlance",
    language,
    markup`<p class="note">${phrase("glanceNote", language)}${facts.result.goals.length === 0 ? null : ` ${phrase("signs", language)}`}</p>`,
    scrolling(phrase("atAGlance", language), table),
    goals === null ? null : markup`<h3 class="gap">${phrase("goalsInDetail", language)}</h3>`,
    goals === null ? null : scrolling(phrase("goalsInDetail", language), goals),
  )}${sentences.criteria.length === 0 ? null : section("verdicts", language, criteriaMatrix(series, sentences.criteria, language), markup`<dl class="verdicts">${sentences.criteria.map(({name, text}) => markup`<dt>${name}</dt><dd>${text}</dd>`)}</dl>`, fairness(facts, series, language))}`;
}

function fairness(facts: Facts, series: readonly Series[], language: Language): Markup | null {
  const table = fairnessTable(facts, series, language);
  if (table === null) return null;
  return disclosed(
    "fairness",
    language,
    markup`<p class="note">${phrase("fairnessNote", language)}</p>${scrolling(phrase("fairness", language), table)}`,
  );
}

/** Criteria across, designs down: one sign each. */
function criteriaMatrix(series: readonly Series[], criteria: readonly CriterionLine[], language: Language): Markup | null {
  if (series.length < 2 || criteria.length < 3) return null;
  const table = markup`<table class="matrix"><thead><tr><th scope="col">${phrase("design", language)}</th>${criteria.map(({name}) => markup`<th scope="col">${name}</th>`)}</tr></thead><tbody>${series.map((one, i) => markup`<tr><th scope="row" class="name">${badge(one)}${one.label}</th>${criteria.map(({standings}) => markup`<td><span role="img" aria-label="${standingWord(standings[i], language)}">${STANDING_SIGN[standings[i]]}</span></td>`)}</tr>`)}</tbody></table>`;
  return markup`<p class="note">${standingsLegend(criteria, language)}</p>${scrolling(phrase("verdicts", language), table)}`;
}

function legend(series: readonly Series[]): Markup {
  const isShort = series.every(({label}) => label.length <= 14);
  return markup`<ul class="legend${isShort ? " short" : ""}">${series.map((one) => markup`<li>${badge(one)}<svg width="34" height="10" aria-hidden="true"><path class="curve ${one.class}" d="M0 5H34"/></svg><span>${one.label}</span></li>`)}</ul>`;
}

function waits({facts, series, language}: PageInput): Markup | null {
  const curves: Curve[] = series.flatMap((one) => {
    const mine = facts.result.distributions.filter((curve) => curve.design === one.design && curve.class === null && curve.at.length > 1);
    const distribution = mine.find((curve) => curve.population === "all") ?? mine[0];
    return distribution === undefined ? [] : [{series: one, distribution}];
  });
  if (curves.length === 0) return null;
  const end = horizon(
    curves.map(({distribution}) => distribution),
    facts.threshold,
  );
  const unit = waitUnit(end, facts.threshold);
  const times = ticks(0, end / unit.divisor, 8).map((tick) => tick * unit.divisor);
  return section(
    "waits",
    language,
    markup`<p class="note">${phrase("waitsNote", language, duration(facts.threshold ?? 300, language))}</p>`,
    series.length > 1 ? legend(series) : null,
    markup`<figure role="img" aria-label="${phrase("waits", language)}"><div class="wide">${survivalChart(curves, facts.threshold, language, 1040)}</div><div class="narrow">${survivalChart(curves, facts.threshold, language, 358)}</div></figure>`,
    disclosed("waitsTable", language, scrolling(phrase("waitsTable", language), longerTable(facts, series, times, language))),
  );
}

const COMPARED: readonly Measure[] = [GAVE_UP, BALKED, REFUSED, TURNED_AWAY, OVERTAKEN, COST, STAFFED];

function differences({facts, sentences, series, language}: PageInput): Markup | null {
  const others = series.filter((one) => one.design !== facts.first);
  const level = facts.level === null ? [] : [facts.level];
  const measures = [MEAN_WAIT, facts.tail, ...level, ...COMPARED].filter((measure) =>
    others.some((one) =>
      ((row) => row !== null && row.difference !== null && (row.difference !== 0 || (row.halfWidth ?? 0) > 0))(
        facts.difference(one.design, measure),
      ),
    ),
  );
  if (measures.length === 0) return null;
  const panels = measures.map((measure) => {
    const bars = others.flatMap((one) => {
      const row = facts.difference(one.design, measure);
      return row === null ? [] : [{series: one, row}];
    });
    const column = toldColumn(
      bars.map(({row}) => ({unit: row.unit, value: row.difference, halfWidth: row.halfWidth})),
      "sentence",
      differenceUnit,
    );
    if (column === null) return null;
    const unit = column.unit.word[language];
    const title = capitalised(measure.name[language]);
    return markup`<figure role="img" aria-label="${title}"><figcaption><b>${title}</b> <span>${unit}</span></figcaption><div class="wide">${differenceChart(bars, column, measure, language, 500)}</div><div class="narrow">${differenceChart(bars, column, measure, language, 358)}</div></figure>`;
  });
  const words = sentences.designs.filter(({lines}) => lines.length > 0);
  const isSame = !facts.changesArrivals && !facts.differsInDemand;
  return section(
    isSame ? "differences" : "differencesUnlike",
    language,
    markup`<p class="note">${phrase(isSame ? "differencesNote" : "differencesUnlikeNote", language, facts.called(facts.first, language))}</p>`,
    markup`<div class="panels pairs">${panels}</div>`,
    disclosed(
      "differencesTable",
      language,
      markup`${scrolling(phrase("differencesTable", language), differenceTable(facts, series, measures, language))}<dl class="verdicts">${words.map(({name, changes, lines}) => markup`<dt>${badge(series.find((one) => one.design === name) ?? series[0])}${series.find((one) => one.design === name)?.label ?? name}</dt><dd><span class="changes">${changes}</span>${lines.map((line) => markup`<p>${line}</p>`)}</dd>`)}</dl>`,
    ),
  );
}

/** "09:00-09:30" in seconds after midnight; a day that ends at midnight ends at 24:00. */
function clockOf(period: string): {from: number; to: number} | null {
  const match = /^(\d+):(\d\d)(?::(\d\d))?-(\d+):(\d\d)(?::(\d\d))?$/.exec(period);
  if (match === null) return null;
  const seconds = (at: number) => Number(match[at]) * 3600 + Number(match[at + 1]) * 60 + Number(match[at + 2] ?? 0);
  const from = seconds(1),
    to = seconds(4);
  return {from, to: to > from ? to : to + 86_400};
}

/** The station whose line is the longest somewhere; all stations have lines, but a page shows one. */
function busiestStation(facts: Facts): string | undefined {
  if (facts.stations.length < 2) return undefined;
  const longest = (station: string) => Math.max(...facts.designs.map((design) => facts.estimate(design, QUEUE, {station})?.value ?? 0));
  return [...facts.stations].sort((a, b) => longest(b) - longest(a))[0];
}

function dayPoints(facts: Facts, design: string, station: string | undefined): DayPoint[] {
  return facts.periods.flatMap((period) => {
    const clock = clockOf(period);
    if (clock === null) return [];
    const where = station === undefined ? {period} : {period, station};
    const waiting = facts.estimate(design, QUEUE, where),
      servers = facts.estimate(design, SERVERS, where);
    return [
      {...clock, waiting: waiting?.value ?? null, low: waiting?.low ?? null, high: waiting?.high ?? null, staff: servers?.value ?? null},
    ];
  });
}

function throughTheDay({facts, series, language}: PageInput): Markup | null {
  const station = busiestStation(facts);
  const days = series.map((one) => ({one, points: dayPoints(facts, one.design, station)}));
  const hasLines = days.some(({points}) => points.some(({waiting}) => waiting !== null));
  const shown = facts.levelByPeriod;
  const goal =
    facts.result.goals.find(
      ({goal}) =>
        goal.metric === shown?.metrics[0] &&
        goal.statistic === "within" &&
        goal.within === facts.threshold &&
        goal.direction === "at least" &&
        goal.class === null,
    )?.goal.bound ?? null;
  const isUnlike = shown !== null && facts.level !== null && shown.id !== facts.level.id;
  const levels = levelTable(facts, series, goal, language);
  if (!hasLines && levels === null) return null;
  const all = days.flatMap(({points}) => points);
  const tops = {
    waiting: Math.max(0, ...all.map(({waiting, high}) => high ?? waiting ?? 0)),
    staff: Math.max(0, ...all.map(({staff}) => staff ?? 0)),
  };
  const tables = [
    periodTable(facts, series, QUEUE, station, language),
    periodTable(facts, series, SERVERS, station, language),
    periodTable(facts, series, MEAN_WAIT, undefined, language),
  ].filter((table) => table !== null);
  const level = shown === null ? "" : language === "en" && shown.metrics[0] === "waitTime" ? `who ${shown.name.en}` : shown.name[language];
  return section(
    "day",
    language,
    hasLines
      ? markup`<p class="note">${phrase("dayNote", language)}${station === undefined ? null : ` (${station})`}</p><div class="panels">${days.map(({one, points}) => markup`<figure role="img" aria-label="${one.label}"><figcaption>${series.length > 1 ? badge(one) : null}<b>${one.label}</b></figcaption>${dayChart(points, one, tops, language)}</figure>`)}</div>`
      : null,
    tables.length === 0
      ? null
      : disclosed("dayTable", language, markup`${tables.map((table) => scrolling(phrase("dayTable", language), table))}`),
    levels === null
      ? null
      : markup`<div class="whole"><h3 class="gap">${phrase("levels", language, level)}</h3><p class="note">${goal === null ? phrase("levelsNoteNoGoal", language) : phrase("levelsNote", language, percent(goal, language))}${isUnlike ? markup` ${phrase("levelsUnlike", language, facts.level?.name[language] ?? "")}` : null}</p>${series.length > 1 ? legend(series) : null}${scrolling(phrase("levels", language, level), levels)}</div>`,
  );
}

function appointments({facts, series, language}: PageInput): Markup | null {
  const session = sessionTable(facts, series, language);
  if (session === null) return null;
  const byPosition = positionTable(facts, series, language);
  return section(
    "appointments",
    language,
    markup`<p class="note">${phrase("appointmentsNote", language)}</p>`,
    scrolling(phrase("appointments", language), session),
    byPosition === null ? null : disclosed("byPosition", language, scrolling(phrase("byPosition", language), byPosition)),
  );
}

function classes({facts, series, language}: PageInput): Markup {
  const byClass = classTable(facts, series, language),
    byStation = stationTable(facts, series, language);
  return markup`${byClass === null ? null : section("classes", language, scrolling(phrase("classes", language), byClass))}${byStation === null ? null : section("stations", language, scrolling(phrase("stations", language), byStation))}`;
}

function formulas({facts, sentences, language}: PageInput): Markup | null {
  if (sentences.twins.length === 0) return null;
  const table = twinTable(facts.result, language);
  const sources = twinSources(facts.result, language);
  return section(
    "twins",
    language,
    markup`<ul class="method">${sentences.twins.map((line) => markup`<li>${line}</li>`)}</ul>`,
    table === null ? null : disclosed("twinTable", language, scrolling(phrase("twinTable", language), table)),
    sources === null ? null : disclosed("twinSources", language, sources),
  );
}

const LEFT: Record<LeftOut, Record<Language, string>> = {
  "periods by class": {en: "periods by class", zh: "分类别的时段数据"},
  "curves by class": {en: "distributions by class", zh: "分类别的分布"},
  "percentiles by period": {en: "percentiles by period", zh: "分时段的分位数"},
  "all periods": {en: "all rows by period", zh: "全部分时段数据"},
};

function method({facts, sentences, left, language}: PageInput): Markup {
  const {result} = facts;
  const changes =
    result.designs.length < 2 || facts.grid !== null
      ? null
      : markup`<dt>${phrase("changes", language)}</dt><dd>${sentences.designs.map(({name, changes: text}) => markup`<div><b>${name}</b>: ${text}</div>`)}</dd>`;
  return markup`${section("method", language, markup`<ul class="method">${[...sentences.method, ...precisionWords(result, language).remarks].map((sentence) => markup`<li>${sentence}</li>`)}</ul>`, sentences.finePrint.length === 0 ? null : disclosed("finePrint", language, markup`<ul class="method">${sentences.finePrint.map((sentence) => markup`<li>${sentence}</li>`)}</ul>`))}${section(
    "repeat",
    language,
    markup`<dl class="facts"><dt>${phrase("command", language)}</dt><dd><code class="command">${result.commandLine}</code></dd><dt>${phrase("seed", language)}</dt><dd><code>${result.seed}</code></dd><dt>${phrase("replications", language)}</dt><dd>${result.replications}</dd><dt>${phrase("scenario", language)}</dt><dd>${result.scenario.file} <code>${result.scenario.hash.slice(0, 16)}</code></dd>${changes}${sentences.assumptions.length === 0 ? null : markup`<dt>${phrase("assumed", language)}</dt><dd>${sentences.assumptions.map(({text, path}) => markup`<div>${text}${path === null ? null : markup` <code>${path}</code>`}</div>`)}</dd>`}<dt>${phrase("version", language)}</dt><dd>Waitline ${result.version}</dd><dt>${phrase("data", language)}</dt><dd>${phrase("dataNote", language)}${left.length === 0 ? null : ` ${phrase("leftOut", language, left.map((name) => LEFT[name][language]).join(language === "zh" ? "、" : ", "))}`}</dd></dl>`,
  )}`;
}
