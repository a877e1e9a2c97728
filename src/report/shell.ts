/**
 * The file around a page: no script, no network, both languages inside. The policy forbids everything but our own style sheet, so that
 * nothing in a label could ever run, load or call home.
 */
import {createHash} from "node:crypto";
import {LANGUAGES, type Language} from "../wording/language.ts";
import {Markup, markup} from "./markup.ts";
import {STYLE} from "./style.ts";

export interface Shell {
  /** The language the page opens in; the reader may switch. */
  language: Language;
  version: string;
  title: string;
  /** One article a language. */
  articles: readonly Markup[];
  /** Behind the articles: what needs no translation, and the data. */
  below: Markup;
  data: Markup;
}

export function shell({language: asked, version, title, articles, below, data}: Shell): string {
  const policy = `default-src 'none'; style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'; img-src data:; base-uri 'none'; form-action 'none'`;
  const isAsked = (language: Language) => (language === asked ? markup` checked` : null);
  if (articles.length !== LANGUAGES.length) throw new RangeError("a page speaks every language");
  const html = markup`<!doctype html>
<html lang="${asked === "zh" ? "zh-Hans" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Waitline ${version}">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${new Markup(STYLE)}</style>
</head>
<body>
<main>
<input class="switch" type="radio" name="language" id="in-en"${isAsked("en")}><label class="tab tab-en" for="in-en" lang="en">English</label>
<input class="switch" type="radio" name="language" id="in-zh"${isAsked("zh")}><label class="tab tab-zh" for="in-zh" lang="zh-Hans">中文</label>
${articles}
${below}
</main>
${data}
</body>
</html>
`;
  return html.text;
}
