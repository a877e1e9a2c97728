/** Whether the words about who goes first and where fit together: order, ageing, interrupt, kept, accessible, full and due. */
import {type GateClash, gateClashes} from "../class-by-class.ts";
import {type Message, message} from "../message.ts";
import type {Scenario, Station} from "../scenario.ts";
import {closest} from "./suggest.ts";

export interface Asked {
  /** Of one station, as its words were read. */
  name: string;
  station: Station;
  /** Classes that come there. */
  classes: readonly string[];
  problem(path: readonly string[], text: Message): void;
  warning(path: readonly string[], text: Message): void;
}

/** Tells everything about one station that does not fit. */
export function checkOrder(asked: Asked, scenarioClasses: Scenario["classes"]): void {
  const {name, station, classes, problem, warning} = asked;
  const {order, ageing, interrupt, kept, accessible, full, room} = station;
  const path = ["stations", name];
  const tellUnknown = (word: string, names: Iterable<string>) => {
    let isKnown = true;
    for (const one of names) {
      if (classes.includes(one)) continue;
      isKnown = false;
      problem([...path, word, one], noSuchClass(one, name, classes));
    }
    return isKnown;
  };
  const goesByPriority = order === "priority" || order === "priority then by appointment";
  if (interrupt != null && !goesByPriority) warning([...path, "interrupt"], interruptsNobody());
  if (ageing != null && order !== "ageing") warning([...path, "ageing"], growsNowhere());
  if (order === "ageing" && ageing == null) problem([...path, "order"], needsAgeing(classes));
  if (order === "ageing" && ageing != null && tellUnknown("ageing", ageing.keys())) {
    const missing = classes.find((one) => !ageing.has(one));
    if (missing !== undefined) problem([...path, "ageing"], creditMissing(missing));
  }
  if (order === "class by class")
    for (const clash of gateClashes(station))
      if (clash !== "kept") problem([...path, clash], clash === "servers" ? gateNeedsLanes() : leavesGate(clash));
  if (order === "earliest due" && classes.every((one) => scenarioClasses.get(one)?.due == null))
    problem([...path, "order"], nobodyIsDue(classes[0] ?? "customers"));
  if (full === "drop lowest") {
    if (!goesByPriority && order !== "ageing") problem([...path, "full"], dropsWhom());
    else if (room === null) warning([...path, "full"], neverFull());
  }
  if (kept != null && tellUnknown("kept", kept.keys())) checkKept(asked, kept);
  if (accessible != null && tellUnknown("accessible", accessible.keys())) checkAccessible(asked, accessible);
}

function checkAccessible({name, station, classes, problem, warning}: Asked, accessible: ReadonlyMap<string, number>): void {
  const path = ["stations", name, "accessible"];
  const servers = station.servers.value.reduce((a, b) => Math.max(a, b), 0);
  if (accessible.size > 0 && [...accessible.values()].every((count) => count >= servers))
    return warning(path, everythingAccessible(servers));
  if (station.express != null) return problem(path, accessibleAndOther("express"));
  if (station.line === "one" && (station.places ?? 0) > 0) return problem(path, accessibleAndOther("places"));
  if (station.line === "one" && !["first come", "priority", "ageing"].includes(station.order))
    return problem(path, accessibleOrder(station.order));
  // Kept windows are the first, in the order of the classes.
  const kept = classes.flatMap((one) => Array.from({length: station.kept?.get(one) ?? 0}, () => one));
  for (const [one, count] of accessible) {
    const isShut = kept.length >= count && kept.slice(0, count).every((other) => other !== one);
    if (isShut || kept.lastIndexOf(one) >= count) problem([...path, one], keptOutOfReach(one, count));
  }
}

function checkKept({name, station, problem}: Asked, kept: ReadonlyMap<string, number>): void {
  const path = ["stations", name, "kept"];
  const count = [...kept.values()].reduce((sum, one) => sum + one, 0);
  const servers = station.servers.value.reduce((a, b) => Math.max(a, b), 0);
  if (count === 0) return;
  if (station.line === "each") return problem(path, keptLane());
  if (!["first come", "priority", "ageing"].includes(station.order)) return problem(path, keptOrder(station.order));
  if (count >= servers) problem(path, keepsAll(count, servers));
}

const noSuchClass = (name: string, station: string, classes: readonly string[]): Message => {
  const guess = closest(name, classes);
  return message(
    `No class “${name}” comes to “${station}”.`,
    `没有叫“${name}”的类别会到“${station}”。`,
    guess !== null ? `Did you mean \`${guess}\`?` : `The classes are: ${classes.join(", ")}.`,
    guess !== null ? `是否想写 \`${guess}\`？` : `类别有：${classes.join("、")}。`,
  );
};

const interruptsNobody = (): Message =>
  message(
    "`interrupt` has no effect: no class goes before another.",
    "`interrupt` 不起作用：没有类别优先于其他类别。",
    "Add `order: priority`, or leave `interrupt` out.",
    "请加上 `order: priority`，或去掉 `interrupt`。",
  );

const growsNowhere = (): Message =>
  message(
    "`ageing` has no effect: people are not called by their credit.",
    "`ageing` 不起作用：不按积分叫号。",
    "Add `order: ageing`, or leave `ageing` out.",
    "请加上 `order: ageing`，或去掉 `ageing`。",
  );

const needsAgeing = (classes: readonly string[]): Message => {
  const example = `ageing: { ${classes.map((name, i) => `${name}: ${classes.length - i}`).join(", ")} }`;
  return message(
    "`order: ageing` does not say how fast the priority of each class grows.",
    "`order: ageing` 没有写各类优先级增长多快。",
    `Add for example \`${example}\`: credit per unit of waiting.`,
    `请加上例如 \`${example}\`：每等待一单位时间的积分。`,
  );
};

