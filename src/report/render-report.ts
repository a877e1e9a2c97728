/**
 * A result as one HTML file that can be mailed: no script, no network, both languages inside, the data behind it embedded.
 * Returns a string; whoever wants a file writes it.
 */
import type {Result} from "../comparison/comparison.ts";
import {Facts} from "../wording/facts.ts";
import {LANGUAGES, type Language} from "../wording/language.ts";
import {say} from "../wording/say.ts";
import {pack} from "./embedded.ts";
import {Markup, markup} from "./markup.ts";
import {page} from "./page.ts";
import {seriesOf} from "./series.ts";
import {shell} from "./shell.ts";
import {everyNumber, scrolling} from "./tables.ts";

export interface ReportOptions {
  /** The language the page opens in; the reader may switch. */
  language: Language;
}

/** The page of a result. The same result gives the same page. */
export function renderReport(result: Result, options: ReportOptions): string {
  const facts = new Facts(result);
  const {base64, left} = pack(result);
  const pages = LANGUAGES.map((language) => {
    const sentences = say(result, language);
    return {language, sentences, series: seriesOf(facts, sentences.judgement, language)};
  });
  const asked = pages.find(({language}) => language === options.language) ?? pages[0];
  return shell({
    language: asked.language,
    version: result.version,
    title: `${result.scenario.name} – ${asked.sentences.headline}`,
    articles: pages.map(({language, sentences, series}) => page({facts, sentences, series, left, language})),
    below: markup`<details class="screen"><summary>Every number · 全部数字</summary>${scrolling("Every number", everyNumber(facts, asked.series))}</details>`,
    data: markup`<script type="application/json" id="waitline-result">{"schemaVersion":1,"encoding":"gzip+base64","left":${new Markup(JSON.stringify(left))},"data":"${new Markup(base64)}"}</script>`,
  });
}
