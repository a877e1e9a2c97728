/**
 * The tables of the ziggurats: the areas under e^-x and e^(-x²/2), for x >= 0, covered by 256 layers of equal area.
 *
 *   edges[i]     right edge of layer i, from 0 (the base, as wide as a rectangle of its area would be) to 256 (the top, 0)
 *   heights[i]   the density there, which is the floor of layer i
 *
 * Made at start from our own exp and log, which give the same bits everywhere, and set right in the last bits by the letters below: "q" is
 * right as computed, "r" one unit in the last place more, "p" one less. So the tables are those of 40-digit arithmetic, rounded as
 * they always were (tests/random/ziggurat-tables.test.ts holds every bit), in a tenth of the space.
 * Source: Marsaglia and Tsang (2000), "The Ziggurat Method for Generating Random Variables", J. Stat. Software 5(8).
 */
import {exp, log} from "../math/elementary.ts";
import {highWord, powerOfTwo} from "../math/words.ts";

const LAYERS = 256;

interface Curve {
  readonly density: (x: number) => number;
  readonly inverse: (height: number) => number;
  /** Edge 0, and edge 1, where the tail begins. */
  readonly base: number;
  readonly start: number;
  /** Units in the last place, one letter each: for edges 2 to 255, and heights 0 to 255. */
  readonly edges: string;
  readonly heights: string;
}

/** x and so many units in its last place, for normal positive x. */
function corrected(x: number, letter: number): number {
  const exponent = (highWord(x) >>> 20) - 1023;
  return x + (letter - 113) * powerOfTwo(exponent - 52); // 113: "q"
}

function tablesOf({density, inverse, base, start, edges, heights}: Curve): {edges: Float64Array; heights: Float64Array} {
  const right = new Float64Array(LAYERS + 1);
  const floor = new Float64Array(LAYERS + 1);
  const floorAt = (i: number) => {
    floor[i] = corrected(density(right[i]), heights.charCodeAt(i));
  };
  right[0] = base;
  right[1] = start;
  floorAt(0);
  floorAt(1);
  const area = base * floor[1];
  for (let i = 2; i < LAYERS; i++) {
    right[i] = corrected(inverse(floor[i - 1] + area / right[i - 1]), edges.charCodeAt(i - 2));
    floorAt(i);
  }
  floor[LAYERS] = 1;
  return {edges: right, heights: floor};
}

const EXPONENTIAL = tablesOf({
  density: (x) => exp(-x),
  inverse: (height) => -log(height),
  base: 8.69711747013105,
  start: 7.69711747013105,
  edges:
    "qqqqqqqqqqqqqqqqqqqqrqqrqqqqqqpqqqpqqqrqqqqqqqrqpqqqqqqqqqqqrpqqqqqqqqqqqqpqpqqqrqqqqqqqqqrqqqqqqqqqqqqqqqqqqqppqqqqqqqr" +
    "qqqqqpqrqqprqqqqqqqqqqqqqqqqqqqpqqrqpqqrrrqpqqqqrqrpqrrqrqqpqrqqqqqqporqrqrrrrppqppqqqqqqqqpqqrrrqqqqrppppqqqqpostrsrpqq" +
    "prqpqrsoqqpols",
  heights:
    "ntsporqorpspspoposqnqsssqrrpqpppprpoqprpsqrrqqrpsrppqrrrrqoqorrppqrpqqppqqsopooqrqrpqqrrpqorsppppooqpqqpqqrqqqqqpqqqqrqq" +
    "qrqpqpqqqqrpqqqqqpqqqrrqpqqrrpppqpqqrqqqqrrqqqqqrprqqqqrqqrrqpqrqrqrqqpqqqqqqqqpppqpqqqqqqqqqpqqqqqqqqqqqqpqqqqqpqqqqrqq" +
    "qqqqqqqqqqqqqqqq",
});

const NORMAL = tablesOf({
  density: (x) => exp(-0.5 * x * x),
  inverse: (height) => Math.sqrt(-2 * log(height)),
  base: 3.910757959524916,
  start: 3.654152885361009,
  edges:
    "qqprrpqqqqqqqqqqqqqqqqqrqqqqqqqqqprqqqpqqqqqqqqqqqqrqqqqqqrqqqqqqqpqqqqqqqqqqqqqqqpqqqqqqqqqqqqqqqqqqqqqpqpqpqqqqqqqqqqq" +
    "qqqqqqqrqrqqqqpqqqqqqqqqqqqqqqqqqpqqqqqqqqqqqpqqqqqqqppqqqpqpqpqqqqqrqqqqqqrrqqqpqpqpprqpporrqrsqqpprrpqsppqqrrppqqppqqp" +
    "prrrrqpomqmnma",
  heights:
    "jooqmvtmqrkqqtnrmtpnoottpsoonopqqunpsqronoqonroqqstrpsspsrptssppppppqqprqrqrrqqqqqqrpqqpqpoqqporqrpqpsrprqopopqqqprpqqrr" +
    "ppqqrqqopqqrrqpppqpqrppqpoqrrpqrqpqpqprpqrrqrqroqqpprrqppqprpqqqqprqrqrqrqpqqrrpqrqqpqprqqqpqqrqqqpqprqqqqqqqqqqqqqqqqqq" +
    "qqqqqqqqqqqqqqqq",
});

/** Right edges of the layers under e^-x; the tail begins at edge 1. */
export const EXPONENTIAL_EDGES = EXPONENTIAL.edges;
/** The density e^-x at the edges. */
export const EXPONENTIAL_HEIGHTS = EXPONENTIAL.heights;
/** Right edges of the layers under e^(-x²/2); the tail begins at edge 1. */
export const NORMAL_EDGES = NORMAL.edges;
/** The density e^(-x²/2) at the edges. */
export const NORMAL_HEIGHTS = NORMAL.heights;
