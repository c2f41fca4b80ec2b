import { type Bus, NO_PLACE, type Selection } from "../bus.ts";
import type { Quantity } from "../data/flows.ts";
import type { OpenScene } from "../data/open.ts";
import { LEAST_SHARE } from "../data/select.ts";
import { nameToken, QUANTITY_NAMES, quantityOf } from "../describe.ts";
import { choice, make } from "../dom.ts";

const NONE = "";
const MOST_LEAST = 0.5;
const LEAST_STEP = 0.005;

/** What is drawn and what is chosen, as lists and a slider: everything the picture offers to a pointer. */
export class Controls {
  readonly element: HTMLElement;
  readonly #open: OpenScene;
  readonly #bus: Bus;
  readonly #read: ((chosen: Selection) => void)[] = [];

  constructor(open: OpenScene, bus: Bus) {
    this.#open = open;
    this.#bus = bus;
    const { scene } = open;
    const filters = make("details", { className: "city-filters", open: matchMedia("(min-width: 40rem)").matches },
      make("summary", {}, "Filters"),
      make("div", { className: "city-controls" },
        this.#least(),
        this.#list("From layer", counts(scene.layers), ({ from }) => from ?? 0, (from) => this.#range(from ?? 0, null)),
        this.#list("To layer", counts(scene.layers), ({ to }) => to ?? scene.layers - 1, (to) => this.#range(null, to ?? 0)),
        this.#list("Layer", withNone("any", numbers(scene.layers)), ({ layer }) => layer, (layer) => bus.set({ layer, ...(layer === null ? { head: null } : {}), key: null })),
        this.#list("Head", withNone("all", numbers(scene.heads)), ({ head }) => head, (head) => bus.set({ head, layer: bus.now.layer ?? (head === null ? null : 0), key: null })),
        this.#list("Token", withNone("all", scene.tokens.map((_, token) => nameToken(scene, token))), ({ query }) => query, (query) => bus.set({ query, key: null })),
      ));
    this.element = make("div", { className: "city-top" }, this.#quantity(), filters);
    this.show(bus.now);
  }

  /** Show a selection that was made elsewhere. */
  show(chosen: Selection): void {
    this.#read.forEach((read) => read(chosen));
  }

  #quantity(): HTMLElement {
    const options = this.#open.flows.quantities.map((quantity) => [quantity, QUANTITY_NAMES[quantity]] as const);
    const label = choice("Arcs show", options, NONE, (value) => this.#bus.set({ quantity: value as Quantity }));
    this.#read.push((chosen) => { selectIn(label).value = quantityOf(this.#open, chosen); });
    return label;
  }

  #least(): HTMLElement {
    const slider = make("input", { type: "range", min: "0", max: String(MOST_LEAST), step: String(LEAST_STEP) });
    const said = make("output");
    slider.title = "Share of the largest flow below which arcs are not drawn";
    slider.addEventListener("input", () => this.#bus.set({ least: Number(slider.value) === LEAST_SHARE ? null : Number(slider.value) }));
    this.#read.push(({ least }) => {
      slider.value = String(least ?? LEAST_SHARE);
      said.textContent = `${((least ?? LEAST_SHARE) * 100).toFixed(1)} %`;
    });
    return make("label", { className: "viewer-control" }, make("span", {}, "Arcs of at least ", said), slider);
  }

  #list(
    label: string, options: ReadonlyArray<readonly [string, string]>,
    valueOf: (chosen: Selection) => number | null, chose: (value: number | null) => void,
  ): HTMLElement {
    const list = choice(label, options, NONE, (value) => chose(value === NONE ? null : Number(value)));
    this.#read.push((chosen) => { selectIn(list).value = String(valueOf(chosen) ?? NONE); });
    return list;
  }

  /** Draw other layers; the end that was not moved gives way. */
  #range(from: number | null, to: number | null): void {
    const { now } = this.#bus;
    const last = this.#open.scene.layers - 1;
    const low = from ?? Math.min(now.from ?? 0, to ?? last);
    const high = to ?? Math.max(now.to ?? last, low);
    this.#bus.set(low === 0 && high === last ? { from: null, to: null } : { from: low, to: high });
  }
}

/** Choose what was picked in the picture; nothing chooses nothing. */
export function choosePicked(bus: Bus, picked: Pick<Selection, "layer" | "head" | "query" | "key"> & { token: number | null; kind: string } | null): void {
  if (!picked) bus.set(NO_PLACE);
  else if (picked.kind === "arc" || picked.kind === "link") bus.set({ layer: picked.layer, head: picked.head, query: picked.query, key: picked.key });
  else bus.set({ ...NO_PLACE, layer: picked.layer, head: picked.head, query: picked.token });
}

const counts = (length: number) => Array.from({ length }, (_, at) => [String(at), String(at)] as const);

const numbers = (length: number) => Array.from({ length }, (_, at) => String(at));

function withNone(none: string, names: readonly string[]): ReadonlyArray<readonly [string, string]> {
  return [[NONE, none], ...names.map((name, at) => [String(at), name] as const)];
}

function selectIn(label: HTMLElement): HTMLSelectElement {
  return label.querySelector("select")!;
}
