/** Days that begin empty and end: constant and changing rates, shifts, appointments at fixed times. */
import {sin} from "../../math/index.ts";
import {
  ARRIVED,
  BUSY,
  GAVE_UP,
  OVERTIME,
  REFUSED,
  SERVED,
  STAFFED,
  STAFF_OVERTIME,
  TURNED_AWAY,
  WAIT_GAVE_UP,
  WAIT_SERVED,
} from "../../replication/row.ts";
import {choose, exponential, fixed, type GivenScenario, mix, visit} from "../builders/scenario.ts";
import * as the from "../numbers.ts";
import {check, type Params, type Plan, simulated, skip} from "../plan.ts";

const {clock, day, meanOfDays, minus, plus, ratio, visits, within} = the;
const waits = plus(visits(WAIT_SERVED), visits(WAIT_GAVE_UP));
const busyInHours = minus(clock(BUSY), clock(STAFF_OVERTIME));
const staffedInHours = minus(clock(STAFFED), clock(STAFF_OVERTIME));

/** An eight-hour day in minutes; what is asked is in the end of the case's name. */
export function eightHours(p: Params, expected: number, id: string): Plan {
  const threshold = p.number("threshold_min");
  const servers = p.number("c");
  const place: GivenScenario = {
    opening: [0, p.number("opening_min")],
    arrivals: {rate: p.number("lambda")},
    classes: {customers: {patience: typeof p.all.theta === "number" ? exponential(1 / p.number("theta")) : null}},
    station: {
      servers,
      service: exponential(1 / p.number("mu")),
      room: typeof p.all.queue_capacity === "number" ? servers + p.number("queue_capacity") : null,
    },
  };
  const good = within("served", threshold);
  const numbers: Record<string, the.Numbered> = {
    good: meanOfDays(good),
    sl: ratio(good, visits(SERVED)),
    asa: ratio(waits, visits(SERVED)),
    ab: meanOfDays(visits(GAVE_UP)),
    occ: ratio(busyInHours, staffedInHours),
    blocked: meanOfDays(visits(REFUSED)),
    slb: ratio(good, plus(visits(SERVED), visits(REFUSED))),
  };
  const number = numbers[id.slice(id.lastIndexOf("-") + 1)];
  return number === undefined
    ? skip("a formula alone: nothing to simulate")
    : simulated(place, [check(number, expected)], {effort: {days: 600}, within: [threshold]});
}

/** The call centre of thirteen hours whose rates, agents and busyness change; per expected call of the day. */
export function callCentre(p: Params, expected: number, metric: string, standardError = 0): Plan {
  const HOUR = 3600;
  const expectedCalls = 1660;
  const busyness = p.text("busyness");
  const place: GivenScenario = {
    opening: [8 * HOUR, 21 * HOUR],
    arrivals: {
      rate: p.list("arrivals_per_hour").map((rate, i) => [(8 + i) * HOUR, rate / HOUR]),
      busyness: busyness.startsWith("Gamma(400,400)") ? 0.05 : 0,
    },
    classes: {customers: {patience: mix([0.1, fixed(0)], [0.9, exponential(1000)])}},
    station: {servers: p.list("agents").map((agents, i) => [(8 + i) * HOUR, agents]), service: exponential(100)},
  };
  const per = 1 / expectedCalls;
  const numbers: [RegExp, the.Numbered][] = [
    [/waits?\]?\/1660|W sum/, the.affine(meanOfDays(waits), per)],
    [/abandonments/, the.affine(meanOfDays(visits(GAVE_UP)), per)],
    [/arrivals per day/, meanOfDays(day(ARRIVED))],
    [/waits<20 s/, the.affine(meanOfDays(within("served", 20)), per)],
  ];
  const found = numbers.find(([pattern]) => pattern.test(metric));
  return found === undefined
    ? skip("a formula alone: nothing to simulate")
    : simulated(place, [{number: found[1], truth: expected, standardError}], {effort: {days: 2000}, within: [20]});
}

