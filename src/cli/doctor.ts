/** Does it work on this machine? Node, worker threads, a place to write, and a small day that must come out alike on both roads. */
import {VERSION} from "../version.ts";
import {command} from "./command.ts";
import {DONE, OUR_BUG, UNREADABLE} from "./exit-code.ts";
import {FileTrouble} from "./io.ts";

export const doctorCommand = command()
  .example("waitline doctor")
  .action(async (_, __, io) => {
    io.print(`waitline ${VERSION}, Node ${process.versions.node}, ${process.platform} ${process.arch}, ${io.threads} threads`);
    const checks: [string, () => Promise<string>][] = [
      ["Node is new enough", async () => requireNode()],
      ["worker threads give the same bits as this thread", async () => (await import("./self-check.ts")).workersAgree(io)],
      [
        "reports/ can be written",
        async () => {
          await io.requireWritable("reports/waitline.html");
          return "";
        },
      ],
    ];
    let exitCode: number = DONE;
    for (const [name, check] of checks) {
      try {
        const detail = await check();
        io.print(`  ok      ${name}${detail === "" ? "" : `: ${detail}`}`);
      } catch (error) {
        // A folder without the right to write is nobody's bug.
        if (exitCode !== OUR_BUG) exitCode = error instanceof FileTrouble ? UNREADABLE : OUR_BUG;
        io.print(`  FAILED  ${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
    return exitCode;
  });

function requireNode(): string {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Error(`Node 20.19 or newer is needed, this is ${process.versions.node}`);
  return "";
}
