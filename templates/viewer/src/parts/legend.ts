import type { Quantity } from "../data/flows.ts";
import { formatNumber, formatValue } from "../describe.ts";
import { make, set } from "../dom.ts";
import { paintLegend, type Ramp } from "./heat.ts";

/** The scale of a heat map: a strip of colours between its numbers. */
export class Legend {
  readonly element: HTMLParagraphElement;
  readonly #least = make("span");
  readonly #most = make("span");
  readonly #note = make("span", { className: "viewer-2d-note" });
  readonly #strip = set(make("canvas"), { "aria-hidden": "true" });

  readonly #absence: string;

  /** `hasGaps`: whether there are numbers that are not stored. */
  constructor(hasGaps: boolean) {
    this.#absence = hasGaps ? "; dots: not stored" : "";
    this.element = make("p", { className: "viewer-2d-scale" }, this.#least, this.#strip, this.#most, this.#note);
  }

  /** Show the scale of a ramp; `of` says what full colour is the largest of. */
  show(quantity: Quantity, ramp: Ramp, of: string): void {
    this.#least.textContent = ramp.isSigned ? formatNumber(-ramp.most) : "0";
    this.#most.textContent = formatValue(quantity, ramp.most);
    this.#finish(ramp, `the largest of ${of}`);
  }

  /** Show the scale where every picture has its own, so that no numbers can stand at it. */
  showOwn(ramp: Ramp): void {
    this.#least.textContent = ramp.isSigned ? "against" : "0";
    this.#most.textContent = ramp.isSigned ? "for" : "largest";
    this.#finish(ramp, "the largest of each head, whatever its size; the bars tell heads apart");
  }

  #finish(ramp: Ramp, full: string): void {
    const signs = ramp.isSigned ? "; a stroke means against" : "";
    this.#note.textContent = `Full colour: ${full}. Colour grows with the square root${signs}${this.#absence}.`;
    paintLegend(this.#strip, ramp);
  }
}
