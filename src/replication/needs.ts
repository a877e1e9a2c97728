/**
 * What customers need: drawn at the door where it is certain, by random access where it may happen any number of times.
 * Keys name class and step, never a station, so a design that renames or splits stations serves the same people.
 */
import {EARLIEST_DUE, type Model, POPULATION, type Row, VISIT} from "../model/model.ts";
import {Draws} from "../random/draws.ts";
import {deriveKey} from "../random/keys.ts";
import type {Law} from "../random/law.ts";
import {Stream} from "../random/stream.ts";
import {VariateAt} from "../random/variate-at.ts";
import type {Seconds} from "../units.ts";
import {pick} from "./arrivals.ts";
import type {Customer} from "./customer.ts";
import type {Step} from "./station.ts";

/** A lane's factor has a place of its own: passes times this, and the lane. */
export const LANES_OF_A_PASS = 16_384;

export class Needs {
  /** Columns of `Customer.needs`. */
  columns: number;
  private readonly model: Model;
  private readonly steps: number;
  private readonly patience: (Stream | null)[] = []; // by class
  private readonly laterPatience: (VariateAt | null)[] = [];
  /** By class: the streams of the certain steps, in the order of their columns. */
  private readonly certain: Stream[][] = [];
  private readonly column: Int32Array; // by class and step; -1: not certain
  private readonly due: (Stream | null)[] = []; // by class; empty where nobody is called by it
  private readonly dueColumn: number; // how long after joining a line customers are due
  private readonly again: (VariateAt | null)[] = []; // by class and step
  private readonly resampled: (VariateAt | null)[] = [];
  private readonly branches: (Draws | null)[] = []; // by step
  private readonly lanes: (Draws | null)[] = [];
  /** Needs beside work and patience: their column, and what later visits draw. */
  private readonly others: {classRow: Row; purpose: string; column: number; again: VariateAt}[] = [];
  // Of members of a population, by source and class; empty without one.
  private readonly memberPatience: (VariateAt | null)[] = [];
  private readonly memberWork: VariateAt[][] = [];
  // What servers do for a customer besides serving, by step.
  private readonly setUps: (VariateAt | null)[] = [];
  private readonly changeOvers: (VariateAt | null)[] = [];
  private readonly afterWorks: (VariateAt | null)[] = [];
  private readonly misjudged: (VariateAt | null)[] = [];

  constructor(model: Model) {
    const {seed, classes, steps, names} = model;
    this.model = model;
    this.steps = steps.length;
    this.column = new Int32Array(classes.length * steps.length).fill(-1);
    let columns = 0;
    for (const [row, table] of classes.entries()) {
      const name = names.classes[row];
      this.patience.push(table.patience && new Stream(table.patience, deriveKey(seed, "patience", name)));
      this.laterPatience.push(table.patience && new VariateAt(table.patience, deriveKey(seed, "patience again", name)));
      const streams: Stream[] = [];
      for (const [step, does] of steps.entries()) {
        const law = does.law[row];
        const owner = `${name}|${names.steps[step]}`;
        const isCertain = law !== null && does.isCertain[row];
        if (isCertain) {
          this.column[row * steps.length + step] = streams.length;
          streams.push(new Stream(law, deriveKey(seed, "work", owner)));
        }
        this.again.push(law === null || isCertain ? null : new VariateAt(law, deriveKey(seed, "work again", owner)));
        this.resampled.push(law === null ? null : new VariateAt(law, deriveKey(seed, "resample", owner)));
      }
      this.certain.push(streams);
      columns = Math.max(columns, streams.length);
    }
    for (const [step, does] of steps.entries()) {
      this.branches.push(does.branchTo.length > 1 ? new Draws(deriveKey(seed, "branch", names.steps[step])) : null);
      this.lanes.push(does.does === VISIT ? new Draws(deriveKey(seed, "lane", names.steps[step])) : null);
      const cv = does.does === VISIT ? model.stations[does.station].misjudged : 0;
      const factor: Law = {kind: "lognormal", mean: 1, squaredCV: cv * cv};
      this.misjudged.push(cv > 0 ? new VariateAt(factor, deriveKey(seed, "misjudged", names.steps[step])) : null);
    }
    this.dueColumn = columns;
    if (model.stations.some(({order}) => order === EARLIEST_DUE)) {
      columns++;
      for (const [row, {due}] of classes.entries()) this.due.push(due && new Stream(due, deriveKey(seed, "due", names.classes[row])));
    }
    this.columns = columns;
    for (const [step, {does, station}] of steps.entries()) {
      const crew = (does === VISIT && model.stations[station].crew) || null;
      const variate = (law: Law | null | undefined, purpose: string) =>
        law ? new VariateAt(law, deriveKey(seed, purpose, names.steps[step])) : null;
      this.setUps.push(variate(crew?.setUpIdle, "set-up"));
      this.changeOvers.push(variate(crew?.setUpChange, "change-over"));
      this.afterWorks.push(variate(crew?.afterWork, "after-work"));
    }
    for (const [source, {process}] of model.sources.entries()) if (process === POPULATION) this.addMembers(source);
  }

