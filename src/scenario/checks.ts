/**
 * Checks of meaning: a file that can be read, but whose answer would be nonsense or a surprise.
 * Stop signs (`stop`) say so with a remedy; warnings tell what a careful colleague would mention.
 */
import {meanOf} from "../random/law.ts";
import {type Clock, type Erlangs, formatClock, HOUR} from "../units.ts";
import {RUN} from "./defaults.ts";
import {durationText, roundTo} from "./duration-text.ts";
import {arrivalRateOf, type Load, offeredLoad, routeOf, trappedSteps, workOf} from "./load.ts";
import {keptLoad} from "./kept-load.ts";
import {type Finding, message} from "./message.ts";
import type {Scenario, Station} from "./scenario.ts";

export interface Findings {
  problems: Finding[];
  warnings: Finding[];
}

/** @param designs how many are asked for: one long run can judge itself, but not how it differs from another */
export function checkMeaning(scenario: Scenario, designs = 1): Findings {
  const found: Findings = {problems: [], warnings: []};
  checkRun(scenario, found, designs);
  checkRoutes(scenario, found);
  if (found.problems.every((problem) => problem.stop === true)) checkLoad(scenario, found);
  checkPriority(scenario, found);
  checkLast(scenario, found);
  checkRooms(scenario, found);
  checkLanes(scenario, found);
  checkWalks(scenario, found);
  return found;
}

/** Who walks slowly must have somewhere to walk. */
function checkWalks({classes, stations}: Scenario, {warnings}: Findings): void {
  const isWalked = ({line, walk, switchCost = 0}: Station) => (line === "one" ? walk.first > 0 || walk.each > 0 : switchCost > 0);
  if ([...stations.values()].some(isWalked)) return;
  for (const [name, {walkFactor = 1}] of classes) {
    if (walkFactor === 1) continue;
    warnings.push({
      path: ["classes", name, "walk"],
      message: message(
        "`walk` has no effect: no walk in this place takes any time.",
        "`walk` 不起作用：这里走路都不花时间。",
        "Add `walk: { first: 3 s, each: 1 s }` to a station with one line, or leave `walk` out.",
        "请给共用一队的服务台加上 `walk: { first: 3 s, each: 1 s }`，或去掉 `walk`。",
      ),
    });
  }
}

/** Where priority grows with the wait, or classes take turns, who would be called last changes while nobody moves. */
function checkLast({classes, stations}: Scenario, {problems}: Findings): void {
  if ([...classes.values()].every(({lastInLine}) => lastInLine === 1)) return;
  for (const [name, {order}] of stations) {
    if (order !== "ageing" && order !== "class by class") continue;
    problems.push({
      path: ["stations", name, "order"],
      message: message(
        `With \`order: ${order}\` nobody stands last for good: who would be called last changes with the clock, so \`last\` means nothing here.`,
        `\`order: ${order}\` 时没有固定的队尾：谁最后被叫到会随时间变化，\`last\` 在这里没有意义。`,
        "Leave out `last`, or use `order: priority`.",
        "请去掉 `last`，或改用 `order: priority`。",
      ),
    });
  }
}

function checkRun(scenario: Scenario, {problems, warnings}: Findings, designs: number): void {
  const {run, opening} = scenario;
  if (run.replications < 2 && opening === null && run.until == null && designs < 2) checkLoneRun(scenario, problems);
  else if (run.replications < 2) {
    problems.push({
      path: ["run", "replications"],
      message: message(
        "One replication says nothing about chance: no interval can be given.",
        "只有一次重复，无法说明偶然性，也给不出置信区间。",
        "Ask for at least 2; 30 or more make good intervals.",
        "至少 2 次；30 次以上的区间才可靠。",
      ),
      stop: true,
    });
  } else if (run.replications < 10) {
    warnings.push({
      path: ["run", "replications"],
      message: message(
        `${run.replications} replications make wide and shaky intervals.`,
        `${run.replications} 次重复的置信区间又宽又不稳。`,
        "Use 30 or more.",
        "请用 30 次以上。",
      ),
    });
  }
  if (opening !== null) return;
  if (run.length !== null && run.warmUp > run.length) {
    problems.push({
      path: ["run", "warmup"],
      message: message(
        `The warm-up (${durationText(run.warmUp)}) is longer than the time that is counted (${durationText(run.length)}).`,
        `预热（${durationText(run.warmUp)}）比计入的时间（${durationText(run.length)}）还长。`,
        `Use a length of at least ${durationText(10 * run.warmUp)}, or a shorter warm-up.`,
        `请把 length 设为至少 ${durationText(10 * run.warmUp)}，或缩短预热。`,
      ),
      stop: true,
    });
  }
  if (run.customers !== null && run.warmUpCustomers > run.customers) {
    problems.push({
      path: ["run", "warmup"],
      message: message(
        `The warm-up (${run.warmUpCustomers} customers) is longer than what is counted (${run.customers}).`,
        `预热（${run.warmUpCustomers} 人）比计入的（${run.customers} 人）还多。`,
        `Count at least ${10 * run.warmUpCustomers} customers, or warm up with fewer.`,
        `请至少计入 ${10 * run.warmUpCustomers} 人，或减少预热。`,
      ),
      stop: true,
    });
  }
}

