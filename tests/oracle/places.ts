/** Places for the matrix and the random search: small, busy, and full of coincidences. */
import {compileModel} from "../../src/model/compile.ts";
import {
  BY_APPOINTMENT,
  EARLIEST_DUE,
  FIRST_COME,
  LAST_COME,
  LONGEST_JOB,
  type Model,
  RANDOM_ORDER,
  SHORTEST_JOB,
} from "../../src/model/model.ts";
import type {Law} from "../../src/random/law.ts";
import type {CustomerClass, Express, Order} from "../../src/scenario/scenario.ts";
import {HOUR, MINUTE} from "../../src/units.ts";
import {choose, delay, type Given, type GivenArrivals, type GivenScenario, type GivenStation, scenarioOf, visit} from "../builders.ts";
import {empirical, erlang, exponential, fixed, gamma, lognormal, mix, uniform} from "../laws.ts";
import {chooser, type Row} from "./pairs.ts";

const OPENS = 9 * HOUR,
  CLOSES = 11 * HOUR;

const EXPRESS: Express = {lanes: 1, under: null, for: [], use: "if shorter", idle: "wait"};

export const LINES: Record<string, GivenStation> = {
  "one line": {line: "one"},
  "at random": {line: "each", join: "at random"},
  "round robin": {line: "each", join: "round robin"},
  shortest: {line: "each", join: "shortest"},
  "shortest, fewest waiting": {line: "each", join: "shortest", counts: "waiting", ties: "random"},
  nearest: {line: "each", join: "nearest", nearestWithin: 2},
  "shortest, people switch": {line: "each", join: "shortest", ties: "random", switch: 2},
  windows: {line: "one", walk: {first: 0, each: 10}},
  "least work": {line: "each", join: "least work"},
  "least work, misjudged": {line: "each", join: "least work", misjudged: 0.4},
  "shortest, misjudged": {line: "each", join: "shortest", ties: "random", misjudged: 0.3, switch: 3},
  "nearest, misjudged": {line: "each", join: "nearest", nearestWithin: 1, misjudged: 0.5},
  express: {line: "each", join: "shortest", express: {...EXPRESS, under: 60}},
  "express, helping": {line: "each", join: "least work", express: {...EXPRESS, under: 90, idle: "serve anyone"}},
  "express, for some": {
    line: "each",
    join: "at random",
    express: {...EXPRESS, lanes: 2, for: ["urgent", "a", "customers"], use: "always"},
    switch: 2,
  },
  "express, people switch": {line: "each", join: "round robin", express: {...EXPRESS, under: 100, idle: "serve anyone"}, switch: 2},
  "switching takes time": {line: "each", join: "shortest", switch: 2, switchCost: 20},
  "to idle windows only": {line: "each", join: "shortest", switch: 1, switchWhenIdle: true, switchCost: 10},
  "a place at each window": {line: "one", places: 1, walk: {first: 0, each: 10}},
  "two places at each window": {line: "one", places: 2, walk: {first: 10, each: 10}},
  "places, no walk": {line: "one", places: 1},
  "opens when long": {line: "one", opens: {at: 2, least: 1}},
  "lanes open when long": {line: "each", join: "shortest", opens: {at: 1, least: 1}},
  "windows open when long": {line: "one", walk: {first: 10, each: 0}, opens: {at: 2, least: 2}},
  "all at once": {
    line: "each",
    join: "least work",
    misjudged: 0.2,
    express: {...EXPRESS, under: 80, idle: "serve anyone"},
    switch: 2,
    switchCost: 10,
    opens: {at: 1, least: 1},
  },
  "places open when long": {line: "one", places: 1, walk: {first: 10, each: 0}, opens: {at: 1, least: 1}},
};

const OLD_LINES = [
  "one line",
  "at random",
  "round robin",
  "shortest",
  "shortest, fewest waiting",
  "nearest",
  "shortest, people switch",
  "windows",
] as const;
/** Since lanes can be chosen by work, kept for some, and opened when they are long. */
const NEW = [
  "least work",
  "least work, misjudged",
  "shortest, misjudged",
  "nearest, misjudged",
  "express",
  "express, helping",
  "express, for some",
  "express, people switch",
  "switching takes time",
  "to idle windows only",
  "a place at each window",
  "two places at each window",
  "places, no walk",
  "opens when long",
  "lanes open when long",
  "windows open when long",
  "all at once",
  "places open when long",
] as const;

