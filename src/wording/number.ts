/**
 * Numbers as people read them, without Intl: the uncertainty decides how many digits are worth printing.
 *
 *   3.1412 ± 0.2134   in a sentence  3.1 ± 0.2      one digit of the half width, two when it begins with 1
 *                     in a table     3.14 ± 0.21    two digits of the half width
 *
 * Source of the rule: ISO/IEC Guide 98-3 (GUM), 7.2.6: at most two significant digits of an uncertainty.
 */

/** How closely a number is told: in running text, or in a table. */
export type Precision = "sentence" | "table";

/** Decimals worth printing beside this half width, from 0 to `most`; of a value without one, three significant digits. */
export function decimalsFor(value: number, halfWidth: number | null, precision: Precision, most = 4): number {
  const ruler = halfWidth !== null && halfWidth > 0 ? halfWidth : Math.abs(value);
  if (!(ruler > 0) || !Number.isFinite(ruler)) return 0;
  const [mantissa, exponent] = ruler.toExponential(1).split("e");
  const isKnown = halfWidth !== null && halfWidth > 0;
  const digits = !isKnown ? 3 : precision === "table" || mantissa.startsWith("1") ? 2 : 1;
  return Math.min(most, Math.max(0, digits - 1 - Number(exponent)));
}

/** A number with so many decimals, a true minus sign, and commas between thousands: 12345.6 is "12,345.6". */
export function fixed(value: number, decimals: number): string {
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** As `fixed`, without zeros at the end of the decimals: what a person would have typed. */
export function plain(value: number, mostDecimals: number): string {
  const text = fixed(value, mostDecimals);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** The next round number above: 1, 2 or 5 times a power of ten. What is below it may be called "less than" it. */
export function roundUp(value: number): number {
  if (!(value > 0)) return 0;
  const exponent = Number(value.toExponential().split("e")[1]);
  for (const step of [1, 2, 5, 10]) {
    const candidate = Number(`${step}e${exponent}`);
    if (candidate >= value) return candidate;
  }
  return value;
}
