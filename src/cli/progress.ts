/**
 * How far the replications are, for whoever waits: on a terminal one line written over and over, elsewhere a line every ten
 * seconds. It speaks of the first design's mean wait so far; the answer itself comes from `estimate/`.
 */
import {studentTQuantile} from "../math/student-t.ts";
import {relativeHalfWidth, type Standing} from "../estimate/precision.ts";
import type {Model} from "../model/model.ts";
import type {Replication} from "../replication/replication.ts";
import {GAVE_UP, RowLayout, SERVED, WAIT_GAVE_UP, WAIT_SERVED} from "../replication/row.ts";
import type {Language} from "../wording/language.ts";
import {interval, printUnit} from "../wording/quantity.ts";
import {percent} from "../wording/quantity.ts";
import {shortened} from "../wording/width.ts";
import type {Io} from "./io.ts";
import {spell} from "./phrases.ts";

const TICK = 100; // milliseconds, on a terminal
const TELL = 10_000; // milliseconds, elsewhere
const PATIENCE = 400; // milliseconds before anything is shown: short work needs no bar
const CELLS = 24;

export class Progress {
  done = 0;
  private readonly all: number;
  private readonly layout: RowLayout;
  private readonly io: Io;
  private readonly language: Language;
  private readonly started: number;
  private readonly stopTicking: () => void;
  // Mean wait of each replication: count, mean and squared deviations (Welford 1962).
  private waits = 0;
  private mean = 0;
  private squares = 0;
  /** Half width as a share of the mean, after the last round; Infinity before the first. */
  private relative = Infinity;
  private readonly aim: number | null;

  /** `aim`: the relative half width at which the run will stop; then `all` is the most there may be. */
  constructor(all: number, model: Model, io: Io, language: Language, aim: number | null = null) {
    this.all = all;
    this.aim = aim;
    this.layout = new RowLayout(model);
    this.io = io;
    this.language = language;
    this.started = io.now();
    this.stopTicking = io.isWatched ? io.every(TICK, () => this.draw()) : io.every(TELL, () => io.tell(this.line()));
  }

  took(first: Replication, standing: Standing | null = null): void {
    this.done++;
    if (standing !== null) this.relative = relativeHalfWidth(standing);
    const at = (sum: number) => first.row[this.layout.overall(0, sum)];
    const people = at(SERVED) + at(GAVE_UP);
    if (people === 0) return;
    const wait = (at(WAIT_SERVED) + at(WAIT_GAVE_UP)) / people;
    const before = wait - this.mean;
    this.waits++;
    this.mean += before / this.waits;
    this.squares += before * (wait - this.mean);
  }

  end(): void {
    this.stopTicking();
    if (this.io.isWatched) this.io.status("");
  }

  private draw(): void {
    if (this.io.now() - this.started < PATIENCE) return;
    const full = Math.floor(CELLS * Math.min(1, this.done / this.expected));
    const line = `${"█".repeat(full)}${"░".repeat(CELLS - full)} ${this.line()}`;
    this.io.status(shortened(line, Math.max(20, this.io.width - 1)));
  }

  /** Replications there will be: an interval narrows with their root. */
  private get expected(): number {
    if (this.aim === null || this.relative === Infinity) return this.all;
    const times = (this.relative * (1 + this.aim)) / this.aim;
    return Math.min(this.all, Math.max(this.done, this.done * times * times));
  }

  /** "120 of 400 replications, mean wait 3.1 ± 0.2 min, 12 s left"; with an aim "120 replications, ± 6.4 % of ± 2 %, …" */
  private line(): string {
    const zh = this.language === "zh";
    const {aim, relative, expected} = this;
    const parts =
      aim === null
        ? [zh ? `已完成 ${this.done}/${this.all} 次重复` : `${this.done} of ${this.all} replications`]
        : [zh ? `已完成 ${this.done} 次重复` : `${this.done} replications`];
    if (aim !== null && relative < Infinity) {
      const [now, asked] = [percent(Number(relative.toPrecision(2)), this.language), percent(aim, this.language)];
      parts.push(zh ? `精度 ±${now}（目标 ±${asked}）` : `±${now} of ±${asked}`);
    }
    if (this.waits >= 2) {
      const halfWidth = studentTQuantile(0.975, this.waits - 1) * Math.sqrt(this.squares / (this.waits - 1) / this.waits);
      const wait = interval(this.mean, halfWidth, printUnit("s", this.mean), this.language);
      parts.push(zh ? `平均等待 ${wait}` : `mean wait ${wait}`);
    }
    if (this.done > 0 && this.done < expected && (aim === null || relative < Infinity)) {
      const left = ((this.io.now() - this.started) / this.done) * (expected - this.done);
      parts.push(zh ? `还需 ${spell(left, "zh")}` : `${spell(left, "en")} left`);
    }
    return parts.join(zh ? "，" : ", ");
  }
}
