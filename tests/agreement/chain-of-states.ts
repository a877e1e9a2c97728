/** Long-run means over the states of a small place, found by letting time pass: for places that no formula is known for. */

const ROUNDS = 20_000;

/** From a state: how often (per unit of time) it becomes another; what is not said stays as it was. */
export type Ways<State> = readonly (readonly [rate: number, change: Partial<State>])[];

/**
 * The mean of a number over the time spent in each state.
 *
 * @param fastest no state is left more often than this
 */
export function meanOver<State extends object>(
  states: readonly State[],
  fastest: number,
  waysOf: (state: State) => Ways<State>,
): (of: (state: State) => number) => number {
  const rowOf = new Map(states.map((state, row) => [JSON.stringify(state), row]));
  const ways = states.map((state) =>
    waysOf(state).map(([rate, change]): [number, number] => [rate, rowOf.get(JSON.stringify({...state, ...change}))!]),
  );
  let shares = states.map(() => 1 / states.length);
  for (let round = 0; round < ROUNDS; round++) {
    const next = [...shares];
    for (const [row, out] of ways.entries()) {
      for (const [rate, to] of out) {
        next[row] -= (rate / fastest) * shares[row];
        next[to] += (rate / fastest) * shares[row];
      }
    }
    shares = next;
  }
  return (of) => states.reduce((sum, state, row) => sum + of(state) * shares[row], 0);
}
