/**
 * What only a place with an appointment book can claim. Definitions in `docs/statistics.md`, "Appointments".
 *
 *   wait of the booked       from the later of arrival and appointment; the true wait from arrival is that plus the earliness
 *   idle, whole session      time on duty until closing, and beyond it while serving, less time serving
 *   idle, until the last     the same without what is idle after the last departure, or the last appointment if later
 *
 * Sources: Hassin and Mendel (2008), Management Science 54(3), 565-572 (idle until the last); Kaandorp and Koole (2007), Health Care
 * Management Science 10(3), 217-229.
 */
import type {Model} from "../model/model.ts";
import {
  BUSY,
  GAVE_UP,
  POSITION_FINISHED,
  POSITION_WAIT,
  type RowLayout,
  SERVED,
  STAFFED,
  WAIT_GAVE_UP,
  WAIT_SERVED,
  WALKING,
} from "../replication/row.ts";
import type {Terms} from "./formula.ts";
import type {Measure, SubjectNames} from "./measures.ts";

/** Server seconds on duty with nothing to do, at these stations. */
export function idleTerms(layout: RowLayout, stations: readonly number[]): Terms {
  return stations.flatMap((station) => [
    {column: layout.clock(station, STAFFED), times: 1},
    {column: layout.clock(station, BUSY), times: -1},
    {column: layout.clock(station, WALKING), times: -1},
  ]);
}

/** None without a book. */
export function appointmentMeasures(model: Model, layout: RowLayout, names: SubjectNames): Measure[] {
  if (layout.bookColumns === 0) return [];
  const measures: Measure[] = [];
  const blank = {station: null, class: null, period: null, population: null};
  layout.groups.forEach((group, row) => {
    if (group.station >= 0) return;
    const about = {...blank, class: group.class < 0 ? null : names.classes[group.class], population: "all" as const, unit: "s"};
    const classes = group.class < 0 ? [...model.classes.keys()] : [group.class];
    const early = classes.map((of) => ({column: layout.early(of), times: 1}));
    const overall = (...sums: number[]): Terms => sums.map((sum) => ({column: layout.overall(row, sum), times: 1}));
    const per = overall(SERVED, GAVE_UP);
    measures.push({...about, metric: "earlyTime", statistic: "mean", formula: {kind: "ratio", of: early, per}});
    const trueWaits = [...overall(WAIT_SERVED, WAIT_GAVE_UP), ...early];
    measures.push({...about, metric: "waitFromArrival", statistic: "mean", formula: {kind: "ratio", of: trueWaits, per}});
  });
  for (const [row, {source, position}] of layout.positions.entries()) {
    measures.push({
      ...blank,
      metric: "waitByPosition",
      statistic: `${position + 1} of ${model.names.sources[source]}`,
      population: "all",
      unit: "s",
      formula: {
        kind: "ratio",
        of: [{column: layout.position(row, POSITION_WAIT), times: 1}],
        per: [{column: layout.position(row, POSITION_FINISHED), times: 1}],
      },
    });
  }
  const all = [...model.stations.keys()];
  const places = [{station: null, rows: all}, ...all.map((row) => ({station: names.stations[row], rows: [row]}))];
  for (const {station, rows} of places) {
    const about = {...blank, station, statistic: "mean", unit: "s"};
    const idle = idleTerms(layout, rows);
    measures.push({...about, metric: "idleTime", formula: {kind: "mean", of: idle}});
    const afterLast = rows.map((row) => ({column: layout.idleAfterLast(row), times: -1}));
    measures.push({...about, metric: "idleTimeUntilLast", formula: {kind: "mean", of: [...idle, ...afterLast]}});
  }
  const overtime: Terms = [{column: layout.hadOvertime, times: 1}];
  measures.push({...blank, metric: "overtimeShare", statistic: "share", unit: "share", formula: {kind: "mean", of: overtime}});
  return measures;
}
