/** What is done with each case of theory.json, by the name of its model. */
import {exponential, visit} from "../builders/scenario.ts";
import {THEORY_CASES, type TheoryCase} from "../cases.ts";
import * as the from "../numbers.ts";
import {appointments, callCentre, daily, eightHours, transient} from "./days.ts";
import {discrimination, expressLane, parallelLines, startOrder} from "./lines.ts";
import {network} from "./networks.ts";
import {
  anyPatience,
  anyService,
  batches,
  erlangA,
  erlangC,
  finiteRoom,
  fixedService,
  lossSystem,
  meanWait,
  place,
  renewalArrivals,
} from "./one-line.ts";
import {infiniteServers, staffedByLoad} from "./paths.ts";
import {check, HARD, LONG, lawOf, Params, type Plan, simulated, skip} from "../plan.ts";
import {engset, repairers} from "./populations.ts";
import {nonPreemptive, preemptive, servicesOf} from "./priority.ts";

type Plans = Record<string, (p: Params, expected: number, given: TheoryCase) => Plan>;

const formula = () => skip("a formula alone: nothing to simulate");
const approximation = () => skip("an approximation: nothing to simulate");
const closedNetwork = () => skip("closed network: comes with networks");
const planning = () => skip("staffing: comes with planning");
const choosing = () => skip("choosing the best of many: comes with planning");
const skills = () => skip("skills: come with networks");
const retrials = () => skip("retrials: come with networks");
const fluid = () => skip("a fluid: nothing to simulate");

const tailAt = (p: Params) => (typeof p.all.t === "number" ? p.number("t") : null);

