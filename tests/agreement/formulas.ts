/** The few exact values that agreement tests work out themselves, from the birth and death of states, with nothing of the simulator. */

/** M/M/c: mean wait in seconds. Source: Gross and Harris, Fundamentals of Queueing Theory, 2.3. */
export function meanWaitInOneLine(arrivalRate: number, serviceTime: number, servers: number): number {
  const offeredLoad = arrivalRate * serviceTime;
  let blocking = 1;
  for (let n = 1; n <= servers; n++) blocking = (offeredLoad * blocking) / (n + offeredLoad * blocking);
  const waiting = blocking / (1 - (offeredLoad / servers) * (1 - blocking));
  return (waiting * serviceTime) / (servers - offeredLoad);
}

/** M/M/c+M: states 0, 1, 2 ... until they do not matter. Source: Garnett, Mandelbaum and Reiman (2002), M&SOM 4(3), 208-227. */
export function erlangA({
  arrivalRate,
  serviceTime,
  servers,
  patience,
}: {
  arrivalRate: number;
  serviceTime: number;
  servers: number;
  patience: number;
}): {
  abandonShare: number;
  waitTime: number;
} {
  let state = 1;
  let total = 1;
  let waiting = 0;
  for (let n = 1; state > 1e-18 * total || n <= servers; n++) {
    state *= arrivalRate / (Math.min(n, servers) / serviceTime + Math.max(0, n - servers) / patience);
    total += state;
    waiting += Math.max(0, n - servers) * state;
  }
  const queueLength = waiting / total;
  return {abandonShare: queueLength / patience / arrivalRate, waitTime: queueLength / arrivalRate};
}

/** M/M/c: share of customers who wait, C(c, a). */
export function probabilityOfWaiting(offeredLoad: number, servers: number): number {
  return meanWaitInOneLine(offeredLoad, 1, servers) * (servers - offeredLoad);
}
