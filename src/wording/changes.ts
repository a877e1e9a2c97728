/** What a design changes, in words where the words are known; otherwise as the file says it. */
import {laneChange} from "./lane-changes.ts";
import type {Both, Language} from "./language.ts";

const KNOWN: Record<string, Both> = {
  "line: each": {en: "a line at each window", zh: "每个窗口各排一队"},
  "line: one": {en: "one line for all windows", zh: "所有窗口共排一队"},
  "join: shortest": {en: "people join the shortest line", zh: "顾客排最短的队"},
  "join: at random": {en: "people join any line, at random", zh: "顾客随意选一队"},
  "join: round robin": {en: "people are sent to the lines in turn", zh: "顾客依次分到各队"},
  "join: least work": {en: "people join the line with the least work", zh: "顾客排总服务时间最少的队"},
  "use: always": {en: "express customers use no other lane", zh: "快速顾客不用其他队"},
  "idle: serve anyone": {en: "an idle express server serves anyone", zh: "快速通道空闲时服务任何人"},
  "join: nearest": {en: "people join the nearest line that is not much longer", zh: "顾客就近排队"},
  "order: priority": {en: "served by priority", zh: "按优先级服务"},
  "order: class by class": {en: "served class by class", zh: "逐类服务"},
  "order: first come": {en: "first come, first served", zh: "先到先服务"},
  "order: last come": {en: "last come, first served", zh: "后到先服务"},
  "order: random": {en: "served in random order", zh: "随机服务"},
  "order: by arrival": {en: "called by arrival", zh: "按到达先后叫号"},
  "order: by appointment": {en: "called by appointment", zh: "按预约叫号"},
  "order: shortest job": {en: "shortest job first", zh: "短者优先"},
  "order: longest job": {en: "longest job first", zh: "长者优先"},
  "order: earliest due": {en: "earliest due first", zh: "先到期者优先"},
  "order: ageing": {en: "priority grows with the wait", zh: "优先级随等待增长"},
  "interrupt: resume": {en: "higher classes interrupt, the work goes on later", zh: "高类别可打断，之后接着做"},
  "interrupt: restart": {en: "higher classes interrupt, the work begins again later", zh: "高类别可打断，之后重新开始"},
  "interrupt: resample": {en: "higher classes interrupt, the work is drawn anew later", zh: "高类别可打断，之后重新抽取"},
  "full: drop lowest": {en: "a full room drops its lowest class", zh: "满员时最低类别让位"},
  "full: refuse": {en: "a full room refuses newcomers", zh: "满员时拒绝来者"},
};

/** One change of one design: "stations.tellers.line: each" is "a line at each window". */
export function changeText(change: string, language: Language): string {
  const clock = /^(?:stations\..+\.)?servers: *\{ *((?:\d\d:\d\d: *\d+(?:, *)?)+) *\}$/.exec(change);
  if (clock !== null) {
    const steps = [...clock[1].matchAll(/(\d\d:\d\d): *(\d+)/g)].map(([, at, count]) =>
      language === "zh" ? `${at} 起 ${count} 人` : `${count} from ${at}`,
    );
    return language === "zh" ? `在岗：${steps.join("，")}` : `on duty: ${steps.join(", ")}`;
  }
  const booked = bookChangeText(change, language);
  if (booked !== null) return booked;
  const parts =
    /^(?:stations\..+\.)?(line|join|order|switch|servers|interrupt|full|places|misjudged|speed|express|use|idle|opens|walk): *(.+)$/.exec(
      change,
    );
  if (parts === null) return byClassText(change, language) ?? change;
  const lanes = laneChange(parts[1], parts[2]);
  if (lanes !== null) return lanes[language];
  const known = KNOWN[`${parts[1]}: ${parts[2]}`];
  if (known !== undefined) return known[language];
  const nearest = /^nearest within (\d+)$/.exec(parts[2]);
  if (parts[1] === "join" && nearest !== null)
    return language === "zh"
      ? `顾客就近排队，只要不比最短的队多 ${nearest[1]} 人以上`
      : `people join the nearest line that is at most ${nearest[1]} longer than the shortest`;
  const shorter = /^(\d+) shorter$/.exec(parts[2]);
  if (parts[1] === "switch" && shorter !== null)
    return language === "zh" ? `另一队少 ${shorter[1]} 人时换队` : `people switch to a line that is ${shorter[1]} shorter`;
  const count = /^\d+$/.exec(parts[2]);
  if (parts[1] === "servers" && count !== null)
    return language === "zh" ? `${parts[2]} 人服务` : `${parts[2]} ${parts[2] === "1" ? "server" : "servers"}`;
  return change;
}

/** "stations.counter.kept: { urgent: 1 }" is "1 server kept for urgent"; null where no words are known. */
function byClassText(change: string, language: Language): string | null {
  const parts = /^(?:stations\..+\.)?(kept|ageing|accessible): *\{ *(.+?) *\}$/.exec(change);
  if (parts === null) return null;
  const numbers = parts[2].split(/, */).map((part) => /^(.+): *([\d.]+)$/.exec(part));
  const isChinese = language === "zh";
  const told: string[] = [];
  for (const number of numbers) {
    if (number === null) return null;
    const [, name, count] = number;
    if (parts[1] === "ageing") told.push(`${name} ${count}`);
    else if (parts[1] === "accessible")
      told.push(
        isChinese ? `${name} 只能用左起的 ${count} 个窗口` : `${count} ${count === "1" ? "window" : "windows"} accessible to ${name}`,
      );
    else told.push(isChinese ? `${count} 名服务员专为 ${name} 保留` : `${count} ${count === "1" ? "server" : "servers"} kept for ${name}`);
  }
  if (parts[1] !== "ageing") return told.join(isChinese ? "，" : ", ");
  return isChinese ? `每分钟积分：${told.join("，")}` : `credit a minute: ${told.join(", ")}`;
}

/** What a design takes out of the file's book. */
const TAKEN_OUT: Record<string, Both> = {
  every: {en: "no fixed times", zh: "没有固定时刻"},
  absent: {en: "nobody stays away", zh: "没有人缺席"},
  late: {en: "nobody is late", zh: "没有人迟到"},
};

/** "arrivals.patients.book.start: 2" is "2 people at the start"; null where no words are known. */
function bookChangeText(change: string, language: Language): string | null {
  const parts = /^arrivals\..+\.(?:book\.(people|start|block|every|spread)|(absent|late)): *(.+)$/.exec(change);
  if (parts === null) return null;
  const [, inBook, ofPeople, value] = parts;
  const word = inBook ?? ofPeople;
  const isChinese = language === "zh";
  if (value === "null") return TAKEN_OUT[word]?.[language] ?? null;
  switch (word) {
    case "people":
      return isChinese ? `预约 ${value} 人` : `${value} people booked`;
    case "start":
      return isChinese ? `开始时同时来 ${value} 人` : `${value} booked at the start`;
    case "block":
      return isChinese ? `每批 ${value} 人` : `booked ${value} at a time`;
    case "every":
      return isChinese ? `间隔 ${value}` : `appointments every ${value}`;
    case "absent":
      return isChinese ? `${value} 不来` : `${value} stay away`;
    case "late":
      return null;
    default:
      return isChinese ? "不预约，随机到来" : "no appointments: people come when they like";
  }
}

/** All changes of a design in one line; the first design is the file as it stands. */
export function changesText(changes: readonly string[], language: Language): string {
  if (changes.length === 0) return language === "zh" ? "与文件所述一致" : "as the file says";
  return changes.map((change) => changeText(change, language)).join(language === "zh" ? "；" : "; ");
}
