/**
 * A few small worlds that between them use every law and rule of the engine, and the full answer to each as text. The same
 * text must come out on any number of threads, in any chunks, in a browser, and tomorrow.
 */
import type {Result} from "../../src/comparison/comparison.ts";
import type * as Engine from "../../src/browser.ts";
import type {Runner} from "../../src/replication/runner.ts";
import type {Goal, Scenario} from "../../src/scenario/scenario.ts";
import {choose, delay, type GivenScenario, type GivenStation, goalOf, scenarioOf, visit} from "../builders.ts";
import {empirical, erlang, exponential, fixed, gamma, lognormal, mix, uniform} from "../laws.ts";

export interface World {
  name: string;
  replications: number;
  designs: {name: string; scenario: Scenario}[];
}

const HOUR = 3600;

const goal = (within: number, share: number, everyHalfHour = false): Goal =>
  goalOf({
    text: `${share * 100}% wait at most ${within} s`,
    metric: "serviceLevel",
    statistic: "within",
    within,
    direction: "at least",
    bound: share,
    everyHalfHour,
  });

function world(name: string, replications: number, base: GivenScenario, designs: Record<string, GivenScenario>, goals: Goal[] = []): World {
  return {
    name,
    replications,
    designs: Object.entries(designs).map(([design, change]) => ({
      name: design,
      scenario: {...scenarioOf({...base, ...change, name, run: {seed: "golden", replications, ...base.run}}), goals},
    })),
  };
}

const tellers = (station: GivenStation): GivenScenario => ({
  station: {
    servers: [
      [9 * HOUR, 3],
      [10 * HOUR, 5],
      [11.5 * HOUR, 4],
    ],
    service: lognormal(360, 0.8),
    ...station,
  },
});

export const WORLDS: readonly World[] = [
  world(
    "bank morning",
    40,
    {
      opening: [9 * HOUR, 12 * HOUR],
      arrivals: {
        rate: [
          [9 * HOUR, 30 / HOUR],
          [10 * HOUR, 48 / HOUR],
          [12 * HOUR, 0],
        ],
        busyness: 0.2,
      },
      classes: {customers: {patience: exponential(1500)}},
      costs: {staff: 28 / HOUR, overtime: 42 / HOUR, wait: 10 / HOUR, lost: 6},
    },
    {
      "one line": tellers({}),
      "one line, a walk": tellers({walk: {first: 3, each: 1.5}}),
      shortest: tellers({line: "each"}),
      "shortest waiting, random ties": tellers({line: "each", counts: "waiting", ties: "random"}),
      switching: tellers({line: "each", switch: 2}),
      "at random": tellers({line: "each", join: "at random"}),
      "in turn": tellers({line: "each", join: "round robin"}),
      nearest: tellers({line: "each", join: "nearest", nearestWithin: 1, walk: {first: 2, each: 1}}),
    },
    [goal(300, 0.8), goal(300, 0.8, true)],
  ),
  world(
    "orders",
    12,
    {
      arrivals: {between: gamma(60, 0.7), mix: {short: 0.5, long: 0.3, odd: 0.2}},
      classes: {
        short: {priority: 1, service: {kind: "weibull", mean: 90, shape: 1.5}, patience: uniform(100, 900)},
        long: {priority: 2, service: erlang(260, 3), patience: mix([0.7, exponential(300)], [0.3, fixed(1200)])},
        odd: {priority: 2, service: mix([0.8, exponential(60)], [0.2, exponential(600)])},
      },
      run: {customers: 900, warmUpCustomers: 100},
    },
    {
      "first come": {station: {servers: 3}},
      "last come": {station: {servers: 3, order: "last come"}},
      "random order": {station: {servers: 3, order: "random"}},
      "shortest job": {station: {servers: 3, order: "shortest job"}},
      priority: {station: {servers: 3, order: "priority"}},
      "a small room": {station: {servers: 3, room: 7, speed: 1.1}},
    },
  ),
  world(
    "a way through",
    12,
    {
      opening: [8 * HOUR, 13 * HOUR],
      arrivals: {
        walkers: {
          rate: [
            [8 * HOUR, 20 / HOUR],
            [13 * HOUR, 0],
          ],
          batch: [
            {size: 1, share: 0.7},
            {size: 3, share: 0.3},
          ],
          route: "way",
        },
        booked: {list: [1, 2, 3, 4, 5, 6, 7, 8].map((i) => ({at: 8 * HOUR + 1500 * i, service: i % 2 === 0 ? 300 : null})), route: "way"},
      },
      routes: {
        way: [
          visit("welcome", "desk", "which"),
          choose("which", [
            [0.3, "walk"],
            [0.7, "treat"],
          ]),
          delay("walk", uniform(60, 240), "treat"),
          visit("treat", "room", [
            [0.1, "walk"],
            [0.9, null],
          ]),
        ],
      },
    },
    Object.fromEntries(
      (["finish", "resume", "restart", "resample"] as const).map((leaving, i) => [
        leaving,
        {
          closing: i === 1 ? "turn away the waiting" : i === 2 ? "carry over" : "finish everyone",
          stations: {
            desk: {servers: 1, service: exponential(70)},
            room: {
              servers: [
                [8 * HOUR, 6],
                [9 * HOUR, 3],
                [10.25 * HOUR, 7],
                [12 * HOUR, 4],
              ],
              service: empirical([200, 350, 500, 1100]),
              leaving,
            },
          },
        } satisfies GivenScenario,
      ]),
    ),
  ),
];

/** What `--json` prints of a world: estimates and comparisons, every digit. */
export async function answerOf(world: World, engine: typeof Engine, runner: Runner): Promise<Pick<Result, "estimates" | "comparisons">> {
  const models = world.designs.map(({scenario}) => engine.compileModel(scenario));
  const collectors = world.designs.map(
    ({name, scenario}, i) => new engine.Collector(models[i], {design: name, goals: scenario.goals, costs: scenario.costs}),
  );
  await runner({models, first: 0, count: world.replications}, (histories) => {
    for (let i = 0; i < collectors.length; i++) collectors[i].take(histories[i]);
  });
  const {estimates, rows} = engine.compare(collectors);
  return {estimates: estimates.flatMap((estimate) => estimate.rows), comparisons: rows};
}
