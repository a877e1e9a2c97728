/** The engine bundle in a browser gives the bits that Node gives. */
import {existsSync, readFileSync} from "node:fs";
import {build} from "esbuild";
import type {Browser} from "puppeteer-core";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import * as engine from "../../src/browser.ts";
import {inThisThread} from "../../src/replication/in-this-thread.ts";
import {answerOf, WORLDS} from "../golden/worlds.ts";
import {skipsBrowser, startChromium} from "./chromium.ts";

const BUNDLES = ["engine.js", "statistics.js"].map((name) => new URL(`../../dist/${name}`, import.meta.url));

describe.skipIf(skipsBrowser)("the engine in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startChromium();
  });
  afterAll(() => browser?.close());

  test.for(WORLDS.map((world, i) => [world.name, i] as const))(
    "%s: estimates and comparisons are those of Node, byte for byte",
    async ([, i]) => {
      expect(BUNDLES.every(existsSync), "dist/engine.js: run `npm run build` first").toBe(true);
      const page = await browser.newPage();
      const there = await page.evaluate(`(async () => {
      const load = (text) => import(URL.createObjectURL(new Blob([text], {type: "text/javascript"})));
      const [engine, statistics] = await Promise.all(${JSON.stringify(BUNDLES.map((bundle) => readFileSync(bundle, "utf8")))}.map(load));
      const {WORLDS, answerOf} = await load(${JSON.stringify(await worldsForThePage())});
      return JSON.stringify(await answerOf(WORLDS[${i}], {...engine, ...statistics}, engine.inThisThread));
    })()`);
      await page.close();
      const here = JSON.stringify(await answerOf(WORLDS[i], engine, inThisThread));
      expect(here.length).toBeGreaterThan(1000);
      expect(there).toBe(here);
    },
  );
});

/** The worlds alone; the engine comes from its bundle. */
async function worldsForThePage(): Promise<string> {
  const {outputFiles} = await build({
    entryPoints: [new URL("../golden/worlds.ts", import.meta.url).pathname],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    plugins: [
      {
        name: "no files in a page",
        setup(plugin) {
          plugin.onResolve({filter: /^node:/}, ({path}) => ({path, namespace: "empty"}));
          plugin.onLoad({filter: /.*/, namespace: "empty"}, () => ({contents: "export const readFileSync = null;"}));
        },
      },
    ],
  });
  return outputFiles[0].text;
}
