/** What is done with each case of appointments.json: the session as the case gives it, and the numbers it must have. Every unit is a minute. */
import type {Law} from "../../random/law.ts";
import {ARRIVED, OVERTIME, WAIT_SERVED} from "../../replication/row.ts";
import {MINUTE} from "../../units.ts";
import {
  balancedHyperexponential,
  erlang,
  exponential,
  fixed,
  type GivenArrivals,
  type GivenScenario,
  type GivenStation,
  lognormal,
} from "../builders/scenario.ts";
import {APPOINTMENT_CASES} from "../cases.ts";
import * as the from "../numbers.ts";
import {type Check, check, Params} from "../plan.ts";

export interface SessionPlan {
  id: string;
  place: GivenScenario;
  within: number[];
  checks: Check[];
}

interface Session {
  /** Times of appointments in minutes, by source. */
  books: Record<string, number[]>;
  end: number;
  service: Law;
  absent?: number;
  late?: Law;
  walkIns?: {name: string; rate: number};
  station?: GivenStation;
  classes?: GivenScenario["classes"];
}

function sessionOf({books, end, service, absent = 0, late, walkIns, station, classes}: Session): GivenScenario {
  const arrivals: Record<string, GivenArrivals> = {};
  for (const [name, at] of Object.entries(books))
    arrivals[name] = {book: {at: at.map((time) => time * MINUTE), absent, late: late ?? null}};
  if (walkIns !== undefined) arrivals[walkIns.name] = {rate: walkIns.rate / MINUTE};
  return {opening: [0, end * MINUTE], arrivals, station: {service, ...station}, classes: classes ?? {}};
}

// Numbers, in minutes

const minutes = (number: the.Numbered) => the.affine(number, 1 / MINUTE);
const meanWait = minutes(the.meanWait);
const meanWaitOf = (name: string) => minutes(the.measure("waitTime", {class: name}));
const trueWait = minutes(the.measure("waitFromArrival"));
const idleToTheLast = minutes(the.measure("idleTimeUntilLast", {statistic: "mean"}));
const idleOfSession = minutes(the.measure("idleTime", {statistic: "mean"}));
const overtime = minutes(the.measure("overtime", {statistic: "mean"}));
const hasOvertime = the.measure("overtimeShare", {statistic: "share"});
const totalWait = minutes(the.meanOfDays(the.visits(WAIT_SERVED)));
const waitAt = (position: number, source = "patients") =>
  minutes(the.measure("waitByPosition", {statistic: `${position + 1} of ${source}`}));
const idleAfterLast: (run: Parameters<the.Numbered>[0]) => {column: number; times: number}[] = ({layout}) => [
  {column: layout.idleAfterLast(0), times: 1},
];
/** Until the last departure, or the last appointment: from the end of the session by overtime on, or by time left back. */
const makespan = (end: number, servers = 1): the.Numbered =>
  minutes(the.affine(the.meanOfDays(the.minus(the.day(OVERTIME), the.scaled(1 / servers, idleAfterLast))), 1, end * MINUTE));
const weighted = (...parts: [number, Parameters<typeof the.plus>[number]][]): the.Numbered =>
  the.meanOfDays(the.plus(...parts.map(([weight, part]) => the.scaled(weight, part))));

const numberOf = (value: unknown): number => {
  if (typeof value !== "number") throw new RangeError(`no number: ${JSON.stringify(value)}`);
  return value;
};

// Families

function slotTimes(counts: readonly number[], length: number): number[] {
  return counts.flatMap((people, slot) => new Array<number>(people).fill(slot * length));
}

function epochs(gaps: readonly number[]): number[] {
  const at = [0];
  for (const gap of gaps) at.push(at[at.length - 1] + gap);
  return at;
}

/** Mean wait, idle to the last, overtime, makespan, P(overtime), and with more numbers P(wait > 1) and the wait of each. */
function policy(service: Law): (p: Params, truth: readonly unknown[], id: string) => Omit<SessionPlan, "id"> {
  return (p, truth) => {
    const end = p.number("session_end");
    const absent = typeof p.all.no_show === "number" ? p.number("no_show") : 0;
    const numbers = [meanWait, idleToTheLast, overtime, makespan(end), hasOvertime];
    const checks = numbers.map((number, i) => check(number, numberOf(truth[i])));
    if (typeof truth[5] === "number") checks.push(check(the.waitBeyond(MINUTE), truth[5]));
    if (Array.isArray(truth[6])) (truth[6] as number[]).forEach((wait, i) => checks.push(check(waitAt(i), wait)));
    return {place: sessionOf({books: {patients: p.list("appointment_times")}, end, service, absent}), within: [MINUTE], checks};
  };
}

const phases: Record<string, Law> = {
  "Erlang-4 (CV 0.5)": erlang(MINUTE, 4),
  "Erlang-2 (CV 0.7071)": erlang(MINUTE, 2),
  "H2 balanced means SCV 2": balancedHyperexponential(MINUTE, 2),
};

