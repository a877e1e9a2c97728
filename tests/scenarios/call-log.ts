/**
 * What a month of calls says about a working day: the inputs of scenarios/bank-call-centre-1999.yaml, from the log itself.
 *
 *   asked        a regular caller (service type PS or PE) who reached the queue or an agent; not who hung up in the menu, not a phantom
 *   askedAt      the moment of asking: joining the queue, or the start of service where nobody waited
 *   working day  Sunday to Thursday, 07:00 to 24:00
 *
 * Every decision and figure is told in docs/bank-call-centre-1999.md.
 * Data: I. Guedj and A. Mandelbaum, Technion, "Anonymous Bank" call log, January 1999.
 * Method: busyness from day counts, Var N = m + (cv m)^2 for a gamma day factor; patience from censored waits, Kaplan and Meier (1958),
 * "Nonparametric Estimation from Incomplete Observations", JASA 53, 457-481.
 */

const HOUR = 3600;
const HALF_HOUR = 1800;
const DAY = 86_400;
const OPENS = 7 * HOUR;
const HALF_HOURS_OPEN = (DAY - OPENS) / HALF_HOUR; // 34
/** Shorter talks are taken for hung-up telephones: the agent (or the line) ended them before anything was said. */
const SHORTEST_TALK = 10;

/** One row of the log. Moments are seconds since 1970 on the centre's own clock; times are seconds; undefined: it did not happen. */
export interface Call {
  menuEntryAt: number;
  /** When the caller asked for an agent or, without asking, left the menu. */
  askedAt: number;
  waitTime: number | undefined;
  talkTime: number | undefined;
  outcome: string;
  serviceType: string;
  /** The row whose queue times were written 24 hours late. */
  isDayLate: boolean;
}

/** A time in line and how it ended: by giving up, or by an agent, which leaves the patience unknown but longer. */
export interface Wait {
  waitTime: number;
  gaveUp: boolean;
}

const COLUMNS = "call,ivr_entry,ivr_exit,queue_entry,queue_exit,service_start,service_end,outcome,service_type,priority,agent";

/** @throws RangeError if the columns are not those of the log, or a moment cannot be read */
export function readCallLog(csvText: string): Call[] {
  const lines = csvText.split("\n").map((line) => line.trimEnd());
  if (lines[0] !== COLUMNS) throw new RangeError(`the first line must be "${COLUMNS}", got "${lines[0]}"`);
  return lines
    .slice(1)
    .filter((line) => line !== "")
    .map(readCall);
}

function readCall(line: string): Call {
  const cells = line.split(",");
  const cell = (column: number): string => cells[column] ?? "";
  const menuEntryAt = momentOf(cell(1));
  const menuExitAt = momentOf(cell(2));
  const isDayLate = menuExitAt - menuEntryAt > DAY / 2;
  const late = isDayLate ? DAY : 0;
  const queued = cell(3) !== "";
  const talked = cell(5) !== "";
  const leftMenuAt = menuExitAt - late;
  return {
    menuEntryAt,
    askedAt: queued ? momentOf(cell(3)) - late : talked ? momentOf(cell(5)) : leftMenuAt,
    waitTime: queued ? momentOf(cell(4)) - momentOf(cell(3)) : undefined,
    talkTime: talked ? momentOf(cell(6)) - momentOf(cell(5)) : undefined,
    outcome: cell(7),
    serviceType: cell(8),
    isDayLate,
  };
}

/** The centre's wall clock, read as if it were Greenwich's: no zone of the reader's machine comes in, and January has no change of clocks. */
function momentOf(text: string): number {
  const milliseconds = Date.parse(`${text}Z`);
  if (Number.isNaN(milliseconds)) throw new RangeError(`a moment must look like 1999-01-31T23:59:59, got "${text}"`);
  return milliseconds / 1000;
}

