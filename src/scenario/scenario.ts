/**
 * What is asked: one design of one place, as the file says it, with every default filled in and every quantity in seconds.
 * Plain types without any dependency, so that the engine bundle may hold them; `reading/` makes them from a file.
 */
import type {Law} from "../random/law.ts";
import type {Clock, PerSecond, Probability, Seconds} from "../units.ts";

/** A number that changes by the clock: `value[i]` holds from `at[i]` until the next; a ramp joins the points by straight lines. */
export interface ClockTable {
  at: Clock[];
  value: number[];
  shape: "steps" | "ramp";
}

export type Closing = "finish everyone" | "turn away the waiting" | "carry over";
export type Order =
  | "first come"
  | "last come"
  | "random"
  | "shortest job"
  | "longest job"
  | "earliest due"
  | "priority"
  | "class by class"
  | "ageing"
  | "by appointment"
  | "priority then by appointment";
export type Join = "shortest" | "at random" | "round robin" | "nearest" | "least work";
export type Leaving = "finish" | "resume" | "restart" | "resample";
export type Interrupt = Exclude<Leaving, "finish">;
export type Full = "refuse" | "drop lowest";

/** When customers come; exactly one kind of process. */
export type ArrivalProcess =
  | {kind: "poisson"; rate: ClockTable} // customers (or batches) per second by the clock
  | {kind: "renewal"; between: Law} // independent times between arrivals
  | {kind: "list"; customers: ListedCustomer[]} // a fixed list or a trace, in order of time
  | {kind: "book"; book: Book} // people who were told when to come
  | {kind: "phases"; phases: ArrivalPhase[]} // a Poisson process whose rate changes by chance (MMPP)
  | {kind: "spread"; people: number; from: Clock; to: Clock} // so many people, each at any moment of the period
  | {kind: "population"; members: number; each: Law}; // so many, and no others; `each`: how long a member is away before coming (again)

/** An appointment book: one place in it for each person. */
export interface Book {
  /** By position: the time of the appointment, in order of time, within opening hours. With `spread`: empty. */
  at: Clock[];
  /** So many people come by no appointment, each at a moment that is equally likely anywhere in [from, to). */
  spread: {people: number; from: Clock; to: Clock} | null;
  /** Share of the booked who never come, each independently of the others. */
  absent: Probability;
  /** By how much they come after their appointment, before it where negative; null: on the dot. */
  late: Law | null;
  /** Who comes early may be served before the appointment, or sits apart and joins the line when it is due. */
  early: "served" | "wait";
}

/** A phase of the arrivals: how many come a second while it lasts, an exponential time of mean `lasts`. */
export interface ArrivalPhase {
  name: string;
  rate: PerSecond;
  lasts: Seconds;
  /** Rows of the phases that may follow, with shares that sum to 1. */
  then: {phase: number; share: Probability}[];
}

export interface ListedCustomer {
  at: Clock;
  class: string | null; // null: the source's mix decides
  service: Seconds | null; // null: the law decides
  patience: Seconds | null;
}

export interface Arrivals {
  process: ArrivalProcess;
  /** Coefficient of variation of the day's factor on the rate; 0: every day is alike. */
  busyness: number;
  /** How many come together, with shares that sum to 1; [{size: 1, share: 1}] when they come alone. */
  batch: {size: number; share: Probability}[];
  /** Classes and shares that sum to 1; a source without `mix` brings the class of its own name. */
  mix: {class: string; share: Probability}[];
  route: string | null;
}

/**
 * Whether a newcomer stays, decided at the line they would join. People are counted there: `waiting`; `ahead`: the waiting, and one
 * more while no server of the line is free; `in system`: the waiting and the served. `minutes`: what the station announces.
 */
export interface Balking {
  goesBy: "people waiting" | "people ahead" | "people in system" | "minutes";
  /** People count as people ÷ (servers of the line)^perception: 0 sees heads only, 1 allows fully for the servers. */
  perception: number;
  /**
   * each: balks with probability 1 - exp(-each · n), n in people or minutes; share: by a table of n (people, or seconds), each value
   * from its n on; bears: as soon as the minutes exceed a time of this law; patience: as soon as they exceed the customer's patience.
   */
  rule:
    | {kind: "each"; each: number}
    | {kind: "share"; from: number[]; share: Probability[]}
    | {kind: "bears"; law: Law}
    | {kind: "patience"};
}

