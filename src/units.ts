/**
 * The units of the inside: seconds, rates per second, erlangs, probabilities.
 * Aliases, not brands: they tell the reader what a number is; the door of the house (`scenario/reading`) checks it.
 */

export type Seconds = number;
export type PerSecond = number;
export type Erlangs = number;
/** From 0 to 1; percent exists only in print. */
export type Probability = number;
/** A moment of the day in seconds after midnight (09:30 is 34,200), or seconds from the start when the place never closes. */
export type Clock = number;

export const MINUTE: Seconds = 60;
export const HOUR: Seconds = 3600;
export const DAY: Seconds = 86_400;
export const HALF_HOUR: Seconds = 1800;

/** 34200 → "09:30"; 34230 → "09:30:30". */
export function formatClock(at: Clock): string {
  const whole = Math.floor(at);
  const two = (n: number) => (n < 10 ? `0${n}` : `${n}`);
  const text = `${two(Math.floor(whole / HOUR))}:${two(Math.floor((whole % HOUR) / MINUTE))}`;
  return whole % MINUTE === 0 ? text : `${text}:${two(whole % MINUTE)}`;
}
