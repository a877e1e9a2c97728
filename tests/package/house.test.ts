/** The rules of the house bite: each breach below is found, and what looks like one is not. */
import {expect, test} from "vitest";
import {breachesOf} from "../../tools/lint-house.js";

const found = (path: string, source: string): string[] => breachesOf(path, source).map(({message}) => message);

test.each([
  ["replication/loop.ts", 'import {readScenario} from "../scenario/reading/read-scenario.ts";', /engine never imports/],
  ["math/gamma.ts", 'import type {Model} from "../model/model.ts";', /point up the list/],
  ["wording/say.ts", 'import {main} from "../cli/main.ts";', /point up the list/],
  ["engine.ts", 'export {readScenario} from "./scenario/reading/read-scenario.ts";', /engine's door/],
  ["engine.ts", 'export {inWorkers} from "./replication/workers/in-workers.ts";', /engine's door/],
  ["estimate/interval.ts", 'import {inWorkers} from "../replication/workers/in-workers.ts";', /choose workers/],
  ["report/page.ts", 'import {writeFileSync} from "node:fs";', /touch the world/],
  ["model/compile.ts", "console.log(model);", /touch the world/],
  ["model/compile.ts", "if (process.env.DEBUG) {}", /touch the world/],
  ["random/stream.ts", 'import seedrandom from "seedrandom";', /may not be imported here/],
  ["estimate/interval.ts", "const z = Math.log(x);", /Math\.log differs/],
  ["estimate/interval.ts", 'const z = Math["log"](x);', /differs/],
  ["estimate/interval.ts", "const {log} = Math;", /another name/],
  ["estimate/interval.ts", "const y = x ** 2;", /\*\* differs/],
  ["replication/loop.ts", "const now = Date.now();", /depends on the machine/],
  ["comparison/index.ts", "n.toLocaleString();", /depends on the machine/],
  ["random/stream.ts", "Math.random()", /Math\.random differs/],
  ["utils/helpers.ts", "", /not in the list/],
  ["math/gamma.ts", 'import {log} from "./elementary";', /must end in \.ts/],
])("%s: %s", (path, source, message) => {
  expect(found(path, source)).toEqual([expect.stringMatching(message)]);
});

test.each([
  ["math/gamma.ts", "// Math.log differs; Date too\nconst text = `Math.pow ${Math.sqrt(2)} console.log`;"],
  [
    "replication/loop.ts",
    'import {log} from "../math/elementary.ts";\nconst bound = 2 ** 48;\nconst process = {kind: "poisson"};\nprocess.kind;',
  ],
  ["replication/loop.ts", "const half = a / b; // Math.exp\nconst pattern = /Math.exp(1)/.test(text);"],
  ["cli/node-io.ts", 'import {readFileSync} from "node:fs";\nconst now = Date.now();'],
  ["wording/number.ts", "const digits = Math.log10(value);"],
  ["report/page.ts", 'import {createHash} from "node:crypto";'],
  ["scenario/reading/read-scenario.ts", 'import {parseDocument} from "yaml";'],
])("no breach in %s: %s", (path, source) => {
  expect(found(path, source)).toEqual([]);
});
