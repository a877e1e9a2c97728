/** Where the time goes, for --verbose. */
import type {Io} from "./io.ts";

export class Stopwatch {
  private readonly io: Io;
  private last: number;
  private readonly laps: string[] = [];

  constructor(io: Io) {
    this.io = io;
    this.last = io.now();
  }

  /** What was done since the last lap. */
  lap(what: string): void {
    const now = this.io.now();
    this.laps.push(`${what} ${Math.round(now - this.last)} ms`);
    this.last = now;
  }

  /** "read 41 ms, simulate 812 ms, ..." */
  get told(): string {
    return this.laps.join(", ");
  }
}
