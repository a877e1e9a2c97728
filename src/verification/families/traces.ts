/** A handful of customers at given moments: what happens then is known to the second. */
import {compileModel} from "../../model/compile.ts";
import {
  BALKED_AT,
  CALLED,
  DROPPED_AT,
  ENDED,
  type EventLog,
  GAVE_UP_AT,
  INTERRUPTED,
  LEFT,
  REFUSED_AT,
  STARTED,
} from "../../replication/event-log.ts";
import {type Given, type GivenScenario, type GivenStation, fixed, scenarioOf} from "../builders/scenario.ts";
import type {CustomerClass, Interrupt, ListedCustomer} from "../../scenario/scenario.ts";
import {traceReplication} from "../../replication/trace.ts";
import {stateShares} from "./paths.ts";
import type {Exact, Params} from "../plan.ts";

type Listed = Given<ListedCustomer> & {at: number};

interface Story {
  customers: Listed[];
  station: GivenStation;
  classes?: Record<string, Given<CustomerClass>>;
}

const placeOf = ({customers, station, classes = {}}: Story): GivenScenario => ({
  arrivals: {visitors: {list: [...customers].sort((a, b) => a.at - b.at), mix: {visitors: 1}}},
  classes,
  station: {service: fixed(0), ...station},
  run: {customers: customers.length},
});
const told = (story: Story): EventLog => traceReplication(compileModel(scenarioOf(placeOf(story))), 0);

const moments = ({events}: EventLog, kind: number) => events.filter((event) => event.kind === kind);
/** When a kind of event last happened to customers 0, 1, 2 ... */
const momentOf = (log: EventLog, kind: number): (number | undefined)[] => {
  const at: (number | undefined)[] = log.customers.map(() => undefined);
  for (const event of moments(log, kind)) at[event.customer] = event.at;
  return at;
};

const every = (between: number, count: number, service: number, patience: number | null = null): Listed[] =>
  Array.from({length: count}, (_, i) => ({at: (i + 1) * between, service, patience}));
const exact = (found: () => unknown, expected: unknown, tolerance = 0): Exact => ({kind: "exact", found, expected, tolerance});

export const baulkTimes = (p: Params, expected: unknown) =>
  exact(() => moments(told(fullAtThree(p)), BALKED_AT).map(({at}) => at), expected);
/** Of those who are done before the end of the story, at 51. */
export const baulkStarts = (p: Params, expected: unknown) =>
  exact(() => {
    const log = told(fullAtThree(p));
    const started = momentOf(log, STARTED);
    const done = moments(log, ENDED)
      .filter(({at}) => at < 51)
      .map(({customer}) => customer);
    return [
      done.map((customer) => started[customer]),
      done.map((customer) => (started[customer] ?? Number.NaN) - log.customers[customer].at),
    ];
  }, expected);
const fullAtThree = (p: Params): Story => ({
  customers: every(p.number("arrival"), 10, p.number("service")),
  classes: {
    visitors: {balks: {goesBy: "people in system", perception: 0, rule: {kind: "share", from: [p.number("baulk_at")], share: [1]}}},
  },
  station: {},
});

export const firstCome = (p: Params, expected: unknown) =>
  exact(() => momentOf(told({customers: every(p.number("arrival"), 8, p.number("service")), station: {}}), ENDED).slice(0, 5), expected);
export const lastCome = (p: Params, expected: unknown) =>
  exact(
    () =>
      moments(told({customers: every(p.number("arrival"), 9, p.number("service")), station: {order: "last come"}}), ENDED)
        .filter(({at}) => at < 9.5)
        .map(({customer}) => customer + 1),
    expected,
  );
export const reneging = (p: Params, expected: unknown) =>
  exact(() => {
    const log = told({customers: every(p.number("arrival"), 5, p.number("service"), p.number("patience")), station: {}});
    return moments(log, GAVE_UP_AT).map(({at, customer}) => [customer + 1, log.customers[customer].at, at]);
  }, expected);
export const renegingTogether = (p: Params, expected: unknown) =>
  exact(() => {
    const patience = p.list("patience");
    const customers = p.list("arrivals").map((at, i) => ({at, service: p.number("service"), patience: patience[i]}));
    const [second, third] = [1, 2].map((customer) => momentOf(told({customers, station: {}}), GAVE_UP_AT)[customer]);
    return second === third ? second : [second, third];
  }, expected);
