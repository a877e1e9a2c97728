/**
 * Plausible results, made up by formula, for tests of words and pages: nothing here was simulated.
 * The shapes follow the contract of `comparison.ts`; the sizes follow the examples in `scenarios/`.
 */
import type {ComparisonRow, Result} from "../../src/comparison/comparison.ts";
import type {Distribution, EstimateRow, GoalVerdict, Population} from "../../src/estimate/estimate.ts";
import type {Goal} from "../../src/scenario/scenario.ts";
import {formatClock} from "../../src/units.ts";
import {goalOf} from "../builders.ts";

export interface Numbers {
  mean: number; // seconds
  sd: number;
  p90: number;
  p95: number;
  within: number; // share
  gaveUp: number;
  overtaken: number;
  queue: number;
  occupancy: number;
  staffed: number; // seconds
  cost: number | null;
}

export interface DesignFixture extends Numbers {
  name: string;
  changes: string[];
  /** Staff by period. */
  staff: number[];
  classes?: Record<string, Numbers>;
}

interface Shape {
  name: string;
  file: string;
  command: "run" | "compare";
  question: string | null;
  isDay: boolean;
  seed: string;
  replications: number;
  threshold: number;
  station: string;
  from: number;
  step: number;
  /** Load by period, 1 on average; empty in the long run. */
  load: number[];
  currency: string;
  designs: DesignFixture[];
  goals: Goal[];
  assumed: string[];
}

type Said = "text" | "metric" | "statistic" | "direction" | "bound";
const goal = (said: Partial<Goal> & Pick<Goal, Said>): Goal => goalOf(said);

/** Half width as a share of the value, the same for every row of a kind. */
const PRECISION = 0.028;

