/** Times as people say them: 200 s is "3 min 20 s". Units are the file's own, in every language. */
import {DAY, HOUR, MINUTE, type Seconds} from "../units.ts";

/** At most two decimals below a minute, whole seconds above; days only where nothing is left over. */
export function durationText(seconds: Seconds): string {
  if (!Number.isFinite(seconds)) return "∞";
  if (seconds < MINUTE) return `${roundTo(seconds, seconds < 10 ? 2 : 1)} s`;
  const whole = Math.floor(seconds + 0.5);
  const parts: string[] = [];
  let rest = whole;
  const units: [number, string][] =
    whole >= 2 * DAY && whole % DAY === 0
      ? [[DAY, "d"]]
      : [
          [HOUR, "h"],
          [MINUTE, "min"],
          [1, "s"],
        ];
  for (const [length, unit] of units) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0) parts.push(`${count} ${unit}`);
  }
  return parts.slice(0, 2).join(" ");
}

/** A number with at most so many decimals, without trailing zeros. */
export function roundTo(value: number, decimals: number): string {
  const text = value.toFixed(decimals);
  return text.includes(".") ? text.replace(/0+$/, "").replace(/\.$/, "") : text;
}

/** 0.125 → "12.5%" */
export function shareText(share: number): string {
  return `${roundTo(100 * share, 2)}%`;
}