type PlanOf = (p: Params, truth: readonly unknown[], id: string) => Omit<SessionPlan, "id">;

const optimum: PlanOf = (p, truth) => {
  const [slots, length] = [p.number("slots"), p.number("slot_length")];
  const numbers = [meanWait, idleToTheLast, idleOfSession, overtime, makespan(slots * length), hasOvertime];
  return {
    place: sessionOf({
      books: {patients: slotTimes(truth[0] as number[], length)},
      end: slots * length,
      service: exponential(MINUTE / p.number("service_rate")),
      absent: p.number("no_show"),
    }),
    within: [],
    checks: numbers.map((number, i) => check(number, numberOf(truth[i + 2]))),
  };
};

/** The intervals are given to four digits: the flat optimum forgives that. */
const continuous: PlanOf = (p, truth) => {
  const at = epochs(truth[1] as number[]);
  const end = Math.ceil(at[at.length - 1]) + 1;
  return {
    place: sessionOf({books: {patients: at}, end, service: exponential(MINUTE), absent: p.number("no_show")}),
    within: [],
    checks: [check(totalWait, numberOf(truth[2])), check(makespan(end), numberOf(truth[3]))],
  };
};

/** Mean services in the best order, each in a source of its own. */
const sequence: PlanOf = (p, truth) => {
  const at = epochs(truth[1] as number[]);
  const end = 10;
  const means = p.list("mean_services");
  const place = sessionOf({
    books: Object.fromEntries(means.map((mean, i) => [`mean ${mean}`, [at[i]]])),
    end,
    service: exponential(MINUTE),
    classes: Object.fromEntries(means.map((mean) => [`mean ${mean}`, {service: exponential(mean * MINUTE)}])),
  });
  const cost = minutes(the.affine(weighted([1, the.visits(WAIT_SERVED)], [1, the.day(OVERTIME)], [-1, idleAfterLast]), 1, end * MINUTE));
  return {place, within: [], checks: [check(cost, numberOf(truth[0]))]};
};

const lowVarianceFirst: PlanOf = (p, truth) => {
  const [at, shapes] = [p.list("appointment_times"), p.list("erlang_shapes")];
  const isLow = (i: number) => shapes[i] === 8;
  const place = sessionOf({
    books: {low: at.filter((_, i) => isLow(i)), high: at.filter((_, i) => !isLow(i))},
    end: p.number("session_end"),
    service: exponential(MINUTE),
    classes: {low: {service: erlang(MINUTE, 8)}, high: {service: exponential(MINUTE)}},
  });
  const numbers = [meanWait, idleToTheLast, overtime, hasOvertime];
  return {place, within: [], checks: numbers.map((number, i) => check(number, numberOf(truth[i])))};
};

const newsvendor: PlanOf = (p, truth) => {
  const end = 3;
  const place = sessionOf({books: {patients: [0, numberOf(truth[0])]}, end, service: lognormal(MINUTE, p.number("cv"))});
  return {place, within: [], checks: [check(waitAt(1), numberOf(truth[1])), check(costOf(p, end), numberOf(truth[2]))]};
};
const costOf = (p: Params, end: number): the.Numbered => {
  const [ofWait, ofMakespan] = [p.number("cost_wait"), p.number("cost_makespan")];
  const parts = weighted([ofWait, the.visits(WAIT_SERVED)], [ofMakespan, the.day(OVERTIME)], [-ofMakespan, idleAfterLast]);
  return minutes(the.affine(parts, 1, ofMakespan * end * MINUTE));
};

const walkIns: PlanOf = (p, truth) => ({
  place: sessionOf({
    books: {booked: p.list("appointment_times")},
    end: p.number("session_end"),
    service: exponential(MINUTE),
    walkIns: {name: "walk-ins", rate: p.number("walkin_rate")},
  }),
  within: [],
  checks: [meanWaitOf("booked"), meanWaitOf("walk-ins"), overtime, hasOvertime].map((number, i) => check(number, numberOf(truth[i]))),
});

const urgent: PlanOf = (p, truth) => ({
  place: sessionOf({
    books: {booked: p.list("appointment_times")},
    end: p.list("urgent_window")[1],
    service: exponential(MINUTE),
    walkIns: {name: "urgent", rate: p.number("urgent_rate")},
    classes: {urgent: {priority: 1}, booked: {priority: 2}},
    station: {order: "priority then by appointment"},
  }),
  within: [],
  checks: [check(meanWaitOf("urgent"), numberOf(truth[0])), check(meanWaitOf("booked"), numberOf(truth[1]))],
});

const servers: PlanOf = (p, truth) => {
  const [end, count] = [p.number("session_end"), p.number("servers")];
  const place = sessionOf({books: {patients: p.list("appointment_times")}, end, service: exponential(MINUTE), station: {servers: count}});
  return {
    place,
    within: [],
    checks: [meanWait, makespan(end, count), overtime, hasOvertime].map((number, i) => check(number, numberOf(truth[i]))),
  };
};