export interface CustomerClass {
  /** 1 goes first; equal for all when nothing is said. */
  priority: number;
  /** null: waits as long as it takes. */
  patience: Law | null;
  /** The patience begins when the announced minutes are over. */
  patienceBeyondAnnounced?: boolean;
  /** Patience runs so many times as fast while nobody stands behind; 1 when nothing is said. */
  lastInLine?: number;
  /** Every walk takes so many times as long; 1 when nothing is said. */
  walkFactor?: number;
  /** null: everyone stays. */
  balks?: Balking | null;
  /** null: the step or the station decides. */
  service: Law | null;
  route: string | null;
  /** How long after joining a line they are due there (order: earliest due); nothing said: never. */
  due?: Law | null;
}

/** What a station tells newcomers: people ahead × mean service ÷ servers of the line, changed by what is said here. */
export interface Announcement {
  /** 0.2: a fifth is added. */
  padded: number;
  /** 0.3: off by a factor between 0.7 and 1.3, all equally likely, drawn for each customer. */
  wrong: number;
}

export interface Station {
  /** People or machines serving in parallel, by the clock. */
  servers: ClockTable;
  service: Law | null;
  line: "one" | "each";
  join: Join;
  /** How many people longer than the shortest line the nearest may be (join: nearest). */
  nearestWithin: number;
  /** What "shortest" counts: people waiting and in service, or waiting only. */
  counts: "system" | "waiting";
  ties: "left" | "random";
  /** Jockeying: the last of a line moves where at least this many fewer people are; null: nobody switches. */
  switch: number | null;
  /** Only to a server who is idle, from the longest line; `switch` is then 1. Nothing said: no. */
  switchWhenIdle?: boolean;
  /** Seconds that a switch takes, in which the customer stands in no line; nothing said: 0. */
  switchCost?: Seconds;
  /** How wrongly newcomers judge the lines: coefficient of variation of a factor of mean 1 on each line's length; nothing said: 0. */
  misjudged?: number;
  /** Lanes for some only; nothing said: none. */
  express?: Express | null;
  /** One line: how many people wait at each window, behind the one in service; nothing said: 0. */
  places?: number;
  /** Servers who come when lines are long and go when nobody waits; nothing said: all are there as scheduled. */
  opens?: Opens | null;
  order: Order;
  /** By appointment: who comes later than this after theirs has lost their place and goes by arrival; nothing said: nobody does. */
  grace?: Seconds | null;
  /** Order ageing: credit a second of waiting, by class. */
  ageing?: Map<string, number> | null;
  /** Order priority: what happens to the work of somebody whom a class before theirs interrupts; nothing said: nobody is interrupted. */
  interrupt?: Interrupt | null;
  /** How many servers serve a class only. */
  kept?: Map<string, number> | null;
  /** How many windows or lanes, from the left, a class can use; the classes not named can use all. */
  accessible?: Map<string, number> | null;
  /** Most people at the station, waiting and in service; null: no limit. A newcomer to a full room is refused. */
  room: number | null;
  /** Instead of the newcomer, the last of the lowest class that waits may have to go, if it is lower than the newcomer's. */
  full?: Full;
  /** What a server does with the customer in hand when the shift ends. */
  leaving: Leaving;
  /** Walk from the line to window i (the first is 0): first + i * each; it holds the server. */
  walk: {first: Seconds; each: Seconds};
  /** Work done per second by one server; a requirement is divided by it. */
  speed: number;
  /** null: nothing is announced. */
  announces?: Announcement | null;
  /** Speeds by the number of people waiting when a service starts; `speed` is not used then. null or absent: always `speed`. */
  speedWaiting?: {waiting: number; speed: number}[] | null;
  /** How long the server is taken after each service, the customer gone. */
  afterWork?: Law | null;
  /** How long the server prepares for a customer who has been called: after it stood idle, and when the class differs from the last one's. */
  setUp?: {idle: Law | null; change: Law | null} | null;
  /** Servers with hours of their own, from the left; `servers` is then how many are there by the clock. */
  people?: Person[] | null;
  /** Breaks of all servers of the station. */
  breaks?: Break[];
  breakRule?: BreakRule;
  /** Everybody in turn, so many at once. */
  lunch?: {from: Clock; to: Clock; length: Seconds; atOnce: number} | null;
  breakdowns?: Breakdowns | null;
}

