import type { Grid } from "../plan/grid.ts";
import { type Colour, css, hueOf, mix, type Palette } from "../palette.ts";
import { make } from "../dom.ts";
import { fit, penOf } from "./canvas.ts";

/** How numbers become colours: full colour is `most`, the sign chooses the hue, and colour grows with the square root of the size. */
export interface Ramp {
  readonly palette: Palette;
  readonly isSigned: boolean;
  readonly most: number;
}

/** The colour of a number. */
export function shade({ palette, isSigned, most }: Ramp, value: number): Colour {
  const share = most > 0 ? Math.min(1, Math.sqrt(Math.abs(value) / most)) : 0;
  return mix(palette.sunken, hueOf(palette, isSigned, value), share);
}

/** Cells of at least this many pixels tell a negative number by a line as well. */
const LEAST_HATCHED = 6;
/** Numbers smaller than this share of the largest go without. */
export const LEAST_SIGN = 1 / 16;
const pixels = new WeakMap<Grid, { key: string; image: HTMLCanvasElement }>();

/** Whether a square of the canvas has room for lines in the cells of a square of so many numbers each way. */
export function isHatched(ramp: Ramp, size: number, side: number): boolean {
  return ramp.isSigned && side / size >= LEAST_HATCHED;
}

/** Paint a square of numbers into a square of the canvas. What is not stored stays as it is. */
export function paintGrid(pen: CanvasRenderingContext2D, grid: Grid, ramp: Ramp, left: number, top: number, side: number): void {
  pen.imageSmoothingEnabled = false;
  pen.drawImage(imageOf(grid, ramp), left, top, side, side);
  const cell = side / grid.size;
  if (!isHatched(ramp, grid.size, side)) return;
  pen.strokeStyle = css(ramp.palette.ink, 0.55);
  pen.lineWidth = 1;
  pen.beginPath();
  grid.values.forEach((value, at) => {
    if (!(value < -LEAST_SIGN * ramp.most)) return;
    const x = left + (at % grid.size) * cell;
    const y = top + Math.floor(at / grid.size) * cell;
    pen.moveTo(x + cell * 0.22, y + cell * 0.78);
    pen.lineTo(x + cell * 0.78, y + cell * 0.22);
  });
  pen.stroke();
}

/** One pixel a number; kept as long as the square and its colours are. */
function imageOf(grid: Grid, ramp: Ramp): HTMLCanvasElement {
  const { palette, isSigned, most } = ramp;
  const key = [palette.sunken, palette.plain, palette.positive, palette.negative, isSigned, most].join();
  const known = pixels.get(grid);
  if (known?.key === key) return known.image;
  const image = make("canvas", { width: grid.size, height: grid.size });
  const data = new ImageData(grid.size, grid.size);
  grid.values.forEach((value, at) => {
    if (Number.isNaN(value)) return;
    const colour = shade(ramp, value);
    data.data.set([colour[0] * 255, colour[1] * 255, colour[2] * 255, 255], at * 4);
  });
  penOf(image).putImageData(data, 0, 0);
  pixels.set(grid, { key, image });
  return image;
}

/** Dots where nothing is stored; painted before the numbers, which cover them. */
export function paintAbsence(pen: CanvasRenderingContext2D, palette: Palette, left: number, top: number, side: number): void {
  const tile = make("canvas", { width: 12, height: 12 });
  const dots = penOf(tile);
  dots.fillStyle = css(palette.lineStrong, 0.7);
  dots.fillRect(2, 2, 1, 1);
  dots.fillRect(8, 2, 1, 1);
  dots.fillRect(5, 8, 1, 1);
  dots.fillRect(11, 8, 1, 1);
  pen.fillStyle = pen.createPattern(tile, "repeat") ?? css(palette.raised);
  pen.fillRect(left, top, side, side);
  pen.strokeStyle = css(palette.line);
  pen.lineWidth = 1;
  pen.strokeRect(left - 0.5, top - 0.5, side + 1, side + 1);
}

const LEGEND = { width: 120, height: 12 };

/** Draw the scale of a ramp: from 0, or from the largest negative number, to the largest; with strokes where cells have them. */
export function paintLegend(canvas: HTMLCanvasElement, ramp: Ramp, hasStrokes: boolean): void {
  const { width, height } = LEGEND;
  const pen = fit(canvas, width, height);
  for (let x = 0; x < width; x += 1) {
    const share = ramp.isSigned ? (2 * x) / (width - 1) - 1 : x / (width - 1);
    pen.fillStyle = css(shade(ramp, share * ramp.most));
    pen.fillRect(x, 0, 1, height);
  }
  if (!hasStrokes) return;
  pen.strokeStyle = css(ramp.palette.ink, 0.55);
  pen.beginPath();
  for (let x = 2; x + 6 < (width / 2) * (1 - LEAST_SIGN); x += 8) {
    pen.moveTo(x, height - 3);
    pen.lineTo(x + 6, 3);
  }
  pen.stroke();
}