export function resultOf(shape: Shape): Result {
  const estimates: EstimateRow[] = [];
  const comparisons: ComparisonRow[] = [];
  const distributions: Distribution[] = [];
  const goals: GoalVerdict[] = [];
  const {replications} = shape;
  const row = (
    design: string,
    where: Partial<EstimateRow>,
    metric: string,
    statistic: string,
    population: Population | null,
    unit: string,
    value: number | null,
    halfWidth: number | null,
  ) =>
    estimates.push({
      design,
      station: null,
      class: null,
      period: null,
      metric,
      statistic,
      population,
      unit,
      value,
      halfWidth,
      low: value === null || halfWidth === null ? null : value - halfWidth,
      high: value === null || halfWidth === null ? null : value + halfWidth,
      confidence: 0.95,
      replications,
      ...where,
    });

  const lines = (numbers: Numbers): [string, string, Population | null, string, number | null][] => [
    ["waitTime", "mean", "all", "s", numbers.mean],
    ["waitTime", "sd", "all", "s", numbers.sd],
    ["waitTime", "p50", "all", "s", numbers.mean * 0.55],
    ["waitTime", "p90", "all", "s", numbers.p90],
    ["waitTime", "p95", "all", "s", numbers.p95],
    ["waitTime", "p99", "all", "s", numbers.p95 * 1.5],
    ["waitTime", "mean", "served", "s", numbers.mean * 0.98],
    ["waitTime", "mean", "delayed", "s", numbers.mean * 1.6],
    ["waitTime", "mean", "gave up", "s", numbers.gaveUp === 0 ? null : numbers.mean * 1.2],
    ["serviceLevel", `within ${shape.threshold} s`, "all", "share", numbers.within],
    ["abandonShare", "share", null, "share", numbers.gaveUp],
    ["overtakenShare", "share", "all", "share", numbers.overtaken],
    ["sojournTime", "mean", "served", "s", numbers.mean + 360],
  ];
  for (const design of shape.designs) {
    const first = shape.designs[0];
    const tell = (numbers: Numbers, base: Numbers, where: {class: string | null}) => {
      const baseline = lines(base);
      lines(numbers).forEach(([metric, statistic, population, unit, value], i) => {
        const half = value === null ? null : Math.abs(value) * PRECISION;
        row(design.name, where, metric, statistic, population, unit, value, half);
        const other = baseline[i][4];
        if (design === first) return;
        const difference = value === null || other === null ? null : value - other;
        const spread =
          difference === null ? null : Math.max(Math.abs(difference) * 0.07, (Math.abs(value ?? 0) + Math.abs(other ?? 0)) * 0.008);
        comparisons.push({
          design: design.name,
          against: first.name,
          metric,
          statistic,
          population,
          station: null,
          class: where.class,
          unit,
          difference,
          halfWidth: spread,
          low: difference === null || spread === null ? null : difference - spread,
          high: difference === null || spread === null ? null : difference + spread,
          confidence: 0.95,
          significant: difference === null || spread === null ? null : Math.abs(difference) > spread,
        });
      });
    };
    tell(design, first, {class: null});
    for (const [name, numbers] of Object.entries(design.classes ?? {})) tell(numbers, first.classes?.[name] ?? numbers, {class: name});
    const clock: [string, string, string, number | null, number | null][] = [
      ["queueLength", "mean", "people", design.queue, first.queue],
      ["occupancy", "share", "share", design.occupancy, first.occupancy],
      ["staffedTime", "mean", "s", design.staffed, first.staffed],
      ["cost", "total", shape.currency, design.cost, first.cost],
    ];
    for (const [metric, statistic, unit, value, base] of clock) {
      if (value === null) continue;
      row(design.name, {station: metric === "cost" ? null : shape.station}, metric, statistic, null, unit, value, value * PRECISION * 0.3);
      if (design === first || base === null) continue;
      const difference = value - base,
        spread = Math.max(Math.abs(difference) * 0.06, value * 0.001);
      comparisons.push({
        design: design.name,
        against: first.name,
        metric,
        statistic,
        population: null,
        station: metric === "cost" ? null : shape.station,
        class: null,
        unit,
        difference,
        halfWidth: spread,
        low: difference - spread,
        high: difference + spread,
        confidence: 0.95,
        significant: Math.abs(difference) > spread,
      });
    }
    shape.load.forEach((load, i) => {
      const at = shape.from + i * shape.step;
      const period = `${formatClock(at)}-${formatClock(at + shape.step)}`;
      const staff = design.staff[i] ?? design.staff[design.staff.length - 1];
      const pressure = (load * design.staff.reduce((a, b) => a + b, 0)) / design.staff.length / staff;
      const queue = design.queue * pressure ** 4;
      row(design.name, {station: shape.station, period}, "queueLength", "mean", null, "people", queue, queue * 0.06 + 0.02);
      row(design.name, {station: shape.station, period}, "servers", "mean", null, "servers", staff, 0);
      row(
        design.name,
        {station: shape.station, period},
        "occupancy",
        "share",
        null,
        "share",
        Math.min(0.99, design.occupancy * pressure),
        0.01,
      );
      row(design.name, {period}, "waitTime", "mean", "all", "s", design.mean * pressure ** 4, design.mean * pressure ** 4 * 0.06);
      const level = Math.max(0, 1 - (1 - design.within) * pressure ** 4);
      row(design.name, {period}, "serviceLevel", `within ${shape.threshold} s`, "all", "share", level, 0.01 + (1 - level) * 0.05);
    });
    const at = Array.from({length: 80}, (_, i) => (design.p95 * 1.8 * i) / 79);
    const waits = Math.min(0.9, Math.max(0.03, 4 * (1 - design.within)));
    distributions.push({
      design: design.name,
      class: null,
      population: "all",
      at,
      longer: at.map((t) => waits * Math.exp((-t * waits) / design.mean)),
    });
    for (const asked of shape.goals) goals.push(verdictOf(design, asked));
  }
  return {
    schemaVersion: 1,
    version: "0.1.0",
    command: shape.command,
    commandLine: `waitline ${shape.command} ${shape.file} --seed ${shape.seed} --replications ${replications}`,
    scenario: {
      name: shape.name,
      file: shape.file,
      hash: "3f6c0e1ab2d94c77",
      question: shape.question,
      isDay: shape.isDay,
      text: `name: ${shape.name}\n`,
    },
    seed: shape.seed,
    replications,
    complete: true,
    confidence: 0.95,
    designs: shape.designs.map(({name, changes}) => ({name, changes})),
    estimates,
    comparisons,
    goals,
    distributions,
    cautions: [],
    twins: [],
    assumed: shape.assumed,
  };
}

