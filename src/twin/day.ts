/**
 * A whole day with an exact answer: Poisson arrivals whose rate changes in steps, exponential service and patience, staff by the clock
 * who finish the customer in hand, everybody served out after closing. The forward equations tell the mean wait of just this day.
 */
import {
  FINISH,
  FINISH_EVERYONE,
  FIRST_COME,
  LINE_EACH,
  LAST_COME,
  type Model,
  NOBODY,
  POISSON,
  RANDOM_ORDER,
  type StationTable,
  VISIT,
} from "../model/model.ts";
import {answer} from "../theory/answer.ts";
import {steppedRate} from "../theory/rate-over-time.ts";
import {solveDay} from "../theory/terminating-day.ts";
import {FORWARD_EQUATIONS} from "../theory/time-varying-queue.ts";
import {exponentialMean} from "./law.ts";
import {hasOnlyServers} from "./place.ts";
import type {Twin} from "./twin.ts";

/** Beyond, the equations take longer than people wait for a remark: customers a day times servers. */
const MOST_WORK = 100_000;

/** Null where the day is of another kind, or too large. */
export function dayTwin(model: Model): Twin | null {
  const {horizon, sources, stations, classes} = model;
  if (!horizon.isDay || horizon.closing !== FINISH_EVERYONE || sources.length !== 1 || stations.length !== 1) return null;
  const [source] = sources;
  const [table] = stations;
  const service = commonMean(model);
  const patience = classes[0].patience === null ? Infinity : exponentialMean(classes[0].patience);
  const isAlike = classes.every((one) => JSON.stringify(one.patience) === JSON.stringify(classes[0].patience));
  if (service === null || patience === null || !isAlike) return null;
  if (source.process !== POISSON || source.busyness > 0 || source.batchSize.length > 1 || source.batchSize[0] !== 1) return null;
  if (source.rateFrom.some((rate, i) => rate !== source.rateTo[i])) return null;
  if (!isPlainLine(table, model)) return null;

  const {startsAt, endsAt} = horizon;
  const starts = [...source.rateAt].slice(0, -1);
  const rates = [...source.rateFrom];
  const first = starts.findIndex((from, i) => (starts[i + 1] ?? Infinity) > startsAt && from < endsAt);
  if (first < 0) return null;
  const customers = starts.reduce((sum, from, i) => {
    const length = Math.min(endsAt, starts[i + 1] ?? Infinity) - Math.max(startsAt, from);
    return sum + rates[i] * Math.max(0, length);
  }, 0);
  if (customers * table.servers > MOST_WORK) return null;
  // Before the first rate nobody comes; the equations want a rate from the opening on.
  const isLate = starts[0] > startsAt;
  const queue = {
    arrivalRate: steppedRate(isLate ? [startsAt, ...starts] : starts, isLate ? [0, ...rates] : rates),
    serviceTime: service / table.speed,
    staff: [...table.staffAt].map((from, i) => ({from, servers: table.staff[i]})),
    staffDrop: "finish" as const,
    patience,
  };
  const {total, meanWait} = solveDay(queue, startsAt, endsAt);
  const as = (value: number) => answer(value, FORWARD_EQUATIONS);
  return {
    station: 0,
    class: -1,
    model: `M(t)/M/c(t)${patience === Infinity ? "" : "+M"}`,
    regime: "this day",
    arrivalRate: total.arrivals / (endsAt - startsAt),
    relaxation: service / table.speed, // who waits at all waits about as long; of its start a day need forget nothing
    squaredSkewness: 4, // of an exponential time
    measures: [
      {metric: "waitTime", statistic: "mean", population: "all", unit: "s", answer: as(meanWait)},
      ...(patience === Infinity
        ? []
        : [
            {
              metric: "abandonShare",
              statistic: "share",
              population: null,
              unit: "share" as const,
              answer: as(total.abandoned / total.arrivals),
            },
          ]),
    ],
  };
}

/** The same exponential service for everybody, who comes once and leaves. */
function commonMean({classes, steps}: Model): number | null {
  const means = classes.map(({firstStep}, row) => {
    const step = steps[firstStep];
    const isOnlyVisit =
      step.does === VISIT && step.next !== NOBODY && steps[step.next].next === NOBODY && steps[step.next].branchTo.length === 0;
    const law = step.law[row];
    return isOnlyVisit && law !== null ? exponentialMean(law) : null;
  });
  return means.every((mean) => mean === means[0]) ? means[0] : null;
}

function isPlainLine(table: StationTable, model: Model): boolean {
  const {line, hasPriority, order, leaving, staffAt, room} = table;
  return (
    hasOnlyServers(table, model) &&
    line !== LINE_EACH &&
    !hasPriority &&
    [FIRST_COME, LAST_COME, RANDOM_ORDER].some((fair) => fair === order) &&
    leaving === FINISH &&
    staffAt[0] <= model.horizon.startsAt &&
    room === Infinity
  );
}
