/** What was assumed, in words where the path is known: "arrivals.calls.patience" is "how long calls wait before giving up". */
import {type Both, type Language, quoted} from "./language.ts";

const ARRIVALS: Record<string, Both> = {
  "": {en: "how # arrive", zh: "#的到达规律"},
  rate: {en: "how many # come, and when", zh: "#的到达率"},
  patience: {en: "how long # wait before giving up", zh: "#放弃前愿意等多久"},
  busyness: {en: "how much busier one day is than another, for #", zh: "#每天的忙闲差别"},
  batch: {en: "how many # come together", zh: "#成批到达的人数"},
  mix: {en: "the mix of classes among #", zh: "#的类别构成"},
  absent: {en: "how many of # do not come", zh: "#的缺席比例"},
  late: {en: "how far # come off their time", zh: "#的迟到与早到"},
  book: {en: "when # are told to come", zh: "#的预约时间"},
  balks: {en: "what makes # turn round", zh: "#因何转身离开"},
  each: {en: "how long # stay away", zh: "#离开多久再来"},
  population: {en: "how many # there are", zh: "#的总数"},
};
const STATIONS: Record<string, Both> = {
  "": {en: "how # work", zh: "#的运作方式"},
  service: {en: "how long service takes at #", zh: "#的服务时间"},
  servers: {en: "how many serve at #", zh: "#的在岗人数"},
  walk: {en: "the walk to the windows at #", zh: "走到#窗口的时间"},
  room: {en: "how many fit in at #", zh: "#的容量"},
};
const CLASSES: Record<string, Both> = {
  "": {en: "what # are like", zh: "#类顾客的特点"},
  patience: {en: "how long # wait before giving up", zh: "#放弃前愿意等多久"},
  service: {en: "how long # take to serve", zh: "#的服务时间"},
};
const ALONE: Record<string, Both> = {
  costs: {en: "the prices", zh: "价格"},
  routes: {en: "the way people take through the place", zh: "顾客的流程"},
  stations: {en: "how the stations work", zh: "各服务点的运作方式"},
  arrivals: {en: "who comes, and when", zh: "到达规律"},
  classes: {en: "what the classes of customers are like", zh: "各类顾客的特点"},
};

export interface Assumption {
  text: string;
  /** The path behind the words; null where the file itself says it in a sentence. */
  path: string | null;
}

/** One assumption of a file: a path in words, or the file's own sentence. */
export function assumption(item: string, language: Language): Assumption {
  const path = item.trim();
  const alone = ALONE[path];
  if (alone !== undefined) return {text: alone[language], path};
  const parts = /^(arrivals|stations|classes)\.([^.]+)(?:\.([a-z]+))?$/.exec(path);
  if (parts === null) return {text: path, path: null};
  const table = parts[1] === "arrivals" ? ARRIVALS : parts[1] === "stations" ? STATIONS : CLASSES;
  const words = table[parts[3] ?? ""];
  if (words === undefined) return {text: path, path: null};
  return {text: words[language].replace("#", () => quoted(parts[2], language)), path};
}
