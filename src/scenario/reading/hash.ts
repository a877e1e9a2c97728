/** A short fingerprint of what is asked: the same for files that differ only in blanks, comments or "6 min" against "360 s". */
import type {Design} from "../scenario.ts";

/** 16 hexadecimal digits: two 32-bit FNV-1a sums with different beginnings. Not for secrets. */
export function fingerprint(designs: readonly Design[]): string {
  const text = JSON.stringify(
    designs.map(({name, scenario}) => ({name, scenario})),
    (_, value: unknown) => (value instanceof Map ? [...value] : value),
  );
  return hex(fnv(text, 0x811c9dc5)) + hex(fnv(text, 0x9747b28c));
}

function fnv(text: string, start: number): number {
  let sum = start;
  for (let i = 0; i < text.length; i++) {
    sum = Math.imul(sum ^ (text.charCodeAt(i) & 0xff), 0x01000193);
    sum = Math.imul(sum ^ (text.charCodeAt(i) >>> 8), 0x01000193);
  }
  return sum >>> 0;
}

function hex(sum: number): string {
  return sum.toString(16).padStart(8, "0");
}
