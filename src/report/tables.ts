/** The tables of a page. They choose rows and print them; one unit and one number of decimals a column. */
import type {EstimateRow, GoalVerdict} from "../estimate/estimate.ts";
import {type Told, toldColumn} from "../wording/column.ts";
import type {Facts, Where} from "../wording/facts.ts";
import {goalText, meetsWord} from "../wording/goals.ts";
import {type Language, capitalised} from "../wording/language.ts";
import {
  COST,
  BALKED,
  DISCRIMINATION,
  GAVE_UP,
  GINI,
  IDLE_WAITING,
  MEAN_WAIT,
  type Measure,
  OCCUPANCY,
  OVERTAKEN,
  P95_WAIT,
  QUEUE,
  REFUSED,
  REGRET,
  SLIPS,
  STAFFED,
  SWITCHES,
  TAIL_WAIT,
  TURNED_AWAY,
  WORST_TENTH,
  periodText,
} from "../wording/measure.ts";
import {plain} from "../wording/number.ts";
import {differenceUnit, duration, printUnit} from "../wording/quantity.ts";
import type {Sentences} from "../wording/say.ts";
import {longerThan} from "./charts/survival-chart.ts";
import {standing} from "./charts/difference-chart.ts";
import {type Markup, markup} from "./markup.ts";
import {phrase} from "./phrases.ts";
import type {Series} from "./series.ts";

/** A wide table scrolls in its own box, also by keyboard. */
export function scrolling(label: string, table: Markup): Markup {
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${label}">${table}</div>`;
}

export function badge(series: Series): Markup {
  return markup`<span class="badge ${series.class}">${series.mark}</span>`;
}

/** A number with its uncertainty, or why there is none. */
export function cell(told: Told | "nobody" | null, language: Language): Markup {
  if (told === null) return markup`<td>–</td>`;
  if (told === "nobody") return markup`<td><small>${phrase("nobody", language)}</small></td>`;
  return markup`<td>${told.value}${told.halfWidth === null ? null : markup` <small>± ${told.halfWidth}</small>`}</td>`;
}

/** Over a column: what it is, and its unit. */
export const heading = (measure: Measure, unitWord: string, language: Language) =>
  `${capitalised((measure.short ?? measure.name)[language])}${unitWord === "" ? "" : language === "zh" ? `，${unitWord}` : `, ${unitWord}`}`;

/** Measures worth a column: somebody has a value, and for shares of the unlucky somebody was. */
function telling(facts: Facts, measures: readonly Measure[], where: Where = {}): Measure[] {
  const canBeNothing = [GAVE_UP, BALKED, OVERTAKEN, REFUSED, TURNED_AWAY];
  return measures.filter(
    (measure) =>
      facts.has(measure, where) &&
      !(canBeNothing.includes(measure) && facts.designs.every((design) => (facts.estimate(design, measure, where)?.value ?? 0) === 0)),
  );
}

const levelOf = (facts: Facts) => (facts.level === null ? [] : [facts.level]);

export const SIGN = {met: "✓", "likely met": "≈", "likely missed": "≈", missed: "✗", "cannot say": "?"} as const;
export const SIGN_CLASS = {
  met: "met",
  "likely met": "unsure",
  "likely missed": "unsure",
  missed: "missed",
  "cannot say": "unsure",
} as const;

/** Designs down, key measures across; the recommended one is marked in words too. */
export function keyTable(facts: Facts, series: readonly Series[], sentences: Sentences, language: Language): Markup {
  const measures = telling(facts, [
    MEAN_WAIT,
    facts.tail,
    ...levelOf(facts),
    BALKED,
    GAVE_UP,
    REFUSED,
    TURNED_AWAY,
    OVERTAKEN,
    OCCUPANCY,
    ...(facts.result.scenario.isDay ? [STAFFED] : []),
    COST,
  ]);
  const columns = measures.map((measure) => ({
    measure,
    column: toldColumn(
      facts.designs.map((design) => facts.estimate(design, measure)),
      "sentence",
    ),
  }));
  const hasGoals = facts.result.goals.length > 0;
  return markup`<table><thead><tr><th scope="col">${phrase("design", language)}</th>${hasGoals ? markup`<th scope="col">${phrase("goals", language)}</th>` : null}${columns.map(({measure, column}) => markup`<th scope="col">${heading(measure, column?.unit.word[language] ?? "", language)}</th>`)}</tr></thead><tbody>${series.map(
    (one, i) => {
      const words = sentences.designs[i];
      return markup`<tr${one.isLeader && series.length > 1 ? markup` class="win"` : null}><th scope="row" class="name">${series.length > 1 ? badge(one) : null}${one.label}${one.isLeader && series.length > 1 ? markup` <span class="pick">${phrase("recommended", language)}</span>` : null}${facts.grid === null ? markup`<span class="changes">${shortChanges(words.changes)}</span>` : null}</th>${hasGoals ? markup`<td class="goalsign">${facts.goalsOf(one.design).map(({meets, goal}) => markup`<span class="${SIGN_CLASS[meets]}" role="img" aria-label="${`${goalText(goal, language)}: ${meetsWord(meets, language)}`}">${SIGN[meets]}</span> `)}</td>` : null}${columns.map(({column}) => cell(column?.cells[i] ?? null, language))}</tr>`;
    },
  )}</tbody></table>`;
}

