import {expect, test} from "vitest";
import {fourier} from "../../src/math/fourier.ts";

test("the transform of sixteen numbers is their sum over turned ones", () => {
  const n = 16;
  const x = Float64Array.from({length: n}, (_, j) => (j * j) % 7);
  const y = Float64Array.from({length: n}, (_, j) => ((3 * j) % 5) - 2);
  const re = x.slice();
  const im = y.slice();
  fourier(re, im);
  for (let k = 0; k < n; k++) {
    let sumRe = 0;
    let sumIm = 0;
    for (let j = 0; j < n; j++) {
      const angle = (-2 * Math.PI * j * k) / n;
      sumRe += x[j] * Math.cos(angle) - y[j] * Math.sin(angle);
      sumIm += x[j] * Math.sin(angle) + y[j] * Math.cos(angle);
    }
    expect(Math.abs(re[k] - sumRe)).toBeLessThan(1e-13);
    expect(Math.abs(im[k] - sumIm)).toBeLessThan(1e-13);
  }
});

test("transforming forth and back gives 65,536 numbers back to 1e-15", () => {
  const n = 65_536;
  const x = Float64Array.from({length: n}, (_, j) => ((j * 7919) % 1000) / 1000);
  const re = x.slice();
  const im = new Float64Array(n);
  fourier(re, im);
  for (let i = 0; i < n; i++) im[i] = -im[i];
  fourier(re, im);
  let worst = 0;
  for (let i = 0; i < n; i++) worst = Math.max(worst, Math.abs(re[i] / n - x[i]));
  expect(worst).toBeLessThan(1e-15);
});
