/**
 * Reference cases of one place with exponential service: Erlang B, C and A, patience of any law, limited room, finite sources, lines
 * apart or together, staffing, retrials, redials, overflow, bulk. A case's time unit is its own: minutes here, hours there.
 */
import {pow} from "../../math/index.ts";
import {overBusyness} from "../../theory/busyness.ts";
import {solveGroupArrivals, solveGroupService} from "../../theory/bulk.ts";
import {solveErlangA} from "../../theory/erlang-a.ts";
import {blockingProbability, fractionalBlockingProbability, loadForBlocking, solveErlangB} from "../../theory/erlang-b.ts";
import {fractionalProbabilityOfWaiting, solveErlangC} from "../../theory/erlang-c.ts";
import {type RoomQueue, solveFiniteRoom} from "../../theory/finite-room.ts";
import {solveFiniteSource, solveMachineRepair} from "../../theory/finite-source.ts";
import type {LongRun} from "../../theory/long-run.ts";
import {type ImpatientLongRun, solveGeneralPatience} from "../../theory/mmcg.ts";
import {haywardBlocking, overflow} from "../../theory/overflow.ts";
import {
  erlangPatience,
  exponentialPatience,
  fixedPatience,
  hyperexponentialPatience,
  type Patience,
  uniformPatience,
  withBalking,
} from "../../theory/patience.ts";
import {contactsWithRepeats, solveRedial} from "../../theory/redial.ts";
import {solveRetrials} from "../../theory/retrials.ts";
import {breakEvenSpeedUp, meanWaitInDedicatedLines, poolTeams, solveRandomSplit} from "../../theory/separate-lines.ts";
import {serviceLevel} from "../../theory/service-level.ts";
import {garnett, halfinWhittWaiting, qualityForWaiting} from "../../theory/square-root-staffing.ts";
import {type Demand, fewestServers, fractionalServers} from "../../theory/staffing.ts";
import type {Found, FormulaCase, FormulaFamily} from "./formula-case.ts";

/** What a case's parameters are read from. */
type Given = Pick<FormulaCase, "id" | "params">;

/** A parameter that must be a number. */
function number({id, params}: Given, name: string): number {
  const value = params[name];
  if (typeof value !== "number") throw new RangeError(`${id}: ${name} must be a number, got ${String(value)}`);
  return value;
}

function numbers({id, params}: Given, name: string): number[] {
  const value = params[name];
  if (!Array.isArray(value) || !value.every((x) => typeof x === "number")) {
    throw new RangeError(`${id}: ${name} must be a list of numbers, got ${String(value)}`);
  }
  return value;
}

function text({id, params}: Given, name: string): string {
  const value = params[name];
  if (typeof value !== "string") throw new RangeError(`${id}: ${name} must be a text, got ${String(value)}`);
  return value;
}

/** λ, µ and c; the servers are one where a case names none. */
function queueOf(given: Given): {arrivalRate: number; serviceTime: number; servers: number} {
  const servers = given.params.c === undefined ? 1 : number(given, "c");
  return {arrivalRate: number(given, "lambda"), serviceTime: 1 / number(given, "mu"), servers};
}

/** What a case asks of a long run, in the words of its metric. */
type Question = (longRun: LongRun, given: FormulaCase) => number;

const threshold = (given: FormulaCase) => number(given, "threshold");

const IN_ONE_LINE: ReadonlyArray<readonly [start: string, question: Question]> = [
  ["P(wait>0)", (longRun) => longRun.waiting!.value],
  ["service level P(wait<=threshold)", (longRun, given) => longRun.servedWithin!(threshold(given)).value],
  ["P90 of", (longRun) => longRun.waitPercentile!(0.9).value],
  ["P95 of", (longRun) => longRun.waitPercentile!(0.95).value],
  ["mean queue length Lq", (longRun) => longRun.queueLength!.value],
  ["Lq", (longRun) => longRun.queueLength!.value],
  ["ASA", (longRun) => longRun.waitTime!.value],
  ["mean wait", (longRun) => longRun.waitTime!.value],
  ["Wq of ADMITTED", (longRun) => longRun.waitTime!.value],
  ["blocking probability p_K", (longRun) => longRun.blocked!.value],
];

