/** How the cloud is turned: `azimuth` about the y axis, `elevation` above the x-z plane; in degrees. */
export interface Turn {
  readonly azimuth: number;
  readonly elevation: number;
}

/** A point as it is seen: pixels, and `depth` towards the eye, -1 (far) to 1 (near). */
export interface Seen {
  readonly point: number;
  readonly x: number;
  readonly y: number;
  readonly depth: number;
}

export const FIRST_TURN: Turn = { azimuth: 30, elevation: 20 };
const STEEPEST = 90;

/** Turn on by some degrees; round and round about the axis, no further up than straight down on it. */
export function turnBy({ azimuth, elevation }: Turn, sideways: number, upwards: number): Turn {
  const around = (((azimuth + sideways + 180) % 360) + 360) % 360;
  return { azimuth: around - 180, elevation: Math.max(-STEEPEST, Math.min(STEEPEST, elevation + upwards)) };
}

type Rotated = readonly [number, number, number];

/** A point in the frame of the eye: to the right, up, and towards it. */
export function rotate({ azimuth, elevation }: Turn, [x, y, z]: Rotated): Rotated {
  const a = (azimuth * Math.PI) / 180;
  const e = (elevation * Math.PI) / 180;
  const right = x * Math.cos(a) - z * Math.sin(a);
  const ahead = x * Math.sin(a) + z * Math.cos(a);
  return [right, y * Math.cos(e) - ahead * Math.sin(e), y * Math.sin(e) + ahead * Math.cos(e)];
}

/** The largest distance of a point from the middle of the cloud, which is 0; 1 for a cloud of one place. */
export function reachOf(points: Float32Array): number {
  let most = 0;
  for (let at = 0; at < points.length; at += 3) most = Math.max(most, Math.hypot(points[at]!, points[at + 1]!, points[at + 2]!));
  return most || 1;
}

/** All points as they are seen in a frame, without perspective, the farthest first; `reach` fills half of the frame less `edge`. */
export function seenFrom(points: Float32Array, turn: Turn, width: number, height: number, edge: number): Seen[] {
  const reach = reachOf(points);
  const unit = Math.max(1, Math.min(width, height) / 2 - edge) / reach;
  const seen = Array.from({ length: points.length / 3 }, (_, point): Seen => {
    const [right, up, near] = rotate(turn, [points[point * 3]!, points[point * 3 + 1]!, points[point * 3 + 2]!]);
    return { point, x: width / 2 + right * unit, y: height / 2 - up * unit, depth: near / reach };
  });
  return seen.sort((a, b) => a.depth - b.depth || a.point - b.point);
}

/** The point within `radius` pixels of a place: the closest, of equally close ones the nearest to the eye; null if there is none. */
export function pointAt(seen: readonly Seen[], x: number, y: number, radius: number): number | null {
  let found: { point: number; distance: number } | null = null;
  for (const one of seen) {
    const distance = Math.hypot(one.x - x, one.y - y);
    if (distance <= radius && distance <= (found?.distance ?? Infinity)) found = { point: one.point, distance };
  }
  return found?.point ?? null;
}

/** More labels than this share one group. */
export const MOST_GROUPS = 8;

/** Labels by how often they are predicted, the most frequent first, equal ones by name; after `MOST_GROUPS` the rest has none. */
export function groupsOf(labels: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const byCount = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([label]) => label);
  return byCount.slice(0, MOST_GROUPS);
}
