import type { Part } from "./grid.ts";

/** A cell of a square: the token that looks and the token it reads. */
export interface Cell {
  readonly query: number;
  readonly key: number;
}

/** What is seen of a square of tokens: a part of it, the upper left corner of which lies at (`left`, `top`), `cell` pixels a token. */
export interface Sight extends Part {
  readonly left: number;
  readonly top: number;
  readonly cell: number;
}

/** No fewer tokens than this are seen at once, however near one looks. */
export const FEWEST_SEEN = 8;
const LARGEST_CELL = 26;

/** How many tokens are seen at a zoom level; each level halves it, level 0 shows all. */
export function seenAt(tokens: number, zoom: number): number {
  return Math.min(tokens, Math.max(FEWEST_SEEN, Math.ceil(tokens / 2 ** zoom)));
}

/** The highest level that still shows less than the one below. */
export function nearest(tokens: number): number {
  let zoom = 0;
  while (seenAt(tokens, zoom + 1) < seenAt(tokens, zoom)) zoom += 1;
  return zoom;
}

/** The first token seen so that `token` is among `count` of them; stays as it is where it can. */
export function scrollTo(first: number, count: number, token: number, tokens: number): number {
  const least = Math.min(first, token);
  return Math.max(0, Math.min(Math.max(least, token - count + 1), tokens - count));
}

/** Lay a part of a square out in `width` pixels: whole pixels a token where there is room, else as wide as it fits. */
export function sightOf(part: Part, width: number, left: number, top: number): Sight {
  const room = Math.max(1, width - left - 1);
  const exact = room / part.count;
  return { ...part, left, top, cell: exact >= 1 ? Math.min(LARGEST_CELL, Math.floor(exact)) : exact };
}

/** How many pixels wide and high the seen part is. */
export function sideOf({ cell, count }: Sight): number {
  return cell * count;
}

/** The cell at a point, or null beside the square. */
export function cellAt(sight: Sight, x: number, y: number): Cell | null {
  const along = Math.floor((x - sight.left) / sight.cell);
  const down = Math.floor((y - sight.top) / sight.cell);
  if (along < 0 || down < 0 || along >= sight.count || down >= sight.count) return null;
  return { query: sight.row + down, key: sight.column + along };
}

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1],
};

/** The cell an arrow key leads to, Home and End to the ends of the row; it stops at the edge. Null for other keys. */
export function step(at: Cell, pressed: string, tokens: number): Cell | null {
  if (pressed === "Home") return { ...at, key: 0 };
  if (pressed === "End") return { ...at, key: tokens - 1 };
  const by = STEPS[pressed];
  if (!by) return null;
  const keep = (value: number) => Math.max(0, Math.min(tokens - 1, value));
  return { query: keep(at.query + by[0]), key: keep(at.key + by[1]) };
}
