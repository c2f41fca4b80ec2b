/** A point or direction: x to the right, y up, z towards the reader; in distances of two columns. */
export type Vector = readonly [number, number, number];

export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

export const minus = (a: Vector, b: Vector): Vector => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];

export const plus = (a: Vector, b: Vector): Vector => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];

export const times = (a: Vector, factor: number): Vector => [a[0] * factor, a[1] * factor, a[2] * factor];

export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0],
];

export const unit = (a: Vector): Vector => times(a, 1 / Math.hypot(...a));

/** The point between two, `share` 0 to 1 of the way. */
export const between = (a: Vector, b: Vector, share: number): Vector => plus(a, times(minus(b, a), share));

/** A box by its corners with the smallest and the largest coordinates. */
export interface Box {
  readonly low: Vector;
  readonly high: Vector;
}

/** The eight corners of a box, those of its left side first. */
export function cornersOf({ low, high }: Box): Vector[] {
  const ends = [low, high];
  return ends.flatMap(([x]) => ends.flatMap(([, y]) => ends.map(([, , z]): Vector => [x, y, z])));
}

/** The middle of the smallest box that holds all points. */
export function middleOf(points: readonly Vector[]): Vector {
  const along = (axis: 0 | 1 | 2) => {
    const places = points.map((point) => point[axis]);
    return (Math.min(...places) + Math.max(...places)) / 2;
  };
  return [along(0), along(1), along(2)];
}

/** The four control points of a cubic Bezier curve. */
export type Curve = readonly [Vector, Vector, Vector, Vector];

/** The point of a curve at `u` from 0 (start) to 1 (end). */
export function pointOn([a, b, c, d]: Curve, u: number): Vector {
  const v = 1 - u;
  return plus(plus(times(a, v * v * v), times(b, 3 * v * v * u)), plus(times(c, 3 * v * u * u), times(d, u * u * u)));
}
