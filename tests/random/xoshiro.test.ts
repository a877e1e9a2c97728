import {expect, test} from "vitest";
import {nextUniform} from "../../src/random/unit-variates.ts";
import {nextXoshiro, startXoshiro} from "../../src/random/xoshiro.ts";
import {sampleOf, keyFor} from "./samples.ts";

test("xoshiro128++ gives its known answers", () => {
  const state = Int32Array.of(1, 2, 3, 4);
  expect(Array.from({length: 5}, () => nextXoshiro(state) >>> 0)).toEqual([641, 1573767, 3222811527, 3517856514, 836907274]);
});

test("a block of uniform numbers takes the same steps as one number at a time", () => {
  const state = new Int32Array(4);
  startXoshiro(state, keyFor("service"), 3);
  const single = Float64Array.from({length: 500}, () => nextUniform(state));
  expect(sampleOf({kind: "uniform", from: 0, to: 1}, 500, 3)).toEqual(single);
});
