/**
 * Reference cases of changing demand: M(t)/G/∞, transient and periodic queues, terminating days, staffing by the half hour, fluid.
 */
import {TWO_PI} from "../../math/gamma.ts";
import {exp, log, logGamma} from "../../math/index.ts";
import {gaussLegendre} from "../../math/gauss-legendre.ts";
import {fluidLine} from "../../theory/fluid.ts";
import {deterministicLoad, serversForDelayBelow, sinusoidalLoad} from "../../theory/infinite-server.ts";
import {constantRate, type RateOverTime, type Sinusoid, sinusoidalRate, steppedRate, timesRate} from "../../theory/rate-over-time.ts";
import {
  modifiedOfferedLoads,
  periodLoads,
  pointwiseStationary,
  serversForWaitingAtMost,
  simpleStationary,
  squareRootStaffingByCells,
} from "../../theory/stationary-staffing.ts";
import {atLeastPresent, emptyAt, evolve, type TimeVaryingQueue} from "../../theory/time-varying-queue.ts";
import {solveCycle} from "../../theory/periodic-queue.ts";
import {type Day, solveDay} from "../../theory/terminating-day.ts";
import {transientFromEmpty} from "../../theory/transient-mmc.ts";
import type {FormulaCase, FormulaFamily, Found} from "./formula-case.ts";
import {given, wanted} from "./reading-cases.ts";

const PI = TWO_PI / 2;

/** "100+20 sin(1 t)", "10+5 sin(2 pi t/24)", "40.0+24.0 cos(2 pi (t-14)/24) per hour": a sinusoid in the case's own unit of time. */
function sinusoidOf(one: FormulaCase): Sinusoid {
  const text = given<string>(one, "lambda_t");
  const parts = /^([\d.]+)\+([\d.]+) (sin|cos)\((?:(2 pi) \(?t(?:-([\d.]+)\))?\/([\d.]+)|([\d.]*) ?t)\)/.exec(text);
  if (!parts) throw new RangeError(`lambda_t must be a sinusoid, got ${text}`);
  const [, average, amplitude, wave, turns, shift, period, factor] = parts;
  const frequency = turns ? (2 * PI) / Number(period) : Number(factor || 1);
  return {
    average: Number(average),
    amplitude: Number(amplitude),
    frequency,
    phase: (wave === "cos" ? PI / 2 : 0) - frequency * Number(shift ?? 0),
  };
}

function loadOverTime(one: FormulaCase): Found {
  return sinusoidalLoad(
    sinusoidOf(one),
    1 / given<number>(one, "mu"),
    given(one, "t"),
    given<string>(one, "initial") === "empty at 0" ? "empty at 0" : "for ever",
  );
}

function isaStaffing(one: FormulaCase): Found {
  const target = given<number>(one, "target_delay_probability");
  return given<number[]>(one, "times").map((time) =>
    serversForDelayBelow(sinusoidalLoad(sinusoidOf(one), 1 / given<number>(one, "mu"), time, "empty at 0"), target),
  );
}

function squareRootCells(one: FormulaCase): Found {
  const rate = sinusoidOf(one);
  const cell = 0.1;
  const time = given<number>(one, "t");
  const staff = squareRootStaffingByCells(rate, 1 / given<number>(one, "mu"), given(one, "beta"), cell, time + cell).map((servers, i) => ({
    from: i * cell,
    servers,
  }));
  const queue: TimeVaryingQueue = {
    arrivalRate: sinusoidalRate(rate),
    serviceTime: 1 / given<number>(one, "mu"),
    staff,
    staffDrop: "interrupt",
  };
  const {state} = evolve(queue, emptyAt(queue, 0), 0, [time]);
  if (state.servers !== given<number>(one, "s_at_t"))
    throw new RangeError(`s_at_t must be the square-root staff of ${state.servers}, got ${given(one, "s_at_t")}`);
  return atLeastPresent(state, state.servers);
}

function cyclic(one: FormulaCase): Found {
  const cycle = solveCycle(
    {
      arrivalRate: sinusoidalRate(sinusoidOf(one)),
      serviceTime: 1 / given<number>(one, "mu"),
      staff: [{from: 0, servers: given(one, "c")}],
      staffDrop: "finish",
    },
    24,
  );
  return wanted(one, {
    "arrival-averaged P(wait>0)": () => (cycle ? cycle.total.foundBusy / cycle.total.arrivals : 1),
    "time-averaged Lq": () => (cycle ? cycle.total.queueArea / 24 : Infinity),
  });
}

