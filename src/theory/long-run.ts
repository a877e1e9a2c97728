/**
 * What theory says of one place in the long run: one shape for every model, so that a command, a twin or a table can ask any of
 * them the same questions. A measure that a model's formulas do not give is absent, never guessed.
 *
 *   waitTime         Wq   s   of all who join the line, to start of service or to giving up
 *   waitOfServed          s   of those who are served; equals waitTime where nobody gives up
 *   waitOfWaiting         s   of those who join and do not start at once
 *   sojournTime      W    s   of all who join: waiting and being served
 *   queueLength      Lq       people waiting, on average over time
 *   numberInSystem   L        people waiting and in service, on average over time
 *   occupancy        ρ        share of the servers' time that is busy
 *   waiting          C        share of those who join that wait at all
 *   abandoned                 share of the offered that give up
 *   blocked                   share of the offered that find no room
 *   throughput            /s  customers served
 */
import type {PerSecond, Probability, Seconds} from "../units.ts";
import type {Answer} from "./answer.ts";

export interface LongRun {
  waitTime?: Answer;
  /** Variance of the wait of all who join, in seconds squared. */
  waitVariance?: Answer;
  waitOfServed?: Answer;
  /** Mean wait of those who wait at all. */
  waitOfWaiting?: Answer;
  sojournTime?: Answer;
  queueLength?: Answer;
  numberInSystem?: Answer;
  occupancy?: Answer;
  waiting?: Answer;
  abandoned?: Answer;
  blocked?: Answer;
  throughput?: Answer;
  /** Share of those who join that wait more than so long (served or giving up). */
  waitBeyond?(time: Seconds): Answer;
  /** The wait that this share of those who join does not exceed. */
  waitPercentile?(share: Probability): Answer;
  /** Service level: share of the offered that are served within so long (blocked and abandoned count against it). */
  servedWithin?(time: Seconds): Answer;
}

/** Load and staff of one place, as most formulas ask for them. */
export interface Queue {
  arrivalRate: PerSecond;
  /** Mean time that one server needs for one customer. */
  serviceTime: Seconds;
  servers: number;
}
