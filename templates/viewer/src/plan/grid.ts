import type { OpenScene } from "../data/open.ts";
import type { Quantity } from "../data/flows.ts";

/** Numbers in a square, row by row: rows are tokens that look, columns tokens that are read. NaN = not stored. */
export interface Grid {
  readonly size: number;
  readonly values: Float64Array;
}

/** Which part of a square: `count` rows from `row`, as many columns from `column`. */
export interface Part {
  readonly row: number;
  readonly column: number;
  readonly count: number;
}

/** How the heads of a layer become one number: what they contribute adds up, where they look is averaged. */
export function isSummed(quantity: Quantity): boolean {
  return quantity === "relevance";
}

/** The square of one head, or of all heads of a layer (`head` null) by the rule of `isSummed`. */
export function gridOf({ scene, flows }: OpenScene, quantity: Quantity, layer: number, head: number | null): Grid {
  const size = scene.tokens.length;
  const values = new Float64Array(size * size).fill(Number.NaN);
  const heads = head === null ? Array.from({ length: scene.heads }, (_, at) => at) : [head];
  const share = isSummed(quantity) ? 1 : 1 / heads.length;
  for (const one of heads) {
    for (let query = 0; query < size; query += 1) {
      flows.eachOf(quantity, layer, one, query, (key, value) => {
        if (value === 0 && scene.keys_kept !== null) return;
        const at = query * size + key;
        const before = values[at]!;
        values[at] = (Number.isNaN(before) ? 0 : before) + value * share;
      });
    }
  }
  if (scene.causal) emptyTheFuture(values, size);
  return { size, values };
}

/** Causal models read nothing that comes later: that is a true zero, not a number that is missing. */
function emptyTheFuture(values: Float64Array, size: number): void {
  for (let query = 0; query < size; query += 1) values.fill(0, query * size + query + 1, (query + 1) * size);
}

/** One number of a head, or of those heads of a layer that store it. */
export interface CellNumber {
  readonly value: number;
  /** By how much it may be off at most, because numbers are stored rounded. */
  readonly error: number;
  /** Heads it is made of. */
  readonly heads: number;
}

/** One number of a head or of all heads of a layer (`head` null); null where no head stores it. */
export function cellOf(
  { scene, flows }: OpenScene, quantity: Quantity, layer: number, head: number | null, query: number, key: number,
): CellNumber | null {
  const asked = head === null ? Array.from({ length: scene.heads }, (_, one) => one) : [head];
  const found = asked.flatMap((one) => {
    const value = flows.value(quantity, layer, one, query, key);
    return value === null ? [] : [{ value, error: flows.error(quantity, layer, one, query, key) }];
  });
  if (!found.length) return null;
  const share = isSummed(quantity) ? 1 : 1 / asked.length;
  const sum = (part: "value" | "error") => share * found.reduce((total, one) => total + one[part], 0);
  return { value: sum("value"), error: sum("error"), heads: found.length };
}

/** Largest absolute number of a square; 0 where nothing is stored. */
export function largestOf({ values }: Grid): number {
  let most = 0;
  for (const value of values) if (Math.abs(value) > most) most = Math.abs(value);
  return most;
}

/** First square minus second; not stored in one of them = not known. Throws if their sizes differ. */
export function differenceOf(first: Grid, second: Grid): Grid {
  if (first.size !== second.size) throw new Error(`Squares of ${first.size} and ${second.size} tokens have no difference.`);
  return { size: first.size, values: first.values.map((value, at) => value - second.values[at]!) };
}

/** The whole square of a head as `shrink` would make it, without making the large one first. */
export function shrunkOf({ scene, flows }: OpenScene, quantity: Quantity, layer: number, head: number, bins: number): Grid {
  const size = scene.tokens.length;
  const small = Math.max(1, Math.min(size, Math.floor(bins)));
  const values = new Float64Array(small * small).fill(Number.NaN);
  const binOf = Uint16Array.from({ length: size }, (_, at) => Math.floor((at * small) / size));
  for (let query = 0; query < size; query += 1) {
    const row = binOf[query]! * small;
    if (scene.causal) for (let bin = binOf[query]! + 1; bin < small; bin += 1) values[row + bin] = 0;
    flows.eachOf(quantity, layer, head, query, (key, value) => {
      if (value === 0 && scene.keys_kept !== null) return;
      const at = row + binOf[key]!;
      if (Number.isNaN(values[at]!) || Math.abs(value) > Math.abs(values[at]!)) values[at] = value;
    });
  }
  return { size: small, values };
}

/**
 * A part of a square in at most `bins` rows and columns: each takes the number that is largest in size among those
 * it stands for, with its sign, so that nothing large is lost. NaN where none of them is stored.
 */
export function shrink({ size, values }: Grid, { row, column, count }: Part, bins: number): Grid {
  const small = Math.max(1, Math.min(count, Math.floor(bins)));
  const into = new Float64Array(small * small).fill(Number.NaN);
  const binOf = Uint16Array.from({ length: count }, (_, at) => Math.floor((at * small) / count));
  for (let down = 0; down < count; down += 1) {
    for (let along = 0; along < count; along += 1) {
      const value = values[(row + down) * size + column + along]!;
      const at = binOf[down]! * small + binOf[along]!;
      if (Number.isNaN(into[at]!) || Math.abs(value) > Math.abs(into[at]!)) into[at] = value;
    }
  }
  return { size: small, values: into };
}
