import { make, set } from "../dom.ts";
import { type Grid, shrink } from "../plan/grid.ts";
import { type Cell, cellAt, type Sight, sideOf, sightOf, step } from "../plan/matrix.ts";
import { fit, penOf, placeIn, shorten, widest } from "./canvas.ts";
import { paintCross, paintEdges } from "./edges.ts";
import { paintAbsence, paintGrid, type Ramp } from "./heat.ts";

const NAME_GAP = 9;

/** One captioned heat map among several that share their cursor. */
export class Panel {
  readonly element: HTMLElement;
  readonly #caption = make("figcaption");
  readonly #canvas: HTMLCanvasElement;
  #sight: Sight | null = null;
  #at: Cell = { query: 0, key: 0 };

  /** `moved` hears of the cell under the pointer or of the arrow keys; `chosen` of a click or Enter. */
  constructor(label: string, moved: (at: Cell) => void, chosen: (at: Cell) => void) {
    this.#canvas = set(make("canvas", { tabIndex: 0 }), { role: "application", "aria-label": `${label}. Arrow keys move from cell to cell, Enter chooses.` });
    this.element = make("figure", { className: "viewer-compare-panel" }, this.#caption, this.#canvas);
    const point = (event: MouseEvent) => {
      const cell = this.#sight && cellAt(this.#sight, ...placeIn(this.#canvas, event));
      if (cell) moved(cell);
      return cell;
    };
    this.#canvas.addEventListener("pointermove", point);
    this.#canvas.addEventListener("click", (event) => {
      const cell = point(event);
      if (cell) chosen(cell);
    });
    this.#canvas.addEventListener("keydown", (event) => {
      const next = this.#sight && step(this.#at, event.key, this.#sight.count);
      if (next) moved(next);
      else if (event.key === "Enter" || event.key === " ") chosen(this.#at);
      else return;
      event.preventDefault();
    });
  }

  /** How many pixels wide and high the square is. */
  get side(): number {
    return this.#sight ? sideOf(this.#sight) : 0;
  }

  /** Draw a square in `width` pixels; `at` is marked where the square has it. */
  show(caption: string, grid: Grid, names: readonly string[], ramp: Ramp, width: number, at: Cell): void {
    this.#caption.textContent = caption;
    this.#at = { query: Math.min(at.query, grid.size - 1), key: Math.min(at.key, grid.size - 1) };
    const short = names.map((name) => shorten(name, 10));
    const pen = penOf(this.#canvas);
    pen.font = getComputedStyle(this.#canvas).font;
    const margin = widest(pen, short) + NAME_GAP;
    const sight = this.#sight = sightOf({ row: 0, column: 0, count: grid.size }, width, margin, margin);
    const side = sideOf(sight);
    const sharp = fit(this.#canvas, sight.left + side + 2, sight.top + side + 2);
    paintAbsence(sharp, ramp.palette, sight.left, sight.top, side);
    paintGrid(sharp, sight.cell >= 1 ? grid : shrink(grid, sight, side), ramp, sight.left, sight.top, side);
    paintCross(sharp, ramp.palette, sight, this.#at);
    paintEdges(sharp, ramp.palette, sight, short, this.#at);
  }
}
