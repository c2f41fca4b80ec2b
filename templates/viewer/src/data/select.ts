import type { Scene } from "../schema.ts";
import type { Flows, Quantity } from "./flows.ts";

/** Which flows may be drawn. Layers are counted from 0, `to` included; smaller flows than `least`, an absolute number of the quantity, count but are not drawn. */
export interface Filter {
  readonly from: number;
  readonly to: number;
  readonly head: { readonly layer: number; readonly head: number } | null;
  readonly token: number | null;
  readonly least: number;
}

/** One drawn flow from `key` to `query`; `rank` counts from 0 among those of the same layer and query. */
export interface Arc {
  readonly layer: number;
  readonly head: number;
  readonly query: number;
  readonly key: number;
  readonly value: number;
  readonly rank: number;
}

/** Sums of absolute flow: what is drawn, and what is not and why. */
export interface Totals {
  drawn: number;
  self: number;
  sinks: number;
  rest: number;
}

/** The drawn flows by layer, query and rank; at most `k` of each layer and query. */
export interface Selected {
  readonly arcs: readonly Arc[];
  readonly k: number;
  readonly totals: Readonly<Totals>;
}

/** No more flows than this are drawn at once. */
export const MOST_ARCS = 600;

/** No more flows than this are drawn of one layer and query. */
export const MOST_PER_ROW = 8;

/** Flows below this share of the largest are not drawn unless asked for. */
export const LEAST_SHARE = 0.02;

/** Every layer, head and token, but nothing below the usual share of the largest flow. */
export function usualFilter(scene: Scene, flows: Flows, quantity: Quantity): Filter {
  return { from: 0, to: scene.layers - 1, head: null, token: null, least: LEAST_SHARE * flows.largest(quantity) };
}

/** Choose the flows to draw by the rule the report states; Python chooses the same ones. */
export function selectArcs(scene: Scene, flows: Flows, quantity: Quantity, filter: Filter): Selected {
  const totals: Totals = { drawn: 0, self: 0, sinks: 0, rest: 0 };
  const rows: Arc[][] = [];
  for (let layer = filter.from; layer <= filter.to; layer += 1) {
    for (let query = 0; query < scene.tokens.length; query += 1) {
      const row = bestOfRow(scene, flows, quantity, filter, layer, query, totals);
      if (row.length) rows.push(row);
    }
  }
  const k = ranksDrawn(rows);
  const arcs = k === 1 ? largestFirsts(rows) : rows.flatMap((row) => row.slice(0, k));
  for (const { value } of arcs) totals.drawn += Math.abs(value);
  totals.rest -= totals.drawn;
  return { arcs, k, totals };
}

/** The strongest flows to one token in one layer, in order; adds everything that passes the filter to the totals (`rest` includes the drawn). */
function bestOfRow(
  scene: Scene, flows: Flows, quantity: Quantity, filter: Filter, layer: number, query: number, totals: Totals,
): Arc[] {
  const best: Arc[] = [];
  for (const head of headsIn(scene, filter, layer)) {
    flows.eachOf(quantity, layer, head, query, (key, value) => {
      const size = Math.abs(value);
      if (value === 0 || !touches(filter.token, query, key)) return;
      if (key === query) totals.self += size;
      else if (scene.sinks.includes(key)) totals.sinks += size;
      else {
        totals.rest += size;
        if (size >= filter.least) insert(best, { layer, head, query, key, value, rank: 0 });
      }
    });
  }
  return best.map((arc, rank) => ({ ...arc, rank }));
}

function headsIn(scene: Scene, { head }: Filter, layer: number): number[] {
  if (head) return head.layer === layer ? [head.head] : [];
  return Array.from({ length: scene.heads }, (_, h) => h);
}

function touches(token: number | null, query: number, key: number): boolean {
  return token === null || query === token || key === token;
}

/** Keep the strongest in order: larger first, then the lower head, then the lower key. */
function insert(best: Arc[], arc: Arc): void {
  let at = best.length;
  while (at > 0 && beats(arc, best[at - 1]!)) at -= 1;
  if (at >= MOST_PER_ROW) return;
  best.splice(at, 0, arc);
  if (best.length > MOST_PER_ROW) best.pop();
}

function beats(a: Arc, b: Arc): boolean {
  const bySize = Math.abs(a.value) - Math.abs(b.value);
  if (bySize !== 0) return bySize > 0;
  return a.head !== b.head ? a.head < b.head : a.key < b.key;
}

function ranksDrawn(rows: readonly Arc[][]): number {
  for (let k = MOST_PER_ROW; k > 1; k -= 1) {
    if (rows.reduce((sum, row) => sum + Math.min(row.length, k), 0) <= MOST_ARCS) return k;
  }
  return 1;
}

/** The first of each row; where these are too many, the largest of them. */
function largestFirsts(rows: readonly Arc[][]): Arc[] {
  const firsts = rows.flatMap((row) => row.slice(0, 1));
  if (firsts.length <= MOST_ARCS) return firsts;
  const inOrder = [...firsts.keys()].sort((a, b) => Math.abs(firsts[b]!.value) - Math.abs(firsts[a]!.value) || a - b);
  const kept = new Set(inOrder.slice(0, MOST_ARCS));
  return firsts.filter((_, at) => kept.has(at));
}