/** One long run is cut into batches (N-Skart): of a few customers there are none to cut. */
function checkLoneRun({run, arrivals}: Scenario, problems: Finding[]): void {
  const {leastAlone} = RUN;
  const rate = [...arrivals.values()].reduce((sum, source) => sum + arrivalRateOf(source, 0, Infinity), 0);
  const customers = run.customers ?? Math.floor(rate * (run.length ?? 0));
  if (customers >= leastAlone || (run.customers === null && !(rate > 0))) return;
  problems.push({
    path: ["run", run.customers === null ? "length" : "customers"],
    message: message(
      `One long run of about ${customers} customers is too short to say anything about chance: no interval can be given.`,
      `只有一次长期运行，约 ${customers} 人，太短，无法说明偶然性，也给不出置信区间。`,
      `Count at least ${leastAlone} customers (${20 * leastAlone} or more make good intervals), or ask for 30 replications.`,
      `至少计入 ${leastAlone} 人（${20 * leastAlone} 人以上的区间才可靠），或用 30 次重复。`,
    ),
    stop: true,
  });
}

function checkRoutes(scenario: Scenario, {problems, warnings}: Findings): void {
  for (const [name, route] of scenario.routes) {
    const [trapped] = trappedSteps(route);
    if (trapped !== undefined) {
      problems.push({
        path: ["routes", name, trapped],
        message: message(
          `From the step “${trapped}” nobody ever leaves: people would go round for ever.`,
          `从步骤“${trapped}”起没有人能离开：人会一直绕下去。`,
          "Let one of its next steps lead to `leave`.",
          "请让其中一步通向 `leave`。",
        ),
      });
    }
  }
  const visited = new Set<string>();
  for (const name of scenario.classes.keys())
    for (const step of routeOf(scenario, name).steps) if (step.does.kind === "visit") visited.add(step.does.station);
  for (const station of scenario.stations.keys()) {
    if (visited.has(station)) continue;
    warnings.push({
      path: ["stations", station],
      message: message(
        `Nobody ever goes to “${station}”.`,
        `没有人会去“${station}”。`,
        "Let a route visit it, or remove it.",
        "请让某条路线经过它，或删去它。",
      ),
    });
  }
}

/** Where customers may be lost on the way, what comes to later stations is less than the load says. */
function checkLoad(scenario: Scenario, found: Findings): void {
  const loads = offeredLoad(scenario, HALF_HOUR);
  for (const station of scenario.stations.keys()) {
    const own = loads.filter((load) => load.station === station);
    if (scenario.opening === null) {
      checkLongRun(scenario, own[0], found);
      checkKept(scenario, own[0], found);
      checkAccessible(scenario, own[0], found);
    } else checkDay(scenario, own, found);
  }
}

function checkLongRun(scenario: Scenario, load: Load, {problems, warnings}: Findings): void {
  const {station, servers} = load;
  if (servers === 0) return; // told already
  const patient = patientLoad(scenario, station);
  const isRoomy = scenario.stations.get(station)?.room === null;
  const erlangs = isRoomy ? patient : 0;
  const isRegular = isClockwork(scenario, station);
  if (isRegular ? erlangs > servers * (1 + 1e-9) : erlangs >= servers * (1 - 1e-9)) {
    const limit = (meanVisit(scenario, station) * servers) / load.erlangs;
    const people = servers === 1 ? "1 server brings" : `${servers} servers bring`;
    const worth = roundTo(erlangs, erlangs - servers < 0.05 ? 3 : 1);
    const enough = Math.floor(erlangs + 1e-9) + 1;
    const finding = message(
      erlangs > servers * (1 + 1e-9)
        ? `${people} less work than customers do (${worth} erlangs): in the long run the line only grows.`
        : `${people} exactly as much work as customers do (${worth} erlangs): in the long run the line only grows.`,
      `${servers} 名服务员完成的工作${erlangs > servers * (1 + 1e-9) ? "少于" : "正好等于"}顾客带来的工作（${worth} 爱尔朗）：长期来看队伍只会越来越长。`,
      `Use at least ${enough} servers, bring the mean service time below ${durationText(limit)}, or give opening hours.`,
      `请至少用 ${enough} 名服务员，把平均服务时间降到 ${durationText(limit)} 以下，或给出营业时间。`,
    );
    if (losesUpstream(scenario, station)) warnings.push({path: ["stations", station, "servers"], message: finding});
    else problems.push({path: ["stations", station, "servers"], message: finding, stop: true});
  } else if (load.erlangs > servers && [...scenario.arrivals.values()].every(({process}) => process.kind !== "population")) {
    warnings.push({
      path: ["stations", station, "servers"],
      message: message(
        `Customers bring more work (${roundTo(load.erlangs, 1)} erlangs) than ${servers} servers can do: it is those who give up, balk or are refused who keep the line finite.`,
        `顾客带来的工作（${roundTo(load.erlangs, 1)} 爱尔朗）超过 ${servers} 名服务员的能力：队伍有限只因有人放弃、见队离去或被拒。`,
        "Look at the share that is lost before you look at the waits.",
        "请先看流失比例，再看等待时间。",
      ),
    });
  }
}

