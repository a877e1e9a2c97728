/** The engine against the oracle: the same events in the same order at the same times, and a row that says what the log says. */
import {expect} from "vitest";
import {FINISH_EVERYONE, type Model} from "../../src/model/model.ts";
import {ARRIVED, type LoggedCustomer, type LoggedEvent} from "../../src/replication/event-log.ts";
import {simulate} from "../../src/replication/simulate.ts";
import {traceReplication} from "../../src/replication/trace.ts";
import {chanceOf} from "./chance.ts";
import {type AfterWork, oracle, type Staffed} from "./oracle.ts";
import {holds, sumsFromLog, type ToldLog} from "./sums.ts";

const WORDS = [
  "arrives",
  "joins",
  "is refused at",
  "is called at",
  "starts at",
  "is interrupted at",
  "ends at",
  "switches at",
  "gives up at",
  "is turned away at",
  "leaves",
  "is dropped at",
  "balks at",
];

export function tell(model: Model, {at, kind, customer, station, place}: LoggedEvent): string {
  return `${at}: ${customer} ${WORDS[kind]} ${station < 0 ? "" : model.names.stations[station]}${place < 0 ? "" : ` place ${place}`}`;
}

/** The first event in which two histories differ, with what went before, or null. A run that stops early is a beginning of the other. */
export function firstDifference(model: Model, engine: LoggedEvent[], slow: LoggedEvent[]): string | null {
  const stopsEarly = !model.horizon.isDay && model.horizon.customers === Infinity;
  const length = stopsEarly ? engine.length : Math.max(engine.length, slow.length);
  for (let i = 0; i < length; i++) {
    const [a, b] = [engine[i], slow[i]];
    if (
      a !== undefined &&
      b !== undefined &&
      a.at === b.at &&
      a.kind === b.kind &&
      a.customer === b.customer &&
      a.station === b.station &&
      a.place === b.place
    )
      continue;
    const line = (event: LoggedEvent | undefined) => (event === undefined ? "nothing" : tell(model, event));
    const before = engine.slice(Math.max(0, i - 12), i).map((event) => `      ${tell(model, event)}`);
    const after = (log: LoggedEvent[]) =>
      log
        .slice(i, i + 3)
        .map(line)
        .join(" | ") || "nothing";
    return [`event ${i}`, ...before, `engine ${after(engine)}`, `oracle ${after(slow)}`].join("\n");
  }
  return null;
}

/** Who comes, in the order in which the engine lets them in; nobody who is expected may be missing. */
function comersOf({horizon}: Model, customers: LoggedCustomer[], events: LoggedEvent[]): number[] {
  const comers = events.filter(({kind}) => kind === ARRIVED).map(({customer}) => customer);
  const lastAt = horizon.isDay && horizon.closing !== FINISH_EVERYONE ? horizon.endsAt : Infinity;
  const expected = [...customers.keys()].filter((number) => customers[number].at < lastAt);
  expect([...comers].sort((a, b) => a - b)).toEqual(expected);
  const times = comers.map((number) => customers[number].at);
  expect([...times].sort((a, b) => a - b)).toEqual(times);
  return comers;
}

/** What both tell. */
export function expectAgreement(model: Model, replication: number): ToldLog {
  const {customers, events} = traceReplication(model, replication);
  expect(events.length).toBeGreaterThan(0);
  const afterWorks: AfterWork[] = [];
  const staffing: Staffed[] = [];
  const told = oracle(model, customers, chanceOf(model, replication), comersOf(model, customers, events), afterWorks, staffing);
  expect(firstDifference(model, events, told)).toBeNull();
  return {customers, events: told.slice(0, events.length), afterWorks, staffing};
}

/** Every sum of the row that the log can tell. */
export function expectRowOfLog(model: Model, log: ToldLog, replication: number): void {
  const [{row}] = simulate(model, replication, 1);
  const off = sumsFromLog(model, log).filter((sum) => !holds(row, sum));
  expect(off.map(({name, column, value}) => `${name}: the row says ${row[column]}, the log ${value}`)).toEqual([]);
}
