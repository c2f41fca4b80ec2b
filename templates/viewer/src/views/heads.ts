import type { Bus, Selection } from "../bus.ts";
import type { OpenScene } from "../data/open.ts";
import { formatValue, QUANTITY_NAMES, quantityOf } from "../describe.ts";
import { formatRough } from "../digits.ts";
import { draw, make, message, set } from "../dom.ts";
import { css, hueOf } from "../palette.ts";
import { type Columns, curveOf, type Focus, type Line, type Lines, linesOf, LEAST, MOST_LINES, rowAt, rowOf, weightOf } from "../plan/lines.ts";
import { layerOf } from "../plan/place.ts";
import { shorten } from "../parts/canvas.ts";
import { Choices } from "../parts/controls.ts";
import { follow } from "../parts/follow.ts";
import { Swatches } from "../parts/swatches.ts";
import { TokenColumns } from "../parts/tokenColumns.ts";
import type { Page, View } from "./view.ts";

const TOP = 26;
const BOTTOM = 16;
const WIDEST = 720;
const NARROW = 480;

/** One layer's heads as lines between two columns of tokens. */
export const heads: View = {
  name: "heads",
  title: "Heads",
  mount(el, open, bus, page) {
    if (!open.flows.quantities.length) {
      el.append(message("This example has neither attention nor contributions stored, so there are no lines."));
      return () => el.replaceChildren();
    }
    const view = new HeadsView(el, open, bus, page);
    return () => view.dispose();
  },
};

class HeadsView {
  readonly #open: OpenScene;
  readonly #bus: Bus;
  readonly #page: Page;
  readonly #choices: Choices;
  readonly #swatches: Swatches;
  readonly #svg = set(draw("svg", { class: "viewer-heads" }), { role: "group" });
  readonly #lines = draw("g");
  readonly #tokens: TokenColumns;
  readonly #readout = set(make("p", { className: "viewer-2d-readout" }), { "aria-live": "polite" });
  readonly #rule = make("p", { className: "viewer-2d-scale" });
  readonly #box: HTMLElement;
  readonly #end: () => void;
  #pointed: Focus | null = null;
  #hasUnnamed = false;

