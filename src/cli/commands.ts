/** Every command, in the order in which the help tells them. What one of them knows and does is loaded when it is asked for. */
import type {Listed} from "./command.ts";

export const COMMANDS: readonly Listed[] = [
  {
    name: "compare",
    usage: "[options] <scenario>",
    summary: "Which design is better?",
    load: async () => (await import("./compare.ts")).compareCommand,
  },
  {
    name: "crossing",
    usage: "[options] <scenario>",
    summary: "From which value on does the other design win?",
    load: async () => (await import("./crossing.ts")).crossingCommand,
  },
  {
    name: "run",
    usage: "[options] <scenario>",
    summary: "What will such a day look like?",
    load: async () => (await import("./run.ts")).runCommand,
  },
  {
    name: "theory",
    usage: "[options] <notation>",
    summary: "What do the formulas say?",
    load: async () => (await import("./theory.ts")).theoryCommand,
  },
  {
    name: "check",
    usage: "[options] <scenario>",
    summary: "Is the file right, and what does it mean?",
    load: async () => (await import("./check.ts")).checkCommand,
  },
  {
    name: "init",
    usage: "[options] [kind]",
    summary: "A scenario to begin with",
    load: async () => (await import("./init.ts")).initCommand,
  },
  {
    name: "schema",
    usage: "[options]",
    summary: "The shape of a scenario file, as JSON Schema for editors",
    load: async () => (await import("./schema.ts")).schemaCommand,
  },
  {
    name: "show",
    usage: "[options] <report>",
    summary: "What does this report say?",
    load: async () => (await import("./show.ts")).showCommand,
  },
  {
    name: "verify",
    usage: "[options]",
    summary: "Why should I believe it? Every reference case, run on this machine",
    load: async () => (await import("./verify.ts")).verifyCommand,
  },
  {
    name: "completion",
    usage: "<shell>",
    summary: "Completion for bash, zsh or fish",
    load: async () => (await import("./completion.ts")).completionCommand(COMMANDS),
  },
  {
    name: "doctor",
    usage: "",
    summary: "Does it work on this machine?",
    load: async () => (await import("./doctor.ts")).doctorCommand,
  },
  later("plan", "How many people, in which shifts?"),
  later("book", "Which appointment rule?"),
  later("fit", "What does my log say?"),
];

/** A name and a place for what is still to come: whoever types it is told so, and the shell too. */
function later(name: string, summary: string): Listed {
  return {
    name,
    usage: "[anything...]",
    summary: `${summary} (comes later)`,
    load: async () => (await import("./later.ts")).later(name),
  };
}