/** What happens when a break is due and a customer is in hand. */
export type BreakRule = "after the customer" | "end on time" | "at once" | "skip when behind";

export interface Break {
  from: Clock;
  to: Clock;
}

export interface Person {
  name: string;
  /** Ascending and apart. */
  hours: {from: Clock; to: Clock}[];
  breaks: Break[];
  /** Times the speed of the station. */
  speed: number;
}

export interface Breakdowns {
  /** Time from one repair to the next breakdown. */
  every: Law;
  /** What runs that time down: being on duty, or serving. */
  counts: "time" | "use";
  repair: Law;
  /** null: a repair never waits. */
  technicians: number | null;
  /** The customer in hand goes back to the head of the line. */
  inHand: Exclude<Leaving, "finish">;
}

/** The first lanes from the left are for some customers only; one lane is always left for the others. */
export interface Express {
  lanes: number;
  /** For those who bring less work than this; null: for any work. */
  under: Seconds | null;
  /** For these classes; empty: for all. */
  for: string[];
  /** Whether those it is for look at the other lanes too. */
  use: "if shorter" | "always";
  idle: "wait" | "serve anyone";
}

/** One more server comes when at least `at` people wait in every open line, up to the schedule; `least` are always there. */
export interface Opens {
  at: number;
  least: number;
}

export interface Branch {
  share: Probability;
  /** A step's name, or null: leave. */
  to: string | null;
}

export interface Step {
  name: string;
  does: {kind: "visit"; station: string; service: Law | null} | {kind: "delay"; time: Law} | {kind: "choose"};
  /** Shares sum to 1; one branch of share 1 when there is nothing to choose. */
  then: Branch[];
}

export interface Route {
  steps: Step[];
}

/** A promise, compiled into measure, population and bound; one sentence serves run, compare and plan. */
export interface Goal {
  /** As the file says it. */
  text: string;
  metric: "waitTime" | "serviceLevel" | "abandonShare" | "blockShare" | "balkShare" | "overtime" | "sojournTime";
  /** "within": share of people whose time is at most `within`; "percentile": at `percentile` (0..1). */
  statistic: "mean" | "within" | "percentile" | "share";
  within: Seconds | null;
  percentile: Probability | null;
  /** Class, or null for everyone. */
  class: string | null;
  station: string | null;
  /** "at most" is ≤, "at least" is ≥. */
  direction: "at most" | "at least";
  bound: number; // seconds, or a share from 0 to 1
  everyHalfHour: boolean;
  /** Share of days on which it must hold; null: in the long run over days. */
  shareOfDays: Probability | null;
}

export interface Costs {
  currency: string;
  /** Per second of staffed time, of staff overtime (instead of the staff price), of customers' waiting; per customer lost. null: no price given. */
  staff: number | null;
  overtime: number | null;
  wait: number | null;
  lost: number | null;
  /** Per second in which a server on duty has nothing to do; beside the price of staff. Nothing said: no price. */
  idle?: number | null;
}

/** A precision to stop at: replications are added until it is reached. */
export interface Until {
  /** Canonical: "±2% of mean wait". */
  text: string;
  metric: "waitTime" | "sojournTime";
  /** Half width of the interval as a share of the mean, above 0. */
  relative: number;
}

export interface Run {
  seed: string;
  /** With `until`, the most there may be. */
  replications: number;
  /** Nothing said: exactly `replications`. */
  until?: Until | null;
  /** Long run only: counted time after the warm-up. */
  length: Seconds | null;
  warmUp: Seconds;
  /** Long run only: counted customers after the warm-up, instead of a length. */
  customers: number | null;
  warmUpCustomers: number;
}

export interface Scenario {
  name: string;
  /** null: the place never closes, and the question is the long run. */
  opening: {from: Clock; to: Clock} | null;
  closing: Closing;
  arrivals: Map<string, Arrivals>;
  classes: Map<string, CustomerClass>;
  stations: Map<string, Station>;
  routes: Map<string, Route>;
  goals: Goal[];
  costs: Costs;
  run: Run;
  /** Paths of figures that are assumptions, not facts. */
  assumed: string[];
}

/** One of the designs of a comparison: what the file calls it, what it changes, and the scenario that results. */
export interface Design {
  name: string;
  /** One line per changed path: "stations.tellers.line: each"; empty for the design as the file says. */
  changes: string[];
  scenario: Scenario;
}
