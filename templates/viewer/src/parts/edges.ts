import { thin } from "../layout/labels.ts";
import { css, type Palette } from "../palette.ts";
import { type Cell, type Sight, sideOf } from "../plan/matrix.ts";

/** Pixels between the middles of two names, so that they never touch. */
const ROOM = 13;
const GAP = 5;

/** Write names at the left and upper edge: as many as there is room for, those of the marked cell always. */
export function paintEdges(pen: CanvasRenderingContext2D, palette: Palette, sight: Sight, names: readonly string[], at: Cell | null): void {
  pen.textBaseline = "middle";
  for (const index of namesSeen(sight, sight.row, at?.query ?? null)) {
    pen.textAlign = "right";
    pen.fillStyle = css(index === at?.query ? palette.ink : palette.soft);
    pen.fillText(names[index] ?? "", sight.left - GAP, sight.top + (index - sight.row + 0.5) * sight.cell);
  }
  for (const index of namesSeen(sight, sight.column, at?.key ?? null)) {
    pen.save();
    pen.translate(sight.left + (index - sight.column + 0.5) * sight.cell, sight.top - GAP);
    pen.rotate(-Math.PI / 2);
    pen.textAlign = "left";
    pen.fillStyle = css(index === at?.key ? palette.ink : palette.soft);
    pen.fillText(names[index] ?? "", 0, 0);
    pen.restore();
  }
}

function namesSeen({ count, cell }: Sight, first: number, marked: number | null): number[] {
  const places = Array.from({ length: count }, (_, at) => (at + 0.5) * cell);
  const always = marked !== null && marked >= first && marked < first + count ? [marked - first] : [];
  return thin(places, ROOM, always).map((at) => at + first);
}

/** Mark a cell, its row and its column. */
export function paintCross(pen: CanvasRenderingContext2D, palette: Palette, sight: Sight, { query, key }: Cell): void {
  const side = sideOf(sight);
  const x = sight.left + (key - sight.column) * sight.cell;
  const y = sight.top + (query - sight.row) * sight.cell;
  const isSeen = (from: number, at: number) => at >= from && at < from + sight.count;
  pen.lineWidth = 1;
  pen.strokeStyle = css(palette.ink, 0.5);
  if (isSeen(sight.row, query)) pen.strokeRect(sight.left, y, side, sight.cell);
  if (isSeen(sight.column, key)) pen.strokeRect(x, sight.top, sight.cell, side);
  if (!isSeen(sight.row, query) || !isSeen(sight.column, key)) return;
  const grown = Math.max(0, 5 - sight.cell) / 2;
  pen.lineWidth = 2;
  pen.strokeStyle = css(palette.ink);
  pen.strokeRect(x - grown, y - grown, sight.cell + 2 * grown, sight.cell + 2 * grown);
}
