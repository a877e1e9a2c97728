/**
 * ARGESIM benchmark C22, "Non-standard Queuing Policies", as a program of its own that shares nothing with the engine: told when
 * who comes and with how much work, it says when each is served. Each queue has its own server, and newcomers choose the leftmost
 * of the shortest queues, those in service counted.
 *
 * Source of the rules: the authors' own models (repository cea-wismar/ArgesimC22). docs/argesim-c22.md tells them.
 */
import type {Seconds} from "../../src/units.ts";

export interface Comer {
  at: Seconds;
  work: Seconds;
  /** Whose turn it is to be called, by the operator's order: 0 first. Only where an operator calls. */
  turn: number;
}

export interface Policy {
  queues: number;
  /** What comes first at one instant: A departures, B arrivals. */
  order: "A" | "B";
  /** Time after which somebody who still waits leaves. */
  reneging?: Seconds;
  /** The last of a queue moves where at least two fewer are: once at a departure before anybody comes, or until nobody wants to when all have come. */
  jockeying?: "before arrivals" | "after arrivals";
  /** The operator's first call, and how many classes there are. */
  operator?: {from: Seconds; turns: number};
}

export interface Outcome {
  /** By customer, in the order of coming; NaN: left without service. */
  startedAt: Seconds[];
  waited: Seconds[];
  queue: number[];
  moves: {at: Seconds; customer: number; from: number; to: number}[];
  calls: {at: Seconds; turn: number}[];
  lastDeparture: Seconds;
}

interface Queue {
  called: number[];
  waiting: number[];
  served: number | null;
  endsAt: Seconds;
}

export function benchmark(comers: readonly Comer[], policy: Policy): Outcome {
  const {reneging = Infinity, jockeying, operator} = policy;
  const queues = Array.from({length: policy.queues}, (): Queue => ({called: [], waiting: [], served: null, endsAt: Infinity}));
  const outcome: Outcome = {
    startedAt: comers.map(() => Number.NaN),
    waited: comers.map(() => Number.NaN),
    queue: comers.map(() => -1),
    moves: [],
    calls: [],
    lastDeparture: 0,
  };
  let came = 0;
  let turn = -1;
  let now = 0;

  const lengthOf = ({called, waiting, served}: Queue) => called.length + waiting.length + (served === null ? 0 : 1);
  const shortest = () => queues.reduce((least, queue, i) => (lengthOf(queue) < lengthOf(queues[least]) ? i : least), 0);

  function serve(queue: Queue): void {
    if (queue.served !== null) return;
    const line = operator === undefined ? queue.waiting : queue.called;
    const next = line.shift();
    if (next === undefined) return;
    queue.served = next;
    queue.endsAt = now + comers[next].work;
    outcome.startedAt[next] = now;
    outcome.waited[next] = now - comers[next].at;
  }
  function depart(): boolean {
    const done = queues.filter(({endsAt}) => endsAt === now);
    for (const queue of done) {
      queue.served = null;
      queue.endsAt = Infinity;
      outcome.lastDeparture = now;
      serve(queue);
    }
    return done.length > 0;
  }
  function renege(): void {
    for (const queue of queues) {
      for (const customer of queue.waiting.filter((one) => comers[one].at + reneging <= now)) {
        queue.waiting.splice(queue.waiting.indexOf(customer), 1);
        outcome.waited[customer] = reneging;
        outcome.lastDeparture = now;
      }
    }
  }
  function jockey(): boolean {
    const to = shortest();
    const long = queues.flatMap((queue, i) => (lengthOf(queue) >= lengthOf(queues[to]) + 2 ? [i] : []));
    if (long.length === 0) return false;
    const from = long.reduce((nearest, one) => (Math.abs(one - to) < Math.abs(nearest - to) ? one : nearest)); // the left one of two
    const customer = queues[from].waiting.pop()!;
    outcome.moves.push({at: now, customer, from, to});
    outcome.queue[customer] = to;
    queues[to].waiting.push(customer);
    serve(queues[to]);
    return true;
  }
  function arrive(): void {
    for (; came < comers.length && comers[came].at === now; came++) {
      const to = shortest();
      outcome.queue[came] = to;
      queues[to].waiting.push(came);
      if (operator === undefined) serve(queues[to]);
    }
  }
  function callClass(): void {
    if (operator === undefined || now < operator.from) return;
    const isBusy = queues.some(({called, served}) => called.length > 0 || served !== null);
    if (isBusy || queues.every(({waiting}) => waiting.length === 0)) return;
    const isTheirs = (customer: number) => comers[customer].turn === turn;
    do turn = (turn + 1) % operator.turns;
    while (!queues.some(({waiting}) => waiting.some(isTheirs)));
    outcome.calls.push({at: now, turn});
    for (const queue of queues) {
      queue.called = queue.waiting.filter(isTheirs);
      queue.waiting = queue.waiting.filter((customer) => !isTheirs(customer));
      serve(queue);
    }
  }

  for (;;) {
    const moments = [came < comers.length ? comers[came].at : Infinity, ...queues.map(({endsAt}) => endsAt)];
    for (const {waiting} of queues) moments.push(...waiting.map((customer) => comers[customer].at + reneging));
    if (operator !== undefined && now < operator.from) moments.push(operator.from);
    now = Math.min(...moments);
    if (now === Infinity) return outcome;
    if (policy.order === "B") arrive();
    const somebodyLeft = depart();
    renege();
    if (jockeying === "before arrivals" && somebodyLeft) jockey();
    arrive();
    if (jockeying === "after arrivals") while (jockey());
    callClass();
  }
}
