/**
 * Integrals: the rule of Gauss with 7 points, widened by Kronrod to 15; a panel is halved until both agree.
 *
 *   edges   the ends of the first panels, growing; what is not smooth should lie on one of them
 *   K, G    a panel's integral by 15 and by 7 of the points
 *
 * The error of K is far below its distance from G, about (200 |K - G|)^1.5 relative to the whole: a distance of 1e-13 is rounding.
 * Source: Kronrod (1965), Nodes and Weights of Quadrature Formulas; Piessens et al. (1983), QUADPACK.
 */

/** Upper half of the 15 points; every second one is a point of Gauss, too. */
export const NODES = [
  0.9914553711208126, 0.9491079123427585, 0.8648644233597691, 0.7415311855993945, 0.5860872354676911, 0.4058451513773972,
  0.20778495500789848, 0,
];
export const KRONROD = [
  0.022935322010529224, 0.06309209262997856, 0.10479001032225019, 0.14065325971552592, 0.1690047266392679, 0.19035057806478542,
  0.20443294007529889, 0.20948214108472782,
];
export const GAUSS = [0, 0.1294849661688697, 0, 0.27970539148927664, 0, 0.3818300505051189, 0, 0.4179591836734694];

const AGREED = 1e-13;
/** Halvings of a panel after which a jump inside it is as good as found. */
const ROUNDS = 50;

interface Panel {
  readonly from: number;
  readonly to: number;
  readonly integral: number;
  /** How far 15 and 7 points are apart. */
  readonly apart: number;
}

/**
 * The integral of f from the first edge to the last, to about 1e-14 relative for functions that do not change their sign and are
 * smooth between the edges; a jump inside a panel costs time and some digits. Edges that repeat are passed over. What lies so
 * narrow between two edges that none of 15 points sees it is lost: put an edge beside it.
 */
export function integrate(f: (x: number) => number, edges: readonly number[]): number {
  let open: Panel[] = [];
  for (let k = 1; k < edges.length; k++) if (edges[k] > edges[k - 1]) open.push(panel(f, edges[k - 1], edges[k]));
  let settled = 0;
  for (let round = 0; open.length > 0; round++) {
    let total = settled;
    for (const {integral} of open) total += integral;
    const tolerated = round < ROUNDS ? Math.abs(total) * AGREED : Infinity;
    const halves: Panel[] = [];
    for (const {from, to, integral, apart} of open) {
      const middle = from + (to - from) / 2;
      if (apart > tolerated && middle > from && middle < to) halves.push(panel(f, from, middle), panel(f, middle, to));
      else settled += integral;
    }
    open = halves;
  }
  return settled;
}

/** Edges from `low` to `high`, with what lies between them of `breaks`, where a function jumps or bends. */
export function edgesBetween(low: number, high: number, breaks: readonly number[]): number[] {
  return [low, ...breaks.filter((at) => at > low && at < high).sort((a, b) => a - b), high];
}

function panel(f: (x: number) => number, from: number, to: number): Panel {
  const half = (to - from) / 2;
  const middle = from + half;
  const centre = f(middle);
  let kronrod = KRONROD[7] * centre;
  let gauss = GAUSS[7] * centre;
  for (let k = 0; k < 7; k++) {
    const both = f(middle - half * NODES[k]) + f(middle + half * NODES[k]);
    kronrod += KRONROD[k] * both;
    gauss += GAUSS[k] * both;
  }
  return {from, to, integral: kronrod * half, apart: Math.abs(kronrod - gauss) * half};
}