function ask(longRun: LongRun, given: FormulaCase): number {
  const found = IN_ONE_LINE.find(([start]) => given.metric.startsWith(start));
  if (!found) throw new RangeError(`${given.id}: no answer for the metric ${given.metric}`);
  return found[1](longRun, given);
}

type ImpatientQuestion = (longRun: ImpatientLongRun, given: FormulaCase) => number;

const OF_THE_IMPATIENT: ReadonlyArray<readonly [start: string, question: ImpatientQuestion]> = [
  ["P(wait>0)", (longRun) => longRun.allBusy.value],
  ["P(V>t)", (longRun, given) => longRun.offeredWaitBeyond(threshold(given)).value],
  ["P(W>t)", (longRun, given) => longRun.waitBeyond(threshold(given)).value],
  ["P(abandon within t)", (longRun, given) => longRun.abandonedWithin(threshold(given)).value],
  ["P(abandon)", (longRun) => longRun.abandoned.value],
  ["E[W]", (longRun) => longRun.waitTime.value],
  ["ASA", (longRun) => longRun.waitOfServed.value],
  ["Lq", (longRun) => longRun.queueLength!.value],
  ["occupancy", (longRun) => longRun.occupancy!.value],
  ["P90", (longRun) => longRun.waitPercentile(0.9).value],
  ["SL_offered", (longRun, given) => longRun.serviceLevel("answeredOfOffered", threshold(given)).value],
  ["SL_excl_short", (longRun, given) => longRun.serviceLevel("answeredOfAllButGone", threshold(given)).value],
  ["SL_incl_short", (longRun, given) => longRun.serviceLevel("answeredOrGone", threshold(given)).value],
  ["SL_served", (longRun, given) => longRun.serviceLevel("answeredOfAnswered", threshold(given)).value],
];

function askImpatient(longRun: ImpatientLongRun, given: FormulaCase): number {
  const found = OF_THE_IMPATIENT.find(([start]) => given.metric.startsWith(start));
  if (!found) throw new RangeError(`${given.id}: no answer for the metric ${given.metric}`);
  return found[1](longRun, given);
}

/** "deterministic 2.0", "uniform(0,4)", "0 w.p. 0.1 else exponential mean 1000 s" and their like. */
function patienceOf(given: FormulaCase): Patience {
  const said = text(given, "patience");
  const read = (pattern: RegExp) => pattern.exec(said)?.slice(1).map(Number);
  const fixed = read(/^deterministic ([\d.]+)$/);
  if (fixed) return fixedPatience(fixed[0]);
  const uniform = read(/^uniform\(([\d.]+),([\d.]+)\)$/);
  if (uniform) return uniformPatience(uniform[0], uniform[1]);
  const balanced = read(/^hyperexponential mean ([\d.]+), SCV ([\d.]+), balanced means$/);
  if (balanced) {
    const [mean, squaredCV] = balanced;
    const share = (1 + Math.sqrt((squaredCV - 1) / (squaredCV + 1))) / 2;
    return hyperexponentialPatience([
      {share, mean: mean / (2 * share)},
      {share: 1 - share, mean: mean / (2 * (1 - share))},
    ]);
  }
  const erlang = read(/^Erlang-(\d+) mean ([\d.]+) /);
  if (erlang) return erlangPatience(erlang[1], erlang[0]);
  const balking = read(/^0 w\.p\. ([\d.]+) else exponential mean ([\d.]+) s$/);
  if (balking) return withBalking(balking[0], exponentialPatience(balking[1]));
  throw new RangeError(`${given.id}: patience "${said}" is not known`);
}

/** Calls in half an hour and their handling time, in seconds. */
function callsOf(given: FormulaCase): Demand {
  const demand = {arrivalRate: number(given, "calls_per_30min") / 1800, serviceTime: number(given, "aht_s")};
  return given.params.mean_patience_s === undefined ? demand : {...demand, patience: number(given, "mean_patience_s")};
}

function servedWithinOf(given: FormulaCase): {share: number; within: number} {
  const share = given.params.service_level ?? given.params.service_level_offered;
  if (typeof share !== "number") throw new RangeError(`${given.id}: service level must be a number, got ${String(share)}`);
  return {share, within: number(given, "threshold_s")};
}

const oneLine = (given: FormulaCase) => ask(solveErlangC(queueOf(given)), given);
const randomSplit = (given: FormulaCase) => ask(solveRandomSplit(queueOf(given)), given);