function pointwise(one: FormulaCase): Found {
  const found = pointwiseStationary(sinusoidalRate(sinusoidOf(one)), 1 / given<number>(one, "mu"), given(one, "c"), 24);
  return wanted(one, {"PSA arrival-averaged P(wait>0)": () => found.waiting, "PSA time-averaged Lq": () => found.queueLength});
}

function simple(one: FormulaCase): Found {
  return simpleStationary(sinusoidalRate(sinusoidOf(one)), 1 / given<number>(one, "mu"), given(one, "c"), 24).waiting;
}

/** A method's staff for each half hour, and what the exact cycle makes of it. */
function halfHours(loads: (rate: Sinusoid, serviceTime: number, period: number) => number[]): (one: FormulaCase) => Found {
  return (one) => {
    const rate = sinusoidOf(one);
    const serviceTime = 1 / given<number>(one, "mu_per_h");
    const period = given<number>(one, "planning_period_h");
    const staff = loads(rate, serviceTime, period).map((load) => serversForWaitingAtMost(load, 0.1));
    const delays = (): number[] => {
      const starts = staff.map((_, i) => i * period);
      const cycle = solveCycle(
        {
          arrivalRate: sinusoidalRate(rate),
          serviceTime,
          staff: staff.map((servers, i) => ({from: starts[i], servers})),
          staffDrop: "interrupt",
        },
        24,
        starts.slice(1),
      );
      return cycle ? cycle.periods.map(({foundBusy, arrivals}) => foundBusy / arrivals) : staff.map(() => 1);
    };
    return wanted(one, {
      "staff vector (48 half hours from 00:00)": () => staff,
      "total staff-hours per day": () => staff.reduce((sum, servers) => sum + servers * period, 0),
      "exact worst half-hour P(wait>0)": () => Math.max(...delays()),
      "number of half hours whose exact P(wait>0) exceeds 0.11 (target + 10%)": () => delays().filter((delay) => delay > 0.11).length,
    });
  };
}

const byRate =
  (how: Parameters<typeof periodLoads>[4]) =>
  (rate: Sinusoid, serviceTime: number, period: number): number[] =>
    periodLoads(sinusoidalRate(rate), serviceTime, period, 24, how);
const byLoad =
  (how: "mean" | "peak") =>
  (rate: Sinusoid, serviceTime: number, period: number): number[] =>
    modifiedOfferedLoads(rate, serviceTime, period, 24, how);

function eightHours(one: FormulaCase): Found {
  const theta = one.params.theta as number | undefined;
  const room = one.params.queue_capacity as number | undefined;
  const opening = given<number>(one, "opening_min");
  const day = solveDay(
    {
      arrivalRate: constantRate(given(one, "lambda")),
      serviceTime: 1 / given<number>(one, "mu"),
      staff: [{from: 0, servers: given(one, "c")}],
      staffDrop: "finish",
      patience: theta === undefined ? Infinity : 1 / theta,
      room: room ?? Infinity,
    },
    0,
    opening,
    [],
    given(one, "threshold_min"),
  );
  const good = day.total.servedWithin;
  return wanted(one, {
    "E[contacts served within threshold per day]": () => good,
    "E[served within threshold]": () => good,
    "E[good]/E[served]": () => good / day.served,
    "good/served": () => good / day.served,
    SL_served: () => good / day.served,
    "good/(served+blocked)": () => good / (day.served + day.total.blocked),
    "E[sum of waits]/E[served] (min)": () => day.total.queueArea / day.served,
    "E[abandonments per day]": () => day.total.abandoned,
    "E[blocked per day]": () => day.total.blocked,
    occupancy: () => day.occupancy,
    "occupancy over [0,480]": () => day.occupancy,
  });
}

function callCenter(one: FormulaCase, busyness: number): Day {
  const hours = given<number[]>(one, "arrivals_per_hour");
  const arrivalRate: RateOverTime = steppedRate(
    hours.map((_, i) => 3600 * i),
    hours.map((rate) => rate / 3600),
  );
  const queue: TimeVaryingQueue = {
    arrivalRate: timesRate(busyness, arrivalRate),
    serviceTime: 100,
    staff: given<number[]>(one, "agents").map((servers, i) => ({from: 3600 * i, servers})),
    staffDrop: "finish",
    patience: 1000,
    balking: 0.1,
  };
  return solveDay(queue, 0, 3600 * hours.length);
}

