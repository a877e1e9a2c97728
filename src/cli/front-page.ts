/**
 * What the help of the whole program says. Most people see it first and wait for it, so it is laid out here without the package
 * that reads command lines (a test holds the two against each other). A terminal too narrow for its lines gets the package's page.
 */
import type {Listed} from "./command.ts";

export const FRONT_PAGE = {
  name: "waitline",
  summary: "One line or many, how many people at which hour? Waitline simulates places where people wait.",
  version: ["--version", "print the version"],
  help: ["--help", "print this help"],
  helpCommand: ["help [command]", "print the help of a command"],
  after: `
Examples:
  $ waitline init bank > bank.yaml
  $ waitline check bank.yaml
  $ waitline compare bank.yaml

No network, no telemetry: nothing leaves this machine.`,
} as const;

const MOST_COLUMNS = 120;

/** @returns null when the terminal is too narrow for one of the lines */
export function frontPage(commands: readonly Listed[], width: number): string | null {
  const rows = [...commands.map(({name, usage, summary}) => [`${name} ${usage}`.trim(), summary]), FRONT_PAGE.helpCommand];
  const options = [FRONT_PAGE.version, FRONT_PAGE.help];
  const column = Math.max(...[...options, ...rows].map(([term]) => term.length)) + 2;
  const told = (list: readonly (readonly string[])[]) => list.map(([term, said]) => `  ${term.padEnd(column)}${said}`).join("\n");
  const page = [
    `Usage: ${FRONT_PAGE.name} [options] [command]\n`,
    `${FRONT_PAGE.summary}\n`,
    `Options:\n${told(options)}\n`,
    `Commands:\n${told(rows)}`,
    FRONT_PAGE.after,
  ].join("\n");
  return page.split("\n").some((line) => line.length >= Math.min(width, MOST_COLUMNS)) ? null : page;
}