const STAFF: Record<string, GivenStation["servers"]> = {
  level: 3,
  "up and down": [
    [OPENS, 2],
    [OPENS + 30 * MINUTE, 4],
    [OPENS + 60 * MINUTE, 1],
    [OPENS + 90 * MINUTE, 3],
  ],
  "away for a while": [
    [OPENS, 3],
    [OPENS + 40 * MINUTE, 0],
    [OPENS + 56 * MINUTE, 4],
    [OPENS + 80 * MINUTE, 2],
    [OPENS + 110 * MINUTE, 0],
    [CLOSES, 2],
  ],
  "comes late": [
    [OPENS, 0],
    [OPENS + 10 * MINUTE, 3],
    [OPENS + 50 * MINUTE, 4],
  ],
};

const PATIENCE: Record<string, Law | null> = {endless: null, exponential: exponential(4 * MINUTE), fixed: fixed(5 * MINUTE)};
const SERVICE: Record<string, Law> = {
  exponential: exponential(2 * MINUTE),
  lognormal: lognormal(2 * MINUTE, 1.2),
  fixed: fixed(2 * MINUTE),
};
const BATCHES: Record<string, GivenArrivals["batch"]> = {
  alone: 1,
  threes: 3,
  "one to four": [1, 2, 4].map((size, i) => ({size, share: [0.5, 0.3, 0.2][i]})),
};
const MEAN_BATCH: Record<string, number> = {alone: 1, threes: 3, "one to four": 1.9};
const ORDERS = ["first come", "last come", "random", "shortest job", "longest job", "earliest due", "by appointment"] as const;
const ORDER_ROWS = {
  "first come": FIRST_COME,
  "last come": LAST_COME,
  random: RANDOM_ORDER,
  "shortest job": SHORTEST_JOB,
  "longest job": LONGEST_JOB,
  "earliest due": EARLIEST_DUE,
  "by appointment": BY_APPOINTMENT,
} as const;

/** What newcomers go by, and what they are told. */
const STAYING: Record<string, {one: Given<CustomerClass>; station: GivenStation}> = {
  everyone: {one: {}, station: {}},
  "by people waiting": {one: {balks: {goesBy: "people waiting", perception: 0, rule: {kind: "each", each: 0.15}}}, station: {}},
  "by people ahead": {one: {balks: {goesBy: "people ahead", perception: 0.65, rule: {kind: "each", each: 0.2}}}, station: {}},
  "by a table": {
    one: {balks: {goesBy: "people in system", perception: 0, rule: {kind: "share", from: [2, 5], share: [0.2, 0.6]}}},
    station: {},
  },
  "by wrong minutes": {
    one: {balks: {goesBy: "minutes", perception: 0, rule: {kind: "bears", law: exponential(4 * MINUTE)}}},
    station: {announces: {padded: 0.2, wrong: 0.5}},
  },
  "by their patience": {
    one: {balks: {goesBy: "minutes", perception: 0, rule: {kind: "patience"}}},
    station: {announces: {padded: 0, wrong: 0}},
  },
  "as long as announced": {one: {patienceBeyondAnnounced: true}, station: {announces: {padded: 0, wrong: 0.3}}},
};
const LAST: Record<string, number> = {calm: 1, unhappy: 3, happy: 0.5};

/** Classes that share the customers of a source. */
const CLASSES: Record<string, string[]> = {
  nobody: ["customers"],
  "two classes": ["urgent", "regular"],
  "three classes": ["urgent", "regular", "patient"],
};