/** Enough servers in all, but too few for those who have none of their own. */
function checkKept(scenario: Scenario, {station, servers, erlangs}: Load, {problems}: Findings): void {
  const table = scenario.stations.get(station);
  const load = table === undefined ? null : keptLoad(scenario, station, table, servers);
  if (table === undefined || load === null || erlangs >= servers || load.others === 0) return;
  const {names, kept, general, others, overflow} = load;
  if (others + overflow < general * (1 - 1e-9)) return;
  let enough = servers + 1;
  for (let more = keptLoad(scenario, station, table, enough); more !== null && more.others + more.overflow >= more.general; enough++)
    more = keptLoad(scenario, station, table, enough + 1);
  const who = names.join(", ");
  const left = roundTo(Math.max(0, general - overflow), 2);
  problems.push({
    path: ["stations", station, "kept"],
    message: message(
      `${kept} of ${servers} servers ${kept === 1 ? "is" : "are"} kept for ${who}: what the other ${general} have left for everybody else (${left} erlangs) is less than the work they bring (${roundTo(others, 2)}), so in the long run their line only grows.`,
      `${servers} 名服务员中有 ${kept} 名专为 ${who} 保留：其余 ${general} 名留给其他人的能力（${left} 爱尔朗）少于他们带来的工作（${roundTo(others, 2)}），长期来看他们的队伍只会越来越长。`,
      `Use at least ${enough} servers, keep fewer, or give opening hours.`,
      `请至少用 ${enough} 名服务员，少保留一些，或给出营业时间。`,
    ),
    stop: true,
  });
}

/** Enough servers in all, but too few where some can be served. */
function checkAccessible(scenario: Scenario, {station, servers}: Load, {problems}: Findings): void {
  const {accessible = null, room = null} = scenario.stations.get(station) ?? {};
  if (accessible === null || room !== null) return;
  for (const reach of new Set([...accessible.values()].sort((a, b) => a - b))) {
    const names = [...accessible].flatMap(([name, count]) => (count <= reach ? [name] : []));
    const load = patientLoad(scenario, station, names);
    if (reach >= servers || load < reach * (1 - 1e-9)) continue;
    problems.push({
      path: ["stations", station, "accessible"],
      message: message(
        `${names.join(", ")} can use ${reach === 1 ? "1 window" : `${reach} windows`} only, and bring more work than can be done there (${roundTo(load, 2)} erlangs): in the long run they wait for ever longer.`,
        `${names.join("、")} 只能用 ${reach} 个窗口，而带来的工作（${roundTo(load, 2)} 爱尔朗）超过那里的能力：长期来看他们的等待只会越来越长。`,
        `Make at least ${Math.floor(load + 1e-9) + 1} windows accessible, or give opening hours.`,
        `请至少让 ${Math.floor(load + 1e-9) + 1} 个窗口可用，或给出营业时间。`,
      ),
      stop: true,
    });
    return;
  }
}

/** Erlangs of those who never give up and never balk, at one station: of all classes, or of some. */
function patientLoad(scenario: Scenario, station: string, only: readonly string[] | null = null): Erlangs {
  let erlangs = 0;
  for (const arrivals of scenario.arrivals.values()) {
    if (arrivals.process.kind === "population") continue; // whose line never grows beyond its members
    const rate = arrivalRateOf(arrivals, 0, Infinity);
    for (const {class: name, share} of arrivals.mix) {
      if (only !== null && !only.includes(name)) continue;
      erlangs += rate * share * staying(scenario, name, station) * (workOf(scenario, name).get(station)?.work ?? 0);
    }
  }
  return erlangs;
}

