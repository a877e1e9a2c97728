/**
 * A result as one HTML file that can be mailed: no script, no network, both languages inside, the data behind it embedded.
 * Returns a string; whoever wants a file writes it.
 */
import {createHash} from "node:crypto";
import type {Result} from "../comparison/comparison.ts";
import {Facts} from "../wording/facts.ts";
import {LANGUAGES, type Language} from "../wording/language.ts";
import {say} from "../wording/say.ts";
import {pack} from "./embedded.ts";
import {Markup, markup} from "./markup.ts";
import {page} from "./page.ts";
import {seriesOf} from "./series.ts";
import {STYLE} from "./style.ts";
import {everyNumber, scrolling} from "./tables.ts";

export interface ReportOptions {
  /** The language the page opens in; the reader may switch. */
  language: Language;
}

/**
 * The page of a result. The same result gives the same page.
 * The policy forbids everything but our own style sheet, so that nothing in a label could ever run, load or call home.
 */
export function renderReport(result: Result, options: ReportOptions): string {
  const facts = new Facts(result);
  const {base64, left} = pack(result);
  const pages = LANGUAGES.map((language) => {
    const sentences = say(result, language);
    return {language, sentences, series: seriesOf(facts, sentences.judgement, language)};
  });
  const asked = pages.find(({language}) => language === options.language) ?? pages[0];
  const policy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; img-src data:; base-uri 'none'; form-action 'none'`;
  const isAsked = (language: Language) => (language === asked.language ? markup` checked` : null);
  const html = markup`<!doctype html>
<html lang="${asked.language === "zh" ? "zh-Hans" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Waitline ${result.version}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${`${result.scenario.name} – ${asked.sentences.headline}`}</title>
<link rel="icon" href="data:,">
<style>${new Markup(STYLE)}</style>
</head>
<body>
<main>
<input class="switch" type="radio" name="language" id="in-en"${isAsked("en")}><label class="tab tab-en" for="in-en" lang="en">English</label>
<input class="switch" type="radio" name="language" id="in-zh"${isAsked("zh")}><label class="tab tab-zh" for="in-zh" lang="zh-Hans">中文</label>
${pages.map(({language, sentences, series}) => page({facts, sentences, series, left, language}))}
<details class="screen"><summary>Every number · 全部数字</summary>${scrolling("Every number", everyNumber(facts, asked.series))}</details>
</main>
<script type="application/json" id="waitline-result">{"schemaVersion":1,"encoding":"gzip+base64","left":${new Markup(JSON.stringify(left))},"data":"${new Markup(base64)}"}</script>
</body>
</html>
`;
  return html.text;
}
