/**
 * HTML and SVG that cannot be broken by a label: a template escapes whatever is put into it, unless it was made by a
 * template itself. Labels come from files that strangers may have written.
 */

/** Text that is already markup. Made by `markup` templates only. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Part = Markup | string | number | null | undefined | false | readonly Part[];

const ENTITIES: Record<string, string> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "`": "&#96;"};

/** Safe inside text and inside quoted attributes. Control characters and those that turn the writing direction are dropped. */
export function escaped(text: string): string {
  return (
    text
      .replace(/[\n\r\t]/g, " ")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the point
      .replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g, "")
      .replace(/[&<>"'`]/g, (character) => ENTITIES[character])
  );
}

function textOf(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof Markup) return part.text;
  if (typeof part === "number") return `${part}`;
  if (typeof part === "string") return escaped(part);
  return part.map(textOf).join("");
}

/** A template of HTML or SVG; everything interpolated is escaped. */
export function markup(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  let text = strings[0];
  parts.forEach((part, i) => {
    text += textOf(part) + strings[i + 1];
  });
  return new Markup(text);
}

/** A coordinate with one decimal: enough for the eye, short in the file. */
export function coordinate(value: number): string {
  return `${Math.round(value * 10) / 10}`;
}