function groupArrivals(given: FormulaCase): Found {
  const groupMean = number(given, "batch");
  const longRun = solveGroupArrivals({
    groupRate: (number(given, "rho") * number(given, "mu")) / groupMean,
    groupMean,
    serviceTime: 1 / number(given, "mu"),
  });
  return given.metric.startsWith("mean sojourn") ? longRun.sojournTime!.value : longRun.numberInSystem!.value;
}

function retrials(given: FormulaCase): Found {
  const longRun = solveRetrials({...queueOf(given), retryRate: number(given, "retrial_rate_per_customer")});
  return given.metric === "mean orbit size" ? longRun.queueLength.value : longRun.waiting.value;
}

export const ERLANG: FormulaFamily = {
  "M/M/c/c (Erlang B)": (given) => blockingProbability(number(given, "offered_load_erlang"), number(given, "c")),
  "continuous Erlang B (non-integer servers)": (given) =>
    fractionalBlockingProbability(number(given, "offered_load_erlang"), number(given, "c")),
  "continuous Erlang C (non-integer servers)": (given) =>
    fractionalProbabilityOfWaiting(number(given, "offered_load_erlang"), number(given, "c")),
  "M/M/c/c inverse": (given) => loadForBlocking(number(given, "blocking"), number(given, "c")),
  "M/M/c (Erlang C)": oneLine,
  "M/M/1": oneLine,
  "single line": oneLine,
  "M/M/2 single line comparison": oneLine,
  "c parallel M/M/1 (random split)": randomSplit,
  "parallel queues, random split": randomSplit,
  "2 x M/M/1 random split comparison": randomSplit,
  "Erlang C staffing": (given) => fewestServers(callsOf(given), {servedWithin: servedWithinOf(given)}),
  "continuous Erlang C staffing (fractional agents)": (given) => fractionalServers(callsOf(given), {servedWithin: servedWithinOf(given)}),
  "Erlang C requirement per half hour": (given) =>
    numbers(given, "arrivals_per_hour").flatMap((perHour) => {
      const demand = {arrivalRate: perHour / 3600, serviceTime: number(given, "aht_s")};
      const enough = fewestServers(demand, {servedWithin: servedWithinOf(given)});
      return [enough, enough];
    }),
  "Erlang A staffing": (given) =>
    fewestServers(callsOf(given), {servedWithin: servedWithinOf(given), abandoned: number(given, "max_abandon")}),
  "M/M/c/K": (given) => ask(solveFiniteRoom({...queueOf(given), room: number(given, "K_total")}), given),
  "M/M/c/K/N (finite source)"(given) {
    const longRun = solveFiniteSource({
      population: number(given, "population"),
      ratePerIdle: number(given, "rate_per_idle_source"),
      serviceTime: 1 / number(given, "mu"),
      servers: number(given, "c"),
      room: number(given, "K_total"),
    });
    if (given.metric.startsWith("time congestion")) return longRun.timeCongestion.value;
    if (given.metric.startsWith("call congestion")) return longRun.blocked.value;
    if (given.metric.startsWith("throughput")) return longRun.throughput.value;
    return ask(longRun, given);
  },
  "M/M/c//N machine repair"(given) {
    const longRun = solveMachineRepair({
      machines: number(given, "machines"),
      timeToFailure: 1 / number(given, "failure_rate"),
      repairTime: 1 / number(given, "repair_rate"),
      repairers: number(given, "repairers"),
    });
    if (given.metric.startsWith("mean machines down")) return longRun.numberInSystem.value;
    if (given.metric.startsWith("availability")) return longRun.availability.value;
    return ask(longRun, given);
  },
  "M/M/c+M (Erlang A)": (given) => askImpatient(solveErlangA({...queueOf(given), patience: 1 / number(given, "theta")}), given),
  "M/M/c+G": (given) => askImpatient(solveGeneralPatience({...queueOf(given), patience: patienceOf(given)}), given),
  "Halfin-Whitt": (given) => halfinWhittWaiting(number(given, "beta")).value,
  "Halfin-Whitt inverse": (given) => qualityForWaiting(number(given, "target_delay_probability")).value,
  "Garnett (QED Erlang A)"(given) {
    const {waiting, scaledAbandonment} = garnett(number(given, "beta"), number(given, "mu_over_theta"));
    return given.metric.startsWith("limit P(wait>0)") ? waiting.value : scaledAbandonment.value;
  },
  "two M/M/1 with very different mean service (dedicated)"(given) {
    const times = numbers(given, "mean_service");
    return meanWaitInDedicatedLines(numbers(given, "lambda").map((arrivalRate, k) => ({arrivalRate, serviceTime: times[k]}))).value;
  },
  "dedicated short class": (given) =>
    meanWaitInDedicatedLines([{arrivalRate: number(given, "lambda"), serviceTime: number(given, "mean_service")}]).value,
  "pooling gain"(given) {
    const teams = number(given, "groups");
    const servers = number(given, "c_total") / teams;
    return poolTeams({arrivalRate: number(given, "offered") / teams, serviceTime: 1, servers}, teams).pooled.waitTime!.value;
  },
  "pooled vs random-split dedicated queues"(given) {
    const servers = number(given, "c");
    const serviceTime = 1 / number(given, "mu");
    return breakEvenSpeedUp({arrivalRate: (number(given, "rho") * servers) / serviceTime, serviceTime, servers}).value;
  },
  "M^[X]/M/1 constant batch 2": groupArrivals,
  "M^[X]/M/1 constant batch 5": groupArrivals,
  "M/M^[K]/1 bulk service (partial batches; an arrival joins the batch in service while it holds fewer than K)": (given) =>
    solveGroupService({arrivalRate: number(given, "lambda"), serviceTime: 1 / number(given, "mu"), together: number(given, "K")})
      .numberInSystem!.value,
  "M/M/1/1 with classical retrials": retrials,
  "M/M/c/c with classical retrials": retrials,
  "overflow traffic (Kosten/Wilkinson)"(given) {
    const {mean, peakedness} = overflow(number(given, "offered"), number(given, "primary_servers"));
    return given.metric.startsWith("peakedness") ? peakedness.value : mean.value;
  },
  "Hayward approximation"(given) {
    const {mean, peakedness} = overflow(number(given, "offered"), number(given, "primary_servers"));
    return haywardBlocking(mean.value, peakedness.value, number(given, "second_group_servers")).value;
  },
  "repeat contacts: steady-state load with first-contact resolution": (given) =>
    contactsWithRepeats({
      freshRate: number(given, "base_contacts_per_h"),
      firstContact: number(given, "fcr"),
      repeat: number(given, "repeat_prob_if_unresolved"),
      ofRepeats: number(given, "resolution_of_repeats"),
    }).value,
  "abandonment with redial (rate-inflation fixed point, redials treated as Poisson)": (given) =>
    solveRedial({
      arrivalRate: number(given, "base_per_min"),
      serviceTime: 1 / number(given, "mu"),
      servers: number(given, "c"),
      patience: 1 / number(given, "theta"),
      redial: number(given, "redial_prob_after_abandon"),
    }).totalRate.value,
  "Erlang C with gamma-distributed arrival rate (day busyness)"(given) {
    const cv = /CV ([\d.]+)/.exec(text(given, "busyness"))?.[1];
    const serviceTime = number(given, "aht_s");
    const servers = number(given, "agents");
    const within = number(given, "threshold_s");
    return overBusyness(
      {arrivalRate: number(given, "calls_per_30min_mean") / 1800, cv: Number(cv), breaks: [servers / serviceTime]},
      (arrivalRate) => solveErlangC({arrivalRate, serviceTime, servers}).servedWithin!(within).value,
    ).value;
  },
  "service-level definitions": (given) =>
    serviceLevel(
      {
        answered: number(given, "answered"),
        abandoned: number(given, "abandoned"),
        answeredWithin: number(given, "answered_within_20s"),
        abandonedWithin: number(given, "abandoned_within_20s"),
        abandonedShort: number(given, "abandoned_within_5s"),
      },
      "answeredOrGone",
    ),
};

