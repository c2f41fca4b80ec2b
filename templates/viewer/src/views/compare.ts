import type { Bus, Selection } from "../bus.ts";
import type { OpenScene } from "../data/open.ts";
import type { Quantity } from "../data/flows.ts";
import { formatValue, QUANTITY_NAMES, quantityOf } from "../describe.ts";
import { formatRough } from "../digits.ts";
import { make, message, set } from "../dom.ts";
import { cellOf, type CellNumber, largestOf } from "../plan/grid.ts";
import type { Cell } from "../plan/matrix.ts";
import { type Head, oneHeadOf, strongest } from "../plan/place.ts";
import { likenessOf, type Pairing, pairingOf, type Side } from "../plan/pairing.ts";
import { Choices, type Control, control, counted, type Option } from "../parts/controls.ts";
import { follow } from "../parts/follow.ts";
import { isHatched } from "../parts/heat.ts";
import { Legend } from "../parts/legend.ts";
import { Panel } from "../parts/panel.ts";
import { AXES, sayCellNumber } from "../readouts.ts";
import type { Page, View } from "./view.ts";

const GAP = 20;
const WIDEST = 420;
const NARROWEST = 250;
const SHORT_ID = 8;

/** Two heads of this example, or the same head on another example, side by side on one scale. */
export const compare: View = {
  name: "compare",
  title: "Compare",
  mount(el, open, bus, page) {
    if (!open.flows.quantities.length) {
      el.append(message("This example has neither attention nor contributions stored, so there is nothing to compare."));
      return () => el.replaceChildren();
    }
    const view = new CompareView(el, open, bus, page);
    return () => view.dispose();
  },
};

class CompareView {
  readonly #open: OpenScene;
  readonly #bus: Bus;
  readonly #page: Page;
  readonly #choices: Choices;
  readonly #lists: { example: Control; layer: Control; head: Control };
  readonly #panels: readonly [Panel, Panel, Panel];
  readonly #box: HTMLElement;
  readonly #readout = set(make("p", { className: "viewer-2d-readout" }), { "aria-live": "polite" });
  readonly #why = make("p", { className: "viewer-message" });
  readonly #legend: Legend;
  readonly #end: () => void;
  #other: OpenScene;
  #at: Cell = { query: 0, key: 0 };
  #pairing: { key: string; pairing: Pairing } | null = null;

