/** What a design changes about lanes, in words: express lanes, places at the windows, lanes that open, speed, and what a switch costs. */
import type {Both} from "./language.ts";

/** A change of one word to a value; null where the words are not known. */
export function laneChange(word: string, value: string): Both | null {
  const part = (key: string) => new RegExp(`[{,] *${key}: *([^,}]+?) *[,}]`).exec(value)?.[1];
  if (word === "misjudged") return {en: `people misjudge the lines (${value})`, zh: `顾客会看错队长（${value}）`};
  if (word === "places" && value === "1") return {en: "one person waits at each window", zh: "每个窗口前有 1 个等候位"};
  if (word === "places" && /^\d+$/.test(value)) return {en: `${value} people wait at each window`, zh: `每个窗口前有 ${value} 个等候位`};
  const speed = word === "speed" ? Number(/^(\d+(?:\.\d+)?)$/.exec(value)?.[1] ?? Number.NaN) : Number.NaN;
  if (speed > 0 && speed !== 1) {
    const percent = Math.round(1000 * Math.abs(speed - 1)) / 10;
    return speed > 1
      ? {en: `servers work ${percent}% faster`, zh: `服务员快 ${percent}%`}
      : {en: `servers work ${percent}% slower`, zh: `服务员慢 ${percent}%`};
  }
  if (word === "switch" && value === "when idle") return {en: "people switch to a window that is idle", zh: "顾客换到空闲的窗口"};
  const shorter = part("shorter");
  if (word === "switch" && shorter !== undefined) {
    const people = /\d+/.exec(shorter)?.[0] ?? shorter;
    const cost = part("cost");
    const [en, zh] = cost === undefined ? ["", ""] : [`, which takes ${cost}`, `，花 ${cost}`];
    return {en: `people switch to a line that is ${people} shorter${en}`, zh: `另一队少 ${people} 人时换队${zh}`};
  }
  const at = part("at");
  if (word === "opens" && at !== undefined) {
    const least = part("least") ?? "1";
    const people = /\d+/.exec(at)?.[0] ?? at;
    return {
      en: `${least} ${least === "1" ? "server" : "servers"} at first, one more when ${people} wait in every line`,
      zh: `起初 ${least} 人在岗，每队都有 ${people} 人等待时增开`,
    };
  }
  const [under, whom] = [part("under"), part("for")];
  if (word !== "express" || (under === undefined && whom === undefined)) return null;
  const lanes = part("lanes") ?? "1";
  const who = [...(whom === undefined ? [] : [whom]), ...(under === undefined ? [] : [`under ${under}`])].join(", ");
  const helps = part("idle") === "serve anyone";
  const isAlways = part("use") === "always";
  return {
    en: `${lanes === "1" ? "an express lane" : `${lanes} express lanes`} for ${who}${isAlways ? " and no other for them" : ""}${helps ? ", open to anyone when idle" : ""}`,
    zh: `${lanes} 条快速通道给 ${who.replace("under ", "少于 ")}${isAlways ? "，且他们只用快速通道" : ""}${helps ? "，空闲时服务任何人" : ""}`,
  };
}