  private addMembers(source: Row): void {
    const {seed, classes, steps, names} = this.model;
    for (const [row, {patience}] of classes.entries()) {
      const owner = `${names.sources[source]}|${names.classes[row]}`;
      const at = source * classes.length + row;
      this.memberPatience[at] = patience && new VariateAt(patience, deriveKey(seed, "patience of member", owner));
      this.memberWork[at] = [];
      for (const [step, {law}] of steps.entries()) {
        const column = this.column[row * steps.length + step];
        if (column >= 0)
          this.memberWork[at][column] = new VariateAt(law[row]!, deriveKey(seed, "work of member", `${owner}|${names.steps[step]}`));
      }
    }
  }

  /** One more need of a class, drawn at the door for the first visit and by count for later ones; what it is called in `alsoOf`. */
  also(classRow: Row, law: Law, purpose: string): number {
    const {seed, names} = this.model;
    const name = names.classes[classRow];
    const streams = this.certain[classRow];
    const column = streams.push(new Stream(law, deriveKey(seed, purpose, name))) - 1;
    this.columns = Math.max(this.columns, streams.length);
    return this.others.push({classRow, purpose, column, again: new VariateAt(law, deriveKey(seed, `${purpose} again`, name))}) - 1;
  }

  restart(replication: number): void {
    for (const {again} of this.others) again.restart(replication);
    for (const variate of this.memberPatience) variate?.restart(replication);
    for (const variates of this.memberWork) for (const variate of variates ?? []) variate.restart(replication);
    for (const variates of [this.setUps, this.changeOvers, this.afterWorks]) for (const variate of variates) variate?.restart(replication);
    for (const stream of this.patience) stream?.restart(replication);
    for (const stream of this.laterPatience) stream?.restart(replication);
    for (const stream of this.due) stream?.restart(replication);
    for (const streams of this.certain) for (const stream of streams) stream.restart(replication);
    for (const variate of this.again) variate?.restart(replication);
    for (const variate of this.resampled) variate?.restart(replication);
    for (const draws of this.branches) draws?.restart(replication);
    for (const draws of this.lanes) draws?.restart(replication);
    for (const variate of this.misjudged) variate?.restart(replication);
  }

  /** At the door: everything certain about a customer of a class. */
  draw(customer: Customer): void {
    const patience = this.patience[customer.classRow];
    customer.patience = patience === null ? Infinity : patience.next();
    const streams = this.certain[customer.classRow];
    for (let i = 0; i < streams.length; i++) customer.needs[i] = streams[i].next();
    if (this.due.length > 0) {
      const due = this.due[customer.classRow];
      customer.needs[this.dueColumn] = due === null ? Infinity : due.next();
    }
  }

  /** By class: the stream that `draw` takes the work of a certain step from, for who needs nothing else of a customer. */
  worksOf(step: Row): Stream[] {
    return this.certain.map((streams, row) => streams[this.column[row * this.steps + step]]);
  }

  /** Sets when a customer who joins a line now is due there. */
  giveDue(customer: Customer): void {
    customer.dueAt = customer.joinedAt + customer.needs[this.dueColumn];
  }

  /** For the log: seconds after joining, Infinity: never; not a number where nobody is called by it. */
  dueTime(customer: Customer): number {
    return this.due.length > 0 ? customer.needs[this.dueColumn] : Number.NaN;
  }

  /** The same for a member of a population who comes for the so-manieth time. */
  drawOfMember(customer: Customer, source: Row, coming: number): void {
    const at = source * this.model.classes.length + customer.classRow;
    const patience = this.memberPatience[at];
    this.draw(customer); // what else there is goes by the order of coming
    customer.patience = patience === null ? Infinity : patience.at(customer.member, coming);
    const work = this.memberWork[at];
    for (let i = 0; i < work.length; i++) customer.needs[i] = work[i].at(customer.member, coming);
  }

