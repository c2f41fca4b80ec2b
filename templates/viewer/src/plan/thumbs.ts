import type { Head } from "./place.ts";

/** Where the small pictures of all heads stand: rows are layers, columns heads; all in pixels. */
export interface Sheet {
  readonly layers: number;
  readonly heads: number;
  /** Corner of the first picture. */
  readonly left: number;
  readonly top: number;
  /** Side of a picture, and from one picture to the next. */
  readonly side: number;
  readonly across: number;
  readonly down: number;
  readonly width: number;
  readonly height: number;
}

const LARGEST_SIDE = 72;
const SMALLEST_SIDE = 14;
const LEFT = 26;
const TOP = 20;
/** Room for the bar of the head's total under each picture. */
export const BAR_ROOM = 9;

/** Lay the pictures out in `width` pixels; narrower than the smallest pictures need, the sheet is wider than that. */
export function sheetOf(layers: number, heads: number, width: number): Sheet {
  const gap = width / heads > 40 ? 6 : 3;
  const fitting = Math.floor((width - LEFT) / heads) - gap;
  const side = Math.max(SMALLEST_SIDE, Math.min(LARGEST_SIDE, fitting));
  const across = side + gap;
  const down = side + BAR_ROOM + gap;
  return { layers, heads, left: LEFT, top: TOP, side, across, down, width: LEFT + across * heads, height: TOP + down * layers };
}

/** The head whose picture or bar lies at a point; null between and beside them. */
export function headAt(sheet: Sheet, x: number, y: number): Head | null {
  const head = Math.floor((x - sheet.left) / sheet.across);
  const layer = Math.floor((y - sheet.top) / sheet.down);
  if (head < 0 || layer < 0 || head >= sheet.heads || layer >= sheet.layers) return null;
  const inside = x - sheet.left - head * sheet.across <= sheet.side && y - sheet.top - layer * sheet.down <= sheet.side + BAR_ROOM;
  return inside ? { layer, head } : null;
}

/** Upper left corner of a head's picture. */
export function cornerOf(sheet: Sheet, { layer, head }: Head): readonly [number, number] {
  return [sheet.left + head * sheet.across, sheet.top + layer * sheet.down];
}

/** The bar of a total under its picture. With signs it starts in the middle and goes right for, left against; the largest fills its half or the whole. */
export function barOf(sheet: Sheet, head: Head, total: number, most: number, isSigned: boolean): { x: number; y: number; width: number } {
  const [left, top] = cornerOf(sheet, head);
  const start = isSigned ? left + sheet.side / 2 : left;
  const width = most > 0 ? (Math.abs(total) / most) * (isSigned ? sheet.side / 2 : sheet.side) : 0;
  return { x: isSigned && total < 0 ? start - width : start, y: top + sheet.side + 3, width };
}

/** The head an arrow key leads to; it stops at the edge. Null for other keys. */
export function stepHead({ layer, head }: Head, pressed: string, sheet: Sheet): Head | null {
  const moves: Readonly<Record<string, Head>> = {
    ArrowUp: { layer: Math.max(0, layer - 1), head },
    ArrowDown: { layer: Math.min(sheet.layers - 1, layer + 1), head },
    ArrowLeft: { layer, head: Math.max(0, head - 1) },
    ArrowRight: { layer, head: Math.min(sheet.heads - 1, head + 1) },
    Home: { layer, head: 0 },
    End: { layer, head: sheet.heads - 1 },
  };
  return moves[pressed] ?? null;
}