/** 100 calls of 3 minutes in half an hour, as the cases of one public library ask. */
function interval(given: Given): Demand {
  return {arrivalRate: number(given, "transactions") / number(given, "interval_min"), serviceTime: number(given, "aht_min")};
}

/** Minutes; everything that the case gives names of its own for. */
function intervalQueue(given: Given) {
  return {...interval(given), servers: number(given, "c")};
}

function withPatience(given: Given): ImpatientLongRun {
  return solveErlangA({...intervalQueue(given), patience: number(given, "patience_mean_min")});
}

/** The fewest people for a share in time and an occupancy, and all who must be employed for so many to be there. */
function positions(given: Given, share: number, occupancy: number): [there: number, employed: number] {
  const there = fewestServers(interval(given), {servedWithin: {share, within: number(given, "target_min")}, occupancy});
  return [there, Math.ceil(there / (1 - number(given, "shrinkage")))];
}

function roomOf(given: Given): RoomQueue {
  return {...queueOf(given), room: number(given, "K")};
}

const lineAndWait = (given: Given): Found => {
  const servers = number(given, "c");
  const serviceTime = number(given, "mean_service");
  const arrivalRate =
    given.params.rho === undefined ? 1 / number(given, "mean_interarrival") : (number(given, "rho") * servers) / serviceTime;
  const {queueLength, waitTime} = solveErlangC({arrivalRate, serviceTime, servers});
  return [queueLength!.value, waitTime!.value];
};

