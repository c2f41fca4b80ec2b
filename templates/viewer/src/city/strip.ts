import type { Selection } from "../bus.ts";
import { vectorOf } from "../data/numbers.ts";
import type { OpenScene } from "../data/open.ts";
import { formatNumber, formatValue, nameToken } from "../describe.ts";
import { draw, make, message } from "../dom.ts";

const BAR = { width: 6, gap: 1, height: 44 } as const;

/** What to choose where the level looks at one token or head and none is chosen. */
export function hintOf({ layer, head, query }: Selection): HTMLElement[] {
  if (query !== null || head !== null) return [];
  return [message(`The middle of layer ${layer ?? 0}: choose a token or a head to go there.`)];
}

/** The innermost level: single feed-forward neurons of a token, or the query and key vectors of a head, as bars. */
export function stripOf(open: OpenScene, { layer, head, query, key }: Selection): HTMLElement[] {
  if (query === null || layer === null) return [message("Choose a token and a layer to see its neurons; with a head, its query and key vectors.")];
  if (head !== null) return vectorsOf(open, layer, head, query, key ?? query);
  return neuronsOf(open, layer, query);
}

function neuronsOf(open: OpenScene, layer: number, token: number): HTMLElement[] {
  const [places, activations, relevance] = ["neurons", "neuron_activations", "neuron_relevance"].map((name) => open.table(name));
  if (!places || !activations || !relevance) return [message("This example has no single neurons: they come with a ledger of a feed-forward model.")];
  const [, , count = 0] = places.shape;
  const found = Array.from({ length: count }, (_, at) => ({
    name: `neuron ${places.at(layer, token, at)}`,
    value: relevance.at(layer, token, at),
    note: `activation ${formatNumber(activations.at(layer, token, at))}`,
  }));
  const largest = Math.max(...found.map(({ value }) => Math.abs(value))) || 1;
  return [
    make("p", {}, `The ${count} feed-forward neurons of layer ${layer} that bring most to ${nameToken(open.scene, token)}, by ledger relevance.`),
    make("ul", { className: "city-neurons" }, ...found.map((one) => neuron(one, largest))),
  ];
}

function neuron({ name, value, note }: { name: string; value: number; note: string }, largest: number): HTMLElement {
  const width = (60 * Math.abs(value)) / largest;
  const bar = draw("rect", { x: value < 0 ? 60 - width : 60, y: 2, width, height: 10, class: value < 0 ? "is-against" : "is-for" });
  const zero = draw("line", { x1: 60, x2: 60, y1: 0, y2: 14, class: "city-zero" });
  return make("li", {}, make("span", {}, name), draw("svg", { width: 120, height: 14, "aria-hidden": "true" }, bar, zero), make("span", {}, `${formatValue("relevance", value)}; ${note}`));
}

function vectorsOf(open: OpenScene, layer: number, head: number, query: number, key: number): HTMLElement[] {
  const { scene, block } = open;
  const keyHead = Math.floor((head * scene.key_heads) / scene.heads);
  const [asks, offers] = [vectorOf(block, "queries", layer, head, query), vectorOf(block, "keys", layer, keyHead, key)];
  if (!asks || !offers) return [message("This example has no query and key vectors: it would make the page too heavy.")];
  return [
    make("p", {}, `Layer ${layer}, head ${head}: what ${nameToken(scene, query)} asks for (query) and what ${nameToken(scene, key)} offers (key), ${asks.length} numbers each.`),
    make("div", { className: "city-vectors" }, vector("query", asks), vector("key", offers)),
  ];
}

function vector(name: string, numbers: readonly number[]): HTMLElement {
  const largest = Math.max(...numbers.map(Math.abs)) || 1;
  const middle = BAR.height / 2;
  const bars = numbers.map((value, at) => {
    const height = (middle * Math.abs(value)) / largest;
    const y = value < 0 ? middle : middle - height;
    return draw("rect", { x: at * (BAR.width + BAR.gap), y, width: BAR.width, height, class: "is-plain" });
  });
  const width = numbers.length * (BAR.width + BAR.gap);
  const zero = draw("line", { x1: 0, x2: width, y1: middle, y2: middle, class: "city-zero" });
  const label = `${name}: ${numbers.length} numbers, the largest ${formatNumber(largest)}`;
  return make("figure", {}, make("figcaption", {}, label), draw("svg", { width, height: BAR.height, viewBox: `0 0 ${width} ${BAR.height}`, role: "img", "aria-label": label }, ...bars, zero));
}
