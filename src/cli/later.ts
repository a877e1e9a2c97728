/** A command that is still to come says so. */
import {command} from "./command.ts";
import {UNREADABLE} from "./exit-code.ts";
import {phrases} from "./phrases.ts";

export const later = (name: string) =>
  command("[anything...]").action((_, __, io) => {
    io.tell(phrases.later(io.language, name));
    return UNREADABLE;
  });
