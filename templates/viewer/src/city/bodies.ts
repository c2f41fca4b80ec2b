import type { Selection } from "../bus.ts";
import type { Quantity } from "../data/flows.ts";
import type { Table } from "../data/numbers.ts";
import type { OpenScene } from "../data/open.ts";
import type { Filter } from "../data/select.ts";
import { type City, LEAST_SHARE } from "../layout/city.ts";
import type { Times } from "../layout/times.ts";
import type { Box } from "../layout/vector.ts";
import type { Picked } from "../views/probe.ts";

/** A box as it is drawn: its number as a signed share of the largest of its kind, and when the pulse passes it. What is stored is not there before. */
export interface ShownBox {
  readonly box: Box;
  readonly share: number;
  readonly tone: "signed" | "plain" | "stored";
  readonly when: number;
  readonly isDimmed: boolean;
  readonly what: Picked;
}

/** More boxes than this are not drawn: the smallest are left out. */
export const MOST_BOXES = 3000;

/** A place without any of its parts. */
export const NOWHERE = { layer: null, head: null, token: null, query: null, key: null } as const;

/** What the boxes of an example are made from. */
export interface Site {
  readonly open: OpenScene;
  readonly city: City;
  readonly times: Times;
  readonly quantity: Quantity;
  readonly chosen: Selection;
  readonly filter: Filter;
}

/** The boxes of the drawn layers, at most `most`, and how many of them are left out because there are too many. */
export function bodiesOf(site: Site, most: number): { boxes: ShownBox[]; leftOut: number } {
  const boxes = [...shelfOf(site), ...cubesOf(site), ...tilesOf(site)];
  const leftOut = Math.max(0, boxes.length - most);
  if (!leftOut) return { boxes, leftOut };
  const bySize = boxes.sort((a, b) => Number(a.isDimmed) - Number(b.isDimmed) || Math.abs(b.share) - Math.abs(a.share));
  return { boxes: bySize.slice(0, most), leftOut };
}

/** The numbers that tiles stand for: ledger relevance where it is shown and there is any, else lengths of states. */
export function tileTable(open: OpenScene, quantity: Quantity): Table | null {
  return (quantity === "relevance" ? open.table("cuts") : null) ?? open.table("norms");
}

function* tilesOf({ open, city, times, quantity, chosen, filter }: Site): Iterable<ShownBox> {
  const table = tileTable(open, quantity);
  const tone = quantity === "relevance" && table === open.table("cuts") ? "signed" : "plain";
  for (let cut = filter.from; cut <= filter.to + 1; cut += 1) {
    for (let token = 0; token < city.tokens; token += 1) {
      const share = table?.largest ? table.at(cut, token) / table.largest : 0;
      const what: Picked = { ...NOWHERE, kind: "token", token, layer: cut > 0 ? cut - 1 : null };
      yield { box: city.tile(cut, token, Math.abs(share)), share, tone, when: times.of("state", cut, token), isDimmed: isOther(chosen, token), what };
    }
  }
}

function* cubesOf({ open, city, times, quantity, chosen, filter }: Site): Iterable<ShownBox> {
  if (quantity !== "relevance") return;
  const [attention, mlp] = [open.table("attention_at"), open.table("mlp_at")];
  const largest = Math.max(attention?.largest ?? 0, mlp?.largest ?? 0) || 1;
  for (const [part, table] of [["attention", attention], ["mlp", mlp]] as const) {
    for (let layer = filter.from; table && layer <= filter.to; layer += 1) {
      for (let token = 0; token < city.tokens; token += 1) {
        const share = table.at(layer, token) / largest;
        if (Math.abs(share) < LEAST_SHARE) continue;
        const what: Picked = { ...NOWHERE, kind: "box", layer, token };
        yield { box: city.cube(part, layer, token, Math.abs(share)), share, tone: "signed", when: times.of(part, layer, token), isDimmed: isOther(chosen, token), what };
      }
    }
  }
}

function* shelfOf({ open, city, times, quantity, chosen, filter }: Site): Iterable<ShownBox> {
  const totals = headTotals(open, quantity);
  const tone = quantity === "relevance" ? "signed" : "plain";
  const mlp = quantity === "relevance" ? open.table("mlp_totals") : null;
  const largest = Math.max(mlp?.largest ?? 0, ...totals.map(Math.abs)) || 1;
  for (let layer = filter.from; layer <= filter.to; layer += 1) {
    for (let head = 0; head < city.heads; head += 1) {
      const share = (totals[layer * city.heads + head] ?? 0) / largest;
      const isDimmed = chosen.head !== null && (chosen.layer !== layer || chosen.head !== head);
      const what: Picked = { ...NOWHERE, kind: "head", layer, head };
      yield { box: city.headBar(layer, head, Math.abs(share)), share, tone, when: times.ofAll("head", layer), isDimmed, what };
    }
    const share = mlp ? mlp.at(layer) / largest : 0;
    if (Math.abs(share) < LEAST_SHARE) continue;
    const what: Picked = { ...NOWHERE, kind: "mlp", layer };
    yield { box: city.mlpBar(layer, Math.abs(share)), share, tone, when: times.ofAll("mlp", layer), isDimmed: chosen.head !== null, what };
  }
}

function headTotals({ scene, flows }: OpenScene, quantity: Quantity): number[] {
  return Array.from({ length: scene.layers * scene.heads }, (_, at) =>
    flows.headTotal(quantity, Math.floor(at / scene.heads), at % scene.heads));
}

/** Whether tokens are chosen and this is none of them. */
export function isOther({ query, key }: Selection, token: number): boolean {
  return query !== null && token !== query && token !== key;
}