export const renegingAfterShift = (p: Params, expected: unknown) =>
  exact(() => {
    const log = told({
      customers: every(p.number("arrival"), 3, p.number("service"), p.number("patience")),
      station: {
        servers: [
          [0, 1],
          [16, 0],
        ],
      },
    });
    const left = momentOf(log, GAVE_UP_AT);
    return [left[1], left[2], momentOf(log, ENDED)[0]];
  }, expected);

export const priorityFirst = (p: Params, expected: unknown) =>
  exact(() => {
    const [low, high] = p.list("service");
    const customers = [
      ...p.list("low").map((at) => ({at, class: "low", service: low})),
      ...p.list("high").map((at) => ({at, class: "high", service: high})),
    ];
    const log = told({customers, station: {order: "priority"}, classes: {low: {priority: 2}, high: {priority: 1}}});
    return momentOf(log, ENDED);
  }, expected);

/** A second service time is drawn where the first was given up: the class's law. */
const interruptible = (interrupt: Interrupt, again: number | null = null) => ({
  station: {order: "priority" as const, interrupt},
  classes: {low: {priority: 2, service: again === null ? null : fixed(again)}, high: {priority: 1}},
});
const ofTwo = (low: Listed[], high: Listed[]): Listed[] => [
  ...low.map((customer) => ({...customer, class: "low"})),
  ...high.map((customer) => ({...customer, class: "high"})),
];

export const priorityInterrupts = (p: Params, expected: unknown) =>
  exact(() => {
    const [low, high] = p.list("service");
    const customers = ofTwo(
      p.list("low").map((at) => ({at, service: low})),
      p.list("high").map((at) => ({at, service: high})),
    );
    return momentOf(told({...interruptible("restart"), customers}), ENDED);
  }, expected);

/** A low customer at 1 with 6 to do (3, when drawn again), a high one at 3 with 10. */
export const interrupted = (p: Params, expected: unknown) =>
  exact(() => {
    const rule = interruptible(p.text("option") as Interrupt, 3);
    const second = p.all.second_server_from as number | undefined;
    const servers: [number, number][] = [[0, 1], ...(second === undefined ? [] : [[second, 2] as [number, number]])];
    const customers = ofTwo([{at: 1, service: 6}], [{at: 3, service: 10}]);
    return momentOf(told({...rule, station: {...rule.station, servers}, customers}), ENDED)[0];
  }, expected);

/** Two windows, two low customers, two high ones: the last to start is interrupted first. Time that each low one was served for. */
export const lastStartedFirst = (p: Params, [, expected]: number[][]) =>
  exact(() => {
    const rule = interruptible(p.text("preempt") as Interrupt);
    const service = p.number("service");
    const come = (times: number[]) => times.map((at) => ({at, service}));
    const customers = ofTwo(come(p.list("low")), come(p.list("high")));
    const log = told({...rule, station: {...rule.station, servers: p.number("capacity")}, customers});
    return [0, 1].map((one) => {
      const mine = log.events.filter(({customer}) => customer === one);
      const total = (kinds: number[]) => mine.reduce((sum, {at, kind}) => sum + (kinds.includes(kind) ? at : 0), 0);
      return total([ENDED, INTERRUPTED]) - total([STARTED]);
    });
  }, expected);

/** Low at 0 and 0, high at 2 and 3, 10 each, room for two in line. The end of whoever was dropped is when. */
export const lowestDropped = (p: Params, interrupt: Interrupt | null, expected: unknown) =>
  exact(() => {
    const come = (times: number[]) => times.map((at) => ({at, service: 10}));
    const log = told({
      customers: ofTwo(come([0, 0]), come([2, 3])),
      classes: {low: {priority: 2}, high: {priority: 1}},
      station: {order: "priority", interrupt, room: 1 + p.number("queue_size"), full: "drop lowest"},
    });
    const dropped = moments(log, DROPPED_AT).map(({customer}) => customer);
    if (dropped.length !== 1 || dropped[0] !== 1) throw new Error(`customer 1 alone is dropped, not ${dropped.join(", ")}`);
    return momentOf(log, LEFT);
  }, expected);

export const shiftEndRestart = (expected: unknown) =>
  exact(() => {
    const log = told({
      customers: [{at: 1, service: 10}],
      station: {
        servers: [
          [0, 1],
          [5, 0],
          [9, 1],
        ],
        leaving: "restart",
      },
    });
    const [end, start] = [momentOf(log, ENDED)[0], momentOf(log, STARTED)[0]];
    return [end, (end ?? Number.NaN) - (start ?? Number.NaN)];
  }, expected);