/** Twelve slots of a quarter of an hour; who does not show up takes no time. */
export function appointments(p: Params, expected: number, metric: string): Plan {
  const slot = p.number("slot_min");
  const noShow = p.number("no_show");
  const list = p.list("bookings").flatMap((booked, i) => Array.from({length: booked}, () => ({at: i * slot})));
  const place: GivenScenario = {
    opening: [0, p.number("slots") * slot],
    arrivals: {list, mix: noShow > 0 ? {booked: 1 - noShow, absent: noShow} : {booked: 1}},
    classes: noShow > 0 ? {booked: {route: "visit"}, absent: {route: "nowhere"}} : {booked: {route: "visit"}},
    station: {service: exponential(p.number("mean_service_min"))},
    routes: {visit: [visit("doctor", "counter")], nowhere: [choose("stay away", [[1, null]])]},
  };
  const numbers: [RegExp, the.Numbered][] = [
    [/^mean wait/, noShow > 0 ? the.measure("waitTime", {class: "booked"}) : the.meanWait],
    [/idle/, the.affine(meanOfDays(busyInHours), -1, p.number("slots") * slot)],
    [/^expected overrun/, the.measure("overtime", {statistic: "mean"})],
    [/^P\(overrun>0\)/, shareOfDaysWithOvertime],
  ];
  const found = numbers.find(([pattern]) => pattern.test(metric));
  return found === undefined ? skip("appointments: come next") : simulated(place, [check(found[1], expected)], {effort: {days: 20_000}});
}

/** Days on which somebody was still there at closing. */
export const shareOfDaysWithOvertime: the.Numbered = (run) => the.shareOfReplications(run, (r) => run.at(r, run.layout.day(OVERTIME)) > 0);

/** M/M/1 from empty, looked at after t: closing then, without calling anybody more, leaves one in service or nobody. */
export function transient(p: Params, expected: number, metric: string): Plan {
  const place: GivenScenario = {
    opening: [0, p.number("t")],
    closing: "turn away the waiting",
    arrivals: {rate: p.number("lambda")},
    station: {service: exponential(1 / p.number("mu"))},
  };
  const isSomebodyThere = shareOfDaysWithOvertime;
  const waiting = meanOfDays(visits(TURNED_AWAY));
  const present: the.Numbered = (run) => the.sum(waiting(run), isSomebodyThere(run));
  const number = metric.startsWith("P(N(t)=0)") ? the.complementOf(isSomebodyThere) : present;
  return simulated(place, [check(number, expected)], {effort: {days: 60_000}});
}

/** Rates of a sine, joined by short straight lines: `steps` of them a period. */
export function sine(
  mean: number,
  swing: number,
  frequency: number,
  until: number,
  steps: number,
): {at: number[]; value: number[]; shape: "ramp"} {
  const period = (2 * Math.PI) / frequency;
  const points = Math.ceil((until / period) * steps);
  const at = Array.from({length: points + 1}, (_, i) => (i * period) / steps);
  return {at, value: at.map((t) => mean + swing * sin(frequency * t)), shape: "ramp"};
}

/** A place that never closes whose rate goes up and down with the day; the day is 24 long. */
export function daily(p: Params, expected: number, metric: string): Plan {
  const [, mean, swing] = /^([\d.]+)\+([\d.]+) sin\(2 pi t\/24\)$/.exec(p.text("lambda_t")) ?? [];
  const days = Math.ceil(24_000 / (24 * Number(mean)));
  const place: GivenScenario = {
    arrivals: {process: {kind: "poisson", rate: sine(Number(mean), Number(swing), (2 * Math.PI) / 24, (days + 2) * 24, 240)}},
    station: {servers: p.number("c"), service: exponential(1 / p.number("mu"))},
    run: {length: days * 24, warmUp: 48},
  };
  return simulated(place, [check(metric.startsWith("arrival-averaged") ? the.delayed : the.queueLength, expected)], {
    effort: {days: expected < 0.1 ? 200 : 60},
  });
}