/** How fair, how even and how calm, in numbers: designs down, measures across; null where fairness was not followed. */
export function fairnessTable(facts: Facts, series: readonly Series[], language: Language): Markup | null {
  const measures = [OVERTAKEN, SLIPS, DISCRIMINATION, WORST_TENTH, GINI, REGRET, SWITCHES, IDLE_WAITING].filter((measure) =>
    facts.has(measure),
  );
  if (!measures.includes(DISCRIMINATION)) return null;
  const columns = measures.map((measure) => ({
    measure,
    column: toldColumn(
      facts.designs.map((design) => facts.estimate(design, measure)),
      "table",
    ),
  }));
  return markup`<table><thead><tr><th scope="col">${phrase("design", language)}</th>${columns.map(({measure, column}) => markup`<th scope="col">${heading(measure, column?.unit.word[language] ?? "", language)}</th>`)}</tr></thead><tbody>${series.map((one, i) => markup`<tr><th scope="row" class="name">${series.length > 1 ? badge(one) : null}${one.label}</th>${columns.map(({column}) => cell(column?.cells[i] ?? null, language))}</tr>`)}</tbody></table>`;
}

/** A long change is cut in the first table; the words below have it whole. */
function shortChanges(text: string): string {
  return text.length > 90 ? `${text.slice(0, 88).trimEnd()}…` : text;
}

/** Designs down, goals across, each with its sign, word and value. */
export function goalTable(facts: Facts, series: readonly Series[], language: Language): Markup | null {
  const goals = facts.goalsOf(facts.first).map(({goal}, i) => {
    const verdicts = series.map((one) => facts.goalsOf(one.design)[i] ?? null);
    const isShare = goal.statistic === "within" || goal.statistic === "share" || goal.shareOfDays !== null;
    const claims = verdicts.map(
      (verdict) =>
        verdict && {
          unit: isShare ? "share" : "s",
          value: verdict.value,
          halfWidth: verdict.halfWidth,
          low: verdict.low,
          high: verdict.high,
        },
    );
    return {goal, verdicts, column: toldColumn(claims, "sentence")};
  });
  if (goals.length === 0) return null;
  const cellOf = (verdict: GoalVerdict | null, told: Told | "nobody" | null, unit: string) => {
    if (verdict === null || told === null) return markup`<td>–</td>`;
    const spread = told === "nobody" || told.halfWidth === null ? "" : `\u00a0±\u00a0${told.halfWidth}`;
    const value = told === "nobody" ? phrase("nobody", language) : `${told.value}${spread}\u00a0${unit}`;
    const worst = verdict.worstPeriod === null ? "" : `(${periodText(verdict.worstPeriod)})`;
    return markup`<td><span class="goalsign ${SIGN_CLASS[verdict.meets]}">${SIGN[verdict.meets]} ${meetsWord(verdict.meets, language)}</span><br><small><span class="value">${value}</span>${worst === "" ? null : markup` <span class="value">${worst}</span>`}</small></td>`;
  };
  return markup`<table class="goals"><thead><tr><th scope="col">${phrase("design", language)}</th>${goals.map(({goal}) => markup`<th scope="col">${goalText(goal, language)}</th>`)}</tr></thead><tbody>${series.map((one, i) => markup`<tr><th scope="row" class="name">${series.length > 1 ? badge(one) : null}${one.label}</th>${goals.map(({verdicts, column}) => cellOf(verdicts[i], column?.cells[i] ?? null, column?.unit.word[language] ?? ""))}</tr>`)}</tbody></table>`;
}

