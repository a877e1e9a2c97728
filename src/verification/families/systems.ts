/** What is done with each case of systems.json: by name where it runs, by tag where it waits for a feature. */
import {exp, expm1} from "../../math/index.ts";
import {COUNTED_TIME, PLACE_AREA, SERVED, SOJOURN, SYSTEM_AREA} from "../../replication/row.ts";
import type {Law} from "../../random/law.ts";
import type {Order} from "../../scenario/scenario.ts";
import {
  choose,
  delay,
  erlang,
  exponential,
  fixed,
  gamma,
  type GivenScenario,
  type GivenStation,
  lognormal,
  mix,
  uniform,
  visit,
} from "../builders/scenario.ts";
import {SYSTEMS_CASES, type SystemsCase} from "../cases.ts";
import * as the from "../numbers.ts";
import {centralServer, network, routeThrough} from "./networks.ts";
import {place} from "./one-line.ts";
import {countsBySegment, orderedServers, states} from "./paths.ts";
import {check, checks, LONG, ORDINARY, Params, type Plan, simulated, skip} from "../plan.ts";
import {machineRepair} from "./populations.ts";
import {growing, priorityPlace, waitOfClass} from "./priority.ts";
import * as story from "./traces.ts";

type PlanOf = (p: Params, truth: number[], given: SystemsCase) => Plan;

const station = (name: string) => ({station: name});
const refusedPerTime = (rate: number) => the.affine(the.refused, rate);

/** M/M/c, M/M/c/K and their patient and impatient kin: λ, µ, c and K by their names. */
function markovian(p: Params, rest: {patience?: number} = {}): GivenScenario {
  const servers = typeof p.all.c === "number" ? p.number("c") : 1;
  const room = typeof p.all.K === "number" ? p.number("K") : null;
  return place(
    p.number("lambda"),
    {servers, room, service: exponential(1 / p.number("mu"))},
    rest.patience === undefined ? null : exponential(rest.patience),
  );
}
const oneLine =
  (...numbers: the.Numbered[]): PlanOf =>
  (p, truth) => {
    const c = typeof p.all.c === "number" ? p.number("c") : 1;
    const occupancy = p.number("lambda") / p.number("mu") / c;
    return simulated(markovian(p), checks(numbers, truth), {effort: occupancy > 0.75 && p.all.K === undefined ? LONG : ORDINARY});
  };

/** Traffic of a contact centre: `transactions` an interval of minutes, patience if any. Minutes. */
function contactCentre(p: Params): GivenScenario {
  const patience = typeof p.all.patience_mean_min === "number" ? exponential(p.number("patience_mean_min")) : null;
  return place(
    p.number("transactions") / p.number("interval_min"),
    {servers: p.number("c"), service: exponential(p.number("aht_min"))},
    patience,
  );
}
const centre =
  (number: (p: Params) => the.Numbered): PlanOf =>
  (p, truth) =>
    simulated(contactCentre(p), [check(number(p), truth[0])], {within: [p.number("target_min")], effort: LONG});

const loss: PlanOf = (p, truth) =>
  simulated(place(p.number("a"), {servers: p.number("c"), room: p.number("c"), service: exponential(1)}), [check(the.refused, truth[0])]);

/** λ = ρ c / s. */
const atOccupancy: PlanOf = (p, truth) =>
  simulated(
    place((p.number("rho") * p.number("c")) / p.number("mean_service"), {
      servers: p.number("c"),
      service: exponential(p.number("mean_service")),
    }),
    checks([the.queueLength, the.meanWait], truth),
    {effort: LONG},
  );

const impatientInRoom: PlanOf = (p, truth) =>
  simulated(
    place(
      1 / p.number("mean_interarrival"),
      {servers: p.number("c"), room: p.number("K"), service: exponential(p.number("mean_service"))},
      exponential(p.number("mean_patience")),
    ),
    checks([the.refused, the.gaveUpOfAdmitted, the.queueLength, the.numberInSystem, the.occupancy], truth),
    {effort: LONG},
  );

