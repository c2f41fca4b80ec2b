import type { Selection } from "../bus.ts";
import type { Quantity } from "../data/flows.ts";
import type { OpenScene } from "../data/open.ts";

/** A head of a layer; both counted from 0. */
export interface Head {
  readonly layer: number;
  readonly head: number;
}

/** The layer that is shown: the chosen one, else the last. */
export function layerOf({ scene }: OpenScene, chosen: Selection): number {
  return chosen.layer ?? scene.layers - 1;
}

/** The head that is shown: the chosen one, null = all heads of the layer. */
export function headOf(chosen: Selection): number | null {
  return chosen.layer === null ? null : chosen.head;
}

/** The head that is shown where only one can be: the chosen one, else the one with the largest total of the chosen layer, or of all. */
export function oneHeadOf(open: OpenScene, quantity: Quantity, chosen: Selection): Head {
  if (chosen.layer !== null && chosen.head !== null) return { layer: chosen.layer, head: chosen.head };
  return strongest(open, quantity, chosen.layer)[0] ?? { layer: 0, head: 0 };
}

/** Heads of a layer (null: of all layers) by the size of what they bring in all, the largest first, equal ones in order. */
export function strongest({ scene, flows }: OpenScene, quantity: Quantity, layer: number | null): Head[] {
  const layers = layer === null ? Array.from({ length: scene.layers }, (_, at) => at) : [layer];
  const heads = layers.flatMap((at) => Array.from({ length: scene.heads }, (_, head) => ({ layer: at, head })));
  const size = ({ layer: at, head }: Head) => Math.abs(flows.headTotal(quantity, at, head));
  return heads.map((head) => ({ head, size: size(head) })).sort((a, b) => b.size - a.size).map(({ head }) => head);
}

/** What each head of a layer brings in all: in the ledger where there is one, else in the first quantity there is. */
export interface Totals {
  readonly quantity: Quantity;
  readonly isSigned: boolean;
  of(head: Head): number;
  readonly most: number;
}

/** The totals of some heads; `most` is the largest of them. */
export function totalsOf({ flows }: OpenScene, heads: readonly Head[]): Totals {
  const quantity = flows.quantities[0] ?? "attention";
  const of = ({ layer, head }: Head) => flows.headTotal(quantity, layer, head);
  const most = heads.reduce((top, head) => Math.max(top, Math.abs(of(head))), 0);
  return { quantity, isSigned: quantity === "relevance", of, most };
}
