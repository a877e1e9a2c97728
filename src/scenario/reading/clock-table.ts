/** Tables by the clock (`{ 08:30: 7, 09:30: 11 }`, ramps) and lists of moments. */
import {Refusal} from "../message.ts";
import {inlineText, type Plain} from "../tree.ts";
import {all, type Json, leaf, type Meaning} from "./meaning.ts";
import * as say from "./messages.ts";
import {clockOf, halfWidth, parseClock, parseDuration, unitSeconds} from "./phrase.ts";

export interface TimedValues {
  shape: "steps" | "ramp";
  /** What the rows are named by: nothing (one value), times of day, or times from the start. */
  keyed: "constant" | "clock" | "time";
  at: number[];
  value: number[];
}

export function clockTable(meaning: Meaning, isStaff: boolean, read: (text: string) => number, json: Json) {
  const rows = {type: "object", additionalProperties: json};
  const ramp = {type: "object", properties: {ramp: rows}, required: ["ramp"], additionalProperties: false};
  return leaf(meaning, {anyOf: isStaff ? [json, rows] : [json, ramp, rows]}, (raw): TimedValues => {
    if (typeof raw === "string") return {shape: "steps", keyed: "constant", at: [0], value: [read(raw)]};
    if (!(raw instanceof Map)) throw new Refusal(say.needsText(meaning.example));
    if (raw.has("ramp")) {
      const inner = raw.get("ramp");
      if (isStaff) throw new Refusal(say.rampServers(), ["ramp"]);
      if (!(inner instanceof Map) || inner.size < 2 || raw.size > 1) throw new Refusal(say.rampShort(), ["ramp"]);
      return {...readRows(inner, ["ramp"], read, meaning.example), shape: "ramp"};
    }
    if (raw.size === 0) throw new Refusal(say.needsText(meaning.example));
    return {...readRows(raw, [], read, meaning.example), shape: "steps"};
  });
}

function readRows(
  rows: Map<string, Plain>,
  path: string[],
  read: (text: string) => number,
  example: string,
): {keyed: "clock" | "time"; at: number[]; value: number[]} {
  const at: number[] = [];
  const value: number[] = [];
  const kinds = new Set<"clock" | "time">();
  let before = "";
  all(
    [...rows].map(([key, plain]) => ({
      path: [...path, key],
      run: () => {
        const row = readMoment(key, plain);
        kinds.add(row.kind);
        if (at.length > 0 && row.at <= at[at.length - 1]) throw new Refusal(say.clockOrder(before, key));
        at.push(row.at);
        before = key;
        if (typeof plain !== "string") throw new Refusal(say.needsText(example));
        value.push(read(plain));
      },
    })),
  );
  if (kinds.size > 1) throw new Refusal(say.clockTableMixed(), path);
  return {keyed: kinds.has("time") ? "time" : "clock", at, value};
}

/** "09:00" or "2 h"; "09:00:20/h" without a value is a row whose blank is missing. */
function readMoment(key: string, value: Plain): {kind: "clock" | "time"; at: number} {
  const half = halfWidth(key.slice(0, 60)).trim();
  const clock = clockOf(half);
  if (clock !== null) return {kind: "clock", at: clock};
  if (value === null) {
    const match = /^(\d{1,2}:\d{2}) ?: ?(\S.*)$/.exec(half);
    if (match !== null) throw new Refusal(key.includes("：") ? say.fullWidth("：", ":") : say.blankMissing(match[1], match[2]));
  }
  if (half.includes(" ") && !half.includes(":")) {
    const unit = half.slice(half.indexOf(" ") + 1).trim();
    if (unitSeconds(unit) !== null) return {kind: "time", at: parseDuration(half)};
  }
  if (/^\d+(\.\d+)? ?(s|min|h|d)$/.test(half)) return {kind: "time", at: parseDuration(half)};
  return {kind: "clock", at: parseClock(key.slice(0, 60))};
}

export interface Moment {
  kind: "clock" | "time";
  at: number;
}

export function readMoments(raw: Plain): Moment[] {
  if (!Array.isArray(raw) || raw.length === 0) throw new Refusal(say.needsList("at: [09:00, 09:05, 09:20]"));
  const moments: Moment[] = [];
  let before = "";
  all(
    raw.map((item, i) => ({
      path: [String(i)],
      run: () => {
        if (typeof item !== "string") throw new Refusal(say.notAClock(item === null ? "" : inlineText(item), "09:05"));
        const moment = readMoment(item, "");
        if (moments.length > 0 && moment.at < moments[moments.length - 1].at) throw new Refusal(say.clockOrder(before, item));
        if (moments.length > 0 && moment.kind !== moments[0].kind) throw new Refusal(say.clockTableMixed());
        moments.push(moment);
        before = item;
      },
    })),
  );
  return moments;
}