const PLANS: Plans = {
  // One line
  "M/M/c/c (Erlang B)": (p, expected) => lossSystem(p, expected),
  "M/M/c (Erlang C)": (p, expected, {id}) => erlangC(p, expected, id),
  "M/M/1": (p, expected) => meanWait(p.number("lambda") / p.number("mu"), 1, expected),
  "M/M/2 single line comparison": (p, expected) => meanWait(p.number("lambda"), 2, expected),
  "pooling gain": (p, expected) => meanWait(p.number("offered"), p.number("c_total"), expected),
  "dedicated short class": (p, expected) => meanWait(p.number("lambda"), 1, expected),
  "M/M/c/K": (p, expected, {id}) => finiteRoom(p, expected, id),
  "M/M/c+M (Erlang A)": (p, expected, {metric}) => erlangA(p, expected, metric),
  "M/M/c+G": (p, expected, {metric}) => anyPatience(p, expected, metric),
  "M/G/1": (p, expected, {metric}) => anyService(p, 1, expected, metric),
  "M/PH/c (M/G/c with phase-type service)": (p, expected, {metric}) => anyService(p, p.number("c"), expected, metric),
  "M/D/c": (p, expected, {metric}) => fixedService(p.number("lambda"), p.number("c"), tailAt(p), expected, metric),
  "M/D/1": (p, expected, {metric}) => fixedService(p.number("rho"), 1, tailAt(p), expected, metric),
  "GI/M/c": (p, expected, {metric}) => {
    const mean = 1 / (p.number("c") * p.number("rho"));
    return renewalArrivals(lawOf(p.text("interarrival"), mean), p.number("c"), p.number("rho"), expected, metric);
  },
  "PH/PH/c": (p, expected, {metric}) => {
    const [arrival, service] = p.text("arrival_service").split("/");
    return renewalArrivals(
      lawOf(arrival, p.number("mean_interarrival")),
      p.number("c"),
      p.number("rho"),
      expected,
      metric,
      lawOf(service, 1),
    );
  },
  "M^[X]/M/1 constant batch 2": (p, expected, {metric}) => batches(p, expected, metric),
  "M^[X]/M/1 constant batch 5": (p, expected, {metric}) => batches(p, expected, metric),
  "overflow traffic (Kosten/Wilkinson)": (p, expected, {metric}) => {
    const [servers, offered] = [p.number("primary_servers"), p.number("offered")];
    if (!metric.startsWith("mean overflow")) return skip("overflow to another station: a formula alone");
    return simulated(place(offered, {servers, service: exponential(1), room: servers}), [
      check(the.affine(the.refused, offered), expected),
    ]);
  },
  "pooled M/H2/2 (both classes, 2 servers, FCFS)": (p, expected) => {
    const [means, rates] = [p.list("mean_service"), p.list("lambda")];
    const arrivals = Object.fromEntries(means.map((mean, i) => [`mean ${mean}`, {rate: rates[i]}]));
    const classes = Object.fromEntries(means.map((mean) => [`mean ${mean}`, {service: exponential(mean)}]));
    return simulated({arrivals, classes, station: {servers: 2, service: null}}, [check(the.meanWait, expected)], {effort: LONG});
  },

  // A line each
  "c parallel M/M/1 (random split)": (p, expected) => parallelLines(new Params({...p.all, rule: "random"}), expected),
  "2 x M/M/1 random split comparison": (p, expected) => parallelLines(new Params({...p.all, rule: "random"}), expected),
  "parallel queues, join the shortest": parallelLines,
  "parallel queues, random split": parallelLines,
  "parallel queues, cyclic (round-robin) assignment": parallelLines,
  "parallel queues with jockeying when difference reaches 2": parallelLines,
  "single line": parallelLines,
  "parallel queues, order-of-start unfairness": (p, expected, {metric, how_verified}) => startOrder(p, expected, metric, how_verified),
  "two M/M/1 with very different mean service (dedicated)": (p, expected) => {
    const [means, rates] = [p.list("mean_service"), p.list("lambda")];
    const names = means.map((mean) => `mean ${mean}`);
    return simulated(
      {
        arrivals: Object.fromEntries(names.map((name, i) => [name, {rate: rates[i], route: name}])),
        stations: Object.fromEntries(names.map((name, i) => [name, {service: exponential(means[i])}])),
        routes: Object.fromEntries(names.map((name) => [name, [visit("served", name)]])),
      },
      [check(the.meanWait, expected)],
      {effort: LONG},
    );
  },

  // Priorities
  "M/G/1 non-preemptive priority": (p, expected, {metric}) => nonPreemptive(p, servicesOf(p), 1, expected, metric),
  "M/M/c non-preemptive priority, common mu": (p, expected, {metric}) =>
    nonPreemptive(
      p,
      p.list("lambda").map(() => exponential(1 / p.number("mu"))),
      p.number("c"),
      expected,
      metric,
    ),
  "M/M/c 2 classes, class-dependent mu, non-preemptive priority": (p, expected, {metric}) =>
    nonPreemptive(
      p,
      p.list("mu").map((mu) => exponential(1 / mu)),
      p.number("c"),
      expected,
      metric,
    ),

  "M/G/1 preemptive-resume priority": (p, expected, {metric}) => preemptive(p, servicesOf(p), 1, expected, metric),
  "M/M/c preemptive-resume priority, common mu": (p, expected, {metric}) =>
    preemptive(
      p,
      p.list("lambda").map(() => exponential(1 / p.number("mu"))),
      p.number("c"),
      expected,
      metric,
    ),
  "M/M/c 2 classes, class-dependent mu, preemptive priority": (p, expected, {metric}) =>
    preemptive(
      p,
      p.list("mu").map((mu) => exponential(1 / mu)),
      p.number("c"),
      expected,
      metric,
    ),

  // Networks
  "open Jackson network": (p, expected, {metric}) => {
    const station = metric.slice(-1);
    const stations = p.list("servers").map((servers, i) => ({servers, service: exponential(1 / p.list("mu")[i])}));
    const number = metric.startsWith("throughput") ? the.measure("throughput", {station}) : the.measure("waitTime", {station});
    return simulated(network(p.list("external_arrivals"), p.table("routing"), stations), [check(number, expected)]);
  },

  // Days, and rates that change
  "M/M/12 eight-hour day from empty (terminating)": (p, expected, {id}) => eightHours(p, expected, id),
  "M/M/12+M eight-hour day from empty (terminating)": (p, expected, {id}) => eightHours(p, expected, id),
  "M/M/12 with queue capacity 5, eight-hour day": (p, expected, {id}) => eightHours(p, expected, id),
  "Mt/M/ct+G random busyness (terminating day)": (p, expected, {metric}) => callCentre(p, expected, metric),
  "Mt/M/ct+G (B=1)": (p, expected, {metric}) => callCentre(p, expected, metric),
  "Mt/M/ct+G random busyness": () =>
    skip("published simulation: printed without its uncertainty; the exact values of the same place are simulated"),
  "appointment schedule, exponential service": (p, expected, {metric}) => appointments(p, expected, metric),
  "transient M/M/1": (p, expected, {metric}) => transient(p, expected, metric),
  "Mt/M/c periodic (exact)": (p, expected, {metric}) => daily(p, expected, metric),
  "M(t)/M/inf sinusoidal arrivals": infiniteServers,
  "M(t)/D/inf": infiniteServers,
  "Mt/M/st with square-root MOL staffing": staffedByLoad,

  // Fairness
  "RAQFM unfairness Var(D)": (p, expected, {how_verified}) => discrimination(p, expected, how_verified),

  // Later
  "continuous Erlang B (non-integer servers)": formula,
  "continuous Erlang C (non-integer servers)": formula,
  "continuous Erlang C staffing (fractional agents)": formula,
  "M/M/c/c inverse": formula,
  "Halfin-Whitt": formula,
  "Halfin-Whitt inverse": formula,
  "Garnett (QED Erlang A)": formula,
  "Erlang C with gamma-distributed arrival rate (day busyness)": formula,
  "pooled vs random-split dedicated queues": formula,
  "service-level definitions": formula,
  "repeat contacts: steady-state load with first-contact resolution": formula,
  "G/G/c Allen-Cunneen": approximation,
  "G/G/c Whitt 1993": approximation,
  "G/G/c Sakasegawa (VUT)": approximation,
  "G/G/c KLB": approximation,
  "M/G/c Kimura (exact M/D/c inside)": approximation,
  "QNA departure SCV": approximation,
  "Hayward approximation": approximation,
  PSA: approximation,
  "SSA (time-average rate)": approximation,
  "abandonment with redial (rate-inflation fixed point, redials treated as Poisson)": approximation,
  "deterministic fluid, overload window": fluid,
  "deterministic fluid with abandonment": fluid,
  "M/M/c/K/N (finite source)": (p, expected, {metric}) => engset(p, expected, metric),
  "M/M/c//N machine repair": (p, expected, {metric}) => repairers(p, expected, metric),
  "closed product-form network (single servers)": closedNetwork,
  "closed product-form network (multi-server station)": closedNetwork,
  "M/M/1/1 with classical retrials": retrials,
  "M/M/c/c with classical retrials": retrials,
  "M/M^[K]/1 bulk service (partial batches; an arrival joins the batch in service while it holds fewer than K)": () =>
    skip("service in batches: comes with networks"),
  "size-split express lane (2 x M/G/1)": (p, expected, {metric}) => expressLane(p, expected, metric),
  "hypercube queueing model": () => skip("servers with places: come with networks"),
  "N-design multi-skill with abandonment (exact CTMC)": skills,
  "multi-skill Mt/M/ct+M, 3 types, 2 groups": skills,
  "spatial: mean distance to the nearest of a Poisson field of free units (Euclidean)": () => skip("travel: comes with networks"),
  "spatial: mean L1 distance to the nearest of a Poisson field": () => skip("travel: comes with networks"),
  "Erlang C staffing": planning,
  "Erlang A staffing": planning,
  "Erlang C requirement per half hour": planning,
  "ISA staffing, Mt/M/st+M with theta=mu (exact: L(t) is Poisson(m(t)) for every staffing)": planning,
  "staffing per half hour SIPPavg": planning,
  "staffing per half hour SIPPmax": planning,
  "staffing per half hour lagSIPPavg": planning,
  "staffing per half hour lagSIPPmax": planning,
  "staffing per half hour MOLavg": planning,
  "staffing per half hour MOLmax": planning,
  "set covering shift scheduling": planning,
  "shift scheduling min |required - scheduled|": planning,
  "days-off 5 consecutive days (post office)": planning,
  "shift scheduling with one 30-min unpaid break (explicit set covering vs Aykin implicit)": planning,
  "shift scheduling with breaks: explicit vs Aykin implicit": planning,
  "as above with at most 40% of heads on 4-hour shifts": planning,
  "as above, minimise heads": planning,
  "as above with soft coverage (penalty 3 paid hours per missing agent-half-hour)": planning,
  "hourly starts only, shifts of 12 and 17 half hours (no 4-hour shifts)": planning,
  "Rinott constant": choosing,
  "KN procedure constant": choosing,
  "KN procedure, slippage configuration, independent normals": choosing,
  "OCBA asymptotic allocation (minimisation)": choosing,
};

