import { ROUNDING } from "../describe.ts";
import { formatRough } from "../digits.ts";
import { make, set } from "../dom.ts";
import { LEAST_SIGN, paintLegend, type Ramp } from "./heat.ts";

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

  /** Show the scale of a ramp; `of` says what full colour is the largest of, `hasStrokes` whether cells have room for them. */
  show(ramp: Ramp, of: string, hasStrokes: boolean): void {
    this.#least.textContent = ramp.isSigned ? formatRough(-ramp.most) : "0";
    this.#most.textContent = `${ramp.isSigned ? "+" : ""}${formatRough(ramp.most)}`;
    this.#finish(ramp, `the largest of ${of}`, hasStrokes);
  }

  /** Show the scale where every picture has its own, so that no numbers can stand at it. */
  showOwn(ramp: Ramp, hasStrokes: boolean): void {
    this.#least.textContent = ramp.isSigned ? "opposes" : "0";
    this.#most.textContent = ramp.isSigned ? "supports" : "largest";
    this.#finish(ramp, "the largest of each head, whatever its size; the bars tell heads apart", hasStrokes);
  }

  #finish(ramp: Ramp, full: string, hasStrokes: boolean): void {
    const strokes = hasStrokes ? `, with a stroke where it opposes, from 1/${1 / LEAST_SIGN} of the largest on` : "; these cells are too small for strokes";
    const signs = ramp.isSigned ? `; orange supports, blue opposes${strokes}` : "";
    this.#note.textContent = `Full colour: ${full}. Colour grows with the square root${signs}${this.#absence}. ${ROUNDING}`;
    paintLegend(this.#strip, ramp, hasStrokes);
  }
}
