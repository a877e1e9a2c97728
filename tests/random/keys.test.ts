import {expect, test} from "vitest";
import {deriveKey} from "../../src/random/keys.ts";

test("seed, purpose and owner each make another key", () => {
  const keys = [
    deriveKey("1", "service", "anyone"),
    deriveKey("2", "service", "anyone"),
    deriveKey("1", "patience", "anyone"),
    deriveKey("1", "service", "会员"),
    deriveKey("1", "service", "会员 "),
  ];
  expect(new Set(keys.map(String)).size).toBe(keys.length);
  for (const word of keys.flat()) expect(Number.isInteger(word) && word === (word | 0)).toBe(true);
});

test("no bit of a key has changed", () => {
  expect([deriveKey("2026", "service", "customers"), deriveKey("1", "服务", "会员")]).toMatchInlineSnapshot(`
    [
      [
        -1143591972,
        1560594513,
      ],
      [
        1283070213,
        1792646903,
      ],
    ]
  `);
});
