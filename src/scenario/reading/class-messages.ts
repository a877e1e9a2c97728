/** What is told of classes of customers. */
import {type Message, message} from "../message.ts";

export const twoPatiences = (name: string): Message =>
  message(
    `Customers of “${name}” come from two sources with different patience.`,
    `“${name}”的顾客来自两个来源，耐心却不同。`,
    `Give the patience once, under \`classes.${name}\`.`,
    `请只在 \`classes.${name}\` 下写一次耐心。`,
  );

export const twoRoutes = (name: string): Message =>
  message(
    `Customers of “${name}” come from two sources with different routes.`,
    `“${name}”的顾客来自两个来源，路线却不同。`,
    `Give the route once, under \`classes.${name}\`.`,
    `请只在 \`classes.${name}\` 下写一次路线。`,
  );

export const twoChoices = (name: string, word: string): Message =>
  message(
    `Customers of “${name}” come from two sources with different \`${word}\`.`,
    `“${name}”的顾客来自两个来源，\`${word}\` 却不同。`,
    `Give it once, under \`classes.${name}\`.`,
    `请只在 \`classes.${name}\` 下写一次。`,
  );

export const classNeverComes = (name: string): Message =>
  message(
    `Nobody of the class “${name}” ever comes.`,
    `“${name}”类的顾客从不出现。`,
    `Give it a share under \`arrivals\`: \`mix: { ${name}: 20%, ... }\`.`,
    `请在 \`arrivals\` 里给它份额：\`mix: { ${name}: 20%, ... }\`。`,
  );