const roomWithPatience = (given: Given): Found => {
  const {blocked, abandoned, queueLength, numberInSystem, occupancy} = solveFiniteRoom({
    arrivalRate: 1 / number(given, "mean_interarrival"),
    serviceTime: number(given, "mean_service"),
    patience: number(given, "mean_patience"),
    servers: number(given, "c"),
    room: number(given, "K"),
  });
  const ofAccepted = abandoned!.value / (1 - blocked!.value);
  return [blocked!.value, ofAccepted, queueLength!.value, numberInSystem!.value, occupancy!.value];
};

const fromSource = (given: Given): Found => {
  const servers = given.params.c === undefined ? 1 : number(given, "c");
  const source = {
    population: number(given, "population"),
    ratePerIdle: number(given, "lambda_each"),
    serviceTime: 1 / number(given, "mu"),
    servers,
  };
  const longRun = solveFiniteSource(given.params.K === undefined ? source : {...source, room: number(given, "K")});
  return [longRun.numberInSystem.value, longRun.throughput.value, longRun.sojournTime!.value, longRun.waitTime.value];
};

const revisited = (given: Given): Found => {
  const visits = number(given, "visits");
  const arrivalRate = number(given, "lambda") * visits;
  const {numberInSystem, throughput, sojournTime, occupancy} = solveErlangC({arrivalRate, serviceTime: number(given, "S"), servers: 1});
  return [numberInSystem!.value, throughput!.value, sojournTime!.value * visits, occupancy!.value];
};

/** P(n there) for n = 0, 1, 2, 3 with one server and endless room: geometric. */
const firstStates = (given: Given): Found => {
  const occupancy = solveErlangC(queueOf(given)).occupancy!.value;
  return [0, 1, 2, 3].map((n) => (1 - occupancy) * pow(occupancy, n));
};

const blockingOf = (given: Given) => blockingProbability(number(given, "a"), number(given, "c"));
const line = (given: Given) => solveErlangC(queueOf(given));
const inRoom = (given: Given) => solveFiniteRoom(roomOf(given));
const occupancyAndWait = (given: Given): Found => [line(given).occupancy!.value, line(given).waitTime!.value];

