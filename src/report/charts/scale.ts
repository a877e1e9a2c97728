/** From numbers to places on paper: straight scales and round ticks. */

export interface Scale {
  (value: number): number;
  from: number;
  to: number;
}

/** Maps [from, to] to [start, end]; a range without length maps to the start. */
export function scale(from: number, to: number, start: number, end: number): Scale {
  const slope = to === from ? 0 : (end - start) / (to - from);
  return Object.assign((value: number) => start + (value - from) * slope, {from, to});
}

/** Round numbers from `from` to `to`, about `count` of them: steps of 1, 2, 2.5 or 5 times a power of ten. */
export function ticks(from: number, to: number, count: number): number[] {
  const span = to - from;
  if (!(span > 0) || !Number.isFinite(span)) return [from];
  const rough = span / Math.max(1, count);
  const power = Number(`1e${Number(rough.toExponential().split("e")[1])}`);
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough * 0.999) ?? 10 * power;
  const marks: number[] = [];
  for (let i = Math.ceil(from / step - 1e-9); i * step <= to + step * 1e-9; i++) marks.push(Number((i * step).toPrecision(12)));
  return marks;
}

/** Whole hours between two moments of a day, so many at the most. */
export function hourTicks(from: number, to: number, most: number): number[] {
  const hours = (to - from) / 3600;
  const step = [1, 2, 3, 4, 6, 12].find((candidate) => hours / candidate <= most) ?? 24;
  const marks: number[] = [];
  for (let hour = Math.ceil(from / 3600); hour <= to / 3600 + 1e-9; hour++) if (hour % step === 0) marks.push(hour * 3600);
  return marks;
}

/** The next round number above, so that an axis ends at a tick. */
export function niceTop(value: number, count: number): number {
  if (!(value > 0)) return 1;
  const marks = ticks(0, value, count);
  const last = marks[marks.length - 1],
    step = marks.length > 1 ? marks[1] - marks[0] : value;
  return last >= value * 0.999 ? last : last + step;
}
