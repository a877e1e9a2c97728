/**
 * YAML text → the neutral tree, with places. Nothing is executed and no value is interpreted: the failsafe schema leaves all
 * text as it stands. Size, depth and repetition are bounded before they can cost time.
 */
import {Composer, type CST, type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, Parser, type YAMLError} from "yaml";
import {type Message, Refusal} from "../message.ts";
import type {Entry, Place, Tree} from "../tree.ts";
import * as say from "./messages.ts";
import {quote} from "./quote.ts";
import {scan} from "./phrase.ts";

const LARGEST = 64_000;
const DEEPEST = 40;
const MOST_NODES = 20_000;
/** Brackets, commas and quotes: a list of five thousand times has five thousand. */
const MOST_SIGNS = 10_000;

export interface Stumble {
  place: Place;
  path: string[];
  message: Message;
}

export interface ParsedText {
  /** Null when the text cannot be read as YAML at all. */
  tree: Tree | null;
  stumbles: Stumble[];
}

/** Reads one YAML document. Never throws. `source` names the file, or the option the text came from. */
export function parseText(text: string, source: string): ParsedText {
  const start: Place = {source, line: 1, column: 1};
  const stumble = (place: Place, message: Message): ParsedText => ({tree: null, stumbles: [{place, path: [], message}]});
  if (text.length > LARGEST) return stumble(start, say.tooLarge(Math.ceil(text.length / 1000)));
  const nul = text.indexOf("\0");
  if (nul >= 0) return stumble(placeAt(text, nul, source), say.noNul());
  if (countSigns(text) > MOST_SIGNS) return stumble(start, say.tooManyValues());
  const deep = tooDeepAt(text);
  if (deep !== null) return stumble({source, line: deep, column: 1}, say.tooDeep());
  const lines = new LineCounter();
  let document: Document.Parsed;
  let second: Document.Parsed | undefined;
  const traced = Error.stackTraceLimit;
  try {
    Error.stackTraceLimit = 0; // a hostile file holds a hundred thousand errors, and their stacks would take ten seconds
    // The parser keeps a stack of its own, but the composer recurses: how deep it would go is measured before it starts.
    const tokens = [...new Parser(lines.addNewLine).parse(text)];
    if (isTooDeep(tokens)) return stumble(start, say.tooDeep());
    const documents = new Composer({schema: "failsafe", uniqueKeys: false, prettyErrors: false}).compose(tokens, true, text.length);
    document = documents.next().value as Document.Parsed;
    second = documents.next().value as Document.Parsed | undefined;
  } catch {
    return stumble(start, say.tooDeep());
  } finally {
    Error.stackTraceLimit = traced;
  }
  const placeOf = (offset: number): Place => {
    const {line, col} = lines.linePos(Math.max(0, Math.min(offset, text.length)));
    return {source, line: Math.max(1, line), column: Math.max(1, col)};
  };
  if (second !== undefined) return stumble(placeOf(second.range[0]), say.severalDocuments());
  if (document.errors.length > 0) return {tree: null, stumbles: syntaxStumbles(document.errors, text, placeOf)};
  const reader = new TreeReader(placeOf);
  try {
    const tree = reader.read(document.contents, [], start, 0);
    return {tree, stumbles: reader.stumbles};
  } catch (error) {
    if (error instanceof Refusal) return stumble(start, error.say);
    return stumble(start, say.tooDeep());
  }
}

function placeAt(text: string, offset: number, source: string): Place {
  const before = text.slice(0, offset);
  return {source, line: before.split("\n").length, column: offset - before.lastIndexOf("\n")};
}

function countSigns(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) if ("[]{},\"'!&*%".includes(text[at])) count++;
  return count;
}

/** The line from which brackets nest too deep, or null: counted roughly, so that a megabyte of them costs nothing. */
function tooDeepAt(text: string): number | null {
  let brackets = 0;
  let line = 1;
  let isComment = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (sign === "\n") {
      line++;
      isComment = false;
    } else if (isComment) continue;
    else if (sign === "#" && (at === 0 || text[at - 1] === " " || text[at - 1] === "\n")) isComment = true;
    else if (sign === "[" || sign === "{") brackets++;
    else if ((sign === "]" || sign === "}") && brackets > 0) brackets--;
    if (brackets > DEEPEST) return line;
  }
  return null;
}

/** Whether tokens nest deeper than a scenario can; walked without recursion. */
function isTooDeep(tokens: readonly CST.Token[]): boolean {
  const open: {token: CST.Token; depth: number}[] = tokens.map((token) => ({token, depth: 0}));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const {token, depth} = next;
    if (depth > DEEPEST) return true;
    if (token.type === "document" && token.value !== undefined) open.push({token: token.value, depth});
    if (!("items" in token)) continue;
    for (const item of token.items) {
      if (item.key) open.push({token: item.key, depth: depth + 1});
      if (item.value) open.push({token: item.value, depth: depth + 1});
    }
  }
  return false;
}