/** Analytic cases of systems.json, by id. */
export const ERLANG_SYSTEMS: Readonly<Record<string, (given: Given) => Found>> = {
  "oct-mm2-lq": (given) => line(given).queueLength!.value,
  "oct-mm2-w": (given) => line(given).sojournTime!.value,
  "oct-mm4-lq": (given) => line(given).queueLength!.value,
  "oct-mm4-w": (given) => line(given).sojournTime!.value,
  "oct-mm1-10-l": (given) => inRoom(given).numberInSystem!.value,
  "oct-mm3-7-p0": (given) => inRoom(given).present(0).value,
  "oct-mm3-7-w": (given) => inRoom(given).sojournTime!.value,
  "oct-mm4-6-pk": (given) => inRoom(given).blocked!.value,
  "oct-mm2-5-pk": (given) => inRoom(given).blocked!.value,
  "oct-mm2-5-wq": (given) => inRoom(given).waitTime!.value,
  "oct-bd4": (given) => [0, 1, 2, 3].map((n) => inRoom(given).present(n).value),
  "pwf-c-pw": (given) => solveErlangC(intervalQueue(given)).waiting!.value,
  "pwf-c-sl": (given) => solveErlangC(intervalQueue(given)).servedWithin!(number(given, "target_min")).value,
  "pwf-c-req": (given) => positions(given, 0.8, 0.85),
  "pwf-c-req2"(given) {
    const [there, employed] = positions(given, 0.8, 0.7);
    const longRun = solveErlangC({...interval(given), servers: there});
    return [there, employed, longRun.servedWithin!(number(given, "target_min")).value, longRun.occupancy!.value, longRun.waiting!.value];
  },
  "pwf-c-req3": (given) => [0.8, 0.85, 0.9].map((share) => positions(given, share, 0.8)[0]),
  "pwf-a-pw": (given) => withPatience(given).allBusy.value,
  "pwf-a-ab": (given) => withPatience(given).abandoned.value,
  "pwf-a-occ": (given) => withPatience(given).occupancy!.value,
  "pwf-a-asa": (given) => withPatience(given).waitTime.value,
  "pwf-a-sl": (given) => withPatience(given).servedWithin(number(given, "target_min")).value,
  "pwf-b-1": blockingOf,
  "pwf-b-2": blockingOf,
  "qs-b-5": blockingOf,
  "qs-b-8": blockingOf,
  "qs-b-10": blockingOf,
  "qs-c-1": lineAndWait,
  "qs-c-2": lineAndWait,
  "qs-c-5": lineAndWait,
  "qs-c-10": lineAndWait,
  "qs-c-20": lineAndWait,
  "qs-c-hot": lineAndWait,
  "qs-ext-40": roomWithPatience,
  "qs-ext-74": roomWithPatience,
  "jmva-open-1": revisited,
  "jmva-open-2": revisited,
  "jmva-open-3": revisited,
  "line-mm1"(given) {
    const {numberInSystem, occupancy, sojournTime, throughput} = line(given);
    return [numberInSystem!.value, occupancy!.value, sojournTime!.value, throughput!.value];
  },
  "line-mm13": (given) => [inRoom(given).numberInSystem!.value, inRoom(given).blocked!.value],
  "line-mm2": occupancyAndWait,
  "line-mm4": occupancyAndWait,
  "rq-mm1"(given) {
    const {numberInSystem, queueLength, sojournTime, waitTime} = line(given);
    return [numberInSystem!.value, queueLength!.value, sojournTime!.value, waitTime!.value];
  },
  "rq-mm1k": (given) => [inRoom(given).numberInSystem!.value, inRoom(given).sojournTime!.value, inRoom(given).blocked!.value],
  "rq-mm2": (given) => [line(given).waiting!.value, line(given).numberInSystem!.value, line(given).waitTime!.value],
  "rq-mmcc": (given) => [solveErlangB(queueOf(given)).blocked!.value, solveErlangB(queueOf(given)).numberInSystem!.value],
  "rq-mmck": (given) => [inRoom(given).numberInSystem!.value, inRoom(given).queueLength!.value, inRoom(given).sojournTime!.value],
  "rq-mm1kk": fromSource,
  "rq-mmckk": fromSource,
  "rq-mmckm": fromSource,
  "ciw-p-3": firstStates,
  "ciw-p-4": firstStates,
  "ciw-p-5": firstStates,
  "ciw-mm3-util": (given) => line(given).occupancy!.value,
  // One pump and no waiting is Erlang B, which cares for the mean service alone.
  "sim-gas1"(given) {
    const [car, motorcycle] = numbers(given, "mean");
    const serviceTime = number(given, "p_car") * car + (1 - number(given, "p_car")) * motorcycle;
    return solveErlangB({arrivalRate: number(given, "lambda"), serviceTime, servers: 1}).numberInSystem!.value;
  },
  "sim-mm23": (given) => [inRoom(given).numberInSystem!.value, inRoom(given).blocked!.value],
  "qc-mm1"(given) {
    const {numberInSystem, queueLength, sojournTime, waitTime} = line(given);
    return [numberInSystem!.value, queueLength!.value, sojournTime!.value, waitTime!.value];
  },
  "qc-mm3a": (given) => [line(given).queueLength!.value, line(given).sojournTime!.value],
  "qc-mm3b": (given) => [line(given).queueLength!.value, line(given).waitTime!.value, line(given).sojournTime!.value],
};
