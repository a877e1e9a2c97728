import {expect, test} from "vitest";
import {exp} from "../../src/math/elementary.ts";
import {chiSquareCdf, normalCdf, regularizedGammaP, logGamma} from "../../src/math/special.ts";
import {type Law, meanOf, Stream, squaredCVOf} from "../../src/random/index.ts";
import {sourceOf} from "../../src/random/sources.ts";
import {chiSquareOfCells, correlationZ, keyFor, kolmogorov, moments, sampleOf, twice} from "./samples.ts";

const hyperexponential: Law = {
  kind: "mix",
  parts: [
    {share: 0.8, law: {kind: "exponential", mean: 120}},
    {share: 0.2, law: {kind: "exponential", mean: 720}},
  ],
};

const sigma = Math.sqrt(Math.log(1.64));
const weibullScale = 360 * Math.exp(-logGamma(1 + 1 / 1.5));

/** Every continuous law with its distribution function. */
const laws: Record<string, {law: Law; cdf: (x: number) => number}> = {
  "an exponential time of 4 min": {law: {kind: "exponential", mean: 240}, cdf: (x) => 1 - Math.exp(-x / 240)},
  "an Erlang time of 3 phases": {law: {kind: "erlang", mean: 240, phases: 3}, cdf: (x) => regularizedGammaP(3, x / 80)},
  "an Erlang time of 40 phases": {law: {kind: "erlang", mean: 240, phases: 40}, cdf: (x) => regularizedGammaP(40, x / 6)},
  "a gamma time steadier than exponential": {law: {kind: "gamma", mean: 60, squaredCV: 0.4}, cdf: (x) => regularizedGammaP(2.5, x / 24)},
  "a gamma time wilder than exponential": {law: {kind: "gamma", mean: 60, squaredCV: 2}, cdf: (x) => regularizedGammaP(0.5, x / 120)},
  "a lognormal time with a cv of 0.8": {
    law: {kind: "lognormal", mean: 360, squaredCV: 0.64},
    cdf: (x) => normalCdf(Math.log(x / 360) / sigma + sigma / 2),
  },
  "a Weibull time of shape 1.5": {law: {kind: "weibull", mean: 360, shape: 1.5}, cdf: (x) => 1 - Math.exp(-((x / weibullScale) ** 1.5))},
  "a uniform time from 20 s to 50 s": {law: {kind: "uniform", from: 20, to: 50}, cdf: (x) => (x - 20) / 30},
  "a hyperexponential time": {law: hyperexponential, cdf: (x) => 1 - 0.8 * Math.exp(-x / 120) - 0.2 * Math.exp(-x / 720)},
};

const everyLaw: Record<string, Law> = {
  ...Object.fromEntries(Object.entries(laws).map(([name, {law}]) => [name, law])),
  "a fixed time": {kind: "fixed", value: 20},
  "an empirical time": {kind: "empirical", values: [30, 45, 60, 300]},
  "an empirical time with weights": {kind: "empirical", values: [30, 45, 60, 300], weights: [5, 0, 3, 2]},
  "a mix within a mix": {
    kind: "mix",
    parts: [
      {share: 0.5, law: hyperexponential},
      {share: 0.5, law: {kind: "gamma", mean: 60, squaredCV: 2}},
    ],
  },
};

for (const [name, {law, cdf}] of Object.entries(laws)) {
  test(`${name} follows its distribution`, () => {
    expect(kolmogorov(sampleOf(law, 100_000), cdf)).toBeLessThan(1.95); // 99.9 %
  });
}

test("a hundred thousand times tell a mean of 3 % more", () => {
  expect(kolmogorov(sampleOf({kind: "exponential", mean: 1.03}, 100_000), (x) => 1 - Math.exp(-x))).toBeGreaterThan(1.95);
});

