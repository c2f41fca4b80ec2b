import type { Block } from "../data/decode.ts";
import { vectorOf } from "../data/numbers.ts";
import type { OpenScene } from "../data/open.ts";
import { ARRAY_RULES } from "../schema.ts";

/** How a head compared two tokens: entry by entry, their sum, and what it was multiplied by. */
export interface Product {
  readonly query: readonly number[];
  readonly key: readonly number[];
  readonly products: readonly number[];
  /** By how much each entry of the query, of the key and of the products may be off at most, because vectors are stored rounded. */
  readonly errors: { readonly query: number; readonly key: number; readonly products: readonly number[] };
  readonly sum: number;
  readonly scaling: number;
  readonly score: number;
  /** The score may be off by this much at most, because the vectors are stored rounded. */
  readonly error: number;
}

/** How far an entry may be from the model's: half a step of its vector, and half a step of what the vector's largest entry is stored in. */
function halfStep({ arrays }: Block, name: "queries" | "keys", entries: readonly number[]): number {
  const scale = arrays.get(`${name}_scale`)?.entry.scale ?? 0;
  return (0.5 / ARRAY_RULES[name].most) * largest(entries) + (0.5 / ARRAY_RULES[`${name}_scale`].most) * scale;
}

/** The product of a query and a key vector of one head; null where the example has no vectors. */
export function productOf({ scene, block }: OpenScene, layer: number, head: number, query: number, key: number): Product | null {
  const keyHead = Math.floor((head * scene.key_heads) / scene.heads);
  const q = vectorOf(block, "queries", layer, head, query);
  const k = vectorOf(block, "keys", layer, keyHead, key);
  const scaling = scene.scaling[layer];
  if (!q || !k || scaling === undefined) return null;
  const products = q.map((entry, at) => entry * (k[at] ?? 0));
  const sum = products.reduce((total, product) => total + product, 0);
  const [halfQ, halfK] = [halfStep(block, "queries", q), halfStep(block, "keys", k)];
  const errors = q.map((entry, at) => Math.abs(entry) * halfK + Math.abs(k[at] ?? 0) * halfQ + halfQ * halfK);
  const error = errors.reduce((all, one) => all + one, 0) * Math.abs(scaling);
  return { query: q, key: k, products, errors: { query: halfQ, key: halfK, products: errors }, sum, scaling, score: sum * scaling, error };
}

/** Largest absolute entry. */
export function largest(entries: readonly number[]): number {
  return entries.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
}

/** The order of entries: as the vectors have them, or the largest product first (for, then against). */
export function orderOf(products: readonly number[], isSorted: boolean): number[] {
  const order = products.map((_, at) => at);
  return isSorted ? order.sort((a, b) => products[b]! - products[a]! || a - b) : order;
}

/** Which entry of `count` lies `x` pixels from the first bar, in `width` pixels; null beside them. */
export function entryAt(x: number, width: number, count: number): number | null {
  const at = Math.floor((x / width) * count);
  return x >= 0 && at < count ? at : null;
}