const creditMissing = (name: string): Message =>
  message(
    `“${name}” comes here, and nothing says how fast its priority grows: it would wait until nobody else does.`,
    `“${name}”会来这里，但没有写其优先级增长多快：它会一直等到没有别人。`,
    `Add \`${name}: 1\`.`,
    `请加上 \`${name}: 1\`。`,
  );

const leavesGate = (word: Exclude<GateClash, "servers" | "kept">): Message =>
  message(
    `\`${word}\` does not go with \`order: class by class\`: who has been let forward stays in front of their line until served.`,
    `\`${word}\` 不能与 \`order: class by class\` 同用：被放行的人要留在队首直到被服务。`,
    `Leave out \`${word}\`, or use \`order: priority\`.`,
    `请去掉 \`${word}\`，或改用 \`order: priority\`。`,
  );

const gateNeedsLanes = (): Message =>
  message(
    "With `order: class by class` and a line at each, a lane that closes would leave people behind who are not yet let forward.",
    "`order: class by class` 且各自一队时，关闭的队会留下尚未放行的人。",
    "Let `servers` only rise, or use `line: one`.",
    "请让 `servers` 只增不减，或用 `line: one`。",
  );

const nobodyIsDue = (name: string): Message =>
  message(
    "`order: earliest due` is set, but no class says when it is due.",
    "写了 `order: earliest due`，但没有类别写明何时到期。",
    `Add for example \`due: 30 min\` to the class: \`classes: { ${name}: { due: 30 min } }\`.`,
    `请在类别下加上例如 \`due: 30 min\`：\`classes: { ${name}: { due: 30 min } }\`。`,
  );

const dropsWhom = (): Message =>
  message(
    "`full: drop lowest` lets a higher class take the place of a lower one, but here no class goes before another.",
    "`full: drop lowest` 让较高类别顶替较低类别，但这里没有类别优先于其他类别。",
    "Add `order: priority`, or leave `full` out: the newcomer is refused.",
    "请加上 `order: priority`，或去掉 `full`：来者被拒。",
  );

const neverFull = (): Message =>
  message(
    "`full` has no effect: there is room for everyone.",
    "`full` 不起作用：容纳人数不限。",
    "Add `room: 12`, or leave `full` out.",
    "请加上 `room: 12`，或去掉 `full`。",
  );

const keptLane = (): Message =>
  message(
    "`kept` needs one line for all servers; with a line at each, people choose their line, and nobody sends them.",
    "`kept` 需要所有服务员共用一队；各自一队时由人们自己选队，没有人分派。",
    "Use `line: one`, or make a second station with its own line for the class.",
    "请用 `line: one`，或为该类别另设一个有自己队列的服务台。",
  );

const keptOrder = (order: string): Message =>
  message(
    `Servers are kept where people are called first come, by priority or by ageing, not with \`order: ${order}\`.`,
    `只有按先到先服务、优先级或 ageing 叫号时才能保留服务员，不能与 \`order: ${order}\` 同用。`,
    "Use `order: priority` or `order: first come`, or leave `kept` out.",
    "请用 `order: priority` 或 `order: first come`，或去掉 `kept`。",
  );

const keepsAll = (count: number, servers: number): Message =>
  message(
    `${count} of at most ${servers} servers are kept: nobody is left for the others.`,
    `最多 ${servers} 名服务员中保留了 ${count} 名：没有人服务其他人。`,
    `Keep at most ${Math.max(0, servers - 1)}, or make a station for each class.`,
    `请最多保留 ${Math.max(0, servers - 1)} 名，或为每个类别设一个服务台。`,
  );

const everythingAccessible = (servers: number): Message =>
  message(
    `\`accessible\` has no effect: there are never more than ${servers} servers, and everybody can use them all.`,
    `\`accessible\` 不起作用：服务员从不超过 ${servers} 名，所有人都能用。`,
    "Use a smaller number, or leave `accessible` out.",
    "请写小一些，或去掉 `accessible`。",
  );

const accessibleAndOther = (word: string): Message =>
  word === "express"
    ? message(
        "`accessible` and `express` do not go together: both are the first lanes from the left.",
        "`accessible` 与 `express` 不能同时使用：两者都是左起的几条队。",
        "Leave one of them out.",
        "请去掉其中一个。",
      )
    : message(
        "`accessible` and `places` do not go together: the head of the line goes to the window with the fewest people, whatever they can use.",
        "`accessible` 与 `places` 不能同时使用：队首总是走向人最少的窗口，不管他们能否使用。",
        "Leave one of them out.",
        "请去掉其中一个。",
      );

const accessibleOrder = (order: string): Message =>
  message(
    `Who cannot use every window waits in the one line where people are called first come, by priority or by ageing, not with \`order: ${order}\`.`,
    `只有按先到先服务、优先级或 ageing 叫号时，不能使用全部窗口的人才能与别人同队，不能与 \`order: ${order}\` 同用。`,
    "Use `order: priority` or `order: first come`, or leave `accessible` out.",
    "请用 `order: priority` 或 `order: first come`，或去掉 `accessible`。",
  );

const keptOutOfReach = (name: string, count: number): Message =>
  message(
    `“${name}” can use ${count === 1 ? "the first window" : `the first ${count} windows`} only, and servers are kept there for others, or kept for them elsewhere.`,
    `“${name}”只能用左起的 ${count} 个窗口，而那里的服务员专为别人保留，或为他们保留的服务员在别处。`,
    `Kept servers are the first, in the order of the classes: name “${name}” first, or let it use more windows.`,
    `保留的服务员在最左，按类别顺序：请把“${name}”写在最前，或让其能用更多窗口。`,
  );
