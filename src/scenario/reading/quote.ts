/** Words of the file inside a sentence, short and on one line. */
export function quote(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return `“${line.length > 60 ? `${line.slice(0, 57)}...` : line}”`;
}