  /** Sets the work of a visit, or the length of a delay, in seconds at speed 1; `pass` counts earlier passes of the step. */
  giveWork(customer: Customer, step: Step, pass: number): void {
    const at = customer.classRow * this.steps + step.row;
    const column = this.column[at];
    if (column >= 0) customer.work = customer.needs[column];
    else if (customer.visits === 1 && customer.listedNumber === customer.number) customer.work = customer.listedWork;
    else customer.work = this.again[at]!.at(customer.number, pass);
  }

  /** The same before the visit is counted, for who must know their work to choose a line. */
  foreseeWork(customer: Customer, step: Step, pass: number): void {
    customer.visits++;
    this.giveWork(customer, step, pass);
    customer.visits--;
  }

  /** The list's own service time replaces the law's at the first visit. */
  override(customer: Customer, step: Step, work: number): void {
    const column = this.column[customer.classRow * this.steps + step.row];
    if (column >= 0) customer.needs[column] = work;
    else {
      customer.listedNumber = customer.number;
      customer.listedWork = work;
    }
  }

  /** For the log: by step, not a number where not certain. */
  certainWork(customer: Customer): number[] {
    return this.model.steps.map((_, step) => {
      const column = this.column[customer.classRow * this.steps + step];
      return column < 0 ? Number.NaN : customer.needs[column];
    });
  }

  /** The same: what decides whether they stay; see `staying.ts`. */
  choiceOf(customer: Customer): {most?: number; error?: number} {
    const drawn = (purpose: string) => {
      const need = this.others.find((one) => one.classRow === customer.classRow && one.purpose === purpose);
      return need === undefined ? Number.NaN : customer.needs[need.column];
    };
    return this.others.length === 0 ? {} : {most: drawn("balk"), error: drawn("announcement")};
  }

  /** Work drawn anew for an interrupted customer. */
  resample(customer: Customer): number {
    return this.resampled[customer.classRow * this.steps + customer.step.row]!.at(customer.number, customer.interruptions);
  }

  /** How long a server that stood idle prepares for a customer, in seconds: by the number of times the customer has been received. */
  setUp(customer: Customer): Seconds {
    return this.setUps[customer.step.row]?.at(customer.number, customer.visits + customer.interruptions) ?? 0;
  }

  /** The same for a server whose last customer was of another class. */
  changeOver(customer: Customer): Seconds {
    return this.changeOvers[customer.step.row]?.at(customer.number, customer.visits + customer.interruptions) ?? 0;
  }

  /** How long a server is taken after a service, in seconds. */
  afterWork(customer: Customer): Seconds {
    return this.afterWorks[customer.step.row]?.at(customer.number, customer.visits) ?? 0;
  }

  /** Patience at the second visit and later, by the number of visits before. */
  patienceAgain(customer: Customer): number {
    const variate = this.laterPatience[customer.classRow];
    return variate === null ? Infinity : variate.at(customer.number, customer.visits - 1);
  }

  /** The same for a visit that is about to begin, after so many. */
  patienceOf(customer: Customer, visits: number): number {
    if (visits === 0) return customer.patience;
    const variate = this.laterPatience[customer.classRow];
    return variate === null ? Infinity : variate.at(customer.number, visits);
  }

  /** What a customer needs beside work and patience, for a visit after so many. */
  alsoOf(customer: Customer, need: number, visits: number): number {
    const {column, again} = this.others[need];
    return visits === 0 ? customer.needs[column] : again.at(customer.number, visits);
  }

  /** Row of the step that a customer chooses. */
  branch(customer: Customer, step: Step, pass: number): Row {
    const {branchTo, branchShare} = this.model.steps[step.row];
    return branchTo[pick(branchShare, this.branches[step.row]!.at(customer.number, pass))];
  }

  /** Uniform in (0, 1): how a customer breaks ties and chooses at random. */
  lane(customer: Customer, pass: number): number {
    return this.lanes[customer.step.row]!.at(customer.number, pass);
  }

  /** What a customer takes a lane's length times: above 0, mean 1. */
  misjudge(customer: Customer, pass: number, lane: number): number {
    return this.misjudged[customer.step.row]!.at(customer.number, pass * LANES_OF_A_PASS + lane);
  }
}
