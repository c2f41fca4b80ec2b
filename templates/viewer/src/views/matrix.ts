import type { Bus, Selection } from "../bus.ts";
import type { OpenScene } from "../data/open.ts";
import { nameHead, quantityOf } from "../describe.ts";
import { button, listen, make, message, set } from "../dom.ts";
import { type Grid, gridOf, largestOf, shrink } from "../plan/grid.ts";
import { type Cell, cellAt, nearest, scrollTo, seenAt, type Sight, sideOf, sightOf, step } from "../plan/matrix.ts";
import { headOf, layerOf } from "../plan/place.ts";
import { fit, penOf, placeIn, shorten, widest } from "../parts/canvas.ts";
import { Choices } from "../parts/controls.ts";
import { paintCross, paintEdges } from "../parts/edges.ts";
import { follow } from "../parts/follow.ts";
import { isHatched, paintAbsence, paintGrid } from "../parts/heat.ts";
import { Legend } from "../parts/legend.ts";
import { AXES, sayCell } from "../readouts.ts";
import type { Page, View } from "./view.ts";

/** Widest picture, in pixels. */
const WIDEST = 680;
const NAME_GAP = 9;

/** All of one head, or of all heads of a layer together: who looks at whom, cell by cell. */
export const matrix: View = {
  name: "matrix",
  title: "Matrix",
  mount(el, open, bus, page) {
    if (!open.flows.quantities.length) {
      el.append(message("This example has neither attention nor contributions stored, so there is no matrix."));
      return () => el.replaceChildren();
    }
    const view = new MatrixView(el, open, bus, page);
    return () => view.dispose();
  },
};

class MatrixView {
  readonly #open: OpenScene;
  readonly #bus: Bus;
  readonly #page: Page;
  readonly #canvas: HTMLCanvasElement;
  readonly #readout = set(make("p", { className: "viewer-2d-readout" }), { "aria-live": "polite" });
  readonly #legend: Legend;
  readonly #choices: Choices;
  readonly #box: HTMLElement;
  readonly #names: readonly string[];
  readonly #ends: (() => void)[];
  #at: Cell = { query: 0, key: 0 };
  #zoom = 0;
  #first: Cell = { query: 0, key: 0 };
  #grid: { key: string; grid: Grid } | null = null;
  #sight: Sight | null = null;