/** Share of a class that neither gives up nor balks, however long the line. */
function staying(scenario: Scenario, className: string, station: string): number {
  const one = scenario.classes.get(className);
  if (one === undefined || one.patience !== null) return 0;
  const balks = one.balks ?? null;
  if (balks === null || (balks.goesBy === "minutes" && scenario.stations.get(station)?.announces == null)) return 1;
  if (balks.rule.kind === "each") return balks.rule.each > 0 ? 0 : 1;
  return balks.rule.kind === "share" ? 1 - balks.rule.share[balks.rule.share.length - 1] : 0;
}

function meanVisit(scenario: Scenario, station: string): number {
  let work = 0;
  let visits = 0;
  for (const arrivals of scenario.arrivals.values()) {
    const rate = arrivalRateOf(arrivals, 0, Infinity);
    for (const {class: name, share} of arrivals.mix) {
      const own = workOf(scenario, name).get(station);
      work += rate * share * (own?.work ?? 0);
      visits += rate * share * (own?.visits ?? 0);
    }
  }
  return visits === 0 ? 0 : work / visits;
}

/** Arrivals and services that never vary: at full load nobody waits longer and longer. */
function isClockwork(scenario: Scenario, station: string): boolean {
  for (const {process, batch, mix} of scenario.arrivals.values()) {
    if (
      process.kind === "poisson" ||
      process.kind === "phases" ||
      process.kind === "spread" ||
      process.kind === "population" ||
      (process.kind === "renewal" && process.between.kind !== "fixed") ||
      batch.length > 1 ||
      mix.length > 1
    )
      return false;
  }
  const laws = [...scenario.classes.values()].map((one) => one.service);
  for (const route of scenario.routes.values())
    for (const step of route.steps) if (step.does.kind === "visit") laws.push(step.does.service);
  laws.push(scenario.stations.get(station)?.service ?? null);
  return scenario.routes.size === 0 && laws.every((law) => law === null || law.kind === "fixed" || meanOf(law) === 0);
}

/** Whether customers can be lost (patience, a full room) at another station of a route that visits this one. */
function losesUpstream(scenario: Scenario, station: string): boolean {
  for (const [name, one] of scenario.classes) {
    const visits = routeOf(scenario, name).steps.flatMap((step) => (step.does.kind === "visit" ? [step.does.station] : []));
    if (!visits.includes(station)) continue;
    if (visits.some((other) => other !== station && (one.patience !== null || scenario.stations.get(other)?.room !== null))) return true;
  }
  return false;
}

const HALF_HOUR = HOUR / 2;

function checkDay({closing, arrivals}: Scenario, loads: readonly Load[], {warnings}: Findings): void {
  const spans: {from: Clock; to: Clock; worst: Load}[] = [];
  for (const load of loads) {
    if (!(load.occupancy > 1 + 1e-9)) continue;
    const last = spans[spans.length - 1];
    if (last !== undefined && last.to === load.from) {
      last.to = load.to;
      if (load.occupancy > last.worst.occupancy) last.worst = load;
    } else spans.push({from: load.from, to: load.to, worst: load});
  }
  if (spans.length === 0) return;
  const isBooked = [...arrivals.values()].every(({process}) => process.kind === "book" && process.book.spread === null);
  const hours = (word: string, join: string) => spans.map((span) => `${formatClock(span.from)}${word}${formatClock(span.to)}`).join(join);
  const worst = spans.reduce((a, b) => (b.worst.occupancy > a.worst.occupancy ? b : a)).worst;
  const servers = roundTo(worst.servers, 1);
  const total = (of: (load: Load) => number) => loads.reduce((sum, load) => sum + of(load) * (load.to - load.from), 0);
  const [work, capacity] = [total((load) => load.erlangs), total((load) => load.servers)];
  if (isBooked && work <= capacity * (1 + 1e-9)) return; // two at the start are meant
  const lastsToClosing = spans[spans.length - 1].to === loads[loads.length - 1].to;
  const after = {
    "finish everyone": ["and those inside are served after closing", "关门后还要服务完店内的人"],
    "turn away the waiting": ["and those who wait at closing are sent away", "关门时等待的人会被请回"],
    "carry over": ["and those who wait at closing are left for tomorrow", "关门时等待的人留到明天"],
  }[closing];
  const meaning =
    work > capacity * (1 + 1e-9)
      ? [
          `Over the whole day too, more work comes (${roundTo(work / HOUR, 1)} server hours) than can be done (${roundTo(capacity / HOUR, 1)}): unless people give up, the line grows all day, ${after[0]}. Add servers.`,
          `就全天而言，来的工作（${roundTo(work / HOUR, 1)} 人时）也超过能完成的（${roundTo(capacity / HOUR, 1)} 人时）：除非有人放弃，队伍整天都在变长，${after[1]}。请增加服务员。`,
        ]
      : lastsToClosing
        ? [
            `It lasts until closing: unless people give up, the line grows to the end of the day, ${after[0]}. Add servers in these hours.`,
            `这种情况持续到关门：除非有人放弃，队伍到一天结束都在变长，${after[1]}。请在这些时段增加服务员。`,
          ]
        : [
            "For some hours of a day that is normal: the line grows, and shrinks when it gets quieter.",
            "一天中有几个小时这样是正常的：队伍先变长，闲下来再变短。",
          ];
  warnings.push({
    path: ["stations", worst.station, "servers"],
    message: message(
      `At “${worst.station}” more work comes than can be done from ${hours(" to ", ", ")} (at worst ${roundTo(worst.erlangs, 1)} erlangs for ${servers} ${servers === "1" ? "server" : "servers"}).`,
      `“${worst.station}”在 ${hours("–", "、")} 来的工作超过能完成的（最多 ${roundTo(worst.erlangs, 1)} 爱尔朗，${servers} 名服务员）。`,
      meaning[0],
      meaning[1],
    ),
  });
}

