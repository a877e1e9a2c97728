/**
 * One plain line that everybody visits once, M/G/c: each customer's history is known when they come, so one object serves for all.
 * Source: Lindley (1952), Proc. Camb. Phil. Soc. 48, 277-289; Kiefer and Wolfowitz (1955), Trans. AMS 78, 1-18.
 */
import {type Model, ONE_LINE} from "../../model/model.ts";
import type {Stream} from "../../random/stream.ts";
import {PlainLine} from "./plain-line.ts";
import {commonRoute, hasPlainCustomers, isPlainStation, Recursion} from "./recursion.ts";

/** Is the model one that one line can tell? */
export function isOneLine(model: Model): boolean {
  const [station, ...others] = model.stations;
  return (
    hasPlainCustomers(model) &&
    others.length === 0 &&
    commonRoute(model)?.length === 1 &&
    station.line === ONE_LINE &&
    isPlainStation(station)
  );
}

export class OneLine extends Recursion {
  private readonly line: PlainLine;
  private readonly works: Stream[]; // by class

  constructor(model: Model) {
    super(model);
    const [step] = commonRoute(model)!;
    this.line = new PlainLine(model, step);
    this.works = this.needs.worksOf(step);
  }

  protected empty(): void {
    this.line.empty();
  }

  protected happen(): void {}

  protected keepUp(): void {}

  /** Nothing happens between two arrivals: one small loop does it, where it need not write a series each time. */
  protected override comeMany(people: number): void {
    if (this.series !== null) super.comeMany(people);
    else if (people > 0) {
      this.serve(people);
      this.arrivals.next();
    }
  }

  protected comeIn(): void {
    this.serve(1);
    if (this.series !== null && this.isCounting) this.series.nextVisit(this.newcomer);
  }

  /** So many, from the one on at whom `arrivals` stands, up to the one at whom it stands then. */
  private serve(people: number): void {
    const {arrivals, newcomer, line, works, books} = this;
    for (;;) {
      newcomer.classRow = arrivals.nextClass();
      newcomer.joinedAt = arrivals.at;
      newcomer.work = works[newcomer.classRow].next();
      line.serve(newcomer);
      const book = books[newcomer.classRow];
      book.offered++;
      book.stationDone(newcomer);
      if (--people === 0) return;
      arrivals.next();
    }
  }

  protected openAreas(): void {
    this.line.openAreas(this.now);
  }

  protected closeAreas(windowLength: number): void {
    const {line} = this;
    if (line.lastEnd > this.limit) this.refuse(); // nobody counted leaves later
    const {waiting, busy} = line.areasSinceOpening(this.now);
    this.writeAreas(line.station, waiting, busy, line.servers * windowLength, line.peak);
  }
}
