import {expect, test} from "vitest";
import {threefry2x32} from "../../src/random/threefry.ts";

function words(key0: number, key1: number, counter0: number, counter1: number): string {
  const out = new Int32Array(2);
  threefry2x32(key0, key1, counter0, counter1, out);
  return Array.from(out, (word) => (word >>> 0).toString(16).padStart(8, "0")).join(" ");
}

test("Threefry gives the known answers of Random123", () => {
  expect(words(0, 0, 0, 0)).toBe("6b200159 99ba4efe");
  expect(words(0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff)).toBe("1cb996fc bb002be7");
  expect(words(0x13198a2e, 0x03707344, 0x243f6a88, 0x85a308d3)).toBe("c4923a9c 483df7a0");
});

test("a word means the same signed and unsigned", () => {
  expect(words(-1, -1, -1, -1)).toBe("1cb996fc bb002be7");
});