/** Everything the scenario and its page take from the log, unrounded. */
export function deriveFromLog(csvText: string) {
  const calls = readCallLog(csvText);
  const onWorkingDays = calls.filter((call) => isWorkingDay(call.askedAt));
  const days = [...new Set(onWorkingDays.map((call) => dayOf(call.menuEntryAt)))]
    .filter((day) => isWorkingDay(day * DAY))
    .sort((a, b) => a - b);
  const open = onWorkingDays.filter((call) => secondOfDay(call.askedAt) >= OPENS);
  const asked = open.filter((call) => isRegular(call) && hasAsked(call));
  const served = asked.filter((call) => call.outcome === "agent");
  const waits = waitsOf(asked);
  const gaveUp = waits.filter((wait) => wait.gaveUp);
  const counts = days.map((day) => halfHourCounts(asked.filter((call) => dayOf(call.askedAt) === day)));
  const talks = talksOf(asked);
  const fullTalks = talks.filter((talk) => talk >= SHORTEST_TALK);
  const answeredWithin = (time: number): number => served.filter((call) => (call.waitTime ?? 0) <= time).length;

  return {
    facts: factsOf(calls),
    days: days.map(dateOf),
    asked: asked.length,
    askedWhileClosed: onWorkingDays.filter((call) => isRegular(call) && hasAsked(call)).length - asked.length,
    hungUpInMenu: open.filter((call) => isRegular(call) && hungUpInMenu(call)).length,
    phantoms: open.filter((call) => isRegular(call) && call.outcome === "phantom").length,
    dayLate: asked.filter((call) => call.isDayLate).length,
    withoutTalkRecord: served.filter((call) => call.talkTime === undefined).length,
    rates: ratesOf(counts),
    interruptions: interruptionsOf(days, counts),
    busyness: busynessOf(days, counts),
    service: {
      talks: talks.length,
      meanTalkTime: mean(talks),
      talkTimeCV: cv(talks),
      fullTalks: fullTalks.length,
      mean: mean(fullTalks),
      cv: cv(fullTalks),
      meanOfFittedLogs: lognormalFromLogs(fullTalks).mean,
      cvOfFittedLogs: lognormalFromLogs(fullTalks).cv,
    },
    patience: {
      waits: waits.length,
      gaveUp: gaveUp.length,
      totalWaitTime: sum(waits.map((wait) => wait.waitTime)),
      mean: meanPatience(waits),
      meanByFirstMinute: meanPatience(waits, 60),
      meanWithoutDayLate: meanPatience(waitsOf(asked.filter((call) => !call.isDayLate))),
      survival: kaplanMeier(waits),
    },
    asLived: {
      waitedShare: waits.length / asked.length,
      gaveUpShare: gaveUp.length / asked.length,
      answeredWithin20Share: answeredWithin(20) / asked.length,
      answeredWithin60Share: answeredWithin(60) / asked.length,
      averageSpeedOfAnswer: sum(served.map((call) => call.waitTime ?? 0)) / served.length,
      meanWaitTimeOfGaveUp: mean(gaveUp.map((wait) => wait.waitTime)),
    },
    allTypes: {
      asked: open.filter(hasAsked).length,
      talkTimePerDay: sum(talksOf(open.filter(hasAsked))) / days.length,
      regularTalkShare: sum(talks) / sum(talksOf(open.filter(hasAsked))),
    },
  };
}