/** A table of shifts that begins anew after its last end, as steps of the clock. */
export const cyclicShifts = (p: Params, expected: unknown, tolerance: number) =>
  exact(
    () => {
      const shifts = p.table("schedule"); // [servers, until]
      const cycle = shifts[shifts.length - 1][1];
      const servers = [0, 1].flatMap((round) =>
        shifts.map(([count], i): [number, number] => [round * cycle + (i === 0 ? 0 : shifts[i - 1][1]), count]),
      );
      const customers = Array.from({length: p.number("batch")}, () => ({at: p.number("arrive"), service: p.number("service")}));
      return momentOf(told({customers, station: {servers}}), STARTED);
    },
    expected,
    tolerance,
  );

export const shiftEnds = (p: Params, expected: unknown) =>
  exact(() => {
    const servers = p
      .list("schedule")
      .map((_, i): [number, number] => [i === 0 ? 0 : p.table("schedule")[i - 1][1], p.table("schedule")[i][0]]);
    const customers = p.list("arrivals").map((at) => ({at, service: p.number("service")}));
    return (["finish", "restart"] as const).map((leaving) => momentOf(told({customers, station: {servers, leaving}}), ENDED));
  }, expected);

/** Each shift is other people, who finish the customer in hand: overtime of each who leaves, and its mean. */
export const relievedShifts = (p: Params, expected: unknown, tolerance: number) =>
  exact(
    () => {
      const shifts = p.table("schedule").map(([count, to], i) => ({count, from: i === 0 ? 0 : p.table("schedule")[i - 1][1], to}));
      const people = shifts.flatMap(({count, from, to}) =>
        Array.from({length: count}, (_, i) => ({name: `${from}-${i}`, hours: [{from, to}], breaks: [], speed: 1})),
      );
      const services = p.list("services");
      const customers = p.list("arrivals").map((at, i) => ({at, service: services[i]}));
      const log = told({customers, station: {servers: people.length, people}});
      // Who is on duty when the story ends leaves later.
      const overtime = people.slice(0, -1).map(({hours: [{to}]}, place) => {
        const last = moments(log, ENDED).filter((event) => event.place === place);
        return Math.max(0, ...last.map(({at}) => at - to));
      });
      return [overtime, overtime.reduce((sum, time) => sum + time, 0) / overtime.length];
    },
    expected,
    tolerance,
  );

/** The source divides by 15.2, where its clock stopped; the last customer left at 15.0. */
const END_OF_STORY = 15.2;

export const timeInStates = (p: Params, expected: number[], tolerance: number) =>
  exact(
    () => {
      const between = p.list("interarrivals"),
        services = p.list("services"),
        horizon = p.number("horizon");
      const customers: Listed[] = [];
      let at = between[0];
      for (let i = 0; at < horizon; i++, at += between[i % between.length]) customers.push({at, service: services[i % services.length]});
      return stateShares(told({customers, station: {}}), 0, END_OF_STORY, expected.length);
    },
    expected,
    tolerance,
  );

export const refusedAtFullCounter = (p: Params, expected: unknown) =>
  exact(() => {
    const log = told({customers: every(1, p.number("n"), 1.5), station: {room: 1}});
    const ended = moments(log, ENDED);
    return [ended.length, moments(log, REFUSED_AT).length, ended[ended.length - 1].at];
  }, expected);
export const releaseBeforeSeize = (p: Params, expected: unknown) =>
  exact(
    () =>
      moments(
        told({customers: p.list("arrivals").map((at) => ({at, service: p.number("service")})), station: {room: p.number("K")}}),
        REFUSED_AT,
      ).length,
    expected,
  );

export const departures = (p: Params, expected: unknown, tolerance: number) =>
  exact(
    () => {
      const services = p.list("service");
      return momentOf(
        told({customers: p.list("arrivals").map((at, i) => ({at, service: services[i]})), station: {servers: p.number("c")}}),
        ENDED,
      );
    },
    expected,
    tolerance,
  );
/** The case gives ends, not service times: each service is what lies between its known start and its end. */
export const starts = (p: Params, expected: number[], tolerance: number) =>
  exact(
    () => {
      const ends = p.list("ends");
      return momentOf(
        told({customers: p.list("arrivals").map((at, i) => ({at, service: ends[i] - expected[i]})), station: {servers: p.number("c")}}),
        CALLED,
      );
    },
    expected,
    tolerance,
  );