/** Cases, by the beginning of their names, whose places need the whole budget: nearly always busy, or hardly ever late. */
const NEEDS_ALL = [
  "erlangB-c117",
  "erlangC-gmr-50",
  "erlangC-c100-a90",
  "erlangC-c500",
  "erlangC-ssj-mmc",
  "erlangA-gmr-50",
  "erlangA-small",
  "mmcU-50",
  "mmcE2-50",
  "mmcH2-50",
  "md1-0.95",
  "me2-1-0.95",
  "mh2-1-0.8",
  "mdc-25-0.95",
  "pool-4x10",
  "smithwhitt-dedicated",
  "mmck-c2-K40",
];

/** One line with exponential service: the models that call centres are planned by. */
export const ERLANG: ReadonlySet<string> = new Set(["M/M/c/c (Erlang B)", "M/M/c (Erlang C)", "M/M/c/K", "M/M/c+M (Erlang A)", "M/M/c+G"]);

export function theoryPlans(): {id: string; model: string; plan: Plan}[] {
  return THEORY_CASES.map((given) => {
    const plan = PLANS[given.model];
    if (plan === undefined) throw new RangeError(`${given.id}: nobody says what to do with "${given.model}"`);
    const made = plan(new Params(given.params), given.expected as number, given);
    const isHard = made.kind === "simulated" && NEEDS_ALL.some((name) => given.id.startsWith(name));
    return {id: given.id, model: given.model, plan: isHard ? {...made, effort: HARD} : made};
  });
}
