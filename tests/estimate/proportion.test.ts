import {expect, test} from "vitest";
import {clopperPearson} from "../../src/estimate/proportion.ts";
import {pow} from "../../src/math/elementary.ts";

test("when it held on all of n days, the lower bound is (α/2)^(1/n), for every n up to 3000", () => {
  for (let n = 1; n <= 3000; n++) {
    expect(clopperPearson(n, n, 0.95).low).toBeCloseTo(pow(0.025, 1 / n), 12);
    expect(clopperPearson(0, n, 0.95).high).toBeCloseTo(1 - pow(0.025, 1 / n), 12);
  }
});