const serviceSpread: PlanOf = (p, truth) =>
  simulated(
    place(1 / p.number("mean_interarrival"), {service: gamma(p.number("mean_service"), p.number("cv_service"))}),
    checks([the.queueLength, the.meanWait], truth),
    {effort: LONG},
  );

const order =
  (rule: Order): PlanOf =>
  (p, truth) =>
    simulated(
      place(1 / p.number("mean_interarrival"), {service: exponential(p.number("mean_service")), order: rule}),
      checks([the.meanWait, the.sdOfWait], truth),
      {effort: LONG},
    );

/** Two servers and their lines; total people waiting, in the system, and so on. */
const twoServers =
  (lines: GivenStation, ...numbers: the.Numbered[]): PlanOf =>
  (p, truth) =>
    simulated(
      place(1 / p.number("mean_interarrival"), {servers: 2, service: exponential(p.number("mean_service")), ...lines}),
      checks(numbers, truth),
      {effort: LONG},
    );

const renewal =
  (between: Law): PlanOf =>
  (p, truth) =>
    simulated({arrivals: {between}, station: {service: exponential(1 / p.number("mu"))}}, [check(the.meanSojourn, truth[0])], {
      effort: LONG,
    });

const statesOfQueue: PlanOf = (p, truth) => states(markovian(p), truth);

/** Of M/M/1 stations with feedback: one number for each. */
const jackson =
  (metric: string): PlanOf =>
  (p, truth) => {
    const means = p.all.S === undefined ? p.list("mu").map((mu) => 1 / mu) : p.list("S");
    const numbers = means.map((_, i) => the.measure(metric, station(String(i + 1))));
    return simulated(
      network(
        p.list("external"),
        p.table("P"),
        means.map((mean) => ({service: exponential(mean)})),
      ),
      checks(numbers, truth),
    );
  };

const lazowska =
  (number: the.Numbered): PlanOf =>
  (p, truth) =>
    simulated(
      centralServer(
        p.number("lambda"),
        p.list("visits"),
        p.list("S").map((mean) => ({service: exponential(mean)})),
      ),
      [check(number, truth[0])],
      {
        effort: {replications: 40, customers: 600, warmUp: 60}, // each makes 241 visits
      },
    );

/** A law's mean and standard deviation: times in a place where nobody waits. */
const moments =
  (lawOf: (p: Params) => Law): PlanOf =>
  (p, [mean, variance]) =>
    simulated(
      place(1, {servers: 60, service: lawOf(p)}),
      [check(the.meanSojourn, mean), check(the.measure("sojournTime", {statistic: "sd"}), Math.sqrt(variance))],
      {effort: LONG},
    );

/** A share of the customers visits the only station; residence time is per customer, visitors or not. */
const visitRatio: PlanOf = (p, truth) => {
  const share = p.number("visits");
  const scenario: GivenScenario = {
    arrivals: {rate: p.number("lambda"), route: "way"},
    stations: {server: {service: exponential(p.number("S"))}},
    routes: {
      way: [
        choose("enter", [
          [share, "server"],
          [1 - share, null],
        ]),
        visit("server", "server"),
      ],
    },
  };
  return simulated(
    scenario,
    checks(
      [
        the.numberInSystem,
        the.measure("throughput", station("server")),
        the.ratio(the.visits(SOJOURN), the.visits(SERVED)),
        the.measure("occupancy", station("server")),
      ],
      truth,
    ),
    {effort: LONG},
  );
};