function checkPriority(scenario: Scenario, {warnings}: Findings): void {
  const priorities = new Set([...scenario.classes.values()].map((one) => one.priority));
  for (const [name, station] of scenario.stations) {
    const {order} = station;
    if ((!order.startsWith("priority") && order !== "class by class") || priorities.size > 1) continue;
    const word = order === "class by class" ? order : "priority";
    warnings.push({
      path: ["stations", name, "order"],
      message: message(
        `\`order: ${word}\` is set, but all classes have the same priority.`,
        `写了 \`order: ${word}\`，但所有类别的优先级相同。`,
        "Give one class `priority: 1` and the others `priority: 2`.",
        "请给一个类别 `priority: 1`，其他 `priority: 2`。",
      ),
    });
  }
}

function checkRooms(scenario: Scenario, {warnings}: Findings): void {
  for (const [name, station] of scenario.stations) {
    const most = station.servers.value.reduce((a, b) => Math.max(a, b), 0);
    if (station.room === null || station.room >= most) continue;
    warnings.push({
      path: ["stations", name, "room"],
      message: message(
        `The room holds ${station.room} people, fewer than the ${most} servers: some servers never work.`,
        `只容纳 ${station.room} 人，少于 ${most} 名服务员：有的服务员永远无事可做。`,
        `\`room\` counts people waiting and in service: use at least ${most}.`,
        `\`room\` 包括等待和服务中的人：请至少写 ${most}。`,
      ),
    });
  }
}

/** Rules of lines that do not go together. */
function checkLanes(scenario: Scenario, {problems}: Findings): void {
  for (const [name, station] of scenario.stations) {
    const hasPlaces = station.line === "one" && (station.places ?? 0) > 0;
    const besides = besidesServing(station);
    const path = ["stations", name, hasPlaces ? "places" : "opens"];
    if (hasPlaces && (station.kept != null || station.interrupt != null)) {
      const word = station.kept != null ? "kept" : "interrupt";
      problems.push({
        path,
        message: message(
          `\`places\` and \`${word}\` do not go together: who waits at a window has left the line.`,
          `\`places\` 与 \`${word}\` 不能同时使用：在窗口前等候的人已离开队列。`,
          `Leave one of them out.`,
          "请去掉其中一个。",
        ),
      });
    }
    if (besides === null || (!hasPlaces && station.opens == null)) continue;
    problems.push({
      path,
      message: message(
        `\`${path[2]}\` and \`${besides}\` do not go together yet.`,
        `\`${path[2]}\` 与 \`${besides}\` 目前不能同时使用。`,
        "Leave one of them out.",
        "请去掉其中一个。",
      ),
    });
  }
}

/** The word for what its servers do besides serving; null: nothing. */
function besidesServing(station: Station): string | null {
  if (station.people != null) return "people";
  if (station.breakdowns != null) return "breakdowns";
  if (station.setUp != null) return "setup";
  if (station.afterWork != null) return "afterwork";
  if (station.lunch != null) return "lunch";
  if (station.speedWaiting != null) return "speed";
  return (station.breaks ?? []).length > 0 ? "breaks" : null;
}
