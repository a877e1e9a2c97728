/** Laws made of others, between limits, with lines between measured times, and those that may be early as well as late. */
import {expect, test} from "vitest";
import {normalCdf, regularizedGammaP} from "../../src/math/special.ts";
import {type Law, lowestOf, meanOf, Stream, squaredCVOf, varianceOf} from "../../src/random/index.ts";
import {requireLaw} from "../../src/random/law.ts";
import {sourceOf} from "../../src/random/sources.ts";
import {VariateAt} from "../../src/random/variate-at.ts";
import {correlationZ, keyFor, kolmogorov, moments, twice} from "./samples.ts";

const truncated = (law: Law, from: number | null, to: number | null): Law => ({kind: "truncated", law, from, to});
const exponential = (mean: number): Law => ({kind: "exponential", mean});
const sum = (...parts: Law[]): Law => ({kind: "sum", parts});
const mix = (...parts: [number, Law][]): Law => ({kind: "mix", parts: parts.map(([share, law]) => ({share, law}))});
/** A distribution function, given that the time lies between two limits. */
const between = (cdf: (x: number) => number, from: number, to: number) => (x: number) => (cdf(x) - cdf(from)) / (cdf(to) - cdf(from));

const triangular = (x: number) => (x <= 240 ? (x - 120) ** 2 / (420 * 120) : 1 - (540 - x) ** 2 / (420 * 300));
const sigma = Math.sqrt(Math.log(1.64));
const lognormal = (x: number) => (x <= 0 ? 0 : normalCdf(Math.log(x / 360) / sigma + sigma / 2));
const weibullScale = 360 / 0.9027452929509336; // Γ(5/3)
const exponentialCdf = (mean: number) => (x: number) => (x <= 0 ? 0 : 1 - Math.exp(-x / mean));
/** Two exponential phases after another, with different means. */
const hypoexponential = (a: number, b: number) => (x: number) => 1 - (a * Math.exp(-x / a) - b * Math.exp(-x / b)) / (a - b);
const measured = [20, 50, 80, 100, 130, 200, 280, 300, 500, 900];
const tailMean = (200 / 2 + 80 + 100 + 300 + 700) / 4;

/** x through the points of a table, by straight lines. */
function lines(points: readonly [number, number][]): (x: number) => number {
  return (x) => {
    const next = points.findIndex(([at]) => at >= x);
    if (next <= 0) return next === 0 ? points[0][1] : points[points.length - 1][1];
    const [[a, f], [b, g]] = [points[next - 1], points[next]];
    return f + ((x - a) / (b - a)) * (g - f);
  };
}

