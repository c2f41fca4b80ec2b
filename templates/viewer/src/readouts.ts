import type { Quantity } from "./data/flows.ts";
import type { OpenScene } from "./data/open.ts";
import { formatValue, nameToken, QUANTITY_NAMES } from "./describe.ts";
import { cellOf, isSummed } from "./plan/grid.ts";

/** A head in a sentence; null = all heads of the layer. */
export function nameHead(layer: number, head: number | null): string {
  return head === null ? `layer ${layer}, all heads` : `layer ${layer}, head ${head}`;
}

/** A quantity's name, with how heads were put together where there are several. */
export function nameQuantity(quantity: Quantity, head: number | null): string {
  if (head !== null) return QUANTITY_NAMES[quantity];
  return `${QUANTITY_NAMES[quantity]} (${isSummed(quantity) ? "sum" : "mean"} of heads)`;
}

/** A number as text, or that there is none. */
export function sayValue(quantity: Quantity, value: number | null): string {
  return value === null || Number.isNaN(value) ? "not stored" : formatValue(quantity, value);
}

/** What a cell of a head says in every quantity the example has, the chosen one first. */
export function sayCell(
  open: OpenScene, first: Quantity, layer: number, head: number | null, query: number, key: number,
): string {
  const quantities = [first, ...open.flows.quantities.filter((quantity) => quantity !== first)];
  const numbers = quantities.map((quantity) =>
    `${nameQuantity(quantity, head)} ${sayValue(quantity, cellOf(open, quantity, layer, head, query, key))}`);
  const { scene } = open;
  return `${nameToken(scene, query)} looks at ${nameToken(scene, key)}: ${numbers.join("; ")}.`;
}