  constructor(el: HTMLElement, open: OpenScene, bus: Bus, page: Page) {
    this.#open = this.#other = open;
    this.#bus = bus;
    this.#legend = new Legend(open.scene.keys_kept !== null);
    this.#page = page;
    this.#choices = new Choices(open, bus).quantity().layer((now) => this.#head(now).layer).head((now) => this.#head(now));
    this.#lists = this.#secondLists();
    const panel = (label: string) => new Panel(label, (at) => this.#moveTo(at), (at) => this.#choose(at));
    this.#panels = [panel("First matrix"), panel("Second matrix"), panel("Difference, second minus first")];
    this.#box = make("div", { className: "viewer-compare" }, ...this.#panels.map(({ element }) => element));
    const against = make("div", { className: "viewer-2d-choices viewer-compare-against" },
      make("span", {}, "against"), this.#lists.example.element, this.#lists.layer.element, this.#lists.head.element);
    this.#lists.example.element.addEventListener("focusin", () => this.#lists.example.offer(this.#examples()));
    const axes = make("p", { className: "viewer-2d-scale" }, AXES, ...(page.isOneOfPages ? [" Only the examples of this page can be chosen."] : []));
    el.append(this.#choices.element, against, axes, this.#box, this.#why, this.#readout, this.#legend.element);
    this.#end = follow(this.#box, bus, page, (now) => this.#follow(now));
  }

  dispose(): void {
    this.#end();
  }

  #head(now: Selection): Head {
    return oneHeadOf(this.#open, quantityOf(this.#open, now), now);
  }

  /** The head on the right: the chosen one, else the runner-up of this example, or the same head of another one. */
  #second(now: Selection): Head {
    const { layer, head } = this.#head(now);
    if (now.otherLayer !== null && now.otherHead !== null) return { layer: now.otherLayer, head: now.otherHead };
    if (this.#other !== this.#open) return { layer, head };
    const order = strongest(this.#open, quantityOf(this.#open, now), layer);
    return order.find((other) => other.head !== head) ?? { layer, head };
  }

  #secondLists() {
    const { scene } = this.#open;
    const to = (change: Partial<Head>) => {
      const { layer, head } = { ...this.#second(this.#bus.now), ...change };
      this.#bus.set({ otherLayer: layer, otherHead: head });
    };
    return {
      example: control("Example", this.#examples(), (example) =>
        this.#bus.set({ other: example === scene.example ? null : example, otherLayer: null, otherHead: null })),
      layer: control("Layer", counted(scene.layers), (value) => to({ layer: Number(value) })),
      head: control("Head", counted(scene.heads), (value) => to({ head: Number(value) })),
    };
  }

  /** What can be chosen on the right: this example, and those whose cards are filled by now. */
  #examples(): Option[] {
    const { example } = this.#open.scene;
    const others = this.#page.examples().filter(({ id }) => id !== example);
    return [[example, "this example"], ...others.map(({ id, start }): Option => [id, `“${start}” (${id.slice(0, SHORT_ID)})`])];
  }

  /** Put the chosen example on the right, once it is open. Failures are shown. */
  async #put(example: string): Promise<void> {
    try {
      const other = example === this.#open.scene.example ? this.#open : await this.#page.open(example);
      if (example === this.#chosenOther(this.#bus.now)) this.#other = other;
    } catch (error) {
      this.#other = this.#open;
      this.#bus.set({ other: null, otherLayer: null, otherHead: null });
      this.#why.hidden = false;
      this.#why.textContent = `Example ${example} could not be opened: ${error instanceof Error ? error.message : String(error)}`;
      return;
    }
    this.#follow(this.#bus.now);
  }

  #chosenOther(now: Selection): string {
    return now.other ?? this.#open.scene.example;
  }

  #follow(now: Selection): void {
    this.#at = { query: now.query ?? this.#at.query, key: now.key ?? this.#at.key };
    this.#choices.show(now);
    const example = this.#chosenOther(now);
    if (example !== this.#other.scene.example) return void this.#put(example);
    this.#lists.example.offer(this.#examples());
    this.#lists.example.show(example);
    this.#draw();
  }

  #moveTo(at: Cell): void {
    if (at.query === this.#at.query && at.key === this.#at.key) return;
    this.#at = at;
    this.#draw();
  }

  #choose(at: Cell): void {
    const { tokens } = this.#open.scene;
    if (at.query < tokens.length && at.key < tokens.length) this.#bus.set({ ...this.#head(this.#bus.now), ...at });
  }

  #sides(): [Side, Side] {
    const head = this.#head(this.#bus.now);
    return [{ open: this.#open, ...head }, { open: this.#other, ...this.#second(this.#bus.now) }];
  }

  #draw(): void {
    const quantity = quantityOf(this.#open, this.#bus.now);
    const [a, b] = this.#sides();
    this.#lists.layer.show(String(b.layer));
    this.#lists.head.show(String(b.head));
    const lacking = this.#lacking(b, quantity);
    this.#why.hidden = lacking === null;
    this.#why.textContent = lacking ?? "";
    this.#box.hidden = lacking !== null;
    if (lacking === null) this.#drawPair(a, b, quantity);
  }

  /** Why two sides cannot be compared, or null. */
  #lacking({ open, layer, head }: Side, quantity: Quantity): string | null {
    if (!open.flows.quantities.includes(quantity)) return `The other example has no ${QUANTITY_NAMES[quantity]} stored.`;
    if (layer >= open.scene.layers || head >= open.scene.heads) return "The other example has no such head.";
    return null;
  }

  #drawPair(a: Side, b: Side, quantity: Quantity): void {
    const pairing = this.#pairingOf(a, b, quantity);
    const palette = this.#page.palette();
    const ramp = { palette, isSigned: quantity === "relevance", most: pairing.most };
    const width = this.#widthOf(pairing.difference ? 3 : 2);
    const [first, second, third] = this.#panels;
    first.show(this.#name(a), pairing.first, a.open.scene.tokens, ramp, width, this.#at);
    second.show(this.#name(b), pairing.second, b.open.scene.tokens, ramp, width, this.#at);
    third.element.hidden = pairing.difference === null;
    if (pairing.difference) {
      const scale = { palette, isSigned: true, most: pairing.most };
      third.show("second − first, on the same scale", pairing.difference, a.open.scene.tokens, scale, width, this.#at);
    }
    this.#legend.show(ramp, "both heads", isHatched(ramp, pairing.first.size, first.side));
    this.#readout.textContent = `${this.#sayCell(pairing, quantity, a, b)} ${sayLikeness(pairing)}`;
  }

  /** Both squares; worked out anew only when they are others, and not for every cell that is pointed at. */
  #pairingOf(a: Side, b: Side, quantity: Quantity): Pairing {
    const key = [quantity, ...[a, b].flatMap(({ open, layer, head }) => [open.scene.example, layer, head])].join(" ");
    if (this.#pairing?.key !== key) this.#pairing = { key, pairing: pairingOf(a, b, quantity) };
    return this.#pairing.pairing;
  }

  #widthOf(count: number): number {
    const whole = this.#box.clientWidth;
    const fitting = [count, 2, 1].map((columns) => (whole - GAP * (columns - 1)) / columns).find((width) => width >= NARROWEST);
    return Math.min(WIDEST, Math.floor(fitting ?? whole));
  }

  #name({ open, layer, head }: Side): string {
    const where = open === this.#open ? "" : `, example ${open.scene.example.slice(0, SHORT_ID)}`;
    return `layer ${layer}, head ${head}${where}`;
  }

  #sayCell({ difference }: Pairing, quantity: Quantity, a: Side, b: Side): string {
    const { query, key } = this.#at;
    const cells = [a, b].map(({ open, layer, head }) => {
      const { length } = open.scene.tokens;
      return query < length && key < length ? cellOf(open, quantity, layer, head, query, key) : null;
    });
    const at = (side: Side, cell: CellNumber | null) => {
      const { tokens } = side.open.scene;
      if (query >= tokens.length || key >= tokens.length) return `${this.#name(side)} has no such cell`;
      return `${this.#name(side)}, “${tokens[query]}” (${query}) at “${tokens[key]}” (${key}): ${sayCellNumber(quantity, cell)}`;
    };
    const [first = null, second = null] = cells;
    const apart = difference && first && second
      ? ` Difference ${formatValue("relevance", second.value - first.value, first.error + second.error)}.` : "";
    return `${QUANTITY_NAMES[quantity]}: ${at(a, first)}; ${at(b, second)}.${apart}`;
  }
}

function sayLikeness({ first, second, difference }: Pairing): string {
  if (!difference) return "The texts differ, so cells do not correspond and no difference is drawn.";
  const likeness = likenessOf(first, second);
  const correlation = likeness === null ? "" : ` The correlation over all cells is ${formatRough(likeness)}.`;
  return `The largest difference of any cell is ${formatRough(largestOf(difference))}.${correlation}`;
}
