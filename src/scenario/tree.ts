/**
 * The scenario file as a neutral tree: maps in the file's own order, lists, and text; each with the place where it was written.
 * Text stays text (`0123`, `yes` and `09:00` mean what the reader of the phrase says), and a missing value is null.
 * Trees are never changed: an overlay makes a new one that shares what it did not touch.
 */

/** Where something was written. Line and column count from 1; both are 0 for what came from the command line. */
export interface Place {
  source: string;
  line: number;
  column: number;
}

export interface Entry {
  /** Where the key stands. */
  place: Place;
  value: Tree;
}

export type Tree =
  | {kind: "map"; entries: ReadonlyMap<string, Entry>; place: Place}
  | {kind: "list"; items: readonly Tree[]; place: Place}
  | {kind: "text"; text: string | null; place: Place};

/** The tree as plain values: what the phrases are read from. */
export type Plain = string | null | Plain[] | Map<string, Plain>;

export function plainOf(tree: Tree): Plain {
  switch (tree.kind) {
    case "map":
      return new Map([...tree.entries].map(([key, entry]) => [key, plainOf(entry.value)]));
    case "list":
      return tree.items.map(plainOf);
    case "text":
      return tree.text;
  }
}

/** The tree's value on one line, as YAML would say it: for "what this design changes". */
export function inlineText(plain: Plain): string {
  if (plain === null) return "null";
  if (typeof plain === "string") return plain;
  if (Array.isArray(plain)) return `[${plain.map(inlineText).join(", ")}]`;
  return plain.size === 0 ? "{}" : `{ ${[...plain].map(([key, value]) => `${key}: ${inlineText(value)}`).join(", ")} }`;
}

/** What stands below a step of a path, with the place of its key or of the item; null where nothing does. */
export function below(tree: Tree, step: string): Entry | null {
  if (tree.kind === "map") return tree.entries.get(step) ?? null;
  if (tree.kind === "list") {
    const item = tree.items[Number(step)];
    return item === undefined ? null : {place: item.place, value: item};
  }
  return null;
}

export function find(tree: Tree, path: readonly string[]): Tree | null {
  let at: Tree | null = tree;
  for (const step of path) at = at === null ? null : (below(at, step)?.value ?? null);
  return at;
}

/** Where a path is written: its last key, or that of the nearest step above that was written at all. */
export function placeOf(tree: Tree, path: readonly string[]): Place {
  let at = tree;
  let place = tree.place;
  for (const step of path) {
    const next = below(at, step);
    if (next === null) break;
    place = next.place;
    at = next.value;
  }
  return place;
}

/** The names in a map below a path, in the file's order; none where there is no map. */
export function namesAt(tree: Tree, path: readonly string[]): string[] {
  const at = find(tree, path);
  return at?.kind === "map" ? [...at.entries.keys()] : [];
}

/** Nothing was written, or null was. */
export function isNothing(tree: Tree | null): boolean {
  return tree === null || (tree.kind === "text" && tree.text === null);
}