const laws: Record<string, {law: Law; cdf: (x: number) => number; mean: number; variance: number}> = {
  "a triangular time": {
    law: {kind: "triangular", from: 120, peak: 240, to: 540},
    cdf: triangular,
    mean: 300,
    variance: (120 ** 2 + 240 ** 2 + 540 ** 2 - 120 * 240 - 120 * 540 - 240 * 540) / 18,
  },
  "a triangular time whose peak is its end": {
    law: {kind: "triangular", from: 0, peak: 60, to: 60},
    cdf: (x) => (x / 60) ** 2,
    mean: 40,
    variance: 200,
  },
  "a normal lateness": {law: {kind: "normal", mean: -60, sd: 300}, cdf: (x) => normalCdf((x + 60) / 300), mean: -60, variance: 90_000},
  "a normal time of 5 min, sd 1 min, of 0 or more": {
    law: truncated({kind: "normal", mean: 5, sd: 1}, 0, null),
    cdf: (x) => 1 - normalCdf(5 - x) / normalCdf(5),
    mean: 5.000001486719941, // Ciw's test of the same law
    variance: 0.9999925663980851,
  },
  "a normal time far above its mean": {
    law: truncated({kind: "normal", mean: 0, sd: 1}, 2, null),
    cdf: (x) => 1 - normalCdf(-x) / normalCdf(-2),
    mean: 2.3732155328228, // φ(2) / Φ(-2)
    variance: 1 + 2 * 2.3732155328228 - 2.3732155328228 ** 2,
  },
  "an exponential time between limits": {
    law: truncated(exponential(360), 60, 1200),
    cdf: between(exponentialCdf(360), 60, 1200),
    mean: 60 + 360 - 1140 / (Math.exp(1140 / 360) - 1),
    variance: 360 ** 2 - (1140 ** 2 * Math.exp(1140 / 360)) / (Math.exp(1140 / 360) - 1) ** 2,
  },
  "an exponential time beyond a limit": {
    law: truncated(exponential(360), 60, null),
    cdf: (x) => exponentialCdf(360)(x - 60),
    mean: 420,
    variance: 360 ** 2,
  },
  "a uniform time between limits": {
    law: truncated({kind: "uniform", from: 0, to: 100}, 20, 500),
    cdf: (x) => (x - 20) / 80,
    mean: 60,
    variance: 6400 / 12,
  },
  "a triangular time between limits": {
    law: truncated({kind: "triangular", from: 120, peak: 240, to: 540}, 200, 400),
    cdf: between(triangular, 200, 400),
    mean: NaN,
    variance: NaN,
  },
  "a Weibull time between limits": {
    law: truncated({kind: "weibull", mean: 360, shape: 1.5}, 100, 800),
    cdf: between((x) => 1 - Math.exp(-((x / weibullScale) ** 1.5)), 100, 800),
    mean: NaN,
    variance: NaN,
  },
  "a lognormal time between limits": {
    law: truncated({kind: "lognormal", mean: 360, squaredCV: 0.64}, 100, 900),
    cdf: between(lognormal, 100, 900),
    mean: NaN,
    variance: NaN,
  },
  "a lognormal time of at most so much": {
    law: truncated({kind: "lognormal", mean: 360, squaredCV: 0.64}, null, 900),
    cdf: between(lognormal, 0, 900),
    mean: NaN,
    variance: NaN,
  },
  "a gamma time between limits": {
    law: truncated({kind: "gamma", mean: 60, squaredCV: 2}, 5, 200),
    cdf: between((x) => regularizedGammaP(0.5, x / 120), 5, 200),
    mean: NaN,
    variance: NaN,
  },
  "an Erlang time between limits": {
    law: truncated({kind: "erlang", mean: 240, phases: 3}, 100, 300),
    cdf: between((x) => regularizedGammaP(3, x / 80), 100, 300),
    mean: NaN,
    variance: NaN,
  },
  "a mix between limits": {
    law: truncated(mix([0.8, exponential(120)], [0.2, exponential(720)]), 60, 1200),
    cdf: between((x) => 1 - 0.8 * Math.exp(-x / 120) - 0.2 * Math.exp(-x / 720), 60, 1200),
    mean: NaN,
    variance: NaN,
  },
  "a sum of two exponential times": {
    law: sum(exponential(120), exponential(60)),
    cdf: hypoexponential(120, 60),
    mean: 180,
    variance: 18_000,
  },
  "a time that is shifted": {
    law: sum(exponential(120), {kind: "fixed", value: 60}),
    cdf: (x) => exponentialCdf(120)(x - 60),
    mean: 180,
    variance: 14_400,
  },
  "a sum between limits": {
    law: truncated(sum(exponential(120), exponential(60)), 60, 400),
    cdf: between(hypoexponential(120, 60), 60, 400),
    mean: NaN,
    variance: NaN,
  },
  "a Coxian time": {
    law: sum(exponential(120), mix([0.7, exponential(60)], [0.3, {kind: "fixed", value: 0}])),
    cdf: (x) => 0.3 * exponentialCdf(120)(x) + 0.7 * hypoexponential(120, 60)(x),
    mean: 162,
    variance: 14_400 + 0.7 * 7200 - 42 ** 2,
  },
  "the same Coxian time by its phases": {
    law: {
      kind: "phaseType",
      start: [1, 0],
      rates: [
        [-1 / 120, 0.7 / 120],
        [0, -1 / 60],
      ],
    },
    cdf: (x) => 0.3 * exponentialCdf(120)(x) + 0.7 * hypoexponential(120, 60)(x),
    mean: 162,
    variance: 14_400 + 0.7 * 7200 - 42 ** 2,
  },
  "a hyperexponential time by its phases": {
    law: {
      kind: "phaseType",
      start: [0.8, 0.2],
      rates: [
        [-1 / 120, 0],
        [0, -1 / 720],
      ],
    },
    cdf: (x) => 1 - 0.8 * Math.exp(-x / 120) - 0.2 * Math.exp(-x / 720),
    mean: 240,
    variance: 2 * (0.8 * 120 ** 2 + 0.2 * 720 ** 2) - 240 ** 2,
  },
  "a time by its phases, between limits": {
    law: truncated(
      {
        kind: "phaseType",
        start: [0.8, 0.2],
        rates: [
          [-1 / 120, 0],
          [0, -1 / 720],
        ],
      },
      60,
      1200,
    ),
    cdf: between((x) => 1 - 0.8 * Math.exp(-x / 120) - 0.2 * Math.exp(-x / 720), 60, 1200),
    mean: NaN,
    variance: NaN,
  },
  "measured times with lines between them": {
    law: {kind: "interpolated", values: measured, tail: 0},
    cdf: lines(measured.map((value, i) => [value, i / 9])),
    mean: (2560 - (20 + 900) / 2) / 9,
    variance: NaN,
  },
  "measured times with a tail": {
    law: {kind: "interpolated", values: measured, tail: 4},
    cdf: (x) =>
      x <= 200
        ? lines([[0, 0], ...measured.slice(0, 6).map((value, i): [number, number] => [value, (i + 1) / 10])])(x)
        : 1 - 0.4 * Math.exp(-(x - 200) / tailMean),
    mean: 256, // of the sample
    variance: NaN,
  },
  "measured times with a tail, between limits": {
    law: truncated({kind: "interpolated", values: measured, tail: 4}, 50, 1000),
    cdf: between(
      (x) =>
        x <= 200
          ? lines([[0, 0], ...measured.slice(0, 6).map((value, i): [number, number] => [value, (i + 1) / 10])])(x)
          : 1 - 0.4 * Math.exp(-(x - 200) / tailMean),
      50,
      1000,
    ),
    mean: NaN,
    variance: NaN,
  },
  "a mix of everything": {
    law: mix(
      [0.5, sum({kind: "triangular", from: 0, peak: 60, to: 60}, {kind: "fixed", value: 60})],
      [0.5, truncated(exponential(60), 120, null)],
    ),
    cdf: (x) => (x <= 120 ? 0.5 * (Math.max(0, x - 60) / 60) ** 2 : 0.5 + 0.5 * exponentialCdf(60)(x - 120)),
    mean: (100 + 180) / 2,
    variance: (200 + 3600) / 2 + 40 ** 2,
  },
};

