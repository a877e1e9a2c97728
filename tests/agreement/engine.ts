/**
 * The engine as users get it: bundled into one module from today's sources. The test runner rewrites every import into a
 * lookup at run time, which costs the event loop half of its speed; what the loop does stays the same.
 */
import {fileURLToPath} from "node:url";
import {build} from "esbuild";
import type * as simulation from "../../src/replication/simulation.ts";
import type * as trace from "../../src/replication/trace.ts";

const {outputFiles} = await build({
  stdin: {
    contents: 'export {Simulation} from "./simulation.ts"; export {traceReplication} from "./trace.ts";',
    resolveDir: fileURLToPath(new URL("../../src/replication", import.meta.url)),
  },
  bundle: true,
  format: "esm",
  target: "es2022",
  write: false,
});
const code = Buffer.from(outputFiles[0].contents).toString("base64");
const engine = (await import(/* @vite-ignore */ `data:text/javascript;base64,${code}`)) as typeof simulation & typeof trace;

export const {Simulation, traceReplication} = engine;