function verdictOf(design: DesignFixture, asked: Goal): GoalVerdict {
  const numbers = asked.class === null ? design : (design.classes?.[asked.class] ?? design);
  const value =
    asked.metric === "abandonShare"
      ? numbers.gaveUp
      : asked.statistic === "mean"
        ? numbers.mean
        : asked.statistic === "percentile"
          ? numbers.p95
          : asked.everyHalfHour
            ? numbers.within - 0.12
            : numbers.within;
  const halfWidth = asked.statistic === "within" ? 0.016 : value * PRECISION;
  const sign = asked.direction === "at most" ? -1 : 1;
  const margin = sign * (value - asked.bound);
  return {
    design: design.name,
    goal: asked,
    value,
    halfWidth,
    low: value - halfWidth,
    high: value + halfWidth,
    meets: margin >= halfWidth ? "met" : margin >= 0 ? "likely met" : margin > -halfWidth ? "likely missed" : "missed",
    worstPeriod: asked.everyHalfHour ? "10:00-10:30" : null,
    shareOfDays: null,
  };
}

const DAY_LOAD = [0.55, 0.8, 1.1, 1.3, 1.35, 1.2, 1.05, 0.85, 0.8, 0.9, 1.1, 1.2, 1.05, 0.9, 0.75, 0.6];

export const bank = (): Result =>
  resultOf({
    name: "Branch 12, one line or five",
    file: "scenarios/bank-one-line-or-five.yaml",
    command: "compare",
    question: "One line for all five windows, or a line at each; and who gains, the average customer or the unlucky one?",
    isDay: true,
    seed: "2026",
    replications: 400,
    threshold: 300,
    station: "tellers",
    from: 9 * 3600,
    step: 1800,
    load: DAY_LOAD,
    currency: "",
    designs: [
      {
        name: "one line",
        changes: [],
        mean: 138,
        sd: 175,
        p90: 392,
        p95: 520,
        within: 0.831,
        gaveUp: 0.021,
        overtaken: 0,
        queue: 1.72,
        occupancy: 0.87,
        staffed: 40.4 * 3600,
        cost: null,
        staff: [5],
      },
      {
        name: "five lines, at random",
        changes: ["stations.tellers.line: each", "stations.tellers.join: at random"],
        mean: 602,
        sd: 690,
        p90: 1520,
        p95: 2020,
        within: 0.43,
        gaveUp: 0.113,
        overtaken: 0.61,
        queue: 7.5,
        occupancy: 0.8,
        staffed: 41.9 * 3600,
        cost: null,
        staff: [5],
      },
      {
        name: "five lines, shortest",
        changes: ["stations.tellers.line: each", "stations.tellers.join: shortest"],
        mean: 176,
        sd: 268,
        p90: 560,
        p95: 780,
        within: 0.79,
        gaveUp: 0.027,
        overtaken: 0.31,
        queue: 2.2,
        occupancy: 0.867,
        staffed: 40.6 * 3600,
        cost: null,
        staff: [5],
      },
      {
        name: "five lines, people switch",
        changes: ["stations.tellers.line: each", "stations.tellers.join: shortest", "stations.tellers.switch: 2 shorter"],
        mean: 139,
        sd: 231,
        p90: 480,
        p95: 690,
        within: 0.826,
        gaveUp: 0.022,
        overtaken: 0.26,
        queue: 1.74,
        occupancy: 0.87,
        staffed: 40.4 * 3600,
        cost: null,
        staff: [5],
      },
      {
        name: "five lines, nearest",
        changes: ["stations.tellers.line: each", "stations.tellers.join: nearest"],
        mean: 231,
        sd: 330,
        p90: 720,
        p95: 980,
        within: 0.72,
        gaveUp: 0.036,
        overtaken: 0.36,
        queue: 2.9,
        occupancy: 0.86,
        staffed: 40.8 * 3600,
        cost: null,
        staff: [5],
      },
    ],
    goals: [
      goal({
        text: "80% of customers wait at most 5 min",
        metric: "serviceLevel",
        statistic: "within",
        within: 300,
        direction: "at least",
        bound: 0.8,
      }),
      goal({text: "mean wait at most 4 min", metric: "waitTime", statistic: "mean", direction: "at most", bound: 240}),
      goal({text: "at most 5% of customers give up", metric: "abandonShare", statistic: "share", direction: "at most", bound: 0.05}),
    ],
    assumed: [],
  });

