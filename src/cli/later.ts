/** Commands with a name and a place, still to come: whoever types one is told so, and the shell too. */
import {command} from "./command.ts";
import {UNREADABLE} from "./exit-code.ts";
import {phrases} from "./phrases.ts";

const later = (name: string, summary: string) =>
  command(`${name} [anything...]`, `${summary} (comes later)`).action((_, __, io) => {
    io.tell(phrases.later(io.language, name));
    return UNREADABLE;
  });

export const laterCommands = [
  later("plan", "How many people, in which shifts?"),
  later("book", "Which appointment rule?"),
  later("fit", "What does my log say?"),
];
