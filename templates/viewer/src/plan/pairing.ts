import type { OpenScene } from "../data/open.ts";
import type { Quantity } from "../data/flows.ts";
import { differenceOf, type Grid, gridOf, largestOf } from "./grid.ts";
import type { Head } from "./place.ts";

/** A head of an example. */
export interface Side extends Head {
  readonly open: OpenScene;
}

/** Two heads on one scale. `most` is the largest number of both; `difference` is second minus first, null where cells do not correspond. */
export interface Pairing {
  readonly first: Grid;
  readonly second: Grid;
  readonly difference: Grid | null;
  readonly most: number;
}

/** Lay two heads side by side. Cells correspond where both texts have the same tokens. */
export function pairingOf(a: Side, b: Side, quantity: Quantity): Pairing {
  const first = gridOf(a.open, quantity, a.layer, a.head);
  const second = gridOf(b.open, quantity, b.layer, b.head);
  const difference = sameTokens(a.open, b.open) ? differenceOf(second, first) : null;
  return { first, second, difference, most: Math.max(largestOf(first), largestOf(second)) };
}

/** Whether two examples have the same tokens at the same places. */
export function sameTokens(a: OpenScene, b: OpenScene): boolean {
  const { tokens } = a.scene;
  return tokens.length === b.scene.tokens.length && tokens.every((token, at) => token === b.scene.tokens[at]);
}

/** How alike two squares are: the correlation of the numbers both have; null where there are too few or they do not vary. */
export function likenessOf(first: Grid, second: Grid): number | null {
  if (first.size !== second.size) return null;
  const pairs = [...first.values].map((value, at) => [value, second.values[at]!] as const)
    .filter(([a, b]) => !Number.isNaN(a) && !Number.isNaN(b));
  if (pairs.length < 3) return null;
  const mean = (at: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[at], 0) / pairs.length;
  const [meanA, meanB] = [mean(0), mean(1)];
  let [both, a2, b2] = [0, 0, 0];
  for (const [a, b] of pairs) {
    both += (a - meanA) * (b - meanB);
    a2 += (a - meanA) ** 2;
    b2 += (b - meanB) ** 2;
  }
  return a2 > 0 && b2 > 0 ? both / Math.sqrt(a2 * b2) : null;
}