function callCenterMetric(one: FormulaCase, waits: number, lost: number): Found {
  return wanted(one, {"E[sum of waits]/1660 (s)": () => waits / 1660, "E[abandonments]/1660": () => lost / 1660});
}

function fixedBusyness(one: FormulaCase): Found {
  const {total} = callCenter(one, 1);
  return callCenterMetric(one, total.queueArea, total.abandoned + total.balked);
}

/** Busyness is gamma with mean 1: the answer is a mean over it, by quadrature over eight standard deviations to either side. */
function gammaBusyness(one: FormulaCase): Found {
  const shape = Number(/^Gamma\((\d+),/.exec(given<string>(one, "busyness"))?.[1]);
  const reach = 8 / Math.sqrt(shape);
  const [low, high] = [Math.max(0, 1 - reach), 1 + reach];
  const {points, weights} = gaussLegendre(24);
  let [mass, waits, lost] = [0, 0, 0];
  points.forEach((point, i) => {
    const busyness = (low + high) / 2 + ((high - low) / 2) * point;
    const density = exp(shape * log(shape) + (shape - 1) * log(busyness) - shape * busyness - logGamma(shape));
    const weight = weights[i] * ((high - low) / 2) * density;
    const {total} = callCenter(one, busyness);
    mass += weight;
    waits += weight * total.queueArea;
    lost += weight * (total.abandoned + total.balked);
  });
  return callCenterMetric(one, waits / mass, lost / mass);
}

function transient(one: FormulaCase): Found {
  const {empty, numberInSystem} = transientFromEmpty(given(one, "lambda"), 1 / given<number>(one, "mu"), 1, given(one, "t"));
  return wanted(one, {"P(N(t)=0)": () => empty, "E[N(t)]": () => numberInSystem});
}

function fluid(one: FormulaCase): Found {
  const capacity = given<number>(one, "capacity_per_h");
  const theta = (one.params.theta ?? one.params.theta_per_h ?? 0) as number;
  const [, high, until, , low] = /^(\d+) on \[0,(\d+)\)(, (\d+) after)?/.exec(given<string>(one, "lambda_per_h")) ?? [];
  const line = fluidLine(
    [
      {length: Number(until), arrivalRate: Number(high), capacity},
      {length: Infinity, arrivalRate: Number(low ?? 0), capacity},
    ],
    theta,
  );
  return wanted(one, {"fluid queue at t=2 h": () => line.queue[0], "time queue empties (h)": () => line.clearedAt});
}

/** By the `model` of theory.json. */
export const CHANGING_DEMAND: FormulaFamily = {
  "M(t)/M/inf sinusoidal arrivals": loadOverTime,
  "M(t)/D/inf": (one) => deterministicLoad(sinusoidalRate(sinusoidOf(one)), given(one, "S"), given(one, "t"), "for ever"),
  "ISA staffing, Mt/M/st+M with theta=mu (exact: L(t) is Poisson(m(t)) for every staffing)": isaStaffing,
  "Mt/M/st with square-root MOL staffing": squareRootCells,
  "Mt/M/c periodic (exact)": cyclic,
  PSA: pointwise,
  "SSA (time-average rate)": simple,
  "staffing per half hour SIPPavg": halfHours(byRate("SIPP mean")),
  "staffing per half hour SIPPmax": halfHours(byRate("SIPP peak")),
  "staffing per half hour lagSIPPavg": halfHours(byRate("lagged SIPP mean")),
  "staffing per half hour lagSIPPmax": halfHours(byRate("lagged SIPP peak")),
  "staffing per half hour MOLmax": halfHours(byLoad("peak")),
  "staffing per half hour MOLavg": halfHours(byLoad("mean")),
  "deterministic fluid, overload window": fluid,
  "deterministic fluid with abandonment": fluid,
  "transient M/M/1": transient,
  "M/M/12 eight-hour day from empty (terminating)": eightHours,
  "M/M/12+M eight-hour day from empty (terminating)": eightHours,
  "M/M/12 with queue capacity 5, eight-hour day": eightHours,
  "Mt/M/ct+G random busyness (terminating day)": gammaBusyness,
  "Mt/M/ct+G (B=1)": fixedBusyness,
};