  constructor(el: HTMLElement, open: OpenScene, bus: Bus, page: Page) {
    this.#open = open;
    this.#bus = bus;
    this.#page = page;
    this.#swatches = new Swatches(open, bus, () => this.#draw());
    this.#tokens = new TokenColumns(open.scene, {
      pointed: (focus) => this.#point(focus),
      chosen: ({ token }) => bus.set({ query: token, key: null }),
    });
    this.#choices = new Choices(open, bus).quantity().layer();
    this.#svg.append(this.#lines, this.#tokens.element);
    this.#box = make("div", { className: "viewer-2d-box viewer-2d-tall" }, this.#svg);
    el.append(this.#choices.element, this.#swatches.element, this.#box, this.#readout, this.#rule);
    this.#end = follow(this.#box, bus, page, (now) => this.#follow(now));
  }

  dispose(): void {
    this.#end();
  }

  #follow(now: Selection): void {
    this.#choices.show(now);
    this.#swatches.show(now, layerOf(this.#open, now), this.#page.palette());
    this.#draw();
  }

  #point(focus: Focus | null): void {
    this.#pointed = focus;
    this.#draw();
  }

  /** The token whose lines alone are shown: the one that is pointed at, else the chosen one. */
  #focus(): Focus | null {
    const { query, key } = this.#bus.now;
    if (this.#pointed) return this.#pointed;
    return query !== null && key === null ? { side: "both", token: query } : null;
  }

  #draw(): void {
    const quantity = quantityOf(this.#open, this.#bus.now);
    const layer = layerOf(this.#open, this.#bus.now);
    const focus = this.#focus();
    const found = linesOf(this.#open, quantity, layer, this.#swatches.heads, focus);
    const columns = this.#layOut();
    const most = found.lines.reduce((top, { value }) => Math.max(top, Math.abs(value)), 0);
    this.#drawLines(found.lines, columns, most);
    this.#hasUnnamed = this.#tokens.show(columns, focus, this.#bus.now);
    set(this.#svg, { "aria-label": `Lines of layer ${layer} between ${this.#open.scene.tokens.length} tokens. What is read stands on the left, what looks on the right.` });
    this.#rule.textContent = this.#sayRule(found, most, focus !== null);
    this.#readout.textContent = this.#sayStrongest(found, layer, focus);
  }

  #layOut(): Columns {
    const width = Math.min(WIDEST, this.#box.clientWidth);
    const edge = width < NARROW ? 84 : 132;
    const { tokens } = this.#open.scene;
    const columns = { left: edge, right: width - edge, top: TOP, row: rowOf(tokens.length), heads: this.#open.scene.heads };
    const height = rowAt(columns, tokens.length - 1) + BOTTOM;
    set(this.#svg, { width: String(width), height: String(height), viewBox: `0 0 ${width} ${height}` });
    return columns;
  }

  #drawLines(lines: readonly Line[], columns: Columns, most: number): void {
    const isSigned = quantityOf(this.#open, this.#bus.now) === "relevance";
    const palette = this.#page.palette();
    const smallestFirst = [...lines].reverse();
    this.#lines.replaceChildren(...smallestFirst.flatMap((line) => {
      const { width, opacity } = weightOf(line.value, most);
      const path = draw("path", { d: curveOf(columns, line), fill: "none", stroke: css(hueOf(palette, isSigned, line.value)), "stroke-width": width, "stroke-opacity": opacity });
      if (line.value < 0) path.setAttribute("stroke-dasharray", "6 4");
      if (this.#isChosen(line)) set(path, { class: "is-chosen" });
      const hit = draw("path", { d: curveOf(columns, line), class: "viewer-heads-hit" });
      hit.addEventListener("click", () => this.#bus.set({ layer: layerOf(this.#open, this.#bus.now), ...partOf(line) }));
      hit.addEventListener("pointerenter", () => { this.#readout.textContent = this.#sayLine(line); });
      return [path, hit];
    }));
  }

  #isChosen({ head, query, key }: Line): boolean {
    const now = this.#bus.now;
    return now.head === head && now.query === query && now.key === key;
  }

  #sayLine({ head, query, key, value, error }: Line): string {
    const quantity = quantityOf(this.#open, this.#bus.now);
    const name = (token: number) => `“${shorten(this.#open.scene.tokens[token] ?? "", 20)}” (${token})`;
    return `Head ${head}, ${name(key)} to ${name(query)}: ${QUANTITY_NAMES[quantity]} ${formatValue(quantity, value, error)}.`;
  }

  #sayStrongest(found: Lines, layer: number, focus: Focus | null): string {
    const whose = focus ? `“${this.#open.scene.tokens[focus.token] ?? ""}” (${focus.token})` : `layer ${layer}`;
    const [first] = found.lines;
    if (!first) return `No lines of ${whose}.`;
    const count = found.lines.length;
    return `${count} ${count === 1 ? "line" : "lines"} of ${whose}. The largest: ${this.#sayLine(first)}`;
  }

  #sayRule(found: Lines, most: number, isFocused: boolean): string {
    const quantity = quantityOf(this.#open, this.#bus.now);
    const widest = `Widest line: ${formatRough(most)}${quantity === "relevance" ? "; dashed lines oppose" : ""}.`;
    const least = `${100 * LEAST} % of the largest`;
    const order = `Within a token's row head 0 is highest.${this.#hasUnnamed ? " There is no room for all names: point at a token to read its name." : ""}`;
    const rounded = `Sums may be off by ${formatRough(found.error)} together, because numbers in this page are stored rounded.`;
    if (isFocused) return `All lines of this token of at least ${least}; not shown: ${formatRough(found.rest)} in size. ${widest} ${rounded} ${order}`;
    return `Up to ${found.perToken === 1 ? "1 line" : `${found.perToken} lines`} to each token, ${MOST_LINES} in all, none under ${least}: ${formatRough(found.drawn)} in size. Not shown: `
      + `${formatRough(found.self)} from tokens to themselves, ${formatRough(found.sinks)} from special tokens, ${formatRough(found.rest)} smaller. `
      + `Point at a token to see all of its lines. ${widest} ${rounded} ${order}`;
  }
}

const partOf = ({ head, query, key }: Line) => ({ head, query, key });
