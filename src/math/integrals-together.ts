/**
 * Integrals of several functions at once over a finite range, to about twelve digits of the largest.
 *
 * The rule of `quadrature.ts`; the piece that is worst is halved until the sum of the errors is small enough. Kinks
 * and logarithms at an end cost some fifty halvings; stronger singularities are taken out beforehand by a change of variable.
 */

import {edgesBetween, GAUSS, KRONROD, NODES} from "./quadrature.ts";

const RELATIVE = 1e-12;
const MOST_PIECES = 300; // beyond what is already there
const FIRST_PIECES = 4; // between one break and the next

interface Piece {
  low: number;
  high: number;
  sums: number[];
  error: number;
}

/** The integrals of the functions that `values` gives together, from `low` to `high`, both finite; at `breaks` they may jump or bend. */
export function integrateTogether(
  values: (x: number) => readonly number[],
  low: number,
  high: number,
  breaks: readonly number[] = [],
): number[] {
  const pieces: Piece[] = [];
  const ends = edgesBetween(low, high, breaks);
  for (let end = 1; end < ends.length; end++) {
    const [from, width] = [ends[end - 1], ends[end] - ends[end - 1]];
    for (let i = 0; i < FIRST_PIECES; i++) {
      pieces.push(piece(values, from + (width * i) / FIRST_PIECES, from + (width * (i + 1)) / FIRST_PIECES));
    }
  }
  const most = pieces.length + MOST_PIECES;
  while (pieces.length < most) {
    let error = 0;
    let worst = 0;
    pieces.forEach((one, i) => {
      error += one.error;
      if (one.error > pieces[worst].error) worst = i;
    });
    const {low: from, high: to} = pieces[worst];
    const middle = (from + to) / 2;
    if (error <= RELATIVE * size(totals(pieces)) || !(middle > from && middle < to)) break;
    pieces.splice(worst, 1, piece(values, from, middle), piece(values, middle, to));
  }
  return totals(pieces);
}

function totals(pieces: readonly Piece[]): number[] {
  return pieces[0].sums.map((_, k) => pieces.reduce((sum, one) => sum + one.sums[k], 0));
}

function size(sums: readonly number[]): number {
  return sums.reduce((most, sum) => Math.max(most, Math.abs(sum)), 0);
}

function piece(values: (x: number) => readonly number[], low: number, high: number): Piece {
  const middle = (low + high) / 2;
  const half = (high - low) / 2;
  const centre = values(middle);
  const fine = centre.map((value) => KRONROD[7] * value);
  const coarse = centre.map((value) => GAUSS[7] * value);
  for (let i = 0; i < 7; i++) {
    const left = values(middle - half * NODES[i]);
    const right = values(middle + half * NODES[i]);
    for (let k = 0; k < fine.length; k++) {
      fine[k] += KRONROD[i] * (left[k] + right[k]);
      coarse[k] += GAUSS[i] * (left[k] + right[k]);
    }
  }
  const error = size(fine.map((value, k) => value - coarse[k])) * half;
  return {low, high, sums: fine.map((value) => value * half), error};
}