/** The whole month as it is written, before any decision: what data/README.md lets a reader check himself against. */
function factsOf(calls: Call[]) {
  const agent = calls.filter((call) => call.outcome === "agent");
  const hang = calls.filter((call) => call.outcome === "hang");
  const talks = talksOf(agent);
  const waited = (group: Call[]): number[] => group.map((call) => call.waitTime).filter((wait) => wait !== undefined);
  return {
    rows: calls.length,
    phantoms: calls.filter((call) => call.outcome === "phantom").length,
    agent: agent.length,
    talks: talks.length,
    meanTalkTime: mean(talks),
    talksUnderTenSeconds: talks.filter((talk) => talk < 10).length,
    servedAfterWaiting: waited(agent).length,
    meanWaitTimeOfServed: mean(waited(agent)),
    servedWithoutWaiting: agent.length - waited(agent).length,
    withoutTalkAfterWaiting: agent.filter((call) => call.talkTime === undefined && call.waitTime !== undefined).length,
    withoutTalkWithoutWaiting: agent.filter((call) => call.talkTime === undefined && call.waitTime === undefined).length,
    hang: hang.length,
    gaveUpWaiting: waited(hang).length,
    meanWaitTimeOfGaveUp: mean(waited(hang)),
    hungUpInMenu: hang.filter(hungUpInMenu).length,
    dayLate: calls.filter((call) => call.isDayLate).length,
    typeAA: calls.filter((call) => call.serviceType === "AA").length,
    onWorkingDays: calls.filter((call) => isWorkingDay(call.menuEntryAt)).length,
  };
}

/**
 * Calls asked in each half hour, over all days, and per hour of an average day.
 * `callsPerHourWhenReachable` leaves out the days on which nobody at all asked in that half hour: the log or the line was down.
 */
function ratesOf(counts: number[][]) {
  return Array.from({length: HALF_HOURS_OPEN}, (_, halfHour) => {
    const column = counts.map((day) => day[halfHour] ?? 0);
    const perHour = (days: number): number => (sum(column) / days) * (HOUR / HALF_HOUR);
    return {
      at: clockOf(OPENS + halfHour * HALF_HOUR),
      calls: sum(column),
      fewest: Math.min(...column),
      most: Math.max(...column),
      callsPerHour: perHour(column.length),
      callsPerHourWhenReachable: perHour(column.filter((count) => count > 0).length),
    };
  });
}

function interruptionsOf(days: number[], counts: number[][]): string[] {
  return days.flatMap((day, row) =>
    (counts[row] ?? []).flatMap((count, halfHour) => (count === 0 ? [`${dateOf(day)} ${clockOf(OPENS + halfHour * HALF_HOUR)}`] : [])),
  );
}

/**
 * How days differ beyond chance: N is Poisson given a gamma factor B of mean 1, so Var N = m + (cv m)^2.
 * `cv` takes a day at random; the others know the date (a straight line), the weekday (five means), or both (one slope, five levels).
 */
function busynessOf(days: number[], counts: number[][]) {
  const totals = counts.map(sum);
  const m = mean(totals);
  const beyondChance = (squares: number, freedom: number): number => Math.sqrt(Math.max(0, squares / freedom - m)) / m;
  const n = totals.length;

  const fromMean = totals.map((total) => total - m);
  const meanDay = mean(days);
  const dates = days.map((day) => day - meanDay);
  const weekday = days.map((day) => weekdayOf(day * DAY));
  const withinWeekday = (values: number[]): number[] =>
    values.map((value, i) => value - mean(values.filter((_, j) => weekday[j] === weekday[i])));
  const weekdays = new Set(weekday).size;

  const shares = (counts[0] ?? []).map((_, halfHour) => sum(counts.map((day) => day[halfHour] ?? 0)) / sum(totals));
  const reached = counts.map((day, i) => (totals[i] ?? 0) / sum(shares.filter((_, halfHour) => (day[halfHour] ?? 0) > 0)));
  return {
    totals,
    mean: m,
    variance: sumOfSquares(fromMean) / (n - 1),
    cv: beyondChance(sumOfSquares(fromMean), n - 1),
    slopePerDay: slope(dates, fromMean),
    cvKnowingDate: beyondChance(sumOfSquares(besideLine(dates, fromMean)), n - 2),
    cvKnowingWeekday: beyondChance(sumOfSquares(withinWeekday(totals)), n - weekdays),
    cvKnowingBoth: beyondChance(sumOfSquares(besideLine(withinWeekday(dates), withinWeekday(totals))), n - weekdays - 1),
    cvWhenReachable: Math.sqrt(cv(reached) ** 2 - 1 / mean(reached)),
  };
}