for (const [name, law] of Object.entries(everyLaw)) {
  test(`${name} has the mean and the variance of its law`, () => {
    const mean = meanOf(law);
    const variance = squaredCVOf(law) * mean ** 2;
    const sample = moments(sampleOf(law, 200_000));
    expect(Math.abs(sample.mean - mean)).toBeLessThanOrEqual(4 * sample.meanError + 1e-12 * mean);
    expect(Math.abs(sample.variance - variance)).toBeLessThanOrEqual(4 * sample.varianceError + 1e-12 * variance);
    expect(sample.meanError).toBeLessThan(0.005 * mean);
    expect(sample.varianceError).toBeLessThanOrEqual(0.05 * variance);
  });

  test(`${name}: how the sequence is cut into blocks does not change it`, () => {
    const stream = new Stream(law, keyFor("service"));
    const source = sourceOf(law, keyFor("service"));
    source.restart(0);
    for (const size of [1, 7, 64, 1, 1000, 5000, 200]) {
      const block = new Float64Array(size);
      source.fill(block, size);
      expect(block).toEqual(Float64Array.from({length: size}, () => stream.next()));
    }
  });

  test(`${name}: a replication is the same whatever came before it`, () => {
    const stream = new Stream(law, keyFor("service"));
    for (let i = 0; i < 777; i++) stream.next();
    stream.restart(5);
    expect(Float64Array.from({length: 300}, () => stream.next())).toEqual(sampleOf(law, 300, 5));
  });

  test(`${name}: twice the time is twice every time, to the last bit`, () => {
    expect(sampleOf(twice(law), 2000)).toEqual(sampleOf(law, 2000).map((x) => 2 * x));
  });
}

test("weights say how often each observed time returns", () => {
  const sample = sampleOf(everyLaw["an empirical time with weights"], 100_000);
  const count = (value: number) => sample.reduce((sum, x) => sum + (x === value ? 1 : 0), 0);
  expect([30, 45, 60, 300].map(count).reduce((a, b) => a + b)).toBe(100_000);
  expect(count(45)).toBe(0);
  for (const [value, share] of [
    [30, 0.5],
    [60, 0.3],
    [300, 0.2],
  ]) {
    expect(Math.abs(count(value) - 100_000 * share)).toBeLessThan(4 * Math.sqrt(100_000 * share * (1 - share)));
  }
});

test("the exponential stream has mean 1 and the tail e^-x, far beyond the ziggurat's base", () => {
  const n = 2_000_000;
  const sample = sampleOf({kind: "exponential", mean: 1}, n);
  for (const x of [0.001, 1, 3, 7.6, 7.8, 9, 10.5]) {
    const beyond = sample.reduce((sum, time) => sum + (time > x ? 1 : 0), 0);
    const share = exp(-x);
    expect(Math.abs(beyond - n * share), `beyond ${x}`).toBeLessThan(4 * Math.sqrt(n * share * (1 - share)));
  }
  expect(sample.every((time) => time > 0)).toBe(true);
});

test("uniform numbers use 52 random bits between neither end", () => {
  const n = 5000;
  const ones = new Float64Array(52);
  for (const u of sampleOf({kind: "uniform", from: 0, to: 1}, n)) {
    const k = u * 2 ** 52 - 0.5;
    expect(Number.isInteger(k) && k >= 0 && k < 2 ** 52).toBe(true);
    for (let bit = 0; bit < 52; bit++) ones[bit] += Math.floor(k / 2 ** bit) % 2;
  }
  for (const count of ones) expect(Math.abs(count - n / 2)).toBeLessThan(4.5 * Math.sqrt(n / 4));
});

test("replications 0 to 9999 begin independently of each other", () => {
  const stream = new Stream({kind: "uniform", from: 0, to: 1}, keyFor("arrival"));
  const firsts = Float64Array.from({length: 10_000}, (_, replication) => {
    stream.restart(replication);
    return stream.next();
  });
  const share = chiSquareCdf(chiSquareOfCells(firsts, 100), 99);
  expect(share).toBeGreaterThan(0.0005);
  expect(share).toBeLessThan(0.9995);
  expect(Math.abs(correlationZ(firsts.slice(1), firsts.slice(0, -1)))).toBeLessThan(3.3);
  expect(new Set(firsts).size).toBe(10_000);
});

