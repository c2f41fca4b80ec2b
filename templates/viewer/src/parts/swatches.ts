import type { Bus, Selection } from "../bus.ts";
import type { OpenScene } from "../data/open.ts";
import { sayTotal } from "../describe.ts";
import { button, draw, make, set } from "../dom.ts";
import { css, hueOf, type Palette } from "../palette.ts";
import { headOf, type Totals, totalsOf } from "../plan/place.ts";

const BAR = { width: 24, height: 5 };

/**
 * A row of heads to choose from: one (and then it is chosen everywhere), several, or all. Each swatch has its number, and under
 * it what the head brings in all: right of its middle for, left against.
 */
export class Swatches {
  readonly element = set(make("div", { className: "viewer-swatches" }), { role: "group", "aria-label": "Heads" });
  readonly #open: OpenScene;
  readonly #bus: Bus;
  readonly #changed: () => void;
  readonly #buttons: HTMLButtonElement[];
  readonly #all: HTMLButtonElement;
  readonly #several = make("input", { type: "checkbox" });
  #layer = 0;
  #chosen: ReadonlySet<number>;

  constructor(open: OpenScene, bus: Bus, changed: () => void) {
    this.#open = open;
    this.#bus = bus;
    this.#changed = changed;
    this.#chosen = new Set(this.#every());
    this.#all = button("all", () => this.#choose(this.#every()), "All heads");
    this.#buttons = this.#every().map((head) => {
      const swatch = make("button", { type: "button" }, String(head));
      swatch.addEventListener("click", (event) => this.#press(head, event.shiftKey || this.#several.checked));
      return swatch;
    });
    const several = make("label", { className: "viewer-2d-check" }, this.#several, "choose several");
    this.element.append(this.#all, ...this.#buttons, several);
  }

  /** The heads that are shown, in order. */
  get heads(): readonly number[] {
    return this.#every().filter((head) => this.#chosen.has(head));
  }

  /** Follow the selection: a chosen head alone, else what was chosen here. */
  show(now: Selection, layer: number, palette: Palette): void {
    this.#layer = layer;
    const head = headOf(now);
    if (head !== null) this.#chosen = new Set([head]);
    else if (this.#chosen.size === 1) this.#chosen = new Set(this.#every());
    this.#mark();
    const totals = totalsOf(this.#open, this.#every().map((one) => ({ layer, head: one })));
    this.#buttons.forEach((swatch, one) => {
      const total = totals.of({ layer, head: one });
      const name = `Head ${one}, ${sayTotal(this.#open, totals.quantity, layer, one)}`;
      set(swatch, { "aria-label": name, title: name }).replaceChildren(String(one), barOf(total, totals, palette));
    });
  }

  #every(): number[] {
    return Array.from({ length: this.#open.scene.heads }, (_, head) => head);
  }

  #press(head: number, isAdding: boolean): void {
    if (!isAdding) return this.#choose([head]);
    const next = new Set(this.#chosen.size === this.#buttons.length ? [] : this.#chosen);
    if (!next.delete(head)) next.add(head);
    this.#choose(next.size ? [...next] : this.#every());
  }

  #choose(heads: readonly number[]): void {
    this.#chosen = new Set(heads);
    const [only] = heads;
    this.#mark();
    this.#bus.set({ layer: this.#layer, head: heads.length === 1 && only !== undefined ? only : null, key: null });
    this.#changed();
  }

  #mark(): void {
    this.#buttons.forEach((swatch, head) => set(swatch, { "aria-pressed": String(this.#chosen.has(head)) }));
    set(this.#all, { "aria-pressed": String(this.#chosen.size === this.#buttons.length) });
  }
}

function barOf(total: number, { most, isSigned }: Totals, palette: Palette): SVGSVGElement {
  const { width, height } = BAR;
  const room = isSigned ? width / 2 : width;
  const long = most > 0 ? (Math.abs(total) / most) * room : 0;
  const start = isSigned ? width / 2 : 0;
  return set(draw("svg", { width, height, viewBox: `0 0 ${width} ${height}` },
    draw("rect", { x: isSigned && total < 0 ? start - long : start, y: 1, width: long, height: height - 2, fill: css(hueOf(palette, isSigned, total)) }),
    draw("path", { d: `M${start} 0V${height}`, stroke: "currentColor", "stroke-opacity": 0.6 }),
  ), { "aria-hidden": "true" });
}
