/**
 * Reference cases of changing demand and of networks: M(t)/G/∞, transient and periodic queues, terminating days, staffing by the half hour, fluid;
 * Jackson, closed and mixed networks, QNA, hypercube, distances, the N-design.
 */
import {TWO_PI} from "../../math/gamma.ts";
import {exp, log, logGamma} from "../../math/index.ts";
import {gaussLegendre} from "../../math/gauss-legendre.ts";
import {solveBlockingLoop} from "../../theory/blocking-loop.ts";
import {asymptoticBounds, convolve, meanValueAnalysis, schweitzer, solveMixed} from "../../theory/closed-network.ts";
import {fluidLine} from "../../theory/fluid.ts";
import {solveHypercube} from "../../theory/hypercube.ts";
import {deterministicLoad, serversForDelayBelow, sinusoidalLoad} from "../../theory/infinite-server.ts";
import {solveJackson} from "../../theory/jackson.ts";
import {meanTimeToLeave, stationaryDistribution} from "../../theory/markov-chain.ts";
import {solveNDesign} from "../../theory/n-design.ts";
import {solveOpenClasses} from "../../theory/open-classes.ts";
import {departureSquaredCV} from "../../theory/qna.ts";
import {constantRate, type RateOverTime, type Sinusoid, sinusoidalRate, steppedRate, timesRate} from "../../theory/rate-over-time.ts";
import {meanDistanceToNearest} from "../../theory/square-root-distance.ts";
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
import {openTraffic, visitRatios} from "../../theory/traffic-equations.ts";
import type {FormulaCase, FormulaFamily, Found} from "./formula-case.ts";

const PI = TWO_PI / 2;

/** A parameter that the case must have. */
function given<T>(one: FormulaCase, name: string): T {
  if (!(name in one.params)) throw new RangeError(`${one.id} must have the parameter ${name}, got ${Object.keys(one.params).join(", ")}`);
  return one.params[name] as T;
}

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