const draw = (law: Law, count: number, replication = 0) => {
  const stream = new Stream(law, keyFor("service"), "any sign");
  stream.restart(replication);
  return Float64Array.from({length: count}, () => stream.next());
};

/** ∫ x dF and the variance about it, from the distribution function alone, by the midpoint rule over its inverse. */
function byInversion(cdf: (x: number) => number, low: number, high: number): {mean: number; variance: number} {
  const cells = 20_000;
  const step = (high - low) / cells;
  let mean = high;
  for (let i = 0; i < cells; i++) mean -= cdf(low + (i + 0.5) * step) * step;
  let second = (high - mean) ** 2;
  for (let i = 0; i < cells; i++) {
    const x = low + (i + 0.5) * step;
    second -= 2 * (x - mean) * cdf(x) * step;
  }
  return {mean, variance: second};
}

for (const [name, {law, cdf, mean, variance}] of Object.entries(laws)) {
  test(`${name} has the mean and the variance of its formula`, () => {
    expect(() => requireLaw(law, "any sign")).not.toThrow();
    if (!Number.isNaN(mean)) expect(meanOf(law) / mean).toBeCloseTo(1, 10);
    if (!Number.isNaN(variance)) expect(varianceOf(law) / variance).toBeCloseTo(1, 10);
    if (law.kind === "truncated" && law.from !== null && law.to !== null) {
      const known = byInversion(cdf, Math.max(law.from, lowestOf(law.law)), law.law.kind === "uniform" ? law.law.to : law.to);
      expect(meanOf(law) / known.mean).toBeCloseTo(1, 7);
      expect(varianceOf(law) / known.variance).toBeCloseTo(1, 6);
    }
  });

  test(`${name} follows its distribution, from a stream and at random access`, () => {
    expect(kolmogorov(draw(law, 100_000), cdf)).toBeLessThan(1.95); // 99.9 %
    const again = new VariateAt(law, keyFor("again"), "any sign");
    const sample = Float64Array.from({length: 20_000}, (_, customer) => again.at(customer, 0));
    expect(kolmogorov(sample, cdf)).toBeLessThan(1.95);
    expect(Math.abs(correlationZ(sample.slice(1), sample.slice(0, -1)))).toBeLessThan(3.5);
    expect(again.at(7, 0)).toBe(sample[7]);
  });

  test(`${name}: its sample has its mean and its variance`, () => {
    const sample = moments(draw(law, 200_000));
    const [sd, exact] = [Math.sqrt(varianceOf(law)), varianceOf(law)];
    expect(Math.abs(sample.mean - meanOf(law))).toBeLessThan(4 * sample.meanError);
    expect(Math.abs(sample.variance - exact)).toBeLessThan(4 * sample.varianceError);
    expect(sample.meanError).toBeLessThan(0.003 * sd);
    expect(sample.varianceError).toBeLessThan(0.02 * exact);
  });

  test(`${name}: neither blocks nor what came before change it, and twice the time is twice every time`, () => {
    const source = sourceOf(law, keyFor("service"));
    source.restart(3);
    const times = [1, 7, 64, 1, 1000, 300].flatMap((size) => {
      const block = new Float64Array(size);
      source.fill(block, size);
      return [...block];
    });
    expect(Float64Array.from(times)).toEqual(draw(law, 1373, 3));
    expect(draw(twice(law), 1000)).toEqual(draw(law, 1000).map((x) => 2 * x));
  });
}

