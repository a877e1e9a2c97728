/** The service systems that are networks, by their id: open, closed and mixed, with blocking, with failures, with room shared. */
import {solveBlockingLoop} from "../../theory/blocking-loop.ts";
import {asymptoticBounds, convolve, meanValueAnalysis, schweitzer, solveMixed} from "../../theory/closed-network.ts";
import {solveJackson} from "../../theory/jackson.ts";
import {meanTimeToLeave, stationaryDistribution} from "../../theory/markov-chain.ts";
import {solveOpenClasses} from "../../theory/open-classes.ts";
import {steppedRate} from "../../theory/rate-over-time.ts";
import {openTraffic, visitRatios} from "../../theory/traffic-equations.ts";
import type {Found} from "./formula-case.ts";

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
export const NETWORK_SYSTEMS: Readonly<Record<string, (params: Params) => Found>> = {
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
