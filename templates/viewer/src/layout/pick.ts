import { type Camera, eyeOf, project, rayThrough } from "./camera.ts";
import { type Box, type Curve, pointOn, type Vector } from "./vector.ts";

/** Something with a body, and what it stands for. */
export interface Body<What> {
  readonly box: Box;
  readonly what: What;
}

/** Something drawn as a line `width` pixels wide, and what it stands for. */
export interface Line<What> {
  readonly curve: Curve;
  readonly width: number;
  readonly what: What;
}

/** How far beside a line a finger or pointer may be, in pixels: in the open, and before a body. */
const TOLERANCE = { open: 5, covered: 1.5 } as const;
const PIECES = 24;

/** What lies under a point of the picture: the nearest body, or a line that passes by. */
export function pick<What>(
  camera: Camera, bodies: readonly Body<What>[], lines: readonly Line<What>[], x: number, y: number,
): What | null {
  const body = nearestBody(camera, bodies, x, y);
  const line = nearestLine(camera, lines, x, y, body?.depth ?? Infinity);
  if (!line) return body?.what ?? null;
  if (!body || line.beside <= TOLERANCE.covered) return line.what;
  return body.what;
}

function nearestBody<What>(camera: Camera, bodies: readonly Body<What>[], x: number, y: number) {
  const [eye, ray] = [eyeOf(camera), rayThrough(camera, x, y)];
  let nearest: { depth: number; what: What } | null = null;
  for (const { box, what } of bodies) {
    const depth = depthOf(box, eye, ray);
    if (depth !== null && depth < (nearest?.depth ?? Infinity)) nearest = { depth, what };
  }
  return nearest;
}

/** How deep a ray enters a box, or null if it passes by. */
export function depthOf({ low, high }: Box, eye: Vector, ray: Vector): number | null {
  let [enters, leaves] = [0, Infinity];
  for (const axis of [0, 1, 2] as const) {
    const [a, b] = [(low[axis] - eye[axis]) / ray[axis], (high[axis] - eye[axis]) / ray[axis]];
    if (ray[axis] === 0 && (low[axis] > eye[axis] || high[axis] < eye[axis])) return null;
    if (ray[axis] === 0) continue;
    enters = Math.max(enters, Math.min(a, b));
    leaves = Math.min(leaves, Math.max(a, b));
  }
  return enters <= leaves && leaves > 0 ? enters : null;
}

function nearestLine<What>(camera: Camera, lines: readonly Line<What>[], x: number, y: number, before: number) {
  let nearest: { beside: number; what: What } | null = null;
  for (const { curve, width, what } of lines) {
    const beside = besideCurve(camera, curve, x, y, before) - width / 2;
    if (beside <= TOLERANCE.open && beside < (nearest?.beside ?? Infinity)) nearest = { beside, what };
  }
  return nearest;
}

/** Distance in pixels from a point to the part of a curve that is nearer than `before`. */
function besideCurve(camera: Camera, curve: Curve, x: number, y: number, before: number): number {
  let least = Infinity;
  let last = project(camera, curve[0]);
  for (let piece = 1; piece <= PIECES; piece += 1) {
    const next = project(camera, pointOn(curve, piece / PIECES));
    if (Math.min(last.depth, next.depth) <= before) least = Math.min(least, besidePiece(last, next, x, y));
    last = next;
  }
  return least;
}

function besidePiece(a: { x: number; y: number }, b: { x: number; y: number }, x: number, y: number): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / length));
  return Math.hypot(x - a.x - share * dx, y - a.y - share * dy);
}