/**
 * Mean of an exponential patience by maximum likelihood: all time waited over the number who gave up.
 * With `until`, only what happens up to that waiting time counts, and who waits longer is cut off there.
 */
export function meanPatience(waits: Wait[], until = Infinity): number {
  const gaveUp = waits.filter((wait) => wait.gaveUp && wait.waitTime <= until).length;
  return sum(waits.map((wait) => Math.min(wait.waitTime, until))) / gaveUp;
}

/** Share of callers more patient than a time in seconds, by Kaplan and Meier; at equal times giving up comes before being answered. */
export function kaplanMeier(waits: Wait[]): (time: number) => number {
  const sorted = [...waits].sort((a, b) => a.waitTime - b.waitTime || Number(b.gaveUp) - Number(a.gaveUp));
  const steps: {time: number; share: number}[] = [];
  let share = 1;
  sorted.forEach((wait, i) => {
    if (!wait.gaveUp) return;
    share *= 1 - 1 / (sorted.length - i); // at a tie (1 - 1/n)(1 - 1/(n-1)) = 1 - 2/n: one at a time is the same
    steps.push({time: wait.waitTime, share});
  });
  return (time) => steps.filter((step) => step.time <= time).at(-1)?.share ?? 1;
}

function lognormalFromLogs(values: number[]): {mean: number; cv: number} {
  const logs = values.map(Math.log);
  const m = mean(logs);
  const variance = sumOfSquares(logs.map((log) => log - m)) / (logs.length - 1);
  return {mean: Math.exp(m + variance / 2), cv: Math.sqrt(Math.exp(variance) - 1)};
}

const isRegular = (call: Call): boolean => call.serviceType === "PS" || call.serviceType === "PE";
const hungUpInMenu = (call: Call): boolean => call.outcome === "hang" && call.waitTime === undefined;
const hasAsked = (call: Call): boolean => call.outcome !== "phantom" && !hungUpInMenu(call);

const talksOf = (calls: Call[]): number[] => calls.map((call) => call.talkTime).filter((talk) => talk !== undefined);
const waitsOf = (calls: Call[]): Wait[] =>
  calls.flatMap((call) => (call.waitTime === undefined ? [] : [{waitTime: call.waitTime, gaveUp: call.outcome === "hang"}]));

function halfHourCounts(calls: Call[]): number[] {
  const counts = new Array<number>(HALF_HOURS_OPEN).fill(0);
  for (const call of calls) {
    const halfHour = Math.floor((secondOfDay(call.askedAt) - OPENS) / HALF_HOUR);
    counts[halfHour] = (counts[halfHour] ?? 0) + 1;
  }
  return counts;
}

const dayOf = (moment: number): number => Math.floor(moment / DAY);
const secondOfDay = (moment: number): number => moment - dayOf(moment) * DAY;
/** Sunday 0 to Saturday 6; 1 January 1970 was a Thursday. */
const weekdayOf = (moment: number): number => (dayOf(moment) + 4) % 7;
const isWorkingDay = (moment: number): boolean => weekdayOf(moment) <= 4;
const dateOf = (day: number): string => new Date(day * DAY * 1000).toISOString().slice(0, 10);
const clockOf = (second: number): string => new Date(second * 1000).toISOString().slice(11, 16);

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: number[]): number => sum(values) / values.length;
const sumOfSquares = (values: number[]): number => sum(values.map((value) => value * value));

/** Standard deviation (divisor n - 1) over mean. */
function cv(values: number[]): number {
  const m = mean(values);
  return Math.sqrt(sumOfSquares(values.map((value) => value - m)) / (values.length - 1)) / m;
}

/** Least squares through the origin: both sides have mean zero. */
const slope = (x: number[], y: number[]): number => sum(x.map((value, i) => value * (y[i] ?? 0))) / sumOfSquares(x);
const besideLine = (x: number[], y: number[]): number[] => y.map((value, i) => value - slope(x, y) * (x[i] ?? 0));
