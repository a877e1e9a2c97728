/** Any bit that changes in any estimate is seen here. When it was meant to change: `npm run golden`, and say so in the changelog. */
import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import * as engine from "../../src/browser.ts";
import {goldenOf} from "./golden.ts";
import {WORLDS} from "./worlds.ts";

const golden = JSON.parse(readFileSync(new URL("estimates.json", import.meta.url), "utf8"));

test.for(WORLDS.map((world) => [world.name, world] as const))(
  "%s: the same seed still tells the same history, to the last bit",
  async ([name, world]) => {
    expect(await goldenOf(world, engine)).toEqual(golden[name]);
  },
);

test("every golden world is still there", () => {
  expect(Object.keys(golden)).toEqual(WORLDS.map(({name}) => name));
});
