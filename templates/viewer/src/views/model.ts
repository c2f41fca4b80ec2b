import type { Bus, Selection } from "../bus.ts";
import type { Quantity } from "../data/flows.ts";
import type { OpenScene } from "../data/open.ts";
import { quantityOf, sayTotal } from "../describe.ts";
import { listen, make, message, set } from "../dom.ts";
import { thin } from "../layout/labels.ts";
import { css, hueOf, type Palette } from "../palette.ts";
import { type Grid, largestOf, shrunkOf } from "../plan/grid.ts";
import { type Head, oneHeadOf, totalsOf } from "../plan/place.ts";
import { barOf, cornerOf, headAt, type Sheet, sheetOf, stepHead } from "../plan/thumbs.ts";
import { fit, placeIn } from "../parts/canvas.ts";
import { Choices } from "../parts/controls.ts";
import { follow } from "../parts/follow.ts";
import { isHatched, paintAbsence, paintGrid, type Ramp } from "../parts/heat.ts";
import { Legend } from "../parts/legend.ts";
import type { Page, View } from "./view.ts";

/** All heads at once: a small matrix each, rows are layers, columns heads. */
export const model: View = {
  name: "model",
  title: "Layers × heads",
  mount(el, open, bus, page) {
    if (!open.flows.quantities.length) {
      el.append(message("This example has neither attention nor contributions stored, so there are no matrices."));
      return () => el.replaceChildren();
    }
    const view = new ModelView(el, open, bus, page);
    return () => view.dispose();
  },
};

/** All pictures of one quantity: small squares by layer and head, and the largest number of all. */
interface Small {
  readonly quantity: Quantity;
  readonly side: number;
  readonly grids: readonly Grid[];
  readonly most: number;
}

class ModelView {
  readonly #open: OpenScene;
  readonly #bus: Bus;
  readonly #page: Page;
  readonly #canvas: HTMLCanvasElement;
  readonly #readout = set(make("p", { className: "viewer-2d-readout" }), { "aria-live": "polite" });
  readonly #legend: Legend;
  readonly #choices: Choices;
  readonly #own = make("input", { type: "checkbox" });
  readonly #box: HTMLElement;
  readonly #ends: (() => void)[];
  #at: Head = { layer: 0, head: 0 };
  #sheet: Sheet | null = null;
  #small: Small | null = null;
  #picture: { key: string; image: HTMLCanvasElement } | null = null;