const overbooked: PlanOf = (p, truth) => ({
  place: sessionOf({
    books: {patients: slotTimes(p.list("schedule"), p.number("slot"))},
    end: p.number("slots"),
    service: fixed(MINUTE),
    absent: p.number("no_show"),
  }),
  within: [],
  checks: [totalWait, overtime, idleOfSession, hasOvertime].map((number, i) => check(number, numberOf(truth[i]))),
});

const bestOverbooking: PlanOf = (p, truth) => {
  const utility = weighted(
    [p.number("revenue_per_show"), the.day(ARRIVED)],
    [-p.number("cost_wait_per_slot") / MINUTE, the.visits(WAIT_SERVED)],
    [-p.number("cost_overtime_per_slot") / MINUTE, the.day(OVERTIME)],
  );
  return {
    place: sessionOf({
      books: {patients: slotTimes(truth[1] as number[], 1)},
      end: p.number("slots"),
      service: fixed(MINUTE),
      absent: 1 - p.number("show_prob"),
    }),
    within: [],
    checks: [check(utility, numberOf(truth[2]))],
  };
};

const compressed: PlanOf = (p, truth) => ({
  place: sessionOf({
    books: {patients: Array.from({length: p.number("patients")}, (_, i) => i * p.number("interval"))},
    end: p.number("session_end"),
    service: fixed(MINUTE),
    absent: 1 - p.number("show_prob"),
  }),
  within: [],
  checks: [meanWait, overtime, hasOvertime].map((number, i) => check(number, numberOf(truth[i]))),
});

/** Work stops when the break begins and goes on when it ends. */
const resumedBreak: PlanOf = (p, truth) => {
  const [from, to] = p.list("break").map((time) => time * MINUTE);
  return {
    place: sessionOf({
      books: {patients: p.list("appointment_times")},
      end: p.number("session_end"),
      service: exponential(MINUTE),
      station: {
        servers: [
          [0, 1],
          [from, 0],
          [to, 1],
        ],
        leaving: "resume",
      },
    }),
    within: [],
    checks: [
      ...[meanWait, overtime, hasOvertime].map((number, i) => check(number, numberOf(truth[i]))),
      ...(truth[3] as number[]).map((wait, i) => check(waitAt(i), wait)),
    ],
  };
};

/** The case keeps the server idle for a patient whose turn it is and who is not here; that weighs 0.0005 here, less than the error. */
const unpunctualPair: PlanOf = (p, truth) => {
  const end = 4;
  const place = sessionOf({
    books: {patients: p.list("appointments")},
    end,
    service: fixed(p.number("service") * MINUTE),
    late: {kind: "normal", mean: 0, sd: p.number("lateness_sd") * MINUTE},
    station: {order: "by appointment"},
  });
  const totalTrue = the.affine(trueWait, p.list("appointments").length);
  return {
    place,
    within: [],
    checks: [totalTrue, makespan(end), totalWait].map((number, i) => check(number, numberOf(truth[i]))),
  };
};

/** The truths were simulated themselves. */
const unpunctual: PlanOf = (p, truth) => {
  const people = p.number("N");
  const end = 2 * people;
  const place = sessionOf({
    books: {patients: Array.from({length: people}, (_, i) => i * p.number("interval"))},
    end,
    service: exponential(p.number("mean_service") * MINUTE),
    late: {kind: "normal", mean: 0, sd: p.number("lateness_sd") * MINUTE},
    station: {order: "by appointment"},
  });
  const [wait, last] = truth as {mean: number; se: number}[];
  return {
    place,
    within: [],
    checks: [
      {number: trueWait, truth: wait.mean, standardError: wait.se},
      {number: makespan(end), truth: last.mean, standardError: last.se},
    ],
  };
};

const FAMILIES: [RegExp, PlanOf][] = [
  [/^kk-/, optimum],
  [/^pol-/, policy(exponential(MINUTE))],
  [/^ph-/, (p, truth, id) => policy(phases[p.text("service")])(p, truth, id)],
  [/^cont-/, continuous],
  [/^seq-01/, sequence],
  [/^seq-03/, lowVarianceFirst],
  [/^nv-/, newsvendor],
  [/^walk-/, walkIns],
  [/^urg-/, urgent],
  [/^ms-/, servers],
  [/^ob-0[123]/, overbooked],
  [/^ob-0[56]/, bestOverbooking],
  [/^ob-07/, compressed],
  [/^brk-/, resumedBreak],
  [/^unp-01/, unpunctualPair],
  [/^unp-02/, unpunctual],
];

/** Each case with a seed of its own, so that the cases are independent of each other. */
export function appointmentPlans(): SessionPlan[] {
  return APPOINTMENT_CASES.map(({id, params, expected}) => {
    const family = FAMILIES.find(([name]) => name.test(id));
    if (family === undefined) throw new RangeError(`nothing is done with ${id}`);
    const plan = family[1](new Params(params), expected, id);
    return {id, ...plan, place: {...plan.place, run: {seed: `session ${id}`}}};
  });
}