test("a hundred thousand times tell a limit that cuts from one that leaves out", () => {
  const cut = draw(exponential(360), 100_000).map((x) => Math.min(1200, Math.max(60, x)));
  expect(kolmogorov(cut, laws["an exponential time between limits"].cdf)).toBeGreaterThan(10);
});

test("every time lies within its limits", () => {
  for (const {law} of Object.values(laws)) {
    if (law.kind !== "truncated") continue;
    const sample = draw(law, 20_000);
    expect(sample.reduce((low, x) => Math.min(low, x))).toBeGreaterThanOrEqual(law.from ?? -Infinity);
    expect(sample.reduce((high, x) => Math.max(high, x))).toBeLessThanOrEqual(law.to ?? Infinity);
  }
});

test("limits that keep one time in 10,000 keep their twelve digits, and are drawn at once", () => {
  const narrow: [Law, number, number][] = [
    [exponential(360), 360, 360.2],
    [{kind: "gamma", mean: 60, squaredCV: 0.5}, 59, 59.02],
    [{kind: "weibull", mean: 360, shape: 1.5}, 300, 300.2],
    [{kind: "lognormal", mean: 360, squaredCV: 0.64}, 300, 300.2],
    [{kind: "normal", mean: 360, sd: 60}, 380, 380.05],
  ];
  for (const [law, from, to] of narrow) {
    const cut = truncated(law, from, to);
    expect(() => requireLaw(cut)).not.toThrow();
    // so narrow that the density is a straight line
    expect(varianceOf(cut) / ((to - from) ** 2 / 12)).toBeCloseTo(1, 6);
    expect((meanOf(cut) - from) / (to - from)).toBeCloseTo(0.5, 3);
    const start = process.cpuUsage();
    const sample = draw(cut, 20);
    expect(process.cpuUsage(start).user).toBeLessThan(1e6);
    expect(sample.every((x) => x >= from && x <= to)).toBe(true);
  }
});

test("a sum between limits agrees with the Erlang law that it is", () => {
  for (const phases of [2, 3]) {
    const parts = Array.from({length: phases}, () => exponential(60));
    const [one, other] = [truncated(sum(...parts), 10, 200), truncated({kind: "erlang", mean: 60 * phases, phases}, 10, 200)];
    expect(meanOf(one) / meanOf(other)).toBeCloseTo(1, 11);
    expect(varianceOf(one) / varianceOf(other)).toBeCloseTo(1, 11);
  }
});

