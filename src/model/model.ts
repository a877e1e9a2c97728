/**
 * What runs: a network of stations, lines, servers and steps, as tables. Names became rows, rules became numbers.
 * Plain data (arrays, typed arrays, numbers): cloned once to each worker. The loop never reads `names`.
 */
import type {Law} from "../random/law.ts";
import type {Clock, Probability, Seconds} from "../units.ts";

/** A row of one of the tables: a source, class, step, station, server, line or customer. */
export type Row = number;
export const NOBODY: Row = -1;

export const POISSON = 0,
  RENEWAL = 1,
  LIST = 2,
  BOOK = 3,
  PHASES = 4,
  SPREAD = 5,
  POPULATION = 6;
export const VISIT = 0,
  DELAY = 1,
  CHOOSE = 2,
  LEAVE = 3;
export const FIRST_COME = 0,
  LAST_COME = 1,
  RANDOM_ORDER = 2,
  SHORTEST_JOB = 3,
  BY_APPOINTMENT = 4,
  EARLIEST_DUE = 5,
  LONGEST_JOB = 6;
export const ONE_LINE = 0,
  LINE_EACH = 1;
export const JOIN_SHORTEST = 0,
  JOIN_RANDOM = 1,
  JOIN_ROUND_ROBIN = 2,
  JOIN_NEAREST = 3,
  JOIN_LEAST_WORK = 4;
export const FINISH = 0,
  RESUME = 1,
  RESTART = 2,
  RESAMPLE = 3;
/** What a newcomer goes by. */
export const PEOPLE_WAITING = 0,
  PEOPLE_AHEAD = 1,
  PEOPLE_IN_SYSTEM = 2,
  MINUTES = 3;
export const FINISH_EVERYONE = 0,
  TURN_AWAY = 1,
  CARRY_OVER = 2;

export const AFTER_CUSTOMER = 0,
  END_ON_TIME = 1,
  AT_ONCE = 2,
  SKIP_WHEN_BEHIND = 3;

export interface SourceTable {
  process: typeof POISSON | typeof RENEWAL | typeof LIST | typeof BOOK | typeof PHASES | typeof SPREAD | typeof POPULATION;
  /** POISSON: the cumulative rate Λ is piecewise linear (steps) or quadratic (ramp) between these points; after the last point nobody comes. */
  rateAt: Float64Array; // clock, length n
  rateFrom: Float64Array; // customers per second just after rateAt[i], length n - 1
  rateTo: Float64Array; // customers per second just before rateAt[i + 1]; equal to rateFrom for steps
  between: Law | null; // RENEWAL; POPULATION: how long a member is away
  members?: number; // POPULATION
  listAt: Float64Array; // LIST, clock
  listClass: Int32Array; // row, or NOBODY: the mix decides
  listService: Float64Array; // seconds of the first visit, or NaN: the law decides
  listPatience: Float64Array; // seconds, or NaN: the law decides
  /** BOOK only. */
  book?: BookTable;
  phases: PhaseTable | null; // PHASES
  people: number; // SPREAD: over [spreadFrom, spreadTo)
  spreadFrom: Clock;
  spreadTo: Clock;
  /** Squared coefficient of variation of the day's factor on the rate. */
  busyness: number;
  batchSize: Int32Array;
  batchShare: Float64Array; // cumulative, ends with 1
  mixClass: Int32Array; // rows
  mixShare: Float64Array; // cumulative, ends with 1
}

export interface BookTable {
  people: number; // positions in the book
  appointmentAt: Float64Array; // clock, ascending, by position; empty: spread over [spreadFrom, spreadTo)
  spreadFrom: Clock;
  spreadTo: Clock;
  absent: Probability;
  late: Law | null; // null: on the dot
  /** Who comes early joins when the appointment is due. */
  earlyWaits: boolean;
}

/** A Markov-modulated Poisson process: row by row its phases. */
export interface PhaseTable {
  rate: Float64Array; // customers per second
  lasts: Float64Array; // mean seconds; the time is exponential
  next: Float64Array; // cumulative by phase: row * phases + phase
  first: Float64Array; // cumulative: the phase at the start, with the shares of time of the long run
}

