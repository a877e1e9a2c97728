/** How wide a label will be on paper, without asking a browser: an estimate from the characters, on the careful side. */

/** Width in units of the drawing at this font size. */
export function labelWidth(text: string, size: number): number {
  let ems = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    ems += code >= 0x2e80 ? 1 : /[A-Zmw@%MW]/.test(character) ? 0.78 : /[ilj.,:;'|! ]/.test(character) ? 0.32 : 0.58;
  }
  return ems * size;
}

/** Cut to a width, with an ellipsis; the full text belongs into a title beside it. */
export function fitted(text: string, width: number, size: number): string {
  if (labelWidth(text, size) <= width) return text;
  let kept = "";
  for (const character of text) {
    if (labelWidth(`${kept}${character}…`, size) > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