const delayThenServer: PlanOf = (p, truth) => {
  const scenario: GivenScenario = {
    arrivals: {rate: p.number("lambda"), route: "way"},
    stations: {server: {service: exponential(p.number("S"))}},
    routes: {way: [delay("delay", mix([0.5, exponential(1 / 3)], [0.5, exponential(1 / 10)]), "server"), visit("server", "server")]},
  };
  const inDelay = the.minus(the.day(PLACE_AREA), the.clock(SYSTEM_AREA));
  const atServer: the.Numbered = the.measure("sojournTime", station("server"));
  const timeInDelay = the.ratio(the.minus(the.visits(SOJOURN), the.atStation(0, SOJOURN)), the.visits(SERVED));
  return simulated(
    scenario,
    checks([the.ratio(inDelay, the.day(COUNTED_TIME)), the.measure("numberInSystem", station("server")), timeInDelay, atServer], truth),
    {effort: LONG},
  );
};

/** Utilisations need no particular order of service, so first come will do. */
const twoRoutes: PlanOf = (p, truth) => {
  const [ofFirst, ofSecond] = p.table("mu").map((rates) => rates.map((rate) => exponential(1 / rate)));
  return simulated(
    {
      arrivals: {first: {rate: p.list("external")[0], route: "one"}, second: {rate: p.list("external")[1], route: "two"}},
      stations: {"1": {service: null}, "2": {service: null}, "3": {service: null}},
      routes: {one: routeThrough(p.table("P_class1"), 0, ofFirst), two: routeThrough(p.table("P_class2"), 0, ofSecond)},
    },
    checks(
      ["1", "2", "3"].map((name) => the.measure("occupancy", station(name))),
      truth,
    ),
  );
};

const exact = (given: SystemsCase) => given.tolerance_or_exactness.abs ?? 0;