/** How a class decides at the line whether to stay; docs/conventions.md, "Choosing to stay". */
export interface BalkingTable {
  goesBy: typeof PEOPLE_WAITING | typeof PEOPLE_AHEAD | typeof PEOPLE_IN_SYSTEM | typeof MINUTES;
  perception: number; // people count as people / servers^perception
  /** Most that a customer puts up with, in people or seconds; null where shares or the patience decide. */
  most: Law | null;
  byPatience: boolean;
  shareFrom: Float64Array; // people or seconds, ascending; empty where no shares decide
  share: Float64Array; // of those who balk, from shareFrom[i] on
}

export interface ClassTable {
  priority: number; // rank 0 goes first; dense
  patience: Law | null; // null: endless
  patienceBeyondAnnounced: boolean; // the patience begins when the announced minutes are over
  lastInLine: number; // patience runs so many times as fast while nobody stands behind
  balking: BalkingTable | null; // null: everyone stays
  walkFactor?: number; // every walk takes so many times as long; left out: once
  firstStep: Row;
  due: Law | null; // seconds after joining a line; null: never
}

export interface StepTable {
  does: typeof VISIT | typeof DELAY | typeof CHOOSE | typeof LEAVE;
  station: Row; // VISIT
  /** By class: what the visit or delay takes; null where the class never comes. */
  law: (Law | null)[];
  /** By class: every customer of the class comes here exactly once, so the requirement is drawn at the door. */
  isCertain: boolean[];
  next: Row; // the only next step, or NOBODY when branches decide
  branchTo: Int32Array;
  branchShare: Float64Array; // cumulative, ends with 1
}

export interface StationTable {
  staffAt: Float64Array; // clock; staff[i] holds from staffAt[i]; before staffAt[0] nobody is there
  staff: Int32Array;
  /** Most servers at any time; also the number of lanes, windows and server rows. */
  servers: number;
  line: typeof ONE_LINE | typeof LINE_EACH;
  join: typeof JOIN_SHORTEST | typeof JOIN_RANDOM | typeof JOIN_ROUND_ROBIN | typeof JOIN_NEAREST | typeof JOIN_LEAST_WORK;
  nearestWithin: number;
  countsWaitingOnly: boolean;
  hasRandomTies: boolean;
  switchAt: number; // people; 0: nobody switches
  switchWhenIdle: boolean; // only to a server who is idle
  switchCost: Seconds; // between lines
  misjudged: number; // coefficient of variation of the factor on a lane's length; 0: nobody is wrong
  expressLanes: number; // the first ones; 0: none
  expressUnder: Seconds; // less work than this; Infinity: any
  expressFor: boolean[]; // by class
  expressIsAlways: boolean; // those it is for use no other lane
  expressHelps: boolean; // its server takes anyone rather than be idle
  places: number; // one line: people who wait at a window, behind the one in service
  opensAt: number; // people waiting in every open line; 0: all scheduled servers are there
  opensLeast: number; // servers who are there in any case
  order:
    | typeof FIRST_COME
    | typeof LAST_COME
    | typeof RANDOM_ORDER
    | typeof SHORTEST_JOB
    | typeof BY_APPOINTMENT
    | typeof EARLIEST_DUE
    | typeof LONGEST_JOB;
  /** BY_APPOINTMENT: who comes to the door later than this after their appointment goes by arrival; left out: nobody does. */
  grace?: Seconds;
  /** Classes are served by priority rank first, then by `order`. */
  hasPriority: boolean;
  /** One class at a time goes forward, in turn by priority rank, and nobody else is called. */
  gated: boolean;
  /** By class: credit a second of waiting; whose credit is highest goes first. null: nothing grows. */
  ageing: Float64Array | null;
  /** What happens to the work of whoever is interrupted by a class before theirs; FINISH: nobody is. */
  interrupt: typeof FINISH | typeof RESUME | typeof RESTART | typeof RESAMPLE;
  /** By kept server: the class it serves only. */
  kept: Int32Array;
  /** By class: the first so many windows or lanes can be used; null or left out: all, by everybody. */
  reach?: Int32Array | null;
  /** A full room drops somebody who waits, if their class is lower than the newcomer's. */
  dropsLowest: boolean;
  room: number; // people waiting and in service; Infinity: no limit
  leaving: typeof FINISH | typeof RESUME | typeof RESTART | typeof RESAMPLE;
  walkFirst: Seconds;
  walkEach: Seconds;
  speed: number;
  /** Announced to newcomers: people ahead × `announcedService` ÷ servers of the line; 0: nothing is announced. */
  announcedService: Seconds; // mean work of a visit at this speed, with what is padded
  announcedWrong: number; // off by a factor from 1 - this to 1 + this
  /** What servers do besides serving, and how fast they are; null or absent: nothing, and always the same. */
  crew?: CrewTable | null;
}