export const callCentre = (): Result =>
  resultOf({
    name: "Bank call centre, January 1999, regular calls",
    file: "scenarios/bank-call-centre-1999.yaml",
    command: "compare",
    question: "What would 8, 9, 10 ... 14 agents have given our callers on a working day of January 1999?",
    isDay: true,
    seed: "1999",
    replications: 200,
    threshold: 20,
    station: "agents",
    from: 7 * 3600,
    step: 1800,
    load: Array.from(
      {length: 34},
      (_, i) =>
        0.45 + 0.75 * Math.exp(-(((i - 7) / 4) ** 2)) + 0.7 * Math.exp(-(((i - 16) / 5) ** 2)) + 0.25 * Math.exp(-(((i - 26) / 7) ** 2)),
    ),
    currency: "",
    designs: [8, 9, 10, 11, 12, 13, 14].map((agents, i) => {
      const strain = 0.55 ** i;
      return {
        name: `${agents}`,
        changes: [`stations.agents.servers: ${agents}`],
        mean: 24 * strain,
        sd: 44 * strain ** 0.7,
        p90: 95 * strain,
        p95: 140 * strain,
        within: 1 - 0.345 * strain,
        gaveUp: 0.054 * strain,
        overtaken: 0,
        queue: 0.42 * strain,
        occupancy: 3.45 / agents + 0.02,
        staffed: agents * 17.1 * 3600,
        cost: null,
        staff: [agents],
      };
    }),
    goals: [
      goal({
        text: "80% of calls answered within 20 s",
        metric: "serviceLevel",
        statistic: "within",
        within: 20,
        direction: "at least",
        bound: 0.8,
      }),
      goal({text: "at most 3% of calls give up", metric: "abandonShare", statistic: "share", direction: "at most", bound: 0.03}),
    ],
    assumed: ["arrivals.calls.patience", "stations.agents.service"],
  });

const urgentFirst = (mean: number, overtaken: number): Numbers => ({
  mean,
  sd: mean * 1.2,
  p90: mean * 2.4,
  p95: mean * 3.2,
  within: Math.exp(-300 / (mean * 1.6)) > 0.99 ? 0.02 : 1 - 0.85 * Math.exp(-300 / (mean * 1.3)),
  gaveUp: 0,
  overtaken,
  queue: mean / 66,
  occupancy: 0.9,
  staffed: 8000 * 3600,
  cost: null,
});

export const priority = (): Result =>
  resultOf({
    name: "Priority counter",
    file: "scenarios/priority-counter.yaml",
    command: "compare",
    question: "If one customer in five goes first, how much faster are they served and who pays for it?",
    isDay: false,
    seed: "2026",
    replications: 30,
    threshold: 300,
    station: "counter",
    from: 0,
    step: 1800,
    load: [],
    currency: "",
    designs: [
      {
        name: "first come first served",
        changes: [],
        ...urgentFirst(472, 0),
        staff: [4],
        classes: {urgent: urgentFirst(471, 0), regular: urgentFirst(473, 0)},
      },
      {
        name: "urgent first",
        changes: ["stations.counter.order: priority"],
        ...urgentFirst(473, 0.45),
        staff: [4],
        classes: {urgent: urgentFirst(57.6, 0), regular: urgentFirst(576.4, 0.56)},
      },
    ],
    goals: [
      goal({
        text: "90% of urgent wait at most 5 min",
        metric: "serviceLevel",
        statistic: "within",
        within: 300,
        class: "urgent",
        direction: "at least",
        bound: 0.9,
      }),
      goal({
        text: "95% of regular wait at most 45 min",
        metric: "waitTime",
        statistic: "percentile",
        percentile: 0.95,
        class: "regular",
        direction: "at most",
        bound: 2700,
      }),
    ],
    assumed: ["arrivals.customers.rate"],
  });