/** Differences from the first design: designs down, measures across. */
export function differenceTable(facts: Facts, series: readonly Series[], measures: readonly Measure[], language: Language): Markup {
  const others = series.filter((one) => one.design !== facts.first);
  const columns = measures.map((measure) => {
    const rows = others.map((one) => facts.difference(one.design, measure));
    return {
      measure,
      rows,
      column: toldColumn(
        rows.map((row) => (row === null ? null : {unit: row.unit, value: row.difference, halfWidth: row.halfWidth})),
        "table",
        differenceUnit,
      ),
    };
  });
  return markup`<table><thead><tr><th scope="col">${phrase("design", language)}</th>${columns.map(({measure, column}) => markup`<th scope="col">${heading(measure, column?.unit.word[language] ?? "", language)}</th>`)}</tr></thead><tbody>${others.map(
    (one, i) =>
      markup`<tr><th scope="row" class="name">${badge(one)}${one.label}</th>${columns.map(({measure, rows, column}) => {
        const row = rows[i],
          told = column?.cells[i] ?? null;
        if (row === null || told === null || told === "nobody") return cell(told, language);
        const sign = {better: "●", worse: "◆", same: "○"}[standing(row, measure)];
        return markup`<td>${sign} ${(row.difference ?? 0) > 0 ? "+" : ""}${told.value}${told.halfWidth === null ? null : markup` <small>± ${told.halfWidth}</small>`}</td>`;
      })}</tr>`,
  )}</tbody></table>`;
}

/** Times down, designs across: how many wait longer. */
export function longerTable(facts: Facts, series: readonly Series[], times: readonly number[], language: Language): Markup {
  const curves = series.map(
    (one) =>
      facts.result.distributions.find((curve) => curve.design === one.design && curve.class === null && curve.population === "all") ??
      facts.result.distributions.find((curve) => curve.design === one.design && curve.class === null) ??
      null,
  );
  return markup`<table><caption>${phrase("waitsCaption", language)}</caption><thead><tr><th scope="col">${phrase("longerThan", language)}</th>${series.map((one) => markup`<th scope="col">${badge(one)}<span class="changes">${one.label}</span></th>`)}</tr></thead><tbody>${times.map((time) => markup`<tr><th scope="row">${duration(time, language)}</th>${curves.map((curve) => markup`<td>${curve === null ? "–" : plain(longerThan(curve, time) * 100, 1)}</td>`)}</tr>`)}</tbody></table>`;
}

/** Designs and classes down, measures across. */
export function classTable(facts: Facts, series: readonly Series[], language: Language): Markup | null {
  if (facts.classes.length === 0) return null;
  const measures = [MEAN_WAIT, TAIL_WAIT, P95_WAIT, ...levelOf(facts), GAVE_UP, BALKED, REFUSED, TURNED_AWAY, OVERTAKEN].filter((measure) =>
    facts.classes.some((name) => telling(facts, [measure], {class: name}).length > 0),
  );
  const rows = series.flatMap((one) => facts.classes.map((name) => ({one, name})));
  const columns = measures.map((measure) => ({
    measure,
    column: toldColumn(
      rows.map(({one, name}) => facts.estimate(one.design, measure, {class: name})),
      "table",
    ),
  }));
  return markup`<table><thead><tr><th scope="col">${phrase("design", language)}</th><th scope="col">${phrase("class", language)}</th>${columns.map(({measure, column}) => markup`<th scope="col">${heading(measure, column?.unit.word[language] ?? "", language)}</th>`)}</tr></thead><tbody>${rows.map(({one, name}, i) => markup`<tr><th scope="row" class="name">${series.length > 1 ? badge(one) : null}${one.label}</th><td>${name}</td>${columns.map(({column}) => cell(column?.cells[i] ?? null, language))}</tr>`)}</tbody></table>`;
}

/** Designs and stations down, lines and staff across; only where there is more than one station. */
export function stationTable(facts: Facts, series: readonly Series[], language: Language): Markup | null {
  if (facts.stations.length < 2) return null;
  const measures = [MEAN_WAIT, TAIL_WAIT, QUEUE, OCCUPANCY, STAFFED].filter((measure) =>
    facts.stations.some((station) => facts.has(measure, {station})),
  );
  const rows = series.flatMap((one) => facts.stations.map((station) => ({one, station})));
  const columns = measures.map((measure) => ({
    measure,
    column: toldColumn(
      rows.map(({one, station}) => facts.estimate(one.design, measure, {station})),
      "table",
    ),
  }));
  return markup`<table><thead><tr><th scope="col">${phrase("design", language)}</th><th scope="col">${phrase("station", language)}</th>${columns.map(({measure, column}) => markup`<th scope="col">${heading(measure, column?.unit.word[language] ?? "", language)}</th>`)}</tr></thead><tbody>${rows.map(({one, station}, i) => markup`<tr><th scope="row" class="name">${series.length > 1 ? badge(one) : null}${one.label}</th><td>${station}</td>${columns.map(({column}) => cell(column?.cells[i] ?? null, language))}</tr>`)}</tbody></table>`;
}