export const FACTORS = {
  line: [...OLD_LINES, ...NEW],
  order: ORDERS,
  patience: ["endless", "exponential", "fixed"],
  closing: ["finish everyone", "turn away the waiting", "carry over"],
  leaving: ["finish", "resume", "restart", "resample"],
  first: ["nobody", "two classes", "three classes"],
  batch: ["alone", "threes", "one to four"],
  room: ["endless", "small"],
  service: ["exponential", "lognormal", "fixed"],
  staff: ["level", "up and down", "away for a while"],
  arrivals: ["poisson", "ramp", "clockwork", "list", "book", "late book"],
  stays: [
    "everyone",
    "by people waiting",
    "by people ahead",
    "by a table",
    "by wrong minutes",
    "by their patience",
    "as long as announced",
  ],
  last: ["calm", "unhappy", "happy"],
  speed: [1, 1.6],
  interrupt: ["nobody", "resume", "restart", "resample"],
  full: ["refuse", "drop lowest"],
  grows: ["never", "ageing"],
  kept: ["nobody", "one", "two", "one each"],
  reach: ["all", "first only", "nested"],
} as const;

/** The lines that may stand before a gate, and what else may happen there. */
export const GATE_FACTORS = {
  line: ["one line", "windows", "at random", "round robin", "shortest", "nearest", "least work, misjudged", "opens when long"],
  staff: ["level", "up and down", "away for a while", "comes late"],
  first: ["two classes", "three classes"],
  patience: FACTORS.patience,
  closing: FACTORS.closing,
  leaving: FACTORS.leaving,
  batch: FACTORS.batch,
  room: FACTORS.room,
  service: FACTORS.service,
  arrivals: ["poisson", "ramp", "clockwork", "book", "late book"], // a list says what the first visit takes, which the oracle is not told
  stays: FACTORS.stays,
  speed: FACTORS.speed,
  route: ["once", "some come back"],
} as const;

/** One place that serves class by class. */
export function gatedPlaceOf(row: Row<typeof GATE_FACTORS>): Model {
  const names = CLASSES[row.first];
  const line = LINES[row.line];
  const model = compileModel(
    scenarioOf({
      opening: [OPENS, CLOSES],
      closing: row.closing,
      arrivals: {
        customers: {
          ...arrivalsOf(row.arrivals, row.batch),
          mix: Object.fromEntries(names.map((name) => [name, 1 / names.length])),
          route: row.route === "once" ? null : "way",
        },
      },
      classes: Object.fromEntries(
        // The last two have the same priority, and go forward together.
        names.map((name, i) => [name, {priority: Math.min(i + 1, 2), patience: PATIENCE[row.patience], ...STAYING[row.stays].one}]),
      ),
      station: {
        ...line,
        ...STAYING[row.stays].station,
        servers: line.line === "each" && row.staff !== "level" ? STAFF["comes late"]! : STAFF[row.staff]!, // lanes stay open
        order: "class by class",
        room: row.room === "small" ? 7 : null,
        leaving: row.leaving,
        service: SERVICE[row.service],
        speed: row.speed,
      },
      routes:
        row.route === "once"
          ? {}
          : {
              way: [
                visit("visit", "counter", [
                  [0.3, "visit"],
                  [0.7, null],
                ]),
              ],
            },
    }),
  );
  model.measures.groups = {distribution: true, fairness: true};
  return model;
}

/** So many every so many times 45 s, the last just before closing. */
function appointments(together: number): number[] {
  return Array.from({length: 159}, (_, i) => OPENS + 45 * together * Math.floor(i / together));
}
/** Servers kept for classes, of those there are. */
const KEPT: Record<string, Record<string, number>> = {nobody: {}, one: {urgent: 1}, two: {regular: 2}, "one each": {urgent: 1, regular: 1}};
/** How many windows or lanes from the left a class can use. */
const REACH: Record<string, Record<string, number>> = {all: {}, "first only": {regular: 1}, nested: {urgent: 2, regular: 1}};
const DUE: Record<string, Law | null> = {
  urgent: fixed(2 * MINUTE),
  regular: exponential(6 * MINUTE),
  patient: null,
  customers: uniform(0, 300),
};

