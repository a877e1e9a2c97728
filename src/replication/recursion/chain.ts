/**
 * Plain lines one after another, M/G/c and what follows it (`one-line.ts` is the first of them alone): service starts when a customer comes or when the first server is free,
 * whichever is later. Who leaves a line goes to the next one in the order of leaving; nobody can leave a line before they came, so
 * up to the newest arrival that order is settled.
 * Source: Lindley (1952), Proc. Camb. Phil. Soc. 48, 277-289; Kiefer and Wolfowitz (1955), Trans. AMS 78, 1-18.
 */
import {type Model, ONE_LINE} from "../../model/model.ts";
import type {Law} from "../../random/law.ts";
import type {Customer} from "../customer.ts";
import type {Book} from "../recorder.ts";
import {MOST_PEOPLE} from "../simulation.ts";
import {PlainLine} from "./plain-line.ts";
import {commonRoute, hasPlainCustomers, isPlainStation, Recursion} from "./recursion.ts";

/** Is the model one that the chain can tell? */
export function isChain(model: Model): boolean {
  const route = hasPlainCustomers(model) ? commonRoute(model) : null;
  if (route === null || route.length < 2) return false;
  const visited = new Set(route.map((step) => model.steps[step].station));
  return (
    visited.size === route.length &&
    visited.size === model.stations.length &&
    model.stations.every((station) => station.line === ONE_LINE && isPlainStation(station)) &&
    route.every((step) => model.steps[step].law.every((law) => law === null || isContinuous(law)))
  );
}

/** No two times are equal, but by chance: in a chain, whoever leaves two stations at one instant would stand in a line for no time. */
function isContinuous(law: Law): boolean {
  switch (law.kind) {
    case "exponential":
    case "erlang":
    case "gamma":
    case "lognormal":
    case "weibull":
      return true;
    case "uniform":
      return law.from < law.to;
    case "mix":
      return law.parts.every((part) => isContinuous(part.law));
    default:
      return false;
  }
}

const MOST_BEHIND = 32; // customers

export class Chain extends Recursion {
  private readonly lines: PlainLine[];
  private readonly countedHereBooks: Book[][]; // by line and class
  private readonly otherHereBooks: Book[][];
  private readonly customers: Customer[] = []; // every object that lines know by its row
  private free: Customer | null = null; // the first of those whose customer has left, along `next`
  private behind = 0; // who came since those in the chain last moved on

  constructor(model: Model) {
    super(model);
    this.customers.push(this.newcomer);
    this.lines = commonRoute(model)!.map((step) => new PlainLine(model, step));
    const scopes = this.lines.map(({station}) => station + 1);
    this.countedHereBooks = scopes.map((scope) => this.booksOf(0, scope));
    this.otherHereBooks = scopes.map((scope) => this.booksOf(-1, scope));
  }

  protected empty(): void {
    for (const line of this.lines) {
      while (line.leaving > 0) this.setFree(this.customers[line.takeFirst()]);
      line.empty();
    }
    this.behind = 0;
  }

  protected happen(): void {
    const {lines} = this;
    for (let i = 1; i < lines.length; i++) {
      const line = lines[i - 1];
      while (line.leaving > 0 && line.leavesAt[line.firstLeaving] <= this.now) {
        const customer = this.customers[line.takeFirst()];
        customer.joinedAt = customer.endsAt;
        this.visit(customer, i);
      }
    }
  }

  /** A newcomer finds the first line as those before left it; the others may follow by the dozen, which is faster. */
  protected keepUp(): void {
    if (++this.behind < MOST_BEHIND) return;
    this.behind = 0;
    this.happen();
  }

  protected comeIn(): void {
    if (this.free === null) this.setFree(this.newCustomerOfMany());
    const customer = this.receive();
    this.newcomer = this.free!;
    this.free = this.newcomer.next;
    customer.isCounted = this.isCounting;
    customer.cameAt = customer.joinedAt;
    customer.totalWait = 0;
    this.visit(customer, 0);
  }

  private visit(customer: Customer, at: number): void {
    const {lines} = this;
    const line = lines[at];
    this.needs.giveWork(customer, line.step, 0);
    line.serve(customer);
    const book = (customer.isCounted ? this.countedHereBooks : this.otherHereBooks)[at][customer.classRow];
    book.offered++;
    book.stationDone(customer);
    if (this.series !== null && customer.isCounted) this.series.nextAtStation(customer, line.station);
    customer.totalWait += customer.waited;
    if (at + 1 < lines.length) return line.letLeave(customer);
    customer.stay = customer.endsAt - customer.cameAt;
    customer.visitBook.visitDone(customer);
    if (this.series !== null) this.series.visitDone(customer);
    if (customer.isCounted) this.requireEnd(customer);
    this.setFree(customer);
  }

  private newCustomerOfMany(): Customer {
    const row = this.customers.length;
    if (row === MOST_PEOPLE) throw new RangeError("more than ten million people are waiting: there the line only grows");
    const customer = this.newCustomer(row);
    this.customers.push(customer);
    return customer;
  }

  private setFree(customer: Customer): void {
    customer.next = this.free;
    this.free = customer;
  }

  protected override countedHere(): number {
    let counted = 0;
    for (const line of this.lines) for (const row of line.whoLeaves()) if (this.customers[row].isCounted) counted++;
    return counted;
  }

  protected openAreas(): void {
    for (const line of this.lines) line.openAreas(this.now);
  }

  protected closeAreas(windowLength: number): void {
    for (const line of this.lines) {
      const {waiting, busy} = line.areasSinceOpening(this.now);
      this.writeAreas(line.station, waiting, busy, line.servers * windowLength, line.peak);
    }
  }
}