test("limits on a sum of gamma times agree with the gamma law of all of them", () => {
  const part: Law = {kind: "gamma", mean: 60, squaredCV: 2};
  const [one, other] = [truncated(sum(part, part), 10, 200), truncated({kind: "gamma", mean: 120, squaredCV: 1}, 10, 200)];
  expect(meanOf(one) / meanOf(other)).toBeCloseTo(1, 10);
  expect(varianceOf(one) / varianceOf(other)).toBeCloseTo(1, 10);
});

test("phases in a row between limits agree with the Erlang law that they are", () => {
  const rates = [
    [-1 / 60, 1 / 60, 0],
    [0, -1 / 60, 1 / 60],
    [0, 0, -1 / 60],
  ];
  const erlang: Law = {kind: "erlang", mean: 180, phases: 3};
  for (const [from, to] of [
    [10, 200],
    [100, null],
    [null, 90],
  ]) {
    const [one, other] = [truncated({kind: "phaseType", start: [1, 0, 0], rates}, from, to), truncated(erlang, from, to)];
    expect(meanOf(one) / meanOf(other)).toBeCloseTo(1, 10);
    expect(varianceOf(one) / varianceOf(other)).toBeCloseTo(1, 10);
  }
  expect(squaredCVOf({kind: "phaseType", start: [1, 0, 0], rates})).toBeCloseTo(1 / 3, 13);
});

test("lines without a tail leave nothing outside the sample; a tail goes beyond it", () => {
  const without = draw(laws["measured times with lines between them"].law, 100_000);
  expect(without.every((x) => x >= 20 && x <= 900)).toBe(true);
  const beyond = draw(laws["measured times with a tail"].law, 100_000).filter((x) => x > 900).length;
  const share = 0.4 * Math.exp(-700 / tailMean);
  expect(Math.abs(beyond - 100_000 * share)).toBeLessThan(4 * Math.sqrt(100_000 * share * (1 - share)));
});

test("each impossible law is refused with its number", () => {
  const start = [1, 0];
  const phases = (rates: number[][], begins = start): Law => ({kind: "phaseType", start: begins, rates});
  const refusals: [Law, string][] = [
    [{kind: "normal", mean: 60, sd: 10}, "times must be 0 or more, got a law that also gives less"],
    [{kind: "normal", mean: 60, sd: -10}, "sd must be positive, got -10"],
    [truncated({kind: "normal", mean: 60, sd: 10}, -5, null), "times must be 0 or more, got a law that also gives less"],
    [sum({kind: "fixed", value: 5}, {kind: "uniform", from: -6, to: 0}), "times must be 0 or more, got a law that also gives less"],
    [{kind: "triangular", from: 1, peak: 5, to: 4}, "peak must be between 1 (from) and 4 (to), got 5"],
    [{kind: "triangular", from: 4, peak: 4, to: 4}, "to must be above 4 (from), got 4"],
    [{kind: "sum", parts: []}, "parts must hold at least one law, got none"],
    [truncated(exponential(60), 20, 10), "to must be 20 (from) or more, got 10"],
    [truncated(exponential(-1), 20, 30), "mean must be positive, got -1"],
    [truncated({kind: "uniform", from: 0, to: 9}, 10, null), "share between the limits must be at least 0.0001, got 0"],
    [{kind: "interpolated", values: [3], tail: 0}, "values must hold at least two times, got 1"],
    [{kind: "interpolated", values: [3, 2], tail: 0}, "values must ascend, got 2 after 3"],
    [{kind: "interpolated", values: [2, 3], tail: 2}, "tail must be a whole number from 0 to 1, got 2"],
    [phases([[-1, 1]]), "start and rates must hold as many phases, from 1 to 100"],
    [phases([[-1], [0, -1]]), "rates must hold a row and a column for each phase, got another in phase 1"],
    [
      phases([
        [-1, 2],
        [0, -1],
      ]),
      "rates of a row must sum to 0 or less, got another in phase 1",
    ],
    [
      phases([
        [-1, -1],
        [0, -1],
      ]),
      "rates must be 0 or more from a phase to another, got another in phase 1",
    ],
    [
      phases([
        [-1, 1],
        [0, 0],
      ]),
      "rates must be below 0 from a phase to itself, got another in phase 2",
    ],
    [
      phases([
        [-1, 1],
        [1, -1],
      ]),
      "phases must lead to an end, each of them",
    ],
    [
      phases([
        [-1, 1],
        [1, -1.00001],
      ]),
      "phases must lead to an end after 10000 on average",
    ],
    [
      phases(
        [
          [-1, 1],
          [0, -1],
        ],
        [0.5, 0.4],
      ),
      "start must sum to 1",
    ],
  ];
  for (const [law, message] of refusals) expect(() => requireLaw(law)).toThrow(new RangeError(message));
  expect(() => new Stream({kind: "normal", mean: 0, sd: 1}, keyFor("late"))).toThrow(RangeError);
  expect(() => new VariateAt({kind: "normal", mean: 0, sd: 1}, keyFor("late"))).toThrow(RangeError);
  expect(() => new Stream({kind: "normal", mean: 0, sd: 1}, keyFor("late"), "any sign")).not.toThrow();
});