const PLANS: Record<string, PlanOf> = {
  // M/M/c and M/M/c/K
  "oct-mm2-lq": oneLine(the.queueLength),
  "oct-mm2-w": oneLine(the.meanSojourn),
  "oct-mm4-lq": oneLine(the.queueLength),
  "oct-mm4-w": oneLine(the.meanSojourn),
  "oct-mm1-10-l": oneLine(the.numberInSystem),
  "oct-mm3-7-p0": statesOfQueue,
  "oct-mm3-7-w": oneLine(the.meanSojourn),
  "oct-mm4-6-pk": oneLine(the.refused),
  "oct-mm2-5-pk": oneLine(the.refused),
  "oct-mm2-5-wq": oneLine(the.meanWait),
  "oct-bd4": statesOfQueue,
  "sim-mm23": oneLine(the.numberInSystem, the.refused),
  "qc-mm1": oneLine(the.numberInSystem, the.queueLength, the.meanSojourn, the.meanWait),
  "qc-mm3a": oneLine(the.queueLength, the.meanSojourn),
  "qc-mm3b": oneLine(the.queueLength, the.meanWait, the.meanSojourn),
  "line-mm1": oneLine(the.numberInSystem, the.occupancy, the.meanSojourn, the.throughput),
  "line-mm2": oneLine(the.occupancy, the.meanWait),
  "line-mm4": oneLine(the.occupancy, the.meanWait),
  "line-mm13": oneLine(the.numberInSystem, the.refused),
  "rq-mm1": oneLine(the.numberInSystem, the.queueLength, the.meanSojourn, the.meanWait),
  "rq-mm1k": oneLine(the.numberInSystem, the.meanSojourn, the.refused),
  "rq-mm2": oneLine(the.delayed, the.numberInSystem, the.meanWait),
  "rq-mmcc": (p, truth) =>
    simulated({...markovian(new Params({...p.all, K: p.number("c")}))}, checks([the.refused, the.numberInSystem], truth)),
  "rq-mmck": oneLine(the.numberInSystem, the.queueLength, the.meanSojourn),
  "ciw-wq58": oneLine(the.meanWait),
  "ciw-mm3-util": oneLine(the.occupancy),
  "ciw-p-3": statesOfQueue,
  "ciw-p-4": statesOfQueue,
  "ciw-p-5": statesOfQueue,
  "ciw-mm3-ordered": orderedServers,
  "jmt-exponential-01": renewal(exponential(1)),
  "jmt-lcfs": (p, truth) =>
    simulated(
      place(p.number("lambda"), {service: exponential(1 / p.number("mu")), order: "last come"}),
      [check(the.meanSojourn, truth[0])],
      {effort: LONG},
    ),
  "jmt-mm14-w": (p, truth) => roomForFour(p, the.meanSojourn, truth),
  "jmt-mm14-u": (p, truth) => roomForFour(p, the.occupancy, truth),
  "jmt-mm14-l": (p, truth) => roomForFour(p, the.numberInSystem, truth),
  "jmt-mm14-drop": (p, truth) => roomForFour(p, refusedPerTime(p.number("lambda")), truth),
  "pwf-c-pw": (p, truth) => simulated(contactCentre(p), [check(the.delayed, truth[0])]),
  "pwf-c-sl": centre((p) => the.waitWithin(p.number("target_min"))),
  "pwf-a-pw": centre(() => the.delayed),
  "pwf-a-ab": centre(() => the.gaveUp),
  "pwf-a-occ": centre(() => the.occupancy),
  "pwf-a-asa": centre(() => the.meanWait),
  "pwf-a-sl": centre((p) => the.servedWithinOfOffered(p.number("target_min"))),
  "pwf-b-1": loss,
  "pwf-b-2": loss,
  "qs-b-5": loss,
  "qs-b-8": loss,
  "qs-b-10": loss,
  "qs-c-1": atOccupancy,
  "qs-c-2": atOccupancy,
  "qs-c-5": atOccupancy,
  "qs-c-10": atOccupancy,
  "qs-c-20": atOccupancy,
  // 0.9836 busy: the past is forgotten after some 15,000 customers, so the warm-up is long too.
  "qs-c-hot": (p, truth) =>
    simulated(
      place(1 / p.number("mean_interarrival"), {servers: p.number("c"), service: exponential(p.number("mean_service"))}),
      checks([the.queueLength, the.meanWait], truth),
      {
        effort: {replications: 20, customers: 150_000, warmUp: 100_000},
      },
    ),
  "qs-ext-40": impatientInRoom,
  "qs-ext-74": impatientInRoom,
  "sim-gas1": (p, truth) => {
    const [car, motorcycle] = p.list("mean");
    return simulated(
      place(p.number("lambda"), {
        service: mix([p.number("p_car"), exponential(car)], [1 - p.number("p_car"), exponential(motorcycle)]),
        room: 1,
      }),
      [check(the.numberInSystem, truth[0])],
    );
  },

  // Any service, any arrivals
  "qs-ac-0.5": serviceSpread,
  "qs-ac-1.0": serviceSpread,
  "qs-ac-1.5": serviceSpread,
  "jmt-deterministic-01": renewal(fixed(1)),
  "jmt-erlang-01": renewal(erlang(1, 4)),
  "jmt-gamma-01": renewal(gamma(1, 0.5)),
  "jmt-uniform-01": renewal(uniform(0, 2)),
  "jmt-hyperexp-01": renewal(mix([0.2, exponential(5)], [0.8, exponential(1.25)])),
  // A Coxian of rates 2 and 0.25 that goes on with 0.125 has the density of this mixture.
  "jmt-coxian-01": renewal(mix([6 / 7, exponential(0.5)], [1 / 7, exponential(4)])),
  "ciw-d-gamma": moments((p) => gamma(p.number("shape") * p.number("scale"), 1 / Math.sqrt(p.number("shape")))),
  "ciw-d-lognormal": moments((p) => {
    const variance = p.number("sigma") ** 2;
    return lognormal(exp(p.number("mu") + variance / 2), Math.sqrt(expm1(variance)));
  }),
  "ciw-d-weibull": moments((p) => ({kind: "weibull", mean: 0.8417469767130348, shape: p.number("shape")})),
  "ciw-d-erlang": moments((p) => erlang(p.number("k") / p.number("rate"), p.number("k"))),
  "ciw-d-hyperexp": moments((p) => mix(...p.list("probs").map((share, i): [number, Law] => [share, exponential(1 / p.list("rates")[i])]))),
  "ciw-d-truncnormal": moments((p) => ({
    kind: "truncated",
    law: {kind: "normal", mean: p.number("mean"), sd: p.number("sd")},
    from: 0,
    to: null,
  })),
  "ciw-d-uniform": moments((p) => uniform(p.number("low"), p.number("high"))),
  "ciw-nhpp-1": countsBySegment,
  "ciw-nhpp-2": countsBySegment,

  // Orders and priorities
  "qs-disc-fifo": order("first come"),
  "qs-disc-rand": order("random"),
  "qs-disc-lifo": order("last come"),
  "ciw-prio": (p, truth) => {
    const scenario = priorityPlace(p.list("lambda"), [exponential(1), exponential(1)], 1);
    return simulated(
      scenario,
      checks(
        ["class 1", "class 2"].map((name) => the.measure("sojournTime", {class: name})),
        truth,
      ),
      {effort: LONG},
    );
  },

  "qs-dynprio": (p, truth) => {
    const rate = 1 / p.number("mean_interarrival_each");
    const scenario = growing([rate, rate], [5, 1], exponential(p.number("mean_service")));
    return simulated(scenario, [check(waitOfClass("1"), truth[0]), check(waitOfClass("2"), truth[1])], {effort: LONG});
  },

  // A line each
  "qs-des-random": twoServers({line: "each", join: "at random"}, the.queueLength, the.numberInSystem),
  "exact-jsq-system": twoServers({line: "each", join: "shortest", ties: "random"}, the.queueLength, the.numberInSystem, the.meanWait),
  "qs-des-fast": twoServers({servers: 1}, the.queueLength, the.numberInSystem),
  "id-jockey": twoServers({line: "each", join: "at random", switch: 2}, the.queueLength, the.numberInSystem),
  // Two designs in one case: fewest in system is simulated, and random is M/M/1.
  "ciw-jsq-model": (p, [wait]) =>
    simulated(
      place(p.number("lambda"), {servers: 2, service: exponential(1 / p.number("mu")), line: "each", ties: "random"}),
      [check(the.meanWait, wait)],
      {effort: LONG},
    ),
  "line-rr": (p, truth) =>
    simulated(place(p.number("lambda"), {servers: 2, service: exponential(1 / p.number("mu")), line: "each", join: "round robin"}), [
      check(the.meanSojourn, truth[0]),
    ]),

  // Open networks
  "oct-jackson4-x": jackson("throughput"),
  "oct-jackson4-r": jackson("sojournTime"),
  "oct-jackson4-q": jackson("numberInSystem"),
  "oct-laz113-u1": lazowska(the.measure("occupancy", station("1"))),
  "oct-laz113-r": lazowska(the.meanSojourn),
  "oct-341-r": (p, truth) =>
    simulated(
      centralServer(
        p.number("lambda"),
        p.list("visits"),
        p.list("S").map((mean) => ({service: exponential(mean)})),
      ),
      checks(
        ["1", "2", "3"].map((name) => the.measure("sojournTime", station(name))),
        truth,
      ),
      {effort: {replications: 40, customers: 3000, warmUp: 300}}, // each makes 31 visits
    ),
  "oct-77-u": twoRoutes,
  "qs-net": (p, truth) => {
    const chances = [
      [0, 0.2],
      [1, 0],
    ];
    const rate = 1 / p.number("mean_interarrival");
    const stations = p.list("S").map((mean, i) => ({servers: p.list("c")[i], service: exponential(mean)}));
    return simulated(
      network([0.8 * rate, 0.2 * rate], chances, stations),
      checks(
        ["1", "2"].map((name) => the.measure("waitTime", station(name))),
        truth,
      ),
      {effort: LONG},
    );
  },
  "jmva-open-1": visitRatio,
  "jmva-open-2": visitRatio,
  "jmva-open-3": visitRatio,
  "line-oqn": delayThenServer,
  "rq-ojn": (p, truth) => {
    const names = ["1", "2", "3", "4"];
    const scenario = network(
      p.list("external"),
      p.table("P"),
      p.list("mu").map((mu) => ({service: exponential(1 / mu)})),
    );
    return simulated(
      scenario,
      checks([...names.map((name) => the.measure("throughput", station(name))), the.numberInSystem, the.meanSojourn], truth),
      {effort: LONG},
    );
  },

  // A time between arrivals that goes through phases: the wait of the case is the time in system.
  "jmt-phasetype-01": (p, truth) => {
    const rates = [
      [-1, 0.4],
      [0.6, -1],
    ];
    return simulated(
      {
        arrivals: {between: {kind: "phaseType", start: [0.5, 0.5], rates}},
        station: {service: exponential(1 / p.number("mu"))},
      },
      [check(the.meanSojourn, truth[0])],
      {effort: LONG},
    );
  },
  // Cars turn round as soon as anybody is there; the one place to wait is left for motorcycles.
  "sim-gas2": (p, truth) => {
    const [cars, motorcycles] = p.list("mean");
    const rate = p.number("lambda");
    return simulated(
      {
        arrivals: {cars: {rate: p.number("p_car") * rate}, motorcycles: {rate: (1 - p.number("p_car")) * rate}},
        classes: {
          cars: {
            service: exponential(cars),
            balks: {goesBy: "people in system", perception: 0, rule: {kind: "share", from: [1], share: [1]}},
          },
          motorcycles: {service: exponential(motorcycles)},
        },
        station: {room: 2, service: null},
      },
      [check(the.numberInSystem, truth[0])],
      {effort: LONG},
    );
  },

  // Arrivals whose rate changes by chance: the wait of the case is the time in system.
  "jmt-mmpp": (p, truth) => {
    const phases = [
      {name: "busy", rate: 12, lasts: 1 / 0.0098, then: [{phase: 1, share: 1}]},
      {name: "quiet", rate: 0.0872, lasts: 1 / 0.0008, then: [{phase: 0, share: 1}]},
    ];
    return simulated(
      {arrivals: {process: {kind: "phases", phases}}, station: {service: exponential(1 / p.number("mu"))}},
      [check(the.meanSojourn, truth[0])],
      {effort: {replications: 50, customers: 400_000, warmUp: 40_000}},
    );
  },

  // Told to the second
  "ciw-det-baulk": (p, _, {expected}) => story.baulkTimes(p, expected),
  "ciw-det-baulk-start": (p, _, {expected}) => story.baulkStarts(p, expected),
  "ciw-det-fifo": (p, _, {expected}) => story.firstCome(p, expected),
  "ciw-det-lifo": (p, _, {expected}) => story.lastCome(p, expected),
  "ciw-det-renege": (p, _, {expected}) => story.reneging(p, expected),
  "ciw-det-renege-simul": (p, _, {expected}) => story.renegingTogether(p, expected),
  "ciw-det-renege-sched": (p, _, {expected}) => story.renegingAfterShift(p, expected),
  "ciw-det-prio-np": (p, _, {expected}) => story.priorityFirst(p, expected),
  "ciw-det-prio-p": (p, _, {expected}) => story.priorityInterrupts(p, expected),
  "ciw-det-pre-restart": (p, _, {expected}) => story.interrupted(p, expected),
  "ciw-det-pre-resume": (p, _, {expected}) => story.interrupted(p, expected),
  "ciw-det-pre-resample": (p, _, {expected}) => story.interrupted(p, expected),
  "ciw-det-pre-sched-restart": (p, _, {expected}) => story.interrupted(p, expected),
  "sim-det-pre-fifo": (p, _, {expected}) => story.lastStartedFirst(p, expected as number[][]),
  "sim-det-prio-reject": (p, _, {expected}) => story.lowestDropped(p, null, expected),
  "sim-det-pre-drop": (p, _, {expected}) => story.lowestDropped(p, "resume", expected),
  "ciw-det-shift-restart": (_, __, {expected}) => story.shiftEndRestart(expected),
  "ciw-det-offset": (p, _, given) => story.cyclicShifts(p, given.expected, exact(given)),
  "ciw-det-state": (p, truth, given) => story.timeInStates(p, truth, exact(given)),
  "sim-det-reject": (p, _, {expected}) => story.refusedAtFullCounter(p, expected),
  "sim-det-tie": (p, _, {expected}) => story.releaseBeforeSeize(p, expected),
  "sim-det-sched": (p, _, {expected}) => story.shiftEnds(p, expected),
  "ciw-det-overtime": (p, _, given) => story.relievedShifts(p, given.expected, exact(given)),
  "rq-mm1kk": machineRepair,
  "rq-mmckk": machineRepair,
  "rq-mmckm": machineRepair,
  "qc-trace": (p, _, given) => story.departures(p, given.expected, exact(given)),
  "cs-trace": (p, truth, given) => story.starts(p, truth, exact(given)),
};