export interface CrewTable {
  /** Speeds by people waiting at the start of service: thenSpeed[i] from fromWaiting[i] people on; empty: always `speed`. */
  fromWaiting: Int32Array;
  thenSpeed: Float64Array;
  afterWork: Law | null;
  setUpIdle: Law | null;
  setUpChange: Law | null;
  /** Hours and breaks of each server; null: they come and go by `staff`, and nobody takes a break. */
  hours: HoursTable[] | null;
  breakRule: typeof AFTER_CUSTOMER | typeof END_ON_TIME | typeof AT_ONCE | typeof SKIP_WHEN_BEHIND;
  lunch: {from: Clock; to: Clock; length: Seconds; atOnce: number} | null;
  breakdowns: BreakdownTable | null;
}

/** One server's own times: places from the left, ascending. */
export interface HoursTable {
  from: Float64Array; // clock; comes on duty
  to: Float64Array; // clock; leaves
  breakFrom: Float64Array; // clock
  breakTo: Float64Array;
  speed: number; // times the station's
}

export interface BreakdownTable {
  every: Law;
  byUse: boolean;
  repair: Law;
  technicians: number; // Infinity: a repair never waits
  inHand: typeof RESUME | typeof RESTART | typeof RESAMPLE;
}

export interface Horizon {
  isDay: boolean;
  startsAt: Clock; // opening, or 0
  /** Day: the door closes. Long run by time: end of the counted window. By customers: Infinity. */
  endsAt: Clock;
  closing: typeof FINISH_EVERYONE | typeof TURN_AWAY | typeof CARRY_OVER;
  warmUp: Seconds; // long run by time
  customers: number; // long run by customers: all who come, warm-up included; Infinity otherwise
  warmUpCustomers: number;
}

export interface MeasureGroups {
  /** Told from the distributions that are kept anyway: mean wait of the worst tenth, Gini, standing time, more percentiles of overtime. */
  distribution: boolean;
  /** Followed customer by customer: slips, skips, switches, discrimination, regret; by the clock: idle while somebody waits. */
  fairness: boolean;
  /** Of a long run that stands alone: waits, times in system and who was in time, in order of time, so that it can judge itself. */
  series?: boolean;
}

export interface Measures {
  /** Edges of the periods in which the day is told, ascending, first = opening and last = closing; the last period holds the time after closing too. Long run: empty. */
  periodAt: Float64Array;
  /** "Within" thresholds of waits and of times in system, seconds, ascending. */
  waitWithin: Float64Array;
  sojournWithin: Float64Array;
  percentiles: Float64Array; // 0..1, ascending
  /** Those that goals ask of each day by itself. */
  dailyPercentiles: Float64Array; // 0..1, ascending
  /** Groups beyond the basic measures, switched on by what is asked. What is not asked for costs nothing. */
  groups: MeasureGroups;
}

export interface Names {
  sources: string[];
  classes: string[];
  stations: string[];
  steps: string[];
}

export interface Model {
  seed: string;
  horizon: Horizon;
  sources: SourceTable[];
  classes: ClassTable[];
  steps: StepTable[];
  stations: StationTable[];
  measures: Measures;
  names: Names;
}
export type {Probability};
