import type { Bus, Selection } from "../bus.ts";
import type { OpenScene } from "../data/open.ts";
import { MOST_ARCS, type Totals } from "../data/select.ts";
import { formatNumber, QUANTITY_MEANINGS, QUANTITY_NAMES } from "../describe.ts";
import { draw, make } from "../dom.ts";
import { CHIP_WORDS, CONFIRMED_CHAIN, GRADE_WORDS, NO_LINKS, type Scene, SIGN_WORDS } from "../schema.ts";
import type { ShownCache } from "./cache.ts";
import { Links } from "./links.ts";
import { partsOf, picture } from "./parts.ts";
import type { Shown } from "./shown.ts";

const ORDER_MEANING = "By token, one token climbs all layers before the next begins, and each layer keeps its keys and values in a cache that later tokens read. "
  + "This model computes the same numbers when all tokens climb together, because no token looks at later ones.";

/** What the picture shows, in words: the grade of its links and the links first, then its signs, its rule, and its parts. */
export class Key {
  readonly element = make("div", { className: "city-key" });
  readonly #open: OpenScene;
  readonly #links: Links;
  readonly #grade = make("p", { className: "city-grade" });
  readonly #lines = make("div");
  readonly #parts = make("ul");

  constructor(open: OpenScene, bus: Bus) {
    this.#open = open;
    this.#links = new Links(open.scene, bus);
    const parts = make("details", { className: "city-parts" }, make("summary", {}, "What is drawn"), this.#parts);
    this.element.append(this.#grade, this.#links.element, this.#lines, parts);
  }

  /** Show what belongs to a picture. */
  show(shown: Shown, chosen: Selection): void {
    this.#grade.textContent = sayGrade(this.#open.scene) ?? "";
    this.#grade.hidden = !this.#grade.textContent;
    this.#links.show(shown.links, chosen);
    this.#lines.replaceChildren(...linesOf(this.#open, shown));
    this.#parts.replaceChildren(...partsOf(this.#open, shown).map(([part, text]) => make("li", {}, picture(part), text)));
  }
}

/** What the tests of the links showed together; null where nothing was tested. */
export function sayGrade({ grade, route }: Pick<Scene, "grade" | "route">): string | null {
  if (grade === null) return null;
  return !route.length && grade !== CONFIRMED_CHAIN ? NO_LINKS : GRADE_WORDS[grade] ?? null;
}

/** What the signs mean, and by which rule the arcs were chosen. */
function linesOf(open: OpenScene, shown: Shown): HTMLElement[] {
  const signs = make("ul", { className: "city-signs" }, ...signsOf(open, shown).map(([style, text]) => make("li", {}, sample(style), text)));
  const said = [sayMarks(open.scene, shown), `${ruleOf(shown)} ${sharesOf(shown.selected.totals)}`];
  if (shown.boxesLeftOut) said.push(`The ${shown.boxesLeftOut} smallest boxes are left out; fewer layers show more of them.`);
  if (shown.cache) said.push(ORDER_MEANING);
  return [signs, ...said.filter((text) => text).map((text) => make("p", {}, text))];
}

/** What dashes and numbers say, of what is drawn. */
export function sayMarks({ target }: Pick<Scene, "target">, { isSigned, links }: Pick<Shown, "isSigned" | "links">): string {
  const sign = isSigned || links.length ? [SIGN_WORDS.replace("{target}", target)] : [];
  return [...sign, ...(links.length ? [CHIP_WORDS] : [])].join(" ");
}

/** The rule by which the drawn arcs were chosen, in a sentence with its numbers. */
export function ruleOf({ selected, quantity, filter }: Shown): string {
  const { arcs, k } = selected;
  if (!arcs.length) return "No flow passes the filters.";
  const which = k === 1 && arcs.length === MOST_ARCS ? "the largest each, and of these the largest" : `the largest ${k} at most`;
  const least = filter.least > 0 ? ` of at least ${formatNumber(filter.least)}` : "";
  return `${arcs.length} flows${least} (${QUANTITY_NAMES[quantity]}): of each layer and token ${which}.`;
}

/** What part of all flow is drawn and what part is not, and why. */
export function sharesOf({ drawn, self, sinks, rest }: Totals): string {
  const all = drawn + self + sinks + rest;
  if (!all) return "";
  const part = (sum: number) => `${((100 * sum) / all).toFixed(0)} %`;
  return `They hold ${part(drawn)} of it by size; from tokens to themselves ${part(self)} and from special tokens ${part(sinks)}, both not drawn; the rest ${part(rest)}.`;
}

/** What blocks of the cache are, and what their height says. */
export function sayCache({ run, isMeasured }: ShownCache): string {
  const size = isMeasured ? "higher: longer values (mean |W_O v| of the heads)" : "all alike: this example has no lengths of values";
  return `KV cache, behind the lanes: the keys and values of ${run > 1 ? `${run} neighbouring tokens` : "each token"}; ${size}`;
}

function signsOf({ scene }: OpenScene, { isSigned, quantity, cache }: Shown): [string, string][] {
  const size = `wider: more ${QUANTITY_NAMES[quantity]}`;
  const kept: [string, string][] = cache ? [["cache", sayCache(cache)]] : [];
  if (!isSigned) return [["plain", `${size}. ${QUANTITY_MEANINGS[quantity]}`], ...kept];
  return [["for", `supports ${scene.target}`], ["against", `opposes ${scene.target} (lines dashed, boxes hatched)`], ["size", size], ...kept];
}

function sample(style: string): SVGSVGElement {
  const line = draw("line", { x1: 1, y1: 5, x2: 31, y2: 5, class: `city-sample is-${style}` });
  return draw("svg", { width: 32, height: 10, "aria-hidden": "true" }, line);
}