function arrivalsOf(process: string, batch: string): GivenArrivals {
  const perSecond = 1 / (45 * MEAN_BATCH[batch]);
  const together = BATCHES[batch]!;
  switch (process) {
    case "poisson":
      return {
        rate: [
          [OPENS, perSecond],
          [OPENS + HOUR, 1.5 * perSecond],
          [OPENS + 100 * MINUTE, 0.4 * perSecond],
        ],
        batch: together,
        busyness: 0.3,
      };
    case "ramp":
      return {
        process: {
          kind: "poisson",
          rate: {at: [OPENS, OPENS + HOUR, CLOSES], value: [0.2 * perSecond, 1.9 * perSecond, 0.5 * perSecond], shape: "ramp"},
        },
        batch: together,
      };
    case "book":
      return {book: {at: appointments(2), absent: 0.2}};
    case "late book": // on a grid, so that people come, are due and leave at one instant; some before the opening, some after closing
      return {book: {at: appointments(3), absent: 0.1, late: empirical([-240, -60, -30, 0, 0, 30, 60, 120, 600])}};
    case "clockwork":
      return {between: fixed(40 * MEAN_BATCH[batch]), batch: together};
    default:
      return {
        list: Array.from({length: 150}, (_, i) => ({
          at: OPENS + 30 * Math.floor((i * 1.6) / MEAN_BATCH[batch]),
          service: i % 5 === 0 ? 60 : null,
          patience: i % 7 === 0 ? 120 : null,
        })),
        batch: together,
      };
  }
}

/** One place of the matrix. Priority goes with any order in the model, though the file offers it with first come only. */
export function placeOf(row: Row<typeof FACTORS>): Model {
  const names = CLASSES[row.first];
  const hasClasses = row.first !== "nobody";
  const kept = hasClasses && LINES[row.line].line === "one" ? KEPT[row.kept] : {};
  const line = LINES[row.line];
  // Nobody is sent to a window with places, express lanes are for others, and who can use the first only must not find it kept.
  const isFarForSome = hasClasses && !line.places && !line.express && Object.keys(kept).length === 0;
  const reach = isFarForSome ? REACH[row.reach] : {};
  const isAgeing = hasClasses && row.grows === "ageing";
  const model = compileModel(
    scenarioOf({
      opening: [OPENS, CLOSES],
      closing: row.closing,
      arrivals: {
        customers: {...arrivalsOf(row.arrivals, row.batch), mix: Object.fromEntries(names.map((name) => [name, 1 / names.length]))},
      },
      classes: Object.fromEntries(
        names.map((name, i) => [
          name,
          {
            priority: i + 1,
            patience: PATIENCE[row.patience],
            due: DUE[name],
            lastInLine: isAgeing ? 1 : LAST[row.last],
            walkFactor: row.speed === 1 ? i + 1 : 1,
            ...STAYING[row.stays].one,
          },
        ]),
      ),
      station: {
        ...LINES[row.line],
        ...STAYING[row.stays].station,
        servers: STAFF[row.staff]!,
        order: isAgeing ? "ageing" : hasClasses ? "priority" : row.order,
        ageing: new Map([
          ["urgent", 4],
          ["regular", 1.5],
          ["patient", 1.5],
        ]),
        interrupt: row.interrupt === "nobody" ? null : row.interrupt,
        kept: new Map(Object.entries(kept)),
        accessible: new Map(Object.entries(reach)),
        full: row.full,
        room: row.room === "small" ? 7 : null,
        grace: row.speed === 1 ? 60 : null,
        leaving: row.leaving,
        service: SERVICE[row.service],
        speed: row.speed,
      },
    }),
  );
  model.measures.groups = {distribution: true, fairness: true};
  const isByClass = Object.keys(kept).length > 0 || (model.stations[0].reach != null && line.line === "one");
  if (!isAgeing && !isByClass) model.stations[0].order = ORDER_ROWS[row.order];
  return model;
}

// Routes of two and three stations

export const ROUTES = {
  "one after the other": [visit("welcome", "first", "talk"), visit("talk", "second")],
  "back again": [
    visit("welcome", "first", [
      [0.7, "talk"],
      [0.3, null],
    ]),
    visit("talk", "second", [
      [0.6, null],
      [0.4, "welcome"],
    ]),
  ],
  "a walk between": [
    visit("welcome", "first", "walk"),
    delay("walk", fixed(30), "talk"),
    visit("talk", "second", [
      [0.5, "walk"],
      [0.5, null],
    ]),
  ],
  "once more at once": [
    visit("welcome", "first", [
      [0.3, "welcome"],
      [0.7, "talk"],
    ]),
    visit("talk", "second"),
  ],
  "a fork in the road": [
    choose("sort", [
      [0.4, "welcome"],
      [0.3, "rest"],
      [0.3, "talk"],
    ]),
    visit("welcome", "first", "check"),
    delay("rest", exponential(60), "talk"),
    visit("talk", "second", "check"),
    visit("check", "third", [
      [0.8, null],
      [0.2, "sort"],
    ]),
  ],
  "the same counter twice": [visit("welcome", "first", "talk"), visit("talk", "second", "pay"), visit("pay", "first", null, fixed(30))],
} as const;

