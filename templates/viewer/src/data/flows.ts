import type { Scene } from "../schema.ts";
import { type Block, type Stored, type StoredArray } from "./decode.ts";
import { errorsOf } from "./errors.ts";
import { meaningOf, type Table, tableOf } from "./numbers.ts";

/** What an arc can stand for. Relevance is signed: positive supports the target against the foil. */
export type Quantity = "relevance" | "attention" | "weighted";

export const QUANTITIES: readonly Quantity[] = ["relevance", "attention", "weighted"];

type Visit = (key: number, value: number, error: number) => void;

/** What flows from token to token, head by head, in every quantity the block has. */
export interface Flows {
  /** Quantities the block has, the default first. */
  readonly quantities: readonly Quantity[];
  /** Flow from `key` to `query`; null where this key of the row is not stored. */
  value(quantity: Quantity, layer: number, head: number, query: number, key: number): number | null;
  /** Call `visit` with every stored key of a row, its flow and what that may be off by. Keys come in the order they are stored in. */
  eachOf(quantity: Quantity, layer: number, head: number, query: number, visit: Visit): void;
  /** By how much the answer of `value` may be off at most, because it is stored rounded; 0 where there is none. */
  error(quantity: Quantity, layer: number, head: number, query: number, key: number): number;
  /** Sum over the keys of a row that are not stored: 0 for whole rows, null where it is not known. */
  rest(quantity: Quantity, layer: number, head: number, query: number): number | null;
  /** Largest absolute flow that may be drawn: not to the token itself, not from a sink. */
  largest(quantity: Quantity): number;
  /** All that a head brings to all tokens where `isWhole`, else the sum of the stored flows that may be drawn. */
  headTotal(quantity: Quantity, layer: number, head: number): number;
  /** By how much the answer of `headTotal` may be off at most. */
  headTotalError(quantity: Quantity, layer: number, head: number): number;
  /** Whether totals of heads are the ledger's own: then flows of tokens to themselves and from sinks are in them. */
  isWhole(quantity: Quantity): boolean;
}

/** Rows of one quantity: `slots` stored numbers per (layer, head, query). */
interface Rows {
  readonly slots: number;
  readonly data: Stored;
  readonly keys: Stored | null;
  /** Every stored integer has one of 256 meanings, worked out once. */
  readonly numbers: Float64Array;
  readonly errors: Float64Array;
  readonly lowest: number;
  readonly rest: Table | null;
}

/** The flows of a block; throws if a quantity's arrays do not fit together. */
export function flowsOf(block: Block): Flows {
  return new StoredFlows(block);
}

class StoredFlows implements Flows {
  readonly quantities: readonly Quantity[];
  readonly #scene: Scene;
  readonly #rows = new Map<"relevance" | "attention", Rows>();
  readonly #norms: Table | null;
  readonly #headTotals: Table | null;
  readonly #largest = new Map<Quantity, number>();
  readonly #totals = new Map<Quantity, Float64Array>();

  constructor(block: Block) {
    this.#scene = block.scene;
    for (const name of ["relevance", "attention"] as const) {
      const rows = rowsOf(block, name);
      if (rows) this.#rows.set(name, rows);
    }
    this.#norms = tableOf(block, "value_norms");
    this.#headTotals = tableOf(block, "head_totals");
    this.quantities = QUANTITIES.filter((quantity) => this.#has(quantity));
  }

  value(quantity: Quantity, layer: number, head: number, query: number, key: number): number | null {
    return this.#numberOf(quantity, layer, head, query, key)?.[0] ?? null;
  }

  error(quantity: Quantity, layer: number, head: number, query: number, key: number): number {
    return this.#numberOf(quantity, layer, head, query, key)?.[1] ?? 0;
  }

  eachOf(quantity: Quantity, layer: number, head: number, query: number, visit: Visit): void {
    const rows = this.#rowsFor(quantity);
    const first = this.#row(layer, head, query) * rows.slots;
    for (let slot = 0; slot < rows.slots; slot += 1) {
      const key = rows.keys ? rows.keys[first + slot]! : slot;
      const [value, error] = this.#weigh(quantity, rows, first + slot, layer, head, key);
      visit(key, value, this.#scene.causal && key > query ? 0 : error);
    }
  }

  rest(quantity: Quantity, layer: number, head: number, query: number): number | null {
    const rows = this.#rowsFor(quantity);
    if (!rows.keys) return 0;
    return quantity === "weighted" ? null : (rows.rest?.at(layer, head, query) ?? null);
  }

  largest(quantity: Quantity): number {
    const known = this.#largest.get(quantity);
    if (known !== undefined) return known;
    const sinks = new Set(this.#scene.sinks);
    let most = 0;
    this.#eachRow((layer, head, query) => this.eachOf(quantity, layer, head, query, (key, value) => {
      if (key !== query && !sinks.has(key)) most = Math.max(most, Math.abs(value));
    }));
    this.#largest.set(quantity, most);
    return most;
  }

