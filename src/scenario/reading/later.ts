/** Words that the grammar knows and this version does not do yet: refused politely, never as "unknown". By the map they stand in. */
import type {Text} from "../message.ts";

const text = (en: string, zh: string): Text => ({en, zh});
const appointments = text("appointments", "预约");
const networks = text("networks of people and things", "人与物的网络");
const planning = text("planning of staff and shifts", "人员与班次规划");
const retrials = text("customers who come again", "重复来访的顾客");

const LATER: Readonly<Record<string, ReadonlyMap<string, Text>>> = {
  file: new Map([
    ["plan", planning],
    ["shifts", planning],
    ["people", text("people with skills", "具备技能的人员")],
    ["stock", text("stock and places", "库存与容量")],
    ["book", appointments],
  ]),
  source: new Map([
    ["retry", retrials],
    ["again", retrials],
  ]),
  class: new Map([
    ["skills", text("people with skills", "具备技能的人员")],
    ["book", appointments],
    ["absent", appointments],
    ["late", appointments],
    ["retry", retrials],
  ]),
  station: new Map([
    ["stage", text("the service blueprint", "服务蓝图")],
    ["skills", text("people with skills", "具备技能的人员")],
    ["staff", text("people shared by stations", "多个服务台共用的人员")],
    ["shrinkage", planning],
    ["batch", text("service in batches", "成批服务")],
    ["block", text("blocking", "阻塞")],
    ["overflow", text("overflow to other stations", "溢出到其他服务台")],
    [
      "lanes",
      text(
        "lanes apart from servers; for now there is a lane for each server, so use `servers` with `line: each`",
        "独立于服务员的通道；目前每个服务员一条队，请用 `servers` 和 `line: each`",
      ),
    ],
  ]),
  step: new Map([
    ["fork", networks],
    ["join", networks],
    ["who", networks],
    ["keep", text("visits to the same server again", "再次由同一人服务")],
    ["as", networks],
    ["show", text("the service blueprint", "服务蓝图")],
    ["hold", networks],
    ["release", networks],
    ["batch", networks],
  ]),
  costs: new Map(),
  run: new Map([
    ["batches", text("batches in one long run", "单次长运行的分批")],
    ["confidence", text("a choice of confidence", "可选的置信度")],
    ["threads", text("as the option --threads", "用选项 --threads")],
  ]),
  leaving: new Map(),
};

/** What a later version brings under this word, or null. */
export function laterWord(where: string, word: string): Text | null {
  return LATER[where]?.get(word) ?? null;
}