export const staffing = (): Result =>
  resultOf({
    name: "Citizens' office, three staffing plans",
    file: "scenarios/counter-staffing.yaml",
    command: "compare",
    question: "Does a staffing plan that follows the day keep the promise, and is it cheaper than a level one?",
    isDay: true,
    seed: "2026",
    replications: 400,
    threshold: 600,
    station: "counters",
    from: 8.5 * 3600,
    step: 1800,
    load: DAY_LOAD,
    currency: "EUR",
    designs: [
      {
        name: "nine all day",
        changes: [],
        mean: 231,
        sd: 300,
        p90: 640,
        p95: 860,
        within: 0.881,
        gaveUp: 0.062,
        overtaken: 0,
        queue: 5.1,
        occupancy: 0.78,
        staffed: 74 * 3600,
        cost: 2614,
        staff: [9],
      },
      {
        name: "two shifts",
        changes: ["stations.counters.servers: { 08:30: 7, 09:30: 11, 12:00: 9, 15:00: 6 }"],
        mean: 178,
        sd: 231,
        p90: 500,
        p95: 660,
        within: 0.913,
        gaveUp: 0.043,
        overtaken: 0,
        queue: 3.9,
        occupancy: 0.82,
        staffed: 70.6 * 3600,
        cost: 2432,
        staff: [7, 7, 11, 11, 11, 11, 11, 9, 9, 9, 9, 9, 9, 6, 6, 6],
      },
      {
        name: "follow the demand",
        changes: [
          "stations.counters.servers: { 08:30: 6, 09:00: 8, 09:30: 11, 10:00: 12, 11:00: 10, 12:00: 7, 13:00: 8, 13:30: 9, 14:30: 8, 15:00: 7, 15:30: 5, 16:00: 4 }",
        ],
        mean: 136,
        sd: 180,
        p90: 380,
        p95: 520,
        within: 0.951,
        gaveUp: 0.031,
        overtaken: 0,
        queue: 3.1,
        occupancy: 0.84,
        staffed: 68.1 * 3600,
        cost: 2240,
        staff: [6, 8, 11, 12, 12, 10, 10, 7, 7, 8, 9, 9, 8, 7, 5, 4],
      },
    ],
    goals: [
      goal({
        text: "80% of visitors wait at most 10 min",
        metric: "serviceLevel",
        statistic: "within",
        within: 600,
        direction: "at least",
        bound: 0.8,
      }),
      goal({
        text: "80% of visitors wait at most 10 min in every half hour",
        metric: "serviceLevel",
        statistic: "within",
        within: 600,
        everyHalfHour: true,
        direction: "at least",
        bound: 0.8,
      }),
      goal({text: "at most 4% of visitors give up", metric: "abandonShare", statistic: "share", direction: "at most", bound: 0.04}),
    ],
    assumed: ["stations.counters.service", "arrivals.visitors.busyness"],
  });

/** One design of the bank. */
export const run = (): Result => {
  const all = bank();
  const isFirst = (row: {design: string}) => row.design === "one line";
  return {
    ...all,
    command: "run",
    commandLine: all.commandLine.replace("compare", "run"),
    designs: all.designs.slice(0, 1),
    estimates: all.estimates.filter(isFirst),
    comparisons: [],
    goals: all.goals.filter(isFirst),
    distributions: all.distributions.filter(isFirst),
  };
};

/** Every label somebody may write, replaced by this. */
export function relabelled(result: Result, label: (name: string) => string): Result {
  const text = JSON.stringify(result, (key, value: unknown) => {
    if (["design", "against", "station", "class", "name", "question", "text", "subject"].includes(key) && typeof value === "string")
      return label(value);
    if (["assumed", "changes"].includes(key) && Array.isArray(value)) return value.map((item) => label(String(item)));
    return value;
  });
  return JSON.parse(text) as Result;
}
