import type { Bus, Selection } from "../bus.ts";
import type { OpenScene } from "../data/open.ts";
import { nameToken, quantityOf, ROUNDING } from "../describe.ts";
import { formatNumber, formatRounded } from "../digits.ts";
import { button, listen, make, message, set } from "../dom.ts";
import { type Head, oneHeadOf } from "../plan/place.ts";
import { cellOf } from "../plan/grid.ts";
import { entryAt, orderOf, type Product, productOf } from "../plan/product.ts";
import { fit, placeIn } from "../parts/canvas.ts";
import { BARS, paintBars } from "../parts/bars.ts";
import { Choices } from "../parts/controls.ts";
import { follow } from "../parts/follow.ts";
import type { Page, View } from "./view.ts";

const NOTE = "The model adds what it adds to scores besides (a mask, a bias of positions) and may bound them before its softmax; "
  + "none of that is in this product. Vectors are stored rounded to 1/25 of their largest entry. "
  + ROUNDING;

/** How a head compared two tokens: query and key entry by entry, the score they give, the weight the softmax made of it. */
export const neurons: View = {
  name: "neurons",
  title: "Query and key",
  mount(el, open, bus, page) {
    const missing = ["queries", "keys"].filter((name) => !open.block.arrays.has(name));
    if (missing.length) {
      el.append(message(`The ${missing.join(" and ")} of this example are not in the report, so their product cannot be shown: `
        + "they are left out where the model does not use such a product, or where they would be too many numbers for one page."));
      return () => el.replaceChildren();
    }
    const view = new NeuronsView(el, open, bus, page);
    return () => view.dispose();
  },
};

/** A head and the two tokens it compares. */
interface Pair extends Head {
  readonly query: number;
  readonly key: number;
}

class NeuronsView {
  readonly #open: OpenScene;
  readonly #bus: Bus;
  readonly #page: Page;
  readonly #choices: Choices;
  readonly #canvas: HTMLCanvasElement;
  readonly #box: HTMLElement;
  readonly #sum = make("p", { className: "viewer-neurons-sum" });
  readonly #readout = set(make("p", { className: "viewer-2d-readout" }), { "aria-live": "polite" });
  readonly #sorting: HTMLButtonElement;
  readonly #ends: (() => void)[];
  #isSorted = false;
  #order: number[] = [];
  #product: Product | null = null;
  #place = 0;

  constructor(el: HTMLElement, open: OpenScene, bus: Bus, page: Page) {
    this.#open = open;
    this.#bus = bus;
    this.#page = page;
    this.#sorting = set(button("largest first", () => this.#sort()), { "aria-pressed": "false" });
    this.#choices = new Choices(open, bus)
      .layer((now) => this.#pair(now).layer).head((now) => this.#pair(now))
      .token("Looks", "query", (now) => this.#pair(now).query).token("Is read", "key", (now) => this.#pair(now).key)
      .and(this.#sorting);
    this.#canvas = set(make("canvas", { tabIndex: 0, className: "viewer-neurons" }), {
      role: "application", "aria-label": "Entries of query, key and their product. Arrow keys move from entry to entry.",
    });
    this.#box = make("div", { className: "viewer-2d-box" }, this.#canvas);
    el.append(this.#choices.element, this.#sum, this.#box, this.#readout, make("p", { className: "viewer-2d-scale" }, NOTE));
    this.#ends = [
      listen(this.#canvas, "pointermove", (event) => this.#point(event)),
      listen(this.#canvas, "keydown", (event) => this.#press(event)),
      follow(this.#box, bus, page, (now) => this.#follow(now)),
    ];
  }

  dispose(): void {
    this.#ends.forEach((end) => end());
  }

  /** What is shown: what is chosen, else the strongest head, the token the classifier reads, and what it read most there. */
  #pair(now: Selection): Pair {
    const quantity = quantityOf(this.#open, now);
    const { scene, flows } = this.#open;
    const { layer, head } = oneHeadOf(this.#open, quantity, now);
    const query = now.query ?? scene.read[0] ?? 0;
    if (now.key !== null) return { layer, head, query, key: now.key };
    let best = { key: query, size: -1 };
    flows.eachOf(quantity, layer, head, query, (key, value) => {
      if (Math.abs(value) > best.size) best = { key, size: Math.abs(value) };
    });
    return { layer, head, query, key: best.key };
  }

  #sort(): void {
    this.#isSorted = !this.#isSorted;
    set(this.#sorting, { "aria-pressed": String(this.#isSorted) });
    this.#follow(this.#bus.now);
  }

  #follow(now: Selection): void {
    this.#choices.show(now);
    const pair = this.#pair(now);
    this.#product = productOf(this.#open, pair.layer, pair.head, pair.query, pair.key);
    if (!this.#product) {
      this.#sum.textContent = "The vectors of this pair are not stored.";
      return;
    }
    this.#order = orderOf(this.#product.products, this.#isSorted);
    this.#sum.textContent = this.#saySum(pair, this.#product);
    this.#draw();
  }

  #saySum({ layer, head, query, key }: Pair, { sum, scaling, score, error, errors }: Product): string {
    const { scene, flows } = this.#open;
    const weight = flows.quantities.includes("attention") ? cellOf(this.#open, "attention", layer, head, query, key) : null;
    const made = weight === null ? "the weight is not stored" : `the softmax over all keys gave it the weight ${formatRounded(weight.value, weight.error)}`;
    const sumError = errors.products.reduce((all, one) => all + one, 0);
    return `${nameToken(scene, query)} looks at ${nameToken(scene, key)}: sum of products (${formatRounded(sum, sumError)}) × ${formatNumber(scaling)}`
      + ` = score ${formatRounded(score, error)}; ${made}.`;
  }

  #draw(): void {
    if (!this.#product) return;
    const width = this.#box.clientWidth;
    const pen = fit(this.#canvas, width, BARS.height);
    paintBars(pen, this.#page.palette(), this.#product, this.#order, width, this.#place);
    this.#readout.textContent = this.#sayEntry(this.#product);
  }

  #sayEntry({ query, key, products, errors }: Product): string {
    const entry = this.#order[this.#place] ?? 0;
    const [q = 0, k = 0, product = 0] = [query[entry], key[entry], products[entry]];
    const made = formatRounded(product, errors.products[entry] ?? 0);
    return `Entry ${entry} of ${products.length}: query (${formatRounded(q, errors.query)}) × key (${formatRounded(k, errors.key)}) = ${made}.`;
  }

  #point(event: MouseEvent): void {
    const [x] = placeIn(this.#canvas, event);
    const at = entryAt(x - BARS.left, this.#box.clientWidth - BARS.left, this.#order.length);
    if (at === null || at === this.#place) return;
    this.#place = at;
    this.#draw();
  }

  #press(event: KeyboardEvent): void {
    const last = this.#order.length - 1;
    const moves: Readonly<Record<string, number>> = { ArrowLeft: this.#place - 1, ArrowRight: this.#place + 1, Home: 0, End: last };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.#place = Math.max(0, Math.min(last, next));
    this.#draw();
  }
}
