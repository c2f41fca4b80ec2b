import type { Bus, Selection } from "../bus.ts";
import type { Quantity } from "../data/flows.ts";
import type { OpenScene } from "../data/open.ts";
import { QUANTITY_NAMES, quantityOf } from "../describe.ts";
import { choice, make } from "../dom.ts";
import { headOf, layerOf } from "../plan/place.ts";

/** A list to choose from that can be shown another choice. */
export interface Control {
  readonly element: HTMLElement;
  show(value: string): void;
  /** Offer other options; what is shown stays. */
  offer(options: readonly Option[]): void;
}

/** A value and the text it is shown by. */
export type Option = readonly [string, string];

/** A labelled list; `chosen` hears what the reader chooses, not what it is shown. */
export function control(label: string, options: readonly Option[], chosen: (value: string) => void): Control {
  const element = choice(label, options, options[0]?.[0] ?? "", chosen);
  const select = element.querySelector("select")!;
  const show = (value: string) => {
    if (select.value !== value) select.value = value;
  };
  const offer = (others: readonly Option[]) => {
    if (others.length === select.options.length) return;
    const { value } = select;
    select.replaceChildren(...others.map(([name, text]) => make("option", { value: name }, text)));
    show(value);
  };
  return { element, show, offer };
}

/** Numbers from 0, as the report counts layers and heads. */
export function counted(length: number): (readonly [string, string])[] {
  return Array.from({ length }, (_, at) => [String(at), String(at)] as const);
}

/** All heads of a layer, where one could be chosen. */
export const ALL_HEADS = "-1";

/** The usual row of a view: quantity, and where the view wants them layer and head; it follows the bus by itself in `show`. */
export class Choices {
  readonly element = make("div", { className: "viewer-2d-choices" });
  readonly #shown: ((now: Selection) => void)[] = [];
  readonly #open: OpenScene;
  readonly #bus: Bus;

  constructor(open: OpenScene, bus: Bus) {
    this.#open = open;
    this.#bus = bus;
  }

  quantity(): this {
    const options = this.#open.flows.quantities.map((name) => [name, QUANTITY_NAMES[name]] as const);
    const list = control("Quantity", options, (value) => this.#bus.set({ quantity: value as Quantity }));
    return this.#add(list, (now) => quantityOf(this.#open, now));
  }

  layer(shown: (now: Selection) => number = (now) => layerOf(this.#open, now)): this {
    const list = control("Layer", counted(this.#open.scene.layers), (value) => this.#bus.set({ layer: Number(value) }));
    return this.#add(list, (now) => String(shown(now)));
  }

  /** One head, or all of them; `layer` says which layer is meant while none is chosen. */
  headOrAll(): this {
    const { scene } = this.#open;
    const options = [[ALL_HEADS, "all together"] as const, ...counted(scene.heads)];
    const list = control("Head", options, (value) => this.#bus.set({
      layer: layerOf(this.#open, this.#bus.now), head: value === ALL_HEADS ? null : Number(value),
    }));
    return this.#add(list, (now) => String(headOf(now) ?? ALL_HEADS));
  }

  /** One head. */
  head(shown: (now: Selection) => { layer: number; head: number }): this {
    const list = control("Head", counted(this.#open.scene.heads), (value) => this.#bus.set({
      layer: shown(this.#bus.now).layer, head: Number(value),
    }));
    return this.#add(list, (now) => String(shown(now).head));
  }

  /** One token, as the looking one or the one that is read. */
  token(label: string, part: "query" | "key", shown: (now: Selection) => number): this {
    const options = this.#open.scene.tokens.map((name, at) => [String(at), `${at} ${name}`] as const);
    const list = control(label, options, (value) => this.#bus.set({ [part]: Number(value) }));
    return this.#add(list, (now) => String(shown(now)));
  }

  /** Something else beside the lists. */
  and(...elements: HTMLElement[]): this {
    this.element.append(...elements);
    return this;
  }

  /** Show what is chosen now. */
  show(now: Selection): void {
    for (const show of this.#shown) show(now);
  }

  #add(list: Control, value: (now: Selection) => string): this {
    this.element.append(list.element);
    this.#shown.push((now) => list.show(value(now)));
    return this;
  }
}