  headTotal(quantity: Quantity, layer: number, head: number): number {
    if (this.isWhole(quantity)) return this.#headTotals!.at(layer, head);
    let totals = this.#totals.get(quantity);
    if (!totals) this.#totals.set(quantity, totals = this.#sumHeads(quantity));
    return totals[layer * this.#scene.heads + head] ?? 0;
  }

  headTotalError(quantity: Quantity, layer: number, head: number): number {
    if (this.isWhole(quantity)) return this.#headTotals!.error;
    const { tokens, sinks } = this.#scene;
    let error = 0;
    tokens.forEach((_, query) => this.eachOf(quantity, layer, head, query, (key, _, one) => {
      if (key !== query && !sinks.includes(key)) error += one;
    }));
    return error;
  }

  isWhole(quantity: Quantity): boolean {
    return quantity === "relevance" && this.#headTotals !== null;
  }

  /** Sums over what may be drawn: rows of attention add up to 1 for every head, which says nothing of it. */
  #sumHeads(quantity: Quantity): Float64Array {
    const { layers, heads, sinks } = this.#scene;
    const totals = new Float64Array(layers * heads);
    this.#eachRow((layer, head, query) => this.eachOf(quantity, layer, head, query, (key, value) => {
      if (key !== query && !sinks.includes(key)) totals[layer * heads + head]! += value;
    }));
    return totals;
  }

  #eachRow(visit: (layer: number, head: number, query: number) => void): void {
    const { layers, heads, tokens } = this.#scene;
    for (let layer = 0; layer < layers; layer += 1) {
      for (let head = 0; head < heads; head += 1) {
        for (let query = 0; query < tokens.length; query += 1) visit(layer, head, query);
      }
    }
  }

  #has(quantity: Quantity): boolean {
    return this.#rows.has(sourceOf(quantity)) && (quantity !== "weighted" || this.#norms !== null);
  }

  #rowsFor(quantity: Quantity): Rows {
    const rows = this.#rows.get(sourceOf(quantity));
    if (!rows || !this.#has(quantity)) throw new Error(`This example has no ${quantity}.`);
    return rows;
  }

  #row(layer: number, head: number, query: number): number {
    return (layer * this.#scene.heads + head) * this.#scene.tokens.length + query;
  }

  #numberOf(quantity: Quantity, layer: number, head: number, query: number, key: number): readonly [number, number] | null {
    const rows = this.#rowsFor(quantity);
    const at = slotOf(rows, this.#row(layer, head, query), key);
    if (at < 0) return null;
    const [value, error] = this.#weigh(quantity, rows, at, layer, head, key);
    return [value, this.#scene.causal && key > query ? 0 : error];
  }

  /** A stored flow and what it may be off by. */
  #weigh(quantity: Quantity, rows: Rows, at: number, layer: number, head: number, key: number): readonly [number, number] {
    const step = rows.data[at]! - rows.lowest;
    const [value, error] = [rows.numbers[step]!, rows.errors[step]!];
    if (quantity !== "weighted") return [value, error];
    const norms = this.#norms!;
    const norm = norms.at(layer, head, key);
    return [value * norm, error * (norm + norms.error) + value * norms.error];
  }
}

const sourceOf = (quantity: Quantity) => (quantity === "weighted" ? "attention" : quantity);

function rowsOf(block: Block, name: "relevance" | "attention"): Rows | null {
  const weights = block.arrays.get(name);
  if (!weights) return null;
  const { layers, heads, tokens, keys_kept: kept } = block.scene;
  const slots = kept ?? tokens.length;
  checkShape(weights, [layers, heads, tokens.length, slots]);
  const keys = kept === null ? null : block.arrays.get(`${name}_keys`);
  if (keys === undefined) throw new Error(`${name} keeps ${slots} keys of each row, but does not say which.`);
  if (keys) checkShape(keys, weights.entry.shape);
  const lowest = weights.entry.dtype === "i1" ? -128 : 0;
  const mean = meaningOf(weights);
  const errorAt = errorsOf(weights);
  const numbers = Float64Array.from({ length: 256 }, (_, step) => mean(step + lowest));
  const errors = Float64Array.from({ length: 256 }, (_, step) => errorAt(step + lowest));
  return { slots, data: weights.data, keys: keys?.data ?? null, numbers, errors, lowest, rest: tableOf(block, `${name}_rest`) };
}

function checkShape({ entry }: StoredArray, shape: readonly number[]): void {
  if (entry.shape.join() !== shape.join()) throw new Error(`${entry.name} has the shape ${entry.shape}; ${shape} was expected.`);
}

/** Where a key of a row is stored, or -1. A row with fewer keys than slots is filled up with zeros, which count for nothing. */
function slotOf(rows: Rows, row: number, key: number): number {
  const first = row * rows.slots;
  if (!rows.keys) return first + key;
  let found = -1;
  for (let slot = first; slot < first + rows.slots; slot += 1) {
    if (rows.keys[slot] !== key) continue;
    if (rows.data[slot] !== 0) return slot;
    found = slot;
  }
  return found;
}
