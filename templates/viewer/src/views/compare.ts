import type { Bus, Selection } from "../bus.ts";
import type { OpenScene } from "../data/open.ts";
import type { Quantity } from "../data/flows.ts";
import { formatNumber, formatValue, QUANTITY_NAMES, quantityOf } from "../describe.ts";
import { make, message, set } from "../dom.ts";
import { largestOf } from "../plan/grid.ts";
import type { Cell } from "../plan/matrix.ts";
import { type Head, oneHeadOf, strongest } from "../plan/place.ts";
import { likenessOf, type Pairing, pairingOf, type Side } from "../plan/pairing.ts";
import { Choices, type Control, control, counted } from "../parts/controls.ts";
import { follow } from "../parts/follow.ts";
import { Legend } from "../parts/legend.ts";
import { Panel } from "../parts/panel.ts";
import { sayValue } from "../readouts.ts";
import type { Page, View } from "./view.ts";

const GAP = 20;
const WIDEST = 420;
const NARROWEST = 250;

/** Two heads of this example, or the same head on another example, side by side on one scale. */
export const compare: View = {
  name: "compare",
  title: "Compare",
  mount(el, open, bus, page) {
    if (!open.flows.quantities.length) {
      el.append(message("This example has neither attention nor relevance stored, so there is nothing to compare."));
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
  /** The head on the right; null: the same as on the left. */
  #second: Head | null;
  #at: Cell = { query: 0, key: 0 };
  #pairing: { key: string; pairing: Pairing } | null = null;

  constructor(el: HTMLElement, open: OpenScene, bus: Bus, page: Page) {
    this.#open = this.#other = open;
    this.#bus = bus;
    this.#legend = new Legend(open.scene.keys_kept !== null);
    this.#page = page;
    this.#second = this.#runnerUp();
    this.#choices = new Choices(open, bus).quantity().layer((now) => this.#head(now).layer).head((now) => this.#head(now));
    this.#lists = this.#secondLists();
    const panel = (label: string) => new Panel(label, (at) => this.#moveTo(at), (at) => this.#choose(at));
    this.#panels = [panel("First matrix"), panel("Second matrix"), panel("Difference, second minus first")];
    this.#box = make("div", { className: "viewer-compare" }, ...this.#panels.map(({ element }) => element));
    const against = make("div", { className: "viewer-2d-choices viewer-compare-against" },
      make("span", {}, "against"), this.#lists.example.element, this.#lists.layer.element, this.#lists.head.element);
    el.append(this.#choices.element, against, this.#box, this.#why, this.#readout, this.#legend.element);
    this.#end = follow(this.#box, bus, page, (now) => this.#follow(now));
  }

  dispose(): void {
    this.#end();
  }

  #head(now: Selection): Head {
    return oneHeadOf(this.#open, quantityOf(this.#open, now), now);
  }

  #runnerUp(): Head {
    const now = this.#bus.now;
    const { layer, head } = this.#head(now);
    const order = strongest(this.#open, quantityOf(this.#open, now), layer);
    return order.find((other) => other.head !== head) ?? { layer, head };
  }

  #secondLists() {
    const { scene } = this.#open;
    const others = this.#page.examples().filter((example) => example !== scene.example);
    const examples = [[scene.example, "this example"] as const, ...others.map((example) => [example, `example ${example.slice(0, 8)}`] as const)];
    const to = (change: Partial<Head>) => {
      this.#second = { ...(this.#second ?? this.#head(this.#bus.now)), ...change };
      this.#draw();
    };
    return {
      example: control("Example", examples, (example) => void this.#put(example)),
      layer: control("Layer", counted(scene.layers), (value) => to({ layer: Number(value) })),
      head: control("Head", counted(scene.heads), (value) => to({ head: Number(value) })),
    };
  }

  /** Another example on the right: the same head, until another one is chosen. Failures are shown. */
  async #put(example: string): Promise<void> {
    try {
      this.#other = example === this.#open.scene.example ? this.#open : await this.#page.open(example);
      this.#second = this.#other === this.#open ? this.#runnerUp() : null;
    } catch (error) {
      this.#why.textContent = `Example ${example} could not be opened: ${error instanceof Error ? error.message : String(error)}`;
      this.#lists.example.show(this.#other.scene.example);
      return;
    }
    this.#draw();
  }

  #follow(now: Selection): void {
    this.#at = { query: now.query ?? this.#at.query, key: now.key ?? this.#at.key };
    this.#choices.show(now);
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
    const second = this.#second ?? head;
    return [{ open: this.#open, ...head }, { open: this.#other, ...second }];
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
    this.#legend.show(quantity, ramp, "both heads");
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
    const where = open === this.#open ? "" : `, example ${open.scene.example.slice(0, 8)}`;
    return `layer ${layer}, head ${head}${where}`;
  }

  #sayCell(pairing: Pairing, quantity: Quantity, a: Side, b: Side): string {
    const { query, key } = this.#at;
    const at = (side: Side, grid: Pairing["first"]) => {
      const { tokens } = side.open.scene;
      if (query >= tokens.length || key >= tokens.length) return `${this.#name(side)} has no such cell`;
      return `${this.#name(side)}, “${tokens[query]}” (${query}) at “${tokens[key]}” (${key}): ${sayValue(quantity, grid.values[query * grid.size + key]!)}`;
    };
    const difference = pairing.difference?.values[query * pairing.first.size + key] ?? Number.NaN;
    const apart = Number.isNaN(difference) ? "" : ` Difference ${formatValue("relevance", difference)}.`;
    return `${QUANTITY_NAMES[quantity]}: ${at(a, pairing.first)}; ${at(b, pairing.second)}.${apart}`;
  }
}

function sayLikeness({ first, second, difference }: Pairing): string {
  if (!difference) return "The texts differ, so cells do not correspond and no difference is drawn.";
  const likeness = likenessOf(first, second);
  const correlation = likeness === null ? "" : ` The cells correlate with ${formatNumber(likeness)}.`;
  return `Largest difference ${formatNumber(largestOf(difference))}.${correlation}`;
}
