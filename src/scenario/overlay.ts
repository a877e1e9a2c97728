/**
 * Overlays: a design says only what differs. Mappings merge deeply; text, lists, clock tables and shares are replaced whole;
 * null removes what it names.
 */
import {type Entry, find, inlineText, type Place, type Plain, plainOf, type Tree} from "./tree.ts";

/** Maps whose rows belong together, so that half of one makes no sense with half of another. */
function isWhole(path: readonly string[]): boolean {
  const word = path[path.length - 1];
  switch (path[0]) {
    case "arrivals":
      return path.length === 3 && (word === "rate" || word === "mix" || word === "batch");
    case "stations":
      return path.length === 3 && word === "servers";
    case "routes":
      return path.length === 4 && word === "then";
    default:
      return false;
  }
}

const isNull = (tree: Tree): boolean => tree.kind === "text" && tree.text === null;

/** The tree at `path` with `change` laid over it; null when the change removes it. */
export function merge(base: Tree | null, change: Tree, path: readonly string[] = []): Tree | null {
  if (isNull(change)) return null;
  if (change.kind !== "map" || isWhole(path)) return change;
  const entries = new Map<string, Entry>(base?.kind === "map" ? base.entries : []);
  for (const [name, entry] of change.entries) {
    const before = entries.get(name);
    const merged = merge(before?.value ?? null, entry.value, [...path, name]);
    // A map that grew is still where it was first written; what is new in it is where the change was written.
    const isGrown = before?.value.kind === "map" && entry.value.kind === "map" && !isWhole([...path, name]);
    if (merged === null) entries.delete(name);
    else entries.set(name, {place: isGrown && before !== undefined ? before.place : entry.place, value: merged});
  }
  return {kind: "map", entries, place: base === null ? change.place : base.place};
}

/** A change under a path as a change of the whole file. */
export function nest(path: readonly string[], change: Tree, place: Place): Tree {
  let tree = change;
  for (let i = path.length - 1; i >= 0; i--) tree = {kind: "map", entries: new Map([[path[i], {place, value: tree}]]), place};
  return tree;
}

/** One line per path that `after` says differently from `before`: "stations.tellers.line: each". */
export function differences(before: Tree, after: Tree): string[] {
  const lines: string[] = [];
  const compare = (a: Plain | undefined, b: Plain | undefined, path: string[]): void => {
    if (a instanceof Map && b instanceof Map && !isWhole(path)) {
      for (const name of new Set([...a.keys(), ...b.keys()])) compare(a.get(name), b.get(name), [...path, name]);
      return;
    }
    const from = inlineText(a ?? null),
      to = inlineText(b ?? null);
    if (from !== to) lines.push(`${path.join(".")}: ${to}`);
  };
  compare(plainOf(before), plainOf(after), []);
  return lines;
}

/** Whether a path leads to something that was written. */
export function isWritten(tree: Tree, path: readonly string[]): boolean {
  return find(tree, path) !== null;
}
