import { ARRAY_RULES } from "../schema.ts";
import type { Block, StoredArray } from "./decode.ts";
import { errorsOf } from "./errors.ts";

type Name = keyof typeof ARRAY_RULES;

/** A stored number as the quantity it stands for, in the units of the evidence. */
export type Meaning = (stored: number) => number;

/** The same double-precision arithmetic as in Python, so that both choose the same flows. */
const MEANINGS: Readonly<Record<"square" | "signed_square" | "linear", (most: number, scale: number) => Meaning>> = {
  square: (most) => (stored) => (stored / most) * (stored / most),
  signed_square: (most, scale) => (stored) => Math.sign(stored) * ((stored / most) * (stored / most)) * scale,
  linear: (most, scale) => (stored) => (stored / most) * scale,
};

/** What the numbers of an example's array mean; throws if no example has an array of this name and type. */
export function meaningOf({ entry }: StoredArray): Meaning {
  const rule = isName(entry.name) ? ARRAY_RULES[entry.name] : undefined;
  if (!rule) throw new Error(`The example has an array ${entry.name}, which this viewer does not know.`);
  if (rule.dtype !== entry.dtype) throw new Error(`${entry.name} is stored as ${entry.dtype}; ${rule.dtype} was expected.`);
  return MEANINGS[rule.rule](rule.most, entry.scale);
}

function isName(name: string): name is Name {
  return Object.hasOwn(ARRAY_RULES, name);
}

/** One array as numbers with a meaning: `at(i, j, ...)` takes as many places as it has dimensions. */
export interface Table {
  readonly shape: readonly number[];
  at(...place: number[]): number;
  /** Largest absolute number of the whole array. */
  readonly largest: number;
  /** By how much any of its numbers may be off at most, because it is stored rounded. */
  readonly error: number;
}

/** The named array as a table, or null where the block has none. */
export function tableOf(block: Block, name: string): Table | null {
  const stored = block.arrays.get(name);
  if (!stored) return null;
  const mean = meaningOf(stored);
  const { data, entry } = stored;
  const at = (...place: number[]) => mean(data[flatten(entry.shape, place)] ?? Number.NaN);
  const errorAt = errorsOf(stored);
  let [most, error] = [0, 0];
  for (const number of data) {
    most = Math.max(most, Math.abs(mean(number)));
    error = Math.max(error, errorAt(number));
  }
  return { shape: entry.shape, at, largest: most, error };
}

function flatten(shape: readonly number[], place: readonly number[]): number {
  return shape.reduce((flat, size, axis) => flat * size + (place[axis] ?? 0), 0);
}

/** A query or key vector of one token, in the model's units; null where vectors are not stored. `head` counts queries' heads or keys' heads. */
export function vectorOf(block: Block, name: "queries" | "keys", layer: number, head: number, token: number): number[] | null {
  const vectors = block.arrays.get(name);
  const scales = block.arrays.get(`${name}_scale`);
  if (!vectors || !scales) return null;
  const [, heads = 1, tokens = 1, width = 1] = vectors.entry.shape;
  const row = (layer * heads + head) * tokens + token;
  const scale = meaningOf(scales)(scales.data[row] ?? 0);
  return Array.from(vectors.data.subarray(row * width, (row + 1) * width), (stored) => (stored / ARRAY_RULES[name].most) * scale);
}
