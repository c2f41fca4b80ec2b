/** A rectangle of the picture in pixels, by its middle and halves. */
export interface Patch {
  readonly x: number;
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** Whether two patches share any place. */
export function overlap(a: Patch, b: Patch): boolean {
  return Math.abs(a.x - b.x) < a.halfWidth + b.halfWidth && Math.abs(a.y - b.y) < a.halfHeight + b.halfHeight;
}

/**
 * Which of the names along an axis fit: every one, or as many as have `room` pixels between them in even steps.
 * Names in `always` come first, and their neighbours make room. Answers their indices in order.
 */
export function thin(places: readonly number[], room: number, always: readonly number[] = []): number[] {
  const pitch = places.slice(1).reduce((least, place, at) => Math.min(least, Math.abs(place - places[at]!)), Infinity);
  const step = Math.max(1, Math.ceil(room / Math.max(pitch, 1e-6)));
  const isFree = (at: number, others: readonly number[]) => others.every((other) => Math.abs(places[other]! - places[at]!) >= room);
  const first = always.reduce<number[]>((kept, at) => (isFree(at, kept) ? [...kept, at] : kept), []);
  return places.flatMap((_, at) => (first.includes(at) || (at % step === 0 && isFree(at, first)) ? [at] : []));
}

/** The first of several places at which a patch is free of all the others; null if none is. */
export function freePlace(places: readonly Patch[], taken: readonly Patch[]): Patch | null {
  return places.find((place) => !taken.some((other) => overlap(place, other))) ?? null;
}