/** Periods down, designs across, one measure. */
export function periodTable(
  facts: Facts,
  series: readonly Series[],
  measure: Measure,
  station: string | undefined,
  language: Language,
): Markup | null {
  const where = (period: string): Where => (station === undefined ? {period} : {period, station});
  const periods = facts.periods.filter((period) => facts.has(measure, where(period)));
  if (periods.length === 0) return null;
  const claims = series.map((one) => periods.map((period) => facts.estimate(one.design, measure, where(period))));
  const all = toldColumn(claims.flat(), "sentence");
  const unit = all?.unit.word[language] ?? "";
  return markup`<table><caption>${heading(measure, unit, language)}</caption><thead><tr><th scope="col">${phrase("period", language)}</th>${series.map((one) => markup`<th scope="col">${series.length > 1 ? badge(one) : null}<span class="changes">${one.label}</span></th>`)}</tr></thead><tbody>${periods.map((period, i) => markup`<tr><th scope="row">${periodText(period)}</th>${series.map((_, j) => cell(all?.cells[j * periods.length + i] ?? null, language))}</tr>`)}</tbody></table>`;
}

/** Service level by period as a table whose cells are shaded: dark is bad. `goal` is the share promised, or null. */
export function levelTable(facts: Facts, series: readonly Series[], goal: number | null, language: Language): Markup | null {
  const measure = facts.levelByPeriod;
  if (measure === null) return null;
  const periods = facts.periods.filter((period) => facts.has(measure, {period}));
  if (periods.length === 0) return null;
  return markup`<table class="heat"><thead><tr><th scope="col">${phrase("period", language)}</th>${series.map((one) => markup`<th scope="col">${series.length > 1 ? badge(one) : one.design}</th>`)}</tr></thead><tbody>${periods.map(
    (period) =>
      markup`<tr><th scope="row">${periodText(period)}</th>${series.map((one) => {
        const value = facts.estimate(one.design, measure, {period})?.value ?? null;
        if (value === null) return markup`<td><small>–</small></td>`;
        const isBelow = goal !== null && value < goal;
        return markup`<td class="h${Math.min(9, Math.max(0, Math.floor(value * 10)))}${isBelow ? " below" : ""}">${plain(value * 100, 0)}</td>`;
      })}</tr>`,
  )}</tbody></table>`;
}

/** Every overall row as `--json` names it: rows down, designs across. The same in every language. */
export function everyNumber(facts: Facts, series: readonly Series[]): Markup {
  const rows = new Map<string, {about: EstimateRow; values: (EstimateRow | null)[]}>();
  for (const row of facts.result.estimates) {
    if (row.period !== null) continue;
    const key = [row.metric, row.statistic, row.population, row.station, row.class].join("\u0000");
    const entry = rows.get(key) ?? {about: row, values: facts.designs.map(() => null)};
    entry.values[facts.designs.indexOf(row.design)] = row;
    rows.set(key, entry);
  }
  const number = (row: EstimateRow | null) => {
    if (row === null || row.value === null) return "–";
    const claim = toldColumn([row], "table", (unit) => ({...printUnit("none", 0), word: {en: unit, zh: unit}, most: 4}));
    const told = claim?.cells[0];
    return told === undefined || told === null || told === "nobody"
      ? "–"
      : `${told.value}${told.halfWidth === null ? "" : ` ± ${told.halfWidth}`}`;
  };
  return markup`<table class="all"><thead><tr><th scope="col">metric</th><th scope="col">statistic</th><th scope="col">population</th><th scope="col">station</th><th scope="col">class</th><th scope="col">unit</th>${series.map((one) => markup`<th scope="col">${badge(one)}<span class="changes">${one.label}</span></th>`)}</tr></thead><tbody>${[...rows.values()].map(({about, values}) => markup`<tr><th scope="row">${about.metric}</th><td>${about.statistic}</td><td>${about.population ?? ""}</td><td>${about.station ?? ""}</td><td>${about.class ?? ""}</td><td>${about.unit}</td>${values.map((row) => markup`<td>${number(row)}</td>`)}</tr>`)}</tbody></table>`;
}