test("limits within limits that would take for ever are refused", () => {
  let law: Law = {kind: "gamma", mean: 60, squaredCV: 1};
  for (const from of [540, 1080]) law = sum(truncated(law, from, null), {kind: "gamma", mean: 1, squaredCV: 1});
  expect(() => requireLaw(law)).toThrow(/draws for one time must be at most/);
});

test("a joined law survives the way to a worker", () => {
  for (const {law} of Object.values(laws)) expect(structuredClone(law)).toEqual(law);
});

test("no bit of a joined law's times has changed", () => {
  const golden = Object.fromEntries(Object.entries(laws).map(([name, {law}]) => [name, [...draw(law, 1), draw(law, 3000, 7)[2999]]]));
  expect(golden).toMatchInlineSnapshot(`
    {
      "a Coxian time": [
        294.7960321170798,
        66.93482522452514,
      ],
      "a Weibull time between limits": [
        286.32592379749343,
        251.33996725219393,
      ],
      "a gamma time between limits": [
        159.27633200996365,
        22.44266697806533,
      ],
      "a hyperexponential time by its phases": [
        279.66534395151774,
        89.90706686225627,
      ],
      "a lognormal time between limits": [
        249.10801715680532,
        220.7047944186736,
      ],
      "a lognormal time of at most so much": [
        230.9663022663079,
        201.63480246534678,
      ],
      "a mix between limits": [
        217.39943927073864,
        185.5586225606873,
      ],
      "a mix of everything": [
        113.9077943065349,
        114.42122708574024,
      ],
      "a normal lateness": [
        274.865731153047,
        -65.47114072699316,
      ],
      "a normal time far above its mean": [
        2.3522719992589574,
        2.4268782925404717,
      ],
      "a normal time of 5 min, sd 1 min, of 0 or more": [
        4.772682542404107,
        4.573054586302269,
      ],
      "a sum between limits": [
        235.86618332033046,
        99.47530840857209,
      ],
      "a sum of two exponential times": [
        235.86618332033046,
        121.95756566957107,
      ],
      "a time by its phases, between limits": [
        279.66534395151774,
        72.54875523756213,
      ],
      "a time that is shifted": [
        277.39943927073864,
        126.93482522452514,
      ],
      "a triangular time": [
        267.3667726478096,
        250.47172580048186,
      ],
      "a triangular time between limits": [
        269.94811712854033,
        257.6132536453843,
      ],
      "a triangular time whose peak is its end": [
        38.42288133150754,
        34.712442577368485,
      ],
      "a uniform time between limits": [
        52.807062440335784,
        46.77674821526899,
      ],
      "an Erlang time between limits": [
        261.50795829824733,
        210.46772728700353,
      ],
      "an exponential time between limits": [
        239.60624984148225,
        199.15808944279837,
      ],
      "an exponential time beyond a limit": [
        250.00165725034907,
        206.71125726768136,
      ],
      "measured times with a tail": [
        192.9382036470619,
        257.024638648606,
      ],
      "measured times with a tail, between limits": [
        192.9382036470619,
        596.1792795564606,
      ],
      "measured times with lines between them": [
        224.73643803697792,
        279.0092660625791,
      ],
      "the same Coxian time by its phases": [
        283.2112697439964,
        58.71830654754366,
      ],
    }
  `);
});