  constructor(el: HTMLElement, open: OpenScene, bus: Bus, page: Page) {
    this.#open = open;
    this.#bus = bus;
    this.#legend = new Legend(open.scene.keys_kept !== null);
    this.#page = page;
    const { layers, heads } = open.scene;
    this.#canvas = set(make("canvas", { tabIndex: 0, className: "viewer-model" }), {
      role: "application",
      "aria-label": `Small matrices of ${layers} layers by ${heads} heads. Arrow keys move from head to head, Enter chooses one.`,
    });
    this.#choices = new Choices(open, bus).quantity().and(make("label", { className: "viewer-2d-check" }, this.#own, "each head on its own scale"));
    this.#own.addEventListener("change", () => this.#draw());
    this.#box = make("div", { className: "viewer-2d-box" }, this.#canvas);
    el.append(this.#choices.element, make("p", { className: "viewer-2d-scale" }, "Each square is a head; rows of squares are layers, columns heads. Within a square a row is the token that looks, a column the token it reads."), this.#box, this.#readout, this.#legend.element);
    this.#ends = [...this.#listen(), follow(this.#box, bus, page, (now) => this.#follow(now))];
  }

  dispose(): void {
    this.#ends.forEach((end) => end());
  }

  #listen(): (() => void)[] {
    const canvas = this.#canvas;
    const pointed = (event: MouseEvent) => this.#sheet && headAt(this.#sheet, ...placeIn(canvas, event));
    return [
      listen(canvas, "pointermove", (event) => this.#moveTo(pointed(event))),
      listen(canvas, "click", (event) => {
        const head = pointed(event);
        if (head) this.#bus.set({ ...head });
      }),
      listen(canvas, "keydown", (event) => {
        const next = this.#sheet && stepHead(this.#at, event.key, this.#sheet);
        if (next) this.#moveTo(next);
        else if (event.key === "Enter" || event.key === " ") this.#bus.set({ ...this.#at });
        else return;
        event.preventDefault();
      }),
    ];
  }

  #moveTo(head: Head | null): void {
    if (!head || (head.layer === this.#at.layer && head.head === this.#at.head)) return;
    this.#at = head;
    this.#draw();
  }

  #follow(now: Selection): void {
    this.#at = oneHeadOf(this.#open, quantityOf(this.#open, now), now);
    this.#choices.show(now);
    this.#draw();
  }

  #draw(): void {
    const quantity = quantityOf(this.#open, this.#bus.now);
    const { layers, heads } = this.#open.scene;
    const sheet = this.#sheet = sheetOf(layers, heads, this.#box.clientWidth);
    const { most } = this.#smallOf(quantity, sheet.side);
    const palette = this.#page.palette();
    const ramp = { palette, isSigned: quantity === "relevance", most };
    const picture = this.#pictureOf(quantity, sheet, ramp);
    const pen = fit(this.#canvas, sheet.width, sheet.height);
    pen.drawImage(picture, 0, 0, sheet.width, sheet.height);
    paintCounts(pen, palette, sheet, this.#at);
    this.#paintMarks(pen, palette);
    const hasStrokes = isHatched(ramp, this.#smallOf(quantity, sheet.side).grids[0]?.size ?? 1, sheet.side);
    if (this.#own.checked) this.#legend.showOwn(ramp, hasStrokes);
    else this.#legend.show(ramp, "all heads", hasStrokes);
    this.#readout.textContent = this.#say();
  }

  /** All pictures and bars; painted afresh only when they look different, and not for every mark that moves. */
  #pictureOf(quantity: Quantity, sheet: Sheet, ramp: Ramp): HTMLCanvasElement {
    const key = JSON.stringify([quantity, sheet, ramp, devicePixelRatio, this.#own.checked]);
    if (this.#picture?.key === key) return this.#picture.image;
    const image = make("canvas");
    const pen = fit(image, sheet.width, sheet.height);
    const { grids } = this.#smallOf(quantity, sheet.side);
    headsOf(sheet).forEach((head, index) => {
      const corner = cornerOf(sheet, head);
      paintAbsence(pen, ramp.palette, ...corner, sheet.side);
      const grid = grids[index]!;
      paintGrid(pen, grid, this.#own.checked ? { ...ramp, most: largestOf(grid) } : ramp, ...corner, sheet.side);
    });
    this.#paintBars(pen, ramp.palette, sheet);
    this.#picture = { key, image };
    return image;
  }

  #paintBars(pen: CanvasRenderingContext2D, palette: Palette, sheet: Sheet): void {
    const totals = totalsOf(this.#open, headsOf(sheet));
    for (const head of headsOf(sheet)) {
      const total = totals.of(head);
      const bar = barOf(sheet, head, total, totals.most, totals.isSigned);
      pen.fillStyle = css(palette.lineStrong);
      if (totals.isSigned) pen.fillRect(cornerOf(sheet, head)[0] + sheet.side / 2 - 0.5, bar.y - 1, 1, 6);
      pen.fillStyle = css(hueOf(palette, totals.isSigned, total));
      pen.fillRect(bar.x, bar.y, bar.width, 4);
    }
  }

  #paintMarks(pen: CanvasRenderingContext2D, palette: Palette): void {
    const { layer, head } = this.#bus.now;
    this.#outline(pen, this.#at, css(palette.soft), 1);
    if (layer !== null && head !== null) this.#outline(pen, { layer, head }, css(palette.ink), 2.5);
  }

  #outline(pen: CanvasRenderingContext2D, head: Head, colour: string, width: number): void {
    const [x, y] = cornerOf(this.#sheet!, head);
    pen.strokeStyle = colour;
    pen.lineWidth = width;
    pen.strokeRect(x - 1.5, y - 1.5, this.#sheet!.side + 3, this.#sheet!.side + 3);
  }

  #smallOf(quantity: Quantity, side: number): Small {
    if (this.#small?.quantity === quantity && this.#small.side === side) return this.#small;
    const grids = headsOf(this.#sheet!).map(({ layer, head }) => shrunkOf(this.#open, quantity, layer, head, side));
    const most = grids.reduce((top, grid) => Math.max(top, largestOf(grid)), 0);
    return (this.#small = { quantity, side, grids, most });
  }

  #say(): string {
    const { quantity, isSigned } = totalsOf(this.#open, []);
    const { layer, head } = this.#at;
    return `Layer ${layer}, head ${head}: ${sayTotal(this.#open, quantity, layer, head)} (the bar under its matrix${isSigned ? ": right is for, left against" : ""}).`;
  }
}

function headsOf({ layers, heads }: Sheet): Head[] {
  return Array.from({ length: layers * heads }, (_, index) => ({ layer: Math.floor(index / heads), head: index % heads }));
}

/** Numbers of layers and heads at the edges, those of the marked head always. */
function paintCounts(pen: CanvasRenderingContext2D, palette: Palette, sheet: Sheet, at: Head): void {
  pen.textBaseline = "middle";
  const along = Array.from({ length: sheet.heads }, (_, head) => sheet.left + head * sheet.across + sheet.side / 2);
  const below = Array.from({ length: sheet.layers }, (_, layer) => sheet.top + layer * sheet.down + sheet.side / 2);
  pen.textAlign = "center";
  for (const head of thin(along, 18, [at.head])) {
    pen.fillStyle = css(head === at.head ? palette.ink : palette.soft);
    pen.fillText(String(head), along[head]!, sheet.top - 10);
  }
  pen.textAlign = "right";
  for (const layer of thin(below, 13, [at.layer])) {
    pen.fillStyle = css(layer === at.layer ? palette.ink : palette.soft);
    pen.fillText(String(layer), sheet.left - 8, below[layer]!);
  }
}
