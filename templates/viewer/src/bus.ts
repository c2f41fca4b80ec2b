import { QUANTITIES, type Quantity } from "./data/flows.ts";
import { type Order, ORDERS } from "./layout/times.ts";

/**
 * What is chosen in every view of one example; null is "not chosen". Layers, heads and tokens are counted from 0.
 * `layer` with `head` is a head; `query` alone is a token; all four of layer, head, query and key are one flow.
 * `from`..`to` is the drawn range of layers, `least` the smallest drawn flow as a share of the largest (null: the usual one),
 * `order` in which tokens climb in playback. `other`, `otherLayer` and `otherHead` are the example and the head that this one is
 * compared with.
 */
export interface Selection {
  readonly view: string | null;
  readonly quantity: Quantity | null;
  readonly layer: number | null;
  readonly head: number | null;
  readonly query: number | null;
  readonly key: number | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly least: number | null;
  readonly order: Order | null;
  readonly other: string | null;
  readonly otherLayer: number | null;
  readonly otherHead: number | null;
}

export const NOTHING: Selection = {
  view: null, quantity: null, layer: null, head: null, query: null, key: null, from: null, to: null, least: null, order: null,
  other: null, otherLayer: null, otherHead: null,
};

/** Nothing chosen among layers, heads and tokens; what is drawn and how stays. */
export const NO_PLACE = { layer: null, head: null, query: null, key: null } as const;

type Listener = (now: Selection, before: Selection) => void;

/** Where the views of one example meet: each sets what was chosen in it and hears what was chosen elsewhere. */
export class Bus {
  readonly example: string;
  #now: Selection;
  readonly #listeners = new Set<Listener>();

  constructor(example: string, first: Partial<Selection> = {}) {
    this.example = example;
    this.#now = { ...NOTHING, ...first };
  }

  get now(): Selection {
    return this.#now;
  }

  /** Change a part of the selection; listeners hear of it only if something is different. */
  set(change: Partial<Selection>): void {
    const before = this.#now;
    const next = { ...before, ...change };
    if (sameSelection(before, next)) return;
    this.#now = next;
    for (const listener of [...this.#listeners]) listener(next, before);
  }

  /** Hear of changes until the answer is called. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** Whether two selections are the same in every part. */
export function sameSelection(a: Selection, b: Selection): boolean {
  return (Object.keys(NOTHING) as (keyof Selection)[]).every((name) => a[name] === b[name]);
}

const NUMBERS = { layer: "l", head: "h", query: "q", key: "k", otherLayer: "xl", otherHead: "xh" } as const;
const CARD = "ex-";

/** The address of a selection, e.g. `#ex-12~v=city&n=relevance&l=3&h=7&q=5&k=2`; only what is chosen is in it. */
export function toHash(example: string, chosen: Selection): string {
  const parts: string[] = [];
  if (chosen.view !== null) parts.push(`v=${encodeURIComponent(chosen.view)}`);
  if (chosen.quantity !== null) parts.push(`n=${chosen.quantity}`);
  for (const [name, letter] of Object.entries(NUMBERS)) {
    const value = chosen[name as keyof typeof NUMBERS];
    if (value !== null) parts.push(`${letter}=${value}`);
  }
  if (chosen.from !== null && chosen.to !== null) parts.push(`f=${chosen.from}-${chosen.to}`);
  if (chosen.least !== null) parts.push(`t=${chosen.least}`);
  if (chosen.order !== null) parts.push(`o=${chosen.order}`);
  if (chosen.other !== null) parts.push(`x=${escaped(chosen.other)}`);
  return `#${CARD}${escaped(example)}${parts.length ? `~${parts.join("&")}` : ""}`;
}

/** Text for an address, in which a tilde parts the card from what is chosen in it. */
function escaped(text: string): string {
  return encodeURIComponent(text).replaceAll("~", "%7E");
}

/** The example and selection in an address, or null if it names no example. What cannot be read is left out. */
export function fromHash(hash: string): { example: string; selection: Selection } | null {
  const [card = "", query = ""] = hash.replace(/^#/, "").split("~", 2);
  const example = card.startsWith(CARD) ? decoded(card.slice(CARD.length)) : null;
  if (example === null) return null;
  const parts = new URLSearchParams(query);
  const quantity = parts.get("n");
  const order = parts.get("o");
  const range = /^(\d+)-(\d+)$/.exec(parts.get("f") ?? "");
  const selection: Selection = {
    view: parts.get("v"),
    quantity: QUANTITIES.find((known) => known === quantity) ?? null,
    layer: countIn(parts, NUMBERS.layer),
    head: countIn(parts, NUMBERS.head),
    query: countIn(parts, NUMBERS.query),
    key: countIn(parts, NUMBERS.key),
    from: range ? Number(range[1]) : null,
    to: range ? Number(range[2]) : null,
    least: shareIn(parts, "t"),
    order: ORDERS.find((known) => known === order) ?? null,
    other: parts.get("x"),
    otherLayer: countIn(parts, NUMBERS.otherLayer),
    otherHead: countIn(parts, NUMBERS.otherHead),
  };
  return { example, selection };
}

/** Text out of an address; null where its escapes stand for no text. */
function decoded(escaped: string): string | null {
  try {
    return decodeURIComponent(escaped);
  } catch {
    return null;
  }
}

/** The size of an example; a selection is kept within it. */
export interface Size {
  readonly layers: number;
  readonly heads: number;
  readonly tokens: number;
}

/** A selection without the parts that an example of this size does not have. */
export function within(selection: Selection, { layers, heads, tokens }: Size): Selection {
  const keep = (value: number | null, size: number) => (value !== null && value < size ? value : null);
  const ranged = selection.from !== null && selection.to !== null && selection.from <= selection.to && selection.to < layers;
  return {
    ...selection,
    layer: keep(selection.layer, layers),
    head: keep(selection.head, heads),
    query: keep(selection.query, tokens),
    key: keep(selection.key, tokens),
    from: ranged ? selection.from : null,
    to: ranged ? selection.to : null,
  };
}

function countIn(parts: URLSearchParams, letter: string): number | null {
  const text = parts.get(letter);
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null;
}

function shareIn(parts: URLSearchParams, letter: string): number | null {
  const text = parts.get(letter);
  const share = text === null || text === "" ? Number.NaN : Number(text);
  return share >= 0 && share <= 1 ? share : null;
}
