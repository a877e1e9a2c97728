import {expect, test} from "vitest";
import {normalCdf} from "../../src/math/special.ts";
import {type Law, meanOf, squaredCVOf} from "../../src/random/law.ts";
import {sourceOf} from "../../src/random/sources.ts";
import {VariateAt} from "../../src/random/variate-at.ts";
import {correlationZ, keyFor, kolmogorov, moments} from "./samples.ts";

const LAWS: Law[] = [
  {kind: "exponential", mean: 240},
  {kind: "erlang", mean: 240, phases: 3},
  {kind: "erlang", mean: 240, phases: 40},
  {kind: "gamma", mean: 240, squaredCV: 2},
  {kind: "lognormal", mean: 240, squaredCV: 0.64},
  {kind: "weibull", mean: 240, shape: 0.7},
  {kind: "uniform", from: 60, to: 120},
  {kind: "empirical", values: [60, 90, 240, 600], weights: [1, 3, 4, 2]},
  {
    kind: "mix",
    parts: [
      {share: 0.8, law: {kind: "exponential", mean: 120}},
      {share: 0.2, law: {kind: "uniform", from: 600, to: 840}},
    ],
  },
];
const again = (law: Law) => new VariateAt(law, keyFor("again"));
const column = (value: (i: number) => number, count = 10_000) => Float64Array.from({length: count}, (_, i) => value(i));

test("a customer's time does not depend on who was asked before", () => {
  for (const law of LAWS) {
    const [forward, backward] = [again(law), again(law)];
    forward.restart(3);
    backward.restart(3);
    const there = column((i) => forward.at(i, i % 3), 300);
    const back = column((i) => backward.at(299 - i, (299 - i) % 3), 300).reverse();
    expect(back).toEqual(there);
    for (const variate of [forward, backward]) variate.restart(4);
    expect(forward.at(7, 0)).toBe(backward.at(7, 0));
  }
});

test("the times of many customers have the mean and the variability of their law", () => {
  for (const law of LAWS) {
    const variate = again(law);
    const {mean, meanError, variance, varianceError} = moments(column((i) => variate.at(i, 0), 40_000));
    expect(Math.abs(mean - meanOf(law)) / meanError).toBeLessThan(3.3);
    expect(Math.abs(variance - squaredCVOf(law) * meanOf(law) ** 2) / varianceError).toBeLessThan(3.3);
  }
});

test("customers, counts and replications each draw from the law, and have nothing to do with each other", () => {
  const sigma = Math.sqrt(Math.log(1.64));
  const facts: [Law, (x: number) => number][] = [
    [{kind: "exponential", mean: 240}, (x) => 1 - Math.exp(-x / 240)],
    [{kind: "uniform", from: 60, to: 120}, (x) => (x - 60) / 60],
    [{kind: "lognormal", mean: 240, squaredCV: 0.64}, (x) => normalCdf(Math.log(x / 240) / sigma + sigma / 2)],
  ];
  for (const [law, cdf] of facts) {
    const variate = again(law);
    const customers = column((i) => variate.at(i, 0));
    const counts = column((i) => variate.at(0, i));
    const secondCounts = column((i) => variate.at(i, 1));
    const replications = column((i) => {
      variate.restart(i);
      return variate.at(0, 0);
    });
    for (const sample of [customers, counts, secondCounts, replications]) {
      expect(kolmogorov(sample, cdf)).toBeLessThan(1.95);
      expect(Math.abs(correlationZ(sample.slice(1), sample.slice(0, -1)))).toBeLessThan(3.3);
      if (sample !== customers) expect(Math.abs(correlationZ(sample, customers))).toBeLessThan(3.3);
    }
  }
});

test("no two of 400,000 customers, counts and replications share a time: 32 bits of starts would repeat some twenty", () => {
  const variate = again({kind: "uniform", from: 0, to: 1});
  const seen = new Set<number>();
  for (let replication = 0; replication < 2; replication++) {
    variate.restart(replication);
    for (let customer = 0; customer < 100_000; customer++) for (let count = 0; count < 2; count++) seen.add(variate.at(customer, count));
  }
  expect(seen.size).toBe(400_000);
});

test("another replication gives the same customer another time", () => {
  for (const law of LAWS) {
    const variate = again(law);
    const timesIn = (replication: number) => {
      variate.restart(replication);
      return column((i) => variate.at(i, 0), 50);
    };
    const first = timesIn(0);
    expect(timesIn(1)).not.toEqual(first);
    expect(timesIn(0)).toEqual(first);
  }
});

test("the parts of a mix have chances of their own", () => {
  const part: Law = {kind: "uniform", from: 0, to: 1};
  const only = (first: number) =>
    again({
      kind: "mix",
      parts: [
        {share: first, law: part},
        {share: 1 - first, law: part},
      ],
    });
  const [one, other, alone] = [only(1), only(0), again(part)];
  const samples = [one, other, alone].map((variate) => column((i) => variate.at(i, 0)));
  for (const [i, sample] of samples.entries()) {
    for (const another of samples.slice(i + 1)) expect(Math.abs(correlationZ(sample, another))).toBeLessThan(3.3);
  }
  // Nor does it matter to a part's time that the part was chosen.
  const both = again({
    kind: "mix",
    parts: [
      {share: 0.3, law: part},
      {share: 0.7, law: {kind: "uniform", from: 2, to: 3}},
    ],
  });
  const times = column((i) => both.at(i, 0));
  for (const from of [0, 2])
    expect(
      kolmogorov(
        times.filter((x) => x >= from && x <= from + 1),
        (x) => x - from,
      ),
    ).toBeLessThan(1.95);
});

test("a source begins anew at every start: the same again, and nothing of what was drawn before", () => {
  for (const law of LAWS) {
    const source = sourceOf(law, keyFor("start"));
    const from = (replication: number, offset?: number, cuts = [20]) => {
      source.restart(replication, offset);
      return cuts.flatMap((size) => {
        const block = new Float64Array(size);
        source.fill(block, size);
        return [...block];
      });
    };
    const start = from(5, 9);
    expect(from(5, 9, [1, 7, 12])).toEqual(start);
    expect(from(5, 0)).toEqual(from(5));
    for (const [replication, offset] of [
      [5, 0],
      [5, 8],
      [5, 10],
      [4, 9],
      [9, 5],
      [5, 2 ** 29 - 1],
    ])
      expect(from(replication, offset)).not.toEqual(start);
  }
});

test("a law that no time can follow is refused", () => {
  expect(() => again({kind: "exponential", mean: 0})).toThrow(new RangeError("mean must be positive, got 0"));
});

test("no bit of a time has changed", () => {
  const variate = again({
    kind: "mix",
    parts: [
      {share: 0.5, law: {kind: "exponential", mean: 240}},
      {share: 0.5, law: {kind: "lognormal", mean: 240, squaredCV: 0.64}},
    ],
  });
  const first = variate.at(0, 0);
  variate.restart(7);
  expect([first, variate.at(0, 0), variate.at(12, 1), variate.at(4_000_000_000, 2)]).toMatchInlineSnapshot(`
    [
      543.5694398740264,
      253.2025810833317,
      166.01879862998928,
      364.25999078417834,
    ]
  `);
});
