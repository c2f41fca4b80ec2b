import { css, type Palette } from "../palette.ts";
import { largest, type Product } from "../plan/product.ts";

/** Sizes of the rows of bars, in pixels; names stand to the left of `left`. */
export const BARS = { left: 62, row: 74, gap: 22, height: 3 * 74 + 2 * 22 + 8 } as const;

/** Paint query, key and product as rows of bars in an order, each row by its own largest entry; `marked` is a place in that order. */
export function paintBars(
  pen: CanvasRenderingContext2D, palette: Palette, { query, key, products }: Product, order: readonly number[], width: number, marked: number,
): void {
  const rows = [["query", query], ["key", key], ["product", products]] as const;
  const room = (width - BARS.left) / order.length;
  pen.fillStyle = css(palette.sunken);
  pen.fillRect(BARS.left + marked * room, 0, Math.max(room, 3), BARS.height);
  rows.forEach(([name, entries], at) => {
    const middle = 4 + at * (BARS.row + BARS.gap) + BARS.row / 2;
    paintName(pen, palette, name, largest(entries), middle);
    paintRow(pen, palette, order.map((entry) => entries[entry] ?? 0), middle, room, marked);
    if (at < 2) paintSign(pen, palette, at === 0 ? "×" : "=", middle + (BARS.row + BARS.gap) / 2);
  });
}

function paintName(pen: CanvasRenderingContext2D, palette: Palette, name: string, most: number, middle: number): void {
  pen.textAlign = "left";
  pen.textBaseline = "middle";
  pen.fillStyle = css(palette.ink);
  pen.fillText(name, 0, middle);
  pen.fillStyle = css(palette.faint);
  const digits = most >= 100 ? 0 : most >= 10 ? 1 : 2;
  pen.fillText(`+${most.toFixed(digits)}`, 0, middle - BARS.row / 2 + 6);
  pen.fillText(`−${most.toFixed(digits)}`, 0, middle + BARS.row / 2 - 6);
}

function paintSign(pen: CanvasRenderingContext2D, palette: Palette, sign: string, y: number): void {
  pen.fillStyle = css(palette.soft);
  pen.textAlign = "center";
  pen.fillText(sign, BARS.left - 10, y);
}

/** Bars up for positive, down for negative entries. */
function paintRow(pen: CanvasRenderingContext2D, palette: Palette, entries: readonly number[], middle: number, room: number, marked: number): void {
  const unit = BARS.row / 2 / (largest(entries) || 1);
  const wide = Math.max(0.75, room - (room > 4 ? 1.5 : room > 2 ? 0.75 : 0));
  entries.forEach((entry, at) => {
    const high = Math.abs(entry) * unit;
    pen.fillStyle = css(entry < 0 ? palette.negative : palette.positive);
    pen.fillRect(BARS.left + at * room, entry < 0 ? middle : middle - high, wide, high);
    if (at !== marked) return;
    pen.strokeStyle = css(palette.ink);
    pen.lineWidth = 1;
    pen.strokeRect(BARS.left + at * room - 0.5, (entry < 0 ? middle : middle - high) - 0.5, wide + 1, high + 1);
  });
  pen.fillStyle = css(palette.lineStrong);
  pen.fillRect(BARS.left, middle - 0.5, room * entries.length, 1);
}