export const NETWORK_FACTORS = {
  route: ["one after the other", "back again", "a walk between", "once more at once", "a fork in the road", "the same counter twice"],
  first: OLD_LINES,
  second: [
    "one line",
    "shortest, people switch",
    "all at once",
    "a place at each window",
    "express, for some",
    "switching takes time",
    "opens when long",
    "least work, misjudged",
  ],
  orderOfFirst: [...ORDERS, "priority"],
  orderOfSecond: [...ORDERS, "priority", "priority then by appointment"],
  patience: ["endless", "exponential", "fixed"],
  closing: ["finish everyone", "turn away the waiting", "carry over"],
  leaving: ["finish", "resume", "restart", "resample"],
  room: ["endless", "small"],
  service: ["exponential", "lognormal", "fixed"],
  staff: ["level", "up and down", "away for a while"],
  sources: ["one", "two", "booked beside others"],
  stays: FACTORS.stays,
  last: FACTORS.last,
} as const;

export function networkOf(row: Row<typeof NETWORK_FACTORS>): Model {
  const route = ROUTES[row.route];
  const station = (line: string, order: Order): GivenStation => ({
    ...LINES[line],
    ...STAYING[row.stays].station,
    order,
    leaving: row.leaving,
    servers: STAFF[row.staff]!,
    service: SERVICE[row.service],
  });
  const stations: Record<string, GivenStation> = {
    first: station(row.first, row.orderOfFirst),
    second: {...station(row.second, row.orderOfSecond), room: row.room === "small" ? 5 : null, servers: 2},
  };
  if (row.route === "a fork in the road") stations.third = {servers: 2, service: fixed(60)};
  const sources: Record<string, GivenArrivals> = {
    urgent: {between: fixed(120), batch: 2, route: "way"},
    ...(row.sources === "booked beside others"
      ? {
          regular: {
            book: {
              at: appointments(2),
              absent: 0.4,
              late: empirical([-600, -90, 0, 0, 60, 400]),
              early: row.room === "small" ? "wait" : "served",
            },
            route: "way",
          },
        }
      : {}),
    ...(row.sources === "two" ? {regular: {rate: 1 / 90, route: "way"}} : {}),
  };
  const model = compileModel(
    scenarioOf({
      opening: [OPENS, CLOSES],
      closing: row.closing,
      arrivals: sources,
      classes: {
        urgent: {priority: 1, patience: PATIENCE[row.patience], lastInLine: LAST[row.last], ...STAYING[row.stays].one},
        ...(row.sources === "one" ? {} : {regular: {priority: 2, patience: PATIENCE.exponential, lastInLine: LAST[row.last]}}),
      },
      stations,
      routes: {way: [...route]},
    }),
  );
  model.measures.groups = {distribution: true, fairness: true};
  return model;
}

// Any place at all

