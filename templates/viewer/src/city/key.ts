import type { OpenScene } from "../data/open.ts";
import { MOST_ARCS, type Totals } from "../data/select.ts";
import { formatNumber, formatValue, QUANTITY_MEANINGS, QUANTITY_NAMES } from "../describe.ts";
import { draw, make } from "../dom.ts";
import type { RouteLink, Scene } from "../schema.ts";
import type { ShownCache } from "./cache.ts";
import type { Shown } from "./shown.ts";

const ORDER_MEANING = "By token, one token climbs all layers before the next begins, and each layer keeps its keys and values in a cache that later tokens read. "
  + "This model computes the same numbers when all tokens climb together, because no token looks at later ones.";

/** What the picture's signs mean, by which rule its arcs were chosen, and what the chain's links are. */
export function keyOf(open: OpenScene, shown: Shown): HTMLElement[] {
  const signs = make("ul", { className: "city-signs" }, ...signsOf(open, shown).map(([style, text]) => make("li", {}, sample(style), text)));
  const rule = make("p", {}, `${ruleOf(shown)} ${sharesOf(shown.selected.totals)}`);
  const lines = [signs, rule];
  if (shown.boxesLeftOut) lines.push(make("p", {}, `The ${shown.boxesLeftOut} smallest boxes are left out; fewer layers show more of them.`));
  if (shown.cache) lines.push(make("p", {}, ORDER_MEANING));
  const links = shown.links.map(({ link }) => make("li", {}, nameLink(open.scene, link)));
  return links.length ? [...lines, make("ul", { className: "city-links" }, ...links)] : lines;
}

/** The rule by which the drawn arcs were chosen, in a sentence with its numbers. */
export function ruleOf({ selected, quantity, filter }: Shown): string {
  const { arcs, k } = selected;
  if (!arcs.length) return "No flow passes the filters.";
  const which = k === 1 && arcs.length === MOST_ARCS ? "the largest each, and of these the largest" : `the largest ${k} at most`;
  const least = filter.least > 0 ? ` of at least ${formatNumber(filter.least)}` : "";
  return `${arcs.length} flows of ${QUANTITY_NAMES[quantity]}${least}: of each layer and token ${which}.`;
}

/** What part of all flow is drawn and what part is not, and why. */
export function sharesOf({ drawn, self, sinks, rest }: Totals): string {
  const all = drawn + self + sinks + rest;
  if (!all) return "";
  const part = (sum: number) => `${((100 * sum) / all).toFixed(0)} %`;
  return `They hold ${part(drawn)} of it by size; from tokens to themselves ${part(self)} and from special tokens ${part(sinks)}, both not drawn; the rest ${part(rest)}.`;
}

function nameLink({ tokens }: Scene, link: RouteLink): string {
  const path = `“${tokens[link.key] ?? "?"}” to “${tokens[link.query] ?? "?"}”, layer ${link.layer}`;
  return `${link.rank + 1}  ${path}: ${formatValue("relevance", link.relevance)}, ${link.verdict.replaceAll("_", " ")}`;
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
  return [["for", `supports ${scene.target}`], ["against", `against ${scene.target} (dashed, hatched)`], ["size", size], ...kept];
}

function sample(style: string): SVGSVGElement {
  const line = draw("line", { x1: 1, y1: 5, x2: 31, y2: 5, class: `city-sample is-${style}` });
  return draw("svg", { width: 32, height: 10, "aria-hidden": "true" }, line);
}
