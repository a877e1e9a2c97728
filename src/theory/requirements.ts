/** A caller's mistake is a RangeError with the name and the value. */

export function requirePositive(name: string, value: number): void {
  if (!(value > 0 && value < Infinity)) throw new RangeError(`${name} must be more than 0 and finite, got ${value}`);
}

export function requireNotNegative(name: string, value: number): void {
  if (!(value >= 0 && value < Infinity)) throw new RangeError(`${name} must be 0 or more and finite, got ${value}`);
}

/** Servers, rooms, sources: whole and at least `least`. */
export function requireCount(name: string, value: number, least = 1): void {
  if (!(Number.isInteger(value) && value >= least))
    throw new RangeError(`${name} must be a whole number of ${least} or more, got ${value}`);
}

export function requireProbability(name: string, value: number): void {
  if (!(value >= 0 && value <= 1)) throw new RangeError(`${name} must lie between 0 and 1, got ${value}`);
}