/** Parser errors in our words: the first of each line, at most five, since later ones mostly follow from the first. */
function syntaxStumbles(errors: readonly YAMLError[], text: string, placeOf: (offset: number) => Place): Stumble[] {
  const stumbles: Stumble[] = [];
  let lastLine = 0;
  for (const error of errors) {
    const place = placeOf(error.pos[0]);
    if (place.line === lastLine) continue; // before anything is searched: a line can hold a hundred thousand errors
    lastLine = place.line;
    const full = fullWidthNear(text, error.pos[0]);
    const message = full === null ? syntaxMessage(error, text) : say.fullWidth(full.sign, full.half);
    const opened = message.found.en === say.unclosedBracket().found.en ? openedAt(text, error.pos[0]) : null;
    const last = stumbles[stumbles.length - 1];
    const at = full !== null ? placeOf(full.offset) : opened !== null ? placeOf(opened) : place;
    if (last !== undefined && last.place.line >= at.line) continue;
    stumbles.push({place: at, path: [], message});
    if (stumbles.length === 5) break;
  }
  return stumbles;
}

/** Where the last bracket that is still open before `end` was opened; comments are skipped, quotes are not told apart. */
function openedAt(text: string, end: number): number | null {
  const open: number[] = [];
  for (let at = 0; at < end; at++) {
    const sign = text[at];
    if (sign === "#" && (at === 0 || text[at - 1] === " " || text[at - 1] === "\n")) {
      const next = text.indexOf("\n", at);
      if (next < 0) break;
      at = next;
    } else if (sign === "[" || sign === "{") open.push(at);
    else if (sign === "]" || sign === "}") open.pop();
  }
  return open.pop() ?? null;
}

/** A full-width colon, comma or bracket on the line of an error, or on the line above it. */
function fullWidthNear(text: string, offset: number): {sign: string; half: string; offset: number} | null {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  const from = lineStart === 0 ? 0 : text.lastIndexOf("\n", lineStart - 2) + 1;
  const lineEnd = text.indexOf("\n", offset);
  for (let at = from; at < (lineEnd < 0 ? text.length : lineEnd) && at < from + 2000; at++) {
    if (text[at] === "#" && (at === from || text[at - 1] === " ")) {
      const end = text.indexOf("\n", at);
      if (end < 0) return null;
      at = end;
      continue;
    }
    const sign = "：，｛｝［］".indexOf(text[at]);
    if (sign >= 0) return {sign: text[at], half: ":,{}[]"[sign], offset: at};
  }
  return null;
}

function syntaxMessage(error: YAMLError, text: string): Message {
  const found = text.slice(error.pos[0], error.pos[0] + 40);
  switch (error.code) {
    case "TAB_AS_INDENT":
      return say.tab();
    case "MISSING_CHAR":
      if (/quote/.test(error.message)) return say.unclosed(error.message.includes('"') ? '"' : "'");
      return /map|sequence|\}|\]/.test(error.message) ? say.unclosedBracket() : say.colonBlank();
    case "MULTILINE_IMPLICIT_KEY":
      return say.colonBlank();
    case "BAD_INDENT":
      return /Flow/.test(error.message) ? say.unclosedBracket() : say.indentation();
    case "BAD_ALIAS":
      return say.unknownAlias(found.slice(1).split(/[\s,\]}]/)[0]);
    case "UNEXPECTED_TOKEN":
      if (text[error.pos[0] - 1] === "\t" || found.startsWith("\t")) return say.tab();
      return /flow-|\}|\]/.test(error.message) || found.startsWith("}") || found.startsWith("]") ? say.strayBracket() : say.indentation();
    case "BLOCK_AS_IMPLICIT_KEY":
    case "BLOCK_IN_FLOW":
      return say.indentation();
    case "BAD_SCALAR_START":
      return say.yamlTrouble(`a text cannot begin with ${quote(found.slice(0, 1))}; put it in quotes`);
    default:
      return say.yamlTrouble(
        error.message
          .split("\n")[0]
          .replace(/ at line .*$/, "")
          .slice(0, 100),
      );
  }
}

class TreeReader {
  readonly stumbles: Stumble[] = [];
  private readonly placeAt: (offset: number) => Place;
  private nodes = 0;
  /** What each &name stands for so far; looking it up in the document anew would take its length each time. */
  private readonly anchors = new Map<string, Node>();

  constructor(placeAt: (offset: number) => Place) {
    this.placeAt = placeAt;
  }

  private placeOf(node: unknown, fallback: Place): Place {
    const range = (node as Node | null)?.range;
    return range ? this.placeAt(range[0]) : fallback;
  }