/** A small place made by chance: the times of many stand on a grid of ten seconds, so that almost everything coincides. */
export function anyPlace(number: number): {scenario: GivenScenario; model: Model} {
  const pick = chooser(number);
  const other = chooser(number + 1_000_000); // for what came later: the places stay what they were
  const one = <T>(...values: T[]): T => values[pick(values.length)];
  const maybe = () => pick(2) === 0;
  const grid = maybe();
  const from = one(0, 9 * HOUR);
  const length = one(600, 1200, 2400);
  const time = (mean: number): Law => {
    if (grid)
      return one(
        fixed(mean),
        empirical([0, 10, mean, 2 * mean]),
        empirical([10, 20, mean]),
        mix([0.5, fixed(10)], [0.5, fixed(2 * mean - 10)]),
      );
    return one(
      exponential(mean),
      lognormal(mean, 0.8),
      erlang(mean, 3),
      uniform(0, 2 * mean),
      gamma(mean, 1.5),
      mix([0.7, exponential(mean / 2)], [0.3, exponential(2 * mean)]),
    );
  };
  const clockOf = (): [number, number][] => {
    const pairs: [number, number][] = [[from, pick(4)]];
    for (let at = from; pick(4) > 0; ) pairs.push([(at += 10 * (1 + pick(length / 20))), pick(5)]);
    if (pairs.every(([, staff]) => staff === 0)) pairs[0][1] = 2;
    return pairs;
  };
  const isDay = pick(4) > 0;
  const byTime = !isDay && maybe(); // which ends only when everyone counted has left: nobody may be kept for ever, nor the line only grow
  const classes = ["a", "b", "c"].slice(0, 1 + pick(3));
  const names = ["first", "second", "third"].slice(0, 1 + pick(3));
  const stations = Object.fromEntries(
    names.map((name): [string, GivenStation] => [
      name,
      {
        ...LINES[one(...FACTORS.line)],
        order: byTime ? "first come" : one(...ORDERS, "priority"),
        servers: byTime ? 2 + pick(3) : maybe() ? 1 + pick(4) : clockOf(),
        leaving: one(...FACTORS.leaving),
        room: pick(4) === 0 ? 2 + pick(6) : null,
        speed: one(1, 1, 2, 0.7),
        service: time(60),
        announces: other(2) === 0 ? {padded: 0.2 * other(2), wrong: 0.4 * other(2)} : null,
      },
    ]),
  );
  const steps = names.map((name) => visit(`at ${name}`, name));
  steps.forEach((step, i) => {
    const next = steps[i + 1]?.name ?? null;
    const back = steps[pick(i + 1)].name;
    step.then = one(
      [{share: 1, to: next}],
      [
        {share: 0.7, to: next},
        {share: 0.3, to: back},
      ],
      [
        {share: 0.8, to: next},
        {share: 0.2, to: null},
      ],
    );
  });
  if (maybe()) {
    steps.unshift(delay("a moment", grid ? empirical([0, 10, 30]) : exponential(20), steps[0].name));
    if (maybe())
      steps.at(-1)!.then = [
        {share: 0.75, to: null},
        {share: 0.25, to: "a moment"},
      ];
  }
  if (maybe() && steps.length > 1)
    steps.unshift(
      choose("which", [
        [0.5, steps[0].name],
        [0.5, steps[1].name],
      ]),
    );
  const between = byTime ? one(300, 400) : one(10, 20, 30, 60);
  const sources = Object.fromEntries(
    classes.map((name): [string, GivenArrivals] => {
      const batch = one<GivenArrivals["batch"]>(1, 1, 3, [
        {size: 1, share: 0.6},
        {size: 2, share: 0.4},
      ])!;
      const list = Array.from({length: 30}, (_, i) => ({at: from + 10 * i + 10 * pick(2), patience: pick(3) === 0 ? 20 : null}));
      list.sort((x, y) => x.at - y.at);
      const kind = pick(isDay ? 3 : 2);
      return [
        name,
        kind === 2
          ? {list, route: "way"}
          : grid || kind === 1
            ? {between: fixed(between * classes.length), batch, route: "way"}
            : {rate: 1 / (between * classes.length), batch, route: "way"},
      ];
    }),
  );
  const stays = () => Object.values(STAYING)[other(2) * other(Object.keys(STAYING).length)].one;
  const scenario: GivenScenario = {
    ...(isDay
      ? {opening: [from, from + length] as [number, number], closing: one(...FACTORS.closing)}
      : {run: byTime ? {length: 2400, warmUp: 60 * pick(5)} : {customers: 60 + pick(60), warmUpCustomers: pick(30)}}),
    arrivals: sources,
    classes: Object.fromEntries(
      classes.map((name) => [
        name,
        {
          priority: 1 + pick(3),
          patience: maybe() ? null : time(60),
          service: pick(3) === 0 ? time(40) : null,
          lastInLine: [1, 1, 2.5][other(3)],
          ...stays(),
        },
      ]),
    ),
    stations,
    routes: {way: steps},
  };
  const model = compileModel(scenarioOf(scenario));
  model.measures.groups = {distribution: true, fairness: true};
  return {scenario, model};
}