test("neighbouring replications, purposes and owners have nothing to do with each other", () => {
  const uniform: Law = {kind: "uniform", from: 0, to: 1};
  const base = sampleOf(uniform, 20_000, 0);
  const others = [sampleOf(uniform, 20_000, 1), sampleOf(uniform, 20_000, 2)];
  for (const purpose of ["arrival", "servicf", "service "]) {
    const stream = new Stream(uniform, keyFor(purpose));
    others.push(Float64Array.from({length: 20_000}, () => stream.next()));
  }
  others.push(base.slice(1), base.slice(2));
  for (const other of others) expect(Math.abs(correlationZ(base, other))).toBeLessThan(3.5);
});

test("the parts of a mix are independent of which part is chosen before", () => {
  const sample = sampleOf(hyperexponential, 100_000);
  expect(Math.abs(correlationZ(sample.slice(1), sample.slice(0, -1)))).toBeLessThan(3.5);
});

test("no bit of any law's times has changed", () => {
  const golden = Object.fromEntries(
    Object.entries(everyLaw).map(([name, law]) => [name, [...sampleOf(law, 2, 0), sampleOf(law, 5000, 7)[4999]]]),
  );
  expect(golden).toMatchInlineSnapshot(`
    {
      "a Weibull time of shape 1.5": [
        270.546652559541,
        700.9852377763484,
        162.56625123897496,
      ],
      "a fixed time": [
        20,
        20,
        20,
      ],
      "a gamma time steadier than exponential": [
        102.24012773606921,
        76.23358654669595,
        82.61334402215441,
      ],
      "a gamma time wilder than exponential": [
        159.27633200996365,
        89.61899239929127,
        10.00014429997384,
      ],
      "a hyperexponential time": [
        217.39943927073864,
        221.60092859510195,
        103.31375569594958,
      ],
      "a lognormal time with a cv of 0.8": [
        616.3682941846579,
        102.0485026284136,
        302.6983327258546,
      ],
      "a mix within a mix": [
        105.47896621327423,
        7.8252558994156765,
        396.09855149744163,
      ],
      "a uniform time from 20 s to 50 s": [
        32.302648415125915,
        40.64843595880321,
        25.409259018903274,
      ],
      "an Erlang time of 3 phases": [
        261.50795829824733,
        132.79327428543687,
        241.26343410073463,
      ],
      "an Erlang time of 40 phases": [
        282.7216388258249,
        261.4247123241518,
        224.94686813447643,
      ],
      "an empirical time": [
        45,
        60,
        30,
      ],
      "an empirical time with weights": [
        60,
        30,
        30,
      ],
      "an exponential time of 4 min": [
        134.1122926213767,
        559.3306879030355,
        62.467039813160994,
      ],
    }
  `);
});

test("a law that no time could follow makes no stream", () => {
  expect(() => new Stream({kind: "exponential", mean: -3}, keyFor("service"))).toThrow(new RangeError("mean must be positive, got -3"));
});

test("how much an earlier replication drew changes no time of a later one", () => {
  for (const law of Object.values(everyLaw)) {
    const fresh = new Stream(law, keyFor("blocks"));
    fresh.restart(9);
    const times = Array.from({length: 700}, () => fresh.next());
    for (const drawn of [1, 20, 64, 65, 500, 5000]) {
      const stream = new Stream(law, keyFor("blocks"));
      for (let i = 0; i < drawn; i++) stream.next();
      stream.restart(9);
      expect(Array.from({length: 700}, () => stream.next())).toEqual(times);
    }
  }
});
