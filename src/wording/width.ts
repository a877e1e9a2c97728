/** How many columns a text takes in a terminal: Chinese, Japanese and Korean characters take two, marks that sit on others none. */

const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];
const NONE: readonly (readonly [number, number])[] = [
  [0x300, 0x36f],
  [0x200b, 0x200f],
  [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f],
];

const isIn = (ranges: readonly (readonly [number, number])[], code: number) => ranges.some(([from, to]) => code >= from && code <= to);

/** Columns of one character. */
function columnsOf(code: number): number {
  if (code < 0x300) return 1;
  return isIn(NONE, code) ? 0 : isIn(WIDE, code) ? 2 : 1;
}

/** Columns of a text without control characters. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += columnsOf(character.codePointAt(0) ?? 0);
  return width;
}

/** Filled with blanks to so many columns, text to the left or to the right. */
export function padded(text: string, width: number, side: "left" | "right"): string {
  const blanks = " ".repeat(Math.max(0, width - displayWidth(text)));
  return side === "left" ? text + blanks : blanks + text;
}

/** Cut to so many columns, with an ellipsis where something is missing. */
export function shortened(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = "",
    used = 1;
  for (const character of text) {
    const columns = columnsOf(character.codePointAt(0) ?? 0);
    if (used + columns > width) break;
    kept += character;
    used += columns;
  }
  return `${kept.trimEnd()}…`;
}

/** Broken into lines of at most so many columns: at blanks, and between wide characters where there are none. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(/（?[\u2e80-\uffef][，。；：、！？）”]*|[^ \t\n\u2e80-\uffef]+|[ \t\n]+/gu) ?? []) {
    if (/^[ \n\t]+$/.test(piece)) {
      if (line !== "") line += " ";
    } else if (line !== "" && displayWidth(line) + displayWidth(piece) > width) {
      lines.push(line.trimEnd());
      line = piece;
    } else line += piece;
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  return lines;
}

/** Labels are written by strangers: whatever could move the cursor or change colours is replaced. */
export function tamed(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the point
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
}
