/** The work that comes against the work that can be done. */
import {roundTo} from "../../scenario/duration-text.ts";
import {offeredLoad, routeOf, type Load} from "../../scenario/load.ts";
import type {Language} from "../../scenario/message.ts";
import type {Reading} from "../../scenario/reading/read-scenario.ts";
import type {Scenario} from "../../scenario/scenario.ts";
import {formatClock} from "../../units.ts";
import {displayWidth, padded, shortened} from "../width.ts";
import {speak} from "./phrases.ts";

const MOST_COLUMNS = 8;

/** One line an hour and station: the work that comes, and for each design that differs, servers and occupancy. */
export function loadTable({designs}: Reading, language: Language, width: number): string[] {
  const say = speak(language);
  const lines: string[] = [];
  const [first] = designs;
  const perDesign = designs.map((design) => offeredLoad(design.scenario));
  const same = (a: Load[], b: Load[]) =>
    a.length === b.length && a.every((load, i) => load.erlangs === b[i].erlangs && load.servers === b[i].servers);
  const different = designs.flatMap((design, i) =>
    perDesign.slice(0, i).some((earlier) => same(earlier, perDesign[i])) ? [] : [{design, loads: perDesign[i]}],
  );
  const shown = different.slice(0, MOST_COLUMNS);
  const isAlone = shown.length === 1;
  if (!isAlone) {
    const left = different.length - shown.length;
    for (const [i, {design}] of shown.entries()) lines.push(shortened(`${i + 1} = ${design.name}`, width - 2));
    if (left > 0) lines.push(say(`and ${left} more, left out here`, `另有 ${left} 个，从略`));
  }
  for (const station of first.scenario.stations.keys()) {
    const own = shown.map(({loads}) => loads.filter((load) => load.station === station));
    const hasSameWork = own.every((loads) => loads.every((load, hour) => load.erlangs === own[0][hour]?.erlangs));
    const mark = (i: number) => (isAlone ? "" : `${i + 1}: `);
    const erlangs = say("erlangs", "爱尔朗"),
      servers = say("servers", "服务员"),
      occupancy = say("occupancy", "占用率");
    const block = (from: number, to: number): string[] => {
      const rows: string[][] = [
        [
          station,
          ...(hasSameWork ? [erlangs] : []),
          ...shown
            .slice(from, to)
            .flatMap((_, i) => [...(hasSameWork ? [] : [mark(from + i) + erlangs]), mark(from + i) + servers, occupancy]),
        ],
      ];
      own[0].forEach((load, hour) => {
        const when = load.to === Infinity ? say("in the long run", "长期") : `${formatClock(load.from)}-${formatClock(load.to)}`;
        const cells = own.slice(from, to).flatMap((loads) => {
          const one = loads[hour];
          if (one === undefined) return hasSameWork ? ["", ""] : ["", "", ""];
          const full = one.occupancy === Infinity ? "-" : `${(100 * one.occupancy).toFixed(0)}%`;
          return [...(hasSameWork ? [] : [one.erlangs.toFixed(2)]), roundTo(one.servers, 1), one.occupancy > 1 + 1e-9 ? `${full} !` : full];
        });
        rows.push([when, ...(hasSameWork ? [load.erlangs.toFixed(2)] : []), ...cells]);
      });
      return aligned(rows);
    };
    // As many designs side by side as the width holds; the others below.
    for (let from = 0; from < shown.length; ) {
      let to = shown.length;
      while (to > from + 1 && block(from, to).some((line) => displayWidth(line) > width - 2)) to--;
      lines.push(...block(from, to));
      from = to;
    }
  }
  if (routesHaveDelays(first.scenario)) lines.push(say("Work is counted in the hour of arrival at the door.", "工作按到门口的时刻计入。"));
  return lines;
}

function routesHaveDelays(scenario: Scenario): boolean {
  return [...scenario.classes.keys()].some((name) => routeOf(scenario, name).steps.length > 1);
}

function aligned(rows: readonly string[][]): string[] {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => displayWidth(row[column] ?? ""))));
  return rows.map((row) =>
    row
      .map((cell, column) => padded(cell, widths[column], column === 0 ? "left" : "right"))
      .join("  ")
      .trimEnd(),
  );
}