function wanted(one: FormulaCase, table: Readonly<Record<string, () => Found>>): Found {
  const value = table[one.metric];
  if (!value) throw new RangeError(`metric must be one of ${Object.keys(table).join("; ")}, got ${one.metric}`);
  return value();
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

function jackson(one: FormulaCase): Found {
  const servers = given<number[]>(one, "servers");
  const found = solveJackson({
    stations: given<number[]>(one, "external_arrivals").map((arrivalRate, i) => ({
      arrivalRate,
      serviceTime: 1 / given<number[]>(one, "mu")[i],
      servers: servers[i],
    })),
    routing: given(one, "routing"),
  });
  const station = Number(/(\d+)$/.exec(one.metric)?.[1]) - 1;
  return wanted(one, {
    [`throughput station ${station + 1}`]: () => found.arrivalRates[station],
    [`Wq station ${station + 1}`]: () => found.stations[station].waitTime?.value ?? Number.NaN,
  });
}

function closed(one: FormulaCase): Found {
  const found = meanValueAnalysis(given(one, "service_demands"), given(one, "customers"), given(one, "think_time"));
  return wanted(one, {
    throughput: () => found.throughput,
    "total response time": () => found.roundTime,
    "mean number at station 1": () => found.numbers[0],
  });
}

function closedWithServers(one: FormulaCase): Found {
  const demands = given<number[]>(one, "service_demands");
  const servers = given<number[]>(one, "servers");
  const found = convolve(
    [
      ...demands.map((demand, k) => ({demands: [demand], servers: servers[k]})),
      {demands: [given<number>(one, "think_time")], servers: Infinity},
    ],
    [given(one, "customers")],
  );
  return wanted(one, {throughput: () => found.throughputs[0], "mean number at station 1": () => found.numbers[0][0]});
}

function hypercube(one: FormulaCase): Found {
  const rates = given<number[]>(one, "arrival_rates");
  const found = solveHypercube(
    given(one, "servers"),
    given(one, "mu"),
    given<number[][]>(one, "preferences").map((preference, j) => ({preference, arrivalRate: rates[j]})),
    given<string>(one, "policy") === "loss" ? "lost" : "wait",
  );
  return wanted(one, {
    "utilisation of unit 1": () => found.occupancies[0],
    "utilisation of unit 2": () => found.occupancies[1],
    "P(all busy)": () => found.allBusy,
  });
}

function nDesign(one: FormulaCase): Found {
  const agents = (name: string): number => Number(/^(\d+) agents/.exec(given<string>(one, name))?.[1]);
  const found = solveNDesign({
    arrivalRates: [given(one, "lambda1"), given(one, "lambda2")],
    serviceTime: 1 / given<number>(one, "mu"),
    patience: 1 / given<number>(one, "theta"),
    servers: [agents("group1"), agents("group2")],
  });
  return wanted(one, {
    "P(wait>0) class 1": () => found.waiting[0],
    "P(wait>0) class 2": () => found.waiting[1],
    "P(abandon) class 2": () => found.abandoned[1],
    "E[W] class 1 (all)": () => found.waitTime[0],
    "occupancy group 1": () => found.occupancy[0],
  });
}

/** By the `model` of theory.json. */
export const TIME_AND_NETWORKS: FormulaFamily = {
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
  "open Jackson network": jackson,
  "closed product-form network (single servers)": closed,
  "closed product-form network (multi-server station)": closedWithServers,
  "QNA departure SCV": (one) => departureSquaredCV(given(one, "rho"), given(one, "ca2"), given(one, "cs2"), given(one, "m")),
  "hypercube queueing model": hypercube,
  "spatial: mean distance to the nearest of a Poisson field of free units (Euclidean)": (one) =>
    meanDistanceToNearest(given(one, "units_per_km2"), "straight"),
  "spatial: mean L1 distance to the nearest of a Poisson field": (one) => meanDistanceToNearest(given(one, "units_per_km2"), "streets"),
  "N-design multi-skill with abandonment (exact CTMC)": nDesign,
};

// ---- systems.json, by id ----

type Params = Readonly<Record<string, unknown>>;

/** Single-server stations by visits, one open class. */
function byVisits(params: Params): {occupancies: number[]; times: number[]; visits: number[]} {
  const visits = params.visits as number[];
  const demands = visits.map((count, k) => count * (params.S as number[])[k]);
  const {occupancies, times} = solveOpenClasses([params.lambda as number], [demands]);
  return {occupancies, times: times[0], visits};
}

function jacksonOf(params: Params, serviceTimes: readonly number[], servers?: readonly number[]): ReturnType<typeof solveJackson> {
  return solveJackson({
    stations: (params.external as number[]).map((arrivalRate, i) => ({
      arrivalRate,
      serviceTime: serviceTimes[i],
      servers: servers?.[i] ?? 1,
    })),
    routing: params.P as number[][],
  });
}

interface OneClass {
  throughput: number;
  numbers: number[];
  times: number[];
  visits: number[];
  demands: number[];
}

function oneClass(params: Params): OneClass {
  const service = (params.S as number[] | undefined) ?? (params.mu as number[]).map((rate) => 1 / rate);
  const visits = (params.visits as number[] | undefined) ?? (params.P ? visitRatios(params.P as number[][]) : service.map(() => 1));
  const demands = service.map((time, k) => time * visits[k]);
  const servers = params.servers as (number | "inf")[] | undefined;
  if (!servers) return {...meanValueAnalysis(demands, params.N as number, (params.Z as number | undefined) ?? 0), visits, demands};
  const found = convolve(
    demands.map((demand, k) => ({demands: [demand], servers: servers[k] === "inf" ? Infinity : Number(servers[k])})),
    [params.N as number],
  );
  return {throughput: found.throughputs[0], numbers: found.numbers[0], times: found.times[0], visits, demands};
}

const perVisit = ({times, visits}: {times: number[]; visits: number[]}): number[] => times.map((time, k) => time / visits[k]);

/** Demands by class and station, from service times and visits in the same shape. */
const demandsOf = (service: number[][], visits?: number[][]): number[][] =>
  service.map((row, r) => row.map((time, k) => time * (visits?.[r][k] ?? 1)));

/** Stations by class demands, transposed to what each station asks. */
const stationsOf = (demands: number[][], servers?: readonly (number | "inf")[]): Parameters<typeof convolve>[0] =>
  demands[0].map((_, k) => ({
    demands: demands.map((row) => row[k]),
    servers: servers?.[k] === "inf" ? Infinity : Number(servers?.[k] ?? 1),
  }));

function schwetman(params: Params): ReturnType<typeof convolve> {
  const [think, service] = [params.Z as number[], params.S as number[]];
  return convolve([{demands: think, servers: Infinity}, {demands: service}], params.N as number[]);
}

/** Think, CPU and four disks; visits of one round follow from the chance to go back to thinking after a disk. */
function clientServer(params: Params): ReturnType<typeof convolve> {
  const visits = (params.disk_to_think as number[]).map((share) => 1 / share);
  const disk = {demands: visits.map((count) => count * (params.cpu_to_each_disk as number) * (params.S_disk as number))};
  return convolve(
    [
      {demands: params.think as number[], servers: Infinity},
      {demands: visits.map((count, r) => count * (params.S_cpu as number[])[r])},
      ...Array.from({length: params.disks as number}, () => disk),
    ],
    params.N as number[],
  );
}

function mixed(params: Params): ReturnType<typeof solveMixed> {
  const rates = params.lambda as number[];
  const visits = params.visits === 1 ? undefined : (params.visits as number[][]);
  const demands = demandsOf(params.S as number[][], visits);
  return solveMixed(
    {arrivalRates: rates, demands: demands.slice(0, rates.length)},
    {customers: params.N as number[], demands: demands.slice(rates.length)},
  );
}

function openWithFifo(params: Params): ReturnType<typeof solveMixed> {
  const [open, loop] = params.S as number[][];
  return solveMixed({arrivalRates: [params.lambda as number], demands: [open]}, {customers: [params.N as number], demands: [loop]});
}

/** Two processors of which one may fail, be reconfigured or bring both down: states in the case's order, hours. */
function processors(params: Params): (from: number, move: (to: number, rate: number) => void) => void {
  const fail = 1 / (params.mttf_h as number);
  const coverage = params.coverage as number;
  // Both up, one up, reconfiguring, then what brings the service down: rebooting and none up.
  return (from, move) => {
    if (from === 0) {
      move(2, 2 * fail * coverage);
      move(3, 2 * fail * (1 - coverage));
    } else if (from === 1) {
      move(0, 1 / (params.mttr_h as number));
      move(4, fail);
    } else if (from === 2) move(1, 3600 / (params.reconfig_s as number));
    else if (from === 3) move(1, 60 / (params.reboot_min as number));
    else move(1, 1 / (params.mttr_h as number));
  };
}

/** Two single servers side by side with one limit on both together: a chain of pairs. */
function sharedRegion(params: Params): {numbers: number[]; busy: number; throughput: number; sojourn: number} {
  const most = params.region_max as number;
  const [rate, speeds] = [(params.lambda as number) / 2, params.mu as number[]];
  const width = most + 1;
  const chances = stationaryDistribution(width * width, (from, move) => {
    const [a, b] = [Math.floor(from / width), from % width];
    if (a + b > most) return move(a > 0 ? from - width : from - 1, 1); // not a state: it leads back, and nothing leads here
    if (a + b < most) {
      move(from + width, rate);
      move(from + 1, rate);
    }
    if (a > 0) move(from - width, speeds[0]);
    if (b > 0) move(from - 1, speeds[1]);
  });
  const numbers = [0, 0];
  let [busy, throughput] = [0, 0];
  chances.forEach((chance, state) => {
    const [a, b] = [Math.floor(state / width), state % width];
    numbers[0] += chance * a;
    numbers[1] += chance * b;
    if (a > 0) busy += chance;
    throughput += chance * ((a > 0 ? speeds[0] : 0) + (b > 0 ? speeds[1] : 0));
  });
  return {numbers, busy, throughput, sojourn: (numbers[0] + numbers[1]) / throughput};
}

/** [L, throughput, residence time, occupancy] of one station with visits. */
function oneStation(params: Params): Found {
  const [rate, visits] = [params.lambda as number, params.visits as number];
  const {occupancies, times, numbers} = solveOpenClasses([rate], [[visits * (params.S as number)]]);
  return [numbers[0][0], rate * visits, times[0][0], occupancies[0]];
}

function arrivalsBySegment(params: Params): Found {
  const [rates, endpoints, horizon] = [params.rates as number[], params.endpoints as number[], params.horizon as number];
  const cycle = endpoints[endpoints.length - 1];
  const rate = steppedRate([0, ...endpoints.slice(0, -1)], rates);
  return endpoints.map((end, i) => (horizon / cycle) * rate.integral(i === 0 ? 0 : endpoints[i - 1], end));
}

function loop(params: Params): ReturnType<typeof solveBlockingLoop> {
  const capacities = params.capacities as number[];
  return solveBlockingLoop(
    (params.S as number[]).map((serviceTime, k) => ({serviceTime, capacity: capacities[k]})),
    params.N as number,
    params.blocking === "RS" ? "repeated" : "after service",
  );
}

const LOAD_DEPENDENT = (demands: number[], speeds: (number[] | undefined)[], customers: number): ReturnType<typeof convolve> =>
  convolve(
    demands.map((demand, k) => ({demands: [demand], ...(speeds[k] && {speeds: speeds[k]})})),
    [customers],
  );

/** By the `id` of systems.json; nested expectations are answered row after row. */
export const TIME_AND_NETWORKS_SYSTEMS: Readonly<Record<string, (params: Params) => Found>> = {
  "oct-jackson4-x": (params) => jacksonOf(params, params.S as number[]).arrivalRates,
  "oct-jackson4-r": (params) => jacksonOf(params, params.S as number[]).stations.map(({sojournTime}) => sojournTime?.value ?? Number.NaN),
  "oct-jackson4-q": (params) =>
    jacksonOf(params, params.S as number[]).stations.map(({numberInSystem}) => numberInSystem?.value ?? Number.NaN),
  "oct-laz113-u1": (params) => byVisits(params).occupancies[0],
  "oct-laz113-r": (params) => byVisits(params).times.reduce((sum, time) => sum + time, 0),
  "oct-341-r": (params) => perVisit(byVisits(params)),
  "oct-qnom-r": (params) => solveOpenClasses(params.lambda as number[], params.S as number[][]).times[0],
  "oct-qnom-q11": (params) => solveOpenClasses(params.lambda as number[], params.S as number[][]).numbers[0][0],
  "oct-77-u": (params) => {
    const outside = params.external as number[];
    const rates = [params.P_class1, params.P_class2].map((routing, r) => openTraffic([outside[r], 0, 0], routing as number[][]));
    return solveOpenClasses(
      [1, 1],
      rates.map((row, r) => row.map((rate, k) => rate / (params.mu as number[][])[r][k])),
    ).occupancies;
  },
  "oct-jain-r": (params) => perVisit(oneClass(params)),
  "oct-jain-q": (params) => oneClass(params).numbers,
  "oct-84-q": (params) => oneClass(params).numbers,
  "oct-84-x": (params) => {
    const {throughput, visits} = oneClass(params);
    return visits.map((count) => count * throughput);
  },
  "oct-83-u": (params) => {
    const {throughput, demands} = oneClass(params);
    return demands.map((demand) => demand * throughput);
  },
  "oct-83-x": (params) => {
    const {throughput, visits} = oneClass(params);
    return visits.map((count) => count * throughput);
  },
  "oct-81-x": (params) => {
    const {throughput, visits} = oneClass(params);
    return visits.map((count) => count * throughput);
  },
  "oct-81-u": (params) => {
    const {throughput, demands} = oneClass(params);
    return demands.map((demand, k) => (demand * throughput) / (params.servers as number[])[k]);
  },
  "oct-81-r": (params) => perVisit(oneClass(params)),
  "oct-87-r": (params) => {
    const service = params.S_by_population as number[][];
    const visits = params.visits as number[];
    const found = LOAD_DEPENDENT(
      service.map((row, k) => row[0] * visits[k]),
      service.map((row) => row.map((time) => row[0] / time)),
      params.N as number,
    );
    return perVisit({times: found.times[0], visits});
  },
  "oct-2class-q": (params) =>
    convolve(stationsOf(demandsOf(params.S as number[][], params.visits as number[][])), params.N as number[]).numbers.flat(),
  "oct-schwetman-x": (params) => schwetman(params).throughputs,
  "oct-schwetman-r": (params) => schwetman(params).times.map((row) => row[1]),
  "oct-2c3s-q": (params) =>
    convolve(
      stationsOf(demandsOf(params.S as number[][], params.visits as number[][]), params.servers as number[]),
      params.N as number[],
    ).numbers.flat(),
  "oct-jmva-big-x": (params) => clientServer(params).throughputs,
  "oct-jmva-big-q2": (params) => clientServer(params).numbers.map((row) => row[1]),
  "oct-mix-zah-q": (params) => mixed(params).numbers.flat(),
  "oct-86-ropen": (params) => mixed(params).openTimes.flatMap((row, r) => row.map((time, k) => time / (params.visits as number[][])[r][k])),
  "oct-86-xclosed": (params) => mixed(params).throughputs,
  "oct-schw-mix": (params) => {
    const {openTimes, times} = openWithFifo(params);
    return [openTimes[0][0], times[0][0], times[0][1]];
  },
  "oct-markov-2": (params) => oneClass(params).times,
  "oct-markov-3": (params) => oneClass(params).numbers,
  "oct-bas-2": (params) => loop(params).numbers,
  "oct-rs-2": (params) => loop(params).numbers,
  "exact-bas-3": (params) => loop(params).throughput,
  "oct-amva-x": (params) => schweitzer(params.demands as number[], params.N as number, params.Z as number).throughput,
  "oct-aba": (params) => {
    const bounds = asymptoticBounds(params.D as number[], params.N as number, params.Z as number);
    return [bounds.throughputAtMost, bounds.roundTimeAtLeast];
  },
  "oct-availability": (params) => {
    const [both, one, reconfiguring, rebooting, none] = stationaryDistribution(5, processors(params));
    return [both, reconfiguring, rebooting, one, none];
  },
  "oct-mtbf": (params) => meanTimeToLeave(3, processors(params), 0),
  "qs-net": (params) => {
    const [one, other] = params.S as number[];
    const arrivals = 1 / (params.mean_interarrival as number);
    const found = solveJackson({
      stations: [
        {arrivalRate: 0.8 * arrivals, serviceTime: one, servers: (params.c as number[])[0]},
        {arrivalRate: 0.2 * arrivals, serviceTime: other, servers: (params.c as number[])[1]},
      ],
      routing: [
        [0, 0.2],
        [1, 0],
      ],
    });
    return found.stations.map(({waitTime}) => waitTime?.value ?? Number.NaN);
  },
  "jmva-ld": (params) => {
    const [first, second] = [params.S1 as number, params.S2 as number[]];
    const found = LOAD_DEPENDENT([first, second[0]], [undefined, second.map((time) => second[0] / time)], params.N as number);
    return [found.throughputs[0], ...found.numbers[0], ...found.times[0]];
  },
  "jmva-open-1": oneStation,
  "jmva-open-2": oneStation,
  "jmva-open-3": oneStation,
  "line-oqn": (params) => {
    const found = solveJackson({
      stations: [
        {arrivalRate: params.lambda as number, serviceTime: params.delay_mean as number, servers: Infinity},
        {arrivalRate: 0, serviceTime: params.S as number, servers: 1},
      ],
      routing: [
        [0, 1],
        [0, 0],
      ],
    });
    const read = (name: "numberInSystem" | "sojournTime"): number[] => found.stations.map((station) => station[name]?.value ?? Number.NaN);
    return [...read("numberInSystem"), ...read("sojournTime")];
  },
  "rq-ojn": (params) => {
    const found = jacksonOf(
      params,
      (params.mu as number[]).map((rate) => 1 / rate),
    );
    return [...found.arrivalRates, found.numberInSystem, found.sojournTime];
  },
  "rq-cjn": (params) => oneClass(params).numbers,
  "jmt-fcr-n": (params) => sharedRegion(params).numbers.reduce((sum, number) => sum + number, 0),
  "jmt-fcr-n1": (params) => sharedRegion(params).numbers[0],
  "jmt-fcr-u1": (params) => sharedRegion(params).busy,
  "jmt-fcr-w": (params) => sharedRegion(params).sojourn,
  "jmt-fcr-x": (params) => sharedRegion(params).throughput,
  "ciw-nhpp-1": arrivalsBySegment,
  "ciw-nhpp-2": arrivalsBySegment,
};
