/** What is told of routes and their steps. */
import {type Message, message} from "../message.ts";

export const stepNeeds = (): Message =>
  message(
    "A step either visits a station or takes a time.",
    "一个步骤要么去一个服务台，要么花一段时间。",
    "Write `{ at: counter }` or `{ wait: always 5 min }`.",
    "请写 `{ at: counter }` 或 `{ wait: always 5 min }`。",
  );

export const stepBoth = (): Message =>
  message(
    "A step cannot both visit a station and wait elsewhere.",
    "一个步骤不能既去服务台又在别处等。",
    "Make two steps of it.",
    "请分成两个步骤。",
  );

export const serviceWithoutStation = (): Message =>
  message(
    "`service` belongs to a visit; a delay has `wait`.",
    "`service` 属于到访；延时用 `wait`。",
    "Add `at: <station>`, or leave `service` out.",
    "请加上 `at: <服务台>`，或去掉 `service`。",
  );

export const notThen = (): Message =>
  message(
    "`then` says which step comes next.",
    "`then` 说明下一步。",
    "Write a step's name, `leave`, or shares: `{ 39%: tests, 61%: leave }`.",
    "请写步骤名、`leave`，或份额：`{ 39%: tests, 61%: leave }`。",
  );

export const leaveIsTaken = (): Message =>
  message(
    "`leave` means leaving the place; a step cannot be called so.",
    "`leave` 表示离开，步骤不能用这个名称。",
    "Give the step another name.",
    "请给步骤换个名称。",
  );

export const routesMissing = (stations: readonly string[]): Message => {
  const lines = stations.map((name) => `${name}: { at: ${name} }`).join(", ");
  return message(
    `There are ${stations.length} stations, and nothing says where customers go first and next.`,
    `有 ${stations.length} 个服务台，却没有说明顾客先去哪里、再去哪里。`,
    `Add two lines: \`routes:\` and below it \`  visit: { ${lines} }\`.`,
    `请加两行：\`routes:\`，其下写 \`  visit: { ${lines} }\`。`,
  );
};

export const routeUndecided = (name: string, routes: readonly string[]): Message =>
  message(
    `There are ${routes.length} routes, and “${name}” names none.`,
    `有 ${routes.length} 条路线，“${name}”没有指明走哪条。`,
    `Add \`route: ${routes[0]}\` to the source or the class.`,
    `请在来源或类别中加上 \`route: ${routes[0]}\`。`,
  );

export const serviceMissing = (station: string): Message =>
  message(
    `How long service takes at “${station}” is not said.`,
    `没有说明“${station}”的服务时间。`,
    "Add `service: lognormal 6 min cv 0.8` to the station, to the class, or to the step.",
    "请在服务台、类别或步骤中加上 `service: lognormal 6 min cv 0.8`。",
  );
