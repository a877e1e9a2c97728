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