  read(node: unknown, path: string[], near: Place, depth: number): Tree {
    if (++this.nodes > MOST_NODES) throw new Refusal(say.tooManyValues());
    if (depth > DEEPEST) throw new Refusal(say.tooDeep());
    const place = this.placeOf(node, near);
    if (isAlias(node)) {
      const target = this.anchors.get(node.source);
      if (target === undefined) {
        this.stumbles.push({place, path, message: say.unknownAlias(node.source)});
        return told(place);
      }
      return this.read(target, path, place, depth + 1);
    }
    if ((isMap(node) || isSeq(node) || isScalar(node)) && node.anchor !== undefined) this.anchors.set(node.anchor, node);
    const tag = (node as Node | null)?.tag;
    if (tag !== undefined && !["tag:yaml.org,2002:map", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:str"].includes(tag)) {
      this.stumbles.push({place, path, message: say.tag(tag.replace("tag:yaml.org,2002:", "!!"))});
      return told(place);
    }
    if (isMap(node)) return this.readMap(node.items, node.flow === true, path, place, depth);
    if (isSeq(node)) {
      const items = node.items.map((item, i) => this.read(item, [...path, String(i)], place, depth + 1));
      if (node.flow === true) return {kind: "list", items: this.rejoinItems(items, path), place};
      return {kind: "list", items, place};
    }
    if (isScalar(node)) {
      const text = typeof node.value === "string" ? node.value : null;
      const isNothing =
        text === null || (node.type === "PLAIN" && (text === "" || text === "~" || text === "null" || text === "Null" || text === "NULL"));
      return {kind: "text", text: isNothing ? null : text, place};
    }
    return {kind: "text", text: null, place};
  }

  private readMap(pairs: readonly {key: unknown; value: unknown}[], isFlow: boolean, path: string[], place: Place, depth: number): Tree {
    const entries = new Map<string, Entry>();
    let hasLostShare = false;
    let open: {text: string; place: Place; path: string[]} | null = null; // a phrase whose bracket a comma cut off
    for (const pair of pairs) {
      const keyPlace = this.placeOf(pair.key, place);
      let keyNode = pair.key;
      if (isAlias(keyNode)) keyNode = this.anchors.get(keyNode.source);
      if (!isScalar(keyNode) || typeof keyNode.value !== "string") {
        this.stumbles.push({place: keyPlace, path, message: say.complexKey()});
        continue;
      }
      const key = keyNode.value;
      const value = this.read(pair.value, [...path, key], keyPlace, depth + 1);
      if (open !== null && value.kind === "text" && value.text === null) {
        open.text += `, ${key}`;
        if (balance(open.text) <= 0) {
          this.splitPhrase(open);
          open = null;
        }
        continue;
      }
      if (open !== null) {
        this.splitPhrase(open);
        open = null;
      }
      if (isFlow && value.kind === "text" && value.text !== null && balance(value.text) > 0) {
        open = {text: value.text, place: keyPlace, path: [...path, key]};
        entries.set(key, {place: keyPlace, value: told(value.place)});
        continue;
      }
      const before = entries.get(key);
      if (before !== undefined) {
        this.stumbles.push({place: keyPlace, path: [...path, key], message: say.duplicateKey(key, before.place.line)});
        hasLostShare ||= key.includes("%");
        continue;
      }
      entries.set(key, {place: keyPlace, value});
    }
    if (open !== null) this.splitPhrase(open);
    // Shares of which one was lost would be told once more for their sum.
    return hasLostShare ? told(place) : {kind: "map", entries, place};
  }

  /** `[exp(6 min, cv 1)]` is two items to YAML. */
  private rejoinItems(items: readonly Tree[], path: string[]): Tree[] {
    const kept: Tree[] = [];
    let open: {text: string; place: Place; path: string[]} | null = null;
    for (const item of items) {
      if (open !== null && item.kind === "text") {
        open.text += `, ${item.text ?? ""}`;
        if (balance(open.text) <= 0) {
          this.splitPhrase(open);
          open = null;
        }
      } else if (item.kind === "text" && item.text !== null && balance(item.text) > 0) {
        open = {text: item.text, place: item.place, path: [...path, String(kept.length)]};
        kept.push(told(item.place));
      } else kept.push(item);
    }
    if (open !== null) this.splitPhrase(open);
    return kept;
  }

  private splitPhrase(open: {text: string; place: Place; path: string[]}): void {
    this.stumbles.push({place: open.place, path: open.path, message: say.splitPhrase(open.text, withoutBrackets(open.text))});
  }
}

/** Stands for a phrase that was told already, so that it is not told again as something else. */
export const ALREADY_TOLD = "\u0001told";
const told = (place: Place): Tree => ({kind: "text", text: ALREADY_TOLD, place});

function balance(text: string): number {
  let open = 0;
  for (const sign of text) open += sign === "(" || sign === "（" ? 1 : sign === ")" || sign === "）" ? -1 : 0;
  return open;
}

function withoutBrackets(text: string): string {
  try {
    return scan(text)
      .map((token) => token.text)
      .join(" ");
  } catch {
    return text
      .replace(/[(),（），]/g, " ")
      .replace(/\s+/g, " ")
      .trim();
  }
}
