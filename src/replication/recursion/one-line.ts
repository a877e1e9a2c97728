/**
 * One plain line that everybody visits once, M/G/c: each customer's history is known when they come, so one object serves for all.
 * Source: Lindley (1952), Proc. Camb. Phil. Soc. 48, 277-289; Kiefer and Wolfowitz (1955), Trans. AMS 78, 1-18.
 */
import {type Model, ONE_LINE} from "../../model/model.ts";
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

  constructor(model: Model) {
    super(model);
    [this.line] = commonRoute(model)!.map((step) => new PlainLine(model, step));
  }

  protected empty(): void {
    this.line.empty();
  }

  protected happen(): void {}

  protected keepUp(): void {}

  protected comeIn(): void {
    const {arrivals, newcomer, line, needs} = this;
    newcomer.classRow = arrivals.nextClass();
    newcomer.joinedAt = arrivals.at;
    needs.draw(newcomer);
    needs.giveWork(newcomer, line.step, 0);
    line.serve(newcomer);
    const book = this.books[newcomer.classRow];
    book.offered++;
    book.stationDone(newcomer);
    if (this.series !== null && this.isCounting) this.series.nextVisit(newcomer);
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
