/**
 * The discrete Fourier transform of a power of two of complex numbers.
 *
 *   X_k = Σ_j x_j e^(-2πi jk/n)
 *
 * Each twiddle factor is computed by itself, so that errors grow with the logarithm of n only.
 * Source: Cooley and Tukey (1965), "An algorithm for the machine calculation of complex Fourier series", Math. Comp. 19, 297-301.
 */
import {cos, sin} from "./circular.ts";

const TWO_PI = 6.283185307179586;

/** In place. `re` and `im` have the same length, a power of two. */
export function fourier(re: Float64Array, im: Float64Array): void {
  const n = re.length;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      [re[i], re[j]] = [re[j], re[i]];
      [im[i], im[j]] = [im[j], im[i]];
    }
  }
  const half = n >> 1;
  const turnRe = new Float64Array(half);
  const turnIm = new Float64Array(half);
  for (let k = 0; k < half; k++) {
    turnRe[k] = cos((TWO_PI * k) / n);
    turnIm[k] = -sin((TWO_PI * k) / n);
  }
  for (let width = 2; width <= n; width *= 2) {
    const reach = width >> 1;
    const stride = n / width;
    for (let from = 0; from < n; from += width) {
      for (let k = 0; k < reach; k++) {
        const a = from + k;
        const b = a + reach;
        const wRe = turnRe[k * stride];
        const wIm = turnIm[k * stride];
        const tRe = re[b] * wRe - im[b] * wIm;
        const tIm = re[b] * wIm + im[b] * wRe;
        re[b] = re[a] - tRe;
        im[b] = im[a] - tIm;
        re[a] += tRe;
        im[a] += tIm;
      }
    }
  }
}
