import type { Quantity } from "./data/flows.ts";
import type { OpenScene } from "./data/open.ts";
import { formatValue, nameQuantity, nameToken } from "./describe.ts";
import { cellOf, type CellNumber } from "./plan/grid.ts";

/** How squares of tokens are to be read. */
export const AXES = "Row: the token that looks. Column: the token it reads.";

/** A number as text, with what it may be off by, or that there is none. */
export function sayCellNumber(quantity: Quantity, cell: CellNumber | null): string {
  return cell ? formatValue(quantity, cell.value, cell.error) : "not stored";
}

/** What a cell of a head says in every quantity the example has, the chosen one first. */
export function sayCell(
  open: OpenScene, first: Quantity, layer: number, head: number | null, query: number, key: number,
): string {
  const quantities = [first, ...open.flows.quantities.filter((quantity) => quantity !== first)];
  const numbers = quantities.map((quantity) => {
    const cell = cellOf(open, quantity, layer, head, query, key);
    return `${nameQuantity(open.scene, quantity, head, cell?.heads)} ${sayCellNumber(quantity, cell)}`;
  });
  const { scene } = open;
  return `${nameToken(scene, query)} looks at ${nameToken(scene, key)}: ${numbers.join("; ")}.`;
}