function roomForFour(p: Params, number: the.Numbered, truth: number[]): Plan {
  return simulated(place(p.number("lambda"), {service: exponential(p.number("mean_service")), room: p.number("K")}), [
    check(number, truth[0]),
  ]);
}

/** Why a case waits: by its name first, then by the first tag that says so. */
const WAITS_BY_NAME: Record<string, string> = {
  "oct-ammm-l": "an approximation: nothing to simulate",
  "sim-det-period": "shifts that repeat for ever: come with networks",
  "sim-det-jsq": "shortest of several pools: comes with skills",
  "sim-det-pre-resume": "customers who need two servers at once: come with networks",
  "sim-det-pre-restart": "customers who need two servers at once: come with networks",
  "ciw-det-renege-jockey": "giving up for another station: comes with networks",
  "ciw-det-cycle": "routes that take turns: come with networks",
  "ciw-simul": "ties broken at random: ours have a written order",
};
const WAITS_BY_TAG: Record<string, string> = {
  staffing: "staffing: comes with planning",
  bounds: "a formula alone: nothing to simulate",
  "lane-choice": "a formula alone: nothing to simulate",
  PS: "processor sharing: not a discipline yet",
  polling: "polling: comes with networks",
  closed: "closed network: comes with networks",
  mixed: "mixed network: comes with networks",
  blocking: "blocking: comes with networks",
  breakdowns: "failures with reconfiguration and reboot: come with networks",
  "fork-join": "fork and join: comes with networks",
  "batch-service": "service in batches: comes with networks",
  "system-capacity": "room shared by several stations: comes with networks",
  MAP: "arrivals that change the phase themselves: not a process yet",
  slots: "service that begins in batches at given moments: not a discipline yet",
  "class-change": "classes that change at a moment of the wait: not a rule yet",
};

export function systemsPlans(): {id: string; plan: Plan}[] {
  return SYSTEMS_CASES.map((given) => {
    const plan = PLANS[given.id];
    if (plan !== undefined)
      return {id: given.id, plan: plan(new Params(given.params), [given.recomputed ?? given.expected].flat() as number[], given)};
    const tag = Object.keys(WAITS_BY_TAG).find((one) => given.tags.includes(one));
    const reason = WAITS_BY_NAME[given.id] ?? (tag === undefined ? undefined : WAITS_BY_TAG[tag]);
    if (reason === undefined) throw new RangeError(`${given.id}: nobody says what to do with it`);
    return {id: given.id, plan: skip(reason)};
  });
}