  constructor(el: HTMLElement, open: OpenScene, bus: Bus, page: Page) {
    this.#open = open;
    this.#bus = bus;
    this.#legend = new Legend(open.scene.keys_kept !== null);
    this.#page = page;
    const { tokens } = open.scene;
    this.#names = tokens.map((name) => shorten(name));
    this.#canvas = set(make("canvas", { tabIndex: 0, className: "viewer-matrix" }), {
      role: "application",
      "aria-label": `Matrix of ${tokens.length} by ${tokens.length} tokens. Arrow keys move from cell to cell, plus and minus zoom, Enter chooses the cell.`,
    });
    this.#choices = new Choices(open, bus).quantity().layer().headOrAll().and(...this.#zoomButtons());
    this.#box = make("div", { className: "viewer-2d-box" }, this.#canvas);
    el.append(this.#choices.element, make("p", { className: "viewer-2d-scale" }, AXES), this.#box, this.#readout, this.#legend.element);
    this.#ends = [...this.#listen(), follow(this.#box, bus, page, (now) => this.#follow(now))];
  }

  dispose(): void {
    this.#ends.forEach((end) => end());
  }

  #zoomButtons(): HTMLElement[] {
    if (nearest(this.#open.scene.tokens.length) === 0) return [];
    return [make("div", { className: "viewer-2d-buttons" },
      button("−", () => this.#zoomBy(-1), "Show more tokens"),
      button("+", () => this.#zoomBy(1), "Show fewer tokens, larger"),
    )];
  }

  #listen(): (() => void)[] {
    const canvas = this.#canvas;
    return [
      listen(canvas, "keydown", (event) => this.#press(event)),
      listen(canvas, "pointermove", (event) => this.#point(event)),
      listen(canvas, "click", (event) => {
        this.#point(event);
        this.#choose();
      }),
      listen(canvas, "wheel", (event) => {
        if (!event.ctrlKey) return;
        event.preventDefault();
        this.#zoomBy(event.deltaY < 0 ? 1 : -1);
      }, { passive: false }),
    ];
  }

  #press(event: KeyboardEvent): void {
    const next = step(this.#at, event.key, this.#open.scene.tokens.length);
    if (next) this.#moveTo(next);
    else if (event.key === "Enter" || event.key === " ") this.#choose();
    else if (event.key === "+" || event.key === "=") this.#zoomBy(1);
    else if (event.key === "-") this.#zoomBy(-1);
    else return;
    event.preventDefault();
  }

  #point(event: MouseEvent): void {
    const cell = this.#sight && cellAt(this.#sight, ...placeIn(this.#canvas, event));
    if (cell) this.#moveTo(cell);
  }

  #moveTo(at: Cell): void {
    if (at.query === this.#at.query && at.key === this.#at.key) return;
    this.#at = at;
    this.#draw();
  }

  #choose(): void {
    const layer = layerOf(this.#open, this.#bus.now);
    this.#bus.set({ layer, head: headOf(this.#bus.now), ...this.#at });
  }

  #zoomBy(levels: number): void {
    const { length } = this.#open.scene.tokens;
    this.#zoom = Math.max(0, Math.min(nearest(length), this.#zoom + levels));
    const half = Math.floor(seenAt(length, this.#zoom) / 2);
    this.#first = { query: Math.max(0, this.#at.query - half), key: Math.max(0, this.#at.key - half) };
    this.#draw();
  }

  #follow(now: Selection): void {
    this.#at = { query: now.query ?? this.#at.query, key: now.key ?? this.#at.key };
    this.#choices.show(now);
    this.#draw();
  }

  #draw(): void {
    const { scene } = this.#open;
    const now = this.#bus.now;
    const quantity = quantityOf(this.#open, now);
    const layer = layerOf(this.#open, now);
    const head = headOf(now);
    const grid = this.#gridOf(quantity, layer, head);
    const palette = this.#page.palette();
    const ramp = { palette, isSigned: quantity === "relevance", most: largestOf(grid) };
    const sight = this.#layOut();
    const side = sideOf(sight);
    const pen = fit(this.#canvas, sight.left + side + 2, sight.top + side + 2);
    paintAbsence(pen, palette, sight.left, sight.top, side);
    paintGrid(pen, this.#seen(grid, sight), ramp, sight.left, sight.top, side);
    paintCross(pen, palette, sight, this.#at);
    paintEdges(pen, palette, sight, this.#names, this.#at);
    this.#legend.show(ramp, nameHead(layer, head), isHatched(ramp, sight.count, side));
    this.#readout.textContent = sayCell(this.#open, quantity, layer, head, this.#at.query, this.#at.key)
      + (sight.count < scene.tokens.length ? ` Shown: ${sight.count} of ${scene.tokens.length} tokens each way.` : "");
  }

  #layOut(): Sight {
    const { length } = this.#open.scene.tokens;
    const count = seenAt(length, this.#zoom);
    this.#first = {
      query: scrollTo(this.#first.query, count, this.#at.query, length),
      key: scrollTo(this.#first.key, count, this.#at.key, length),
    };
    const pen = penOf(this.#canvas);
    pen.font = getComputedStyle(this.#canvas).font;
    const margin = widest(pen, this.#names) + NAME_GAP;
    const part = { row: this.#first.query, column: this.#first.key, count };
    this.#sight = sightOf(part, Math.min(WIDEST, this.#box.clientWidth), margin, margin);
    const { left, top, cell } = this.#sight;
    Object.assign(this.#canvas.dataset, { left, top, cell, row: part.row, column: part.column });
    return this.#sight;
  }

  #gridOf(quantity: Parameters<typeof gridOf>[1], layer: number, head: number | null): Grid {
    const key = `${quantity} ${layer} ${head}`;
    if (this.#grid?.key !== key) this.#grid = { key, grid: gridOf(this.#open, quantity, layer, head) };
    return this.#grid.grid;
  }

  /** The part that is seen, with no more numbers than the screen has places. */
  #seen(grid: Grid, sight: Sight): Grid {
    if (sight.count === grid.size && sight.cell >= 1) return grid;
    return shrink(grid, sight, Math.max(1, sideOf(sight)));
  }
}
