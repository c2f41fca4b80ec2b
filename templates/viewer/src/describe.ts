import type { Selection } from "./bus.ts";
import { valueLengths } from "./data/cache.ts";
import type { OpenScene } from "./data/open.ts";
import type { Quantity } from "./data/flows.ts";
import type { Order } from "./layout/times.ts";
import type { RouteLink, Scene } from "./schema.ts";

/** What a quantity is called in sentences and lists. */
export const QUANTITY_NAMES: Readonly<Record<Quantity, string>> = {
  relevance: "ledger relevance",
  attention: "attention weight",
  weighted: "value-weighted attention",
};

/** What a quantity means, in one sentence. */
export const QUANTITY_MEANINGS: Readonly<Record<Quantity, string>> = {
  relevance: "Share of this decision that a head carries from token to token; the sign says for or against.",
  attention: "Where a head looks; no sign, and not a score of importance.",
  weighted: "Attention times the length of what is read there; no sign.",
};

const DIGITS = 3;

/** A number with three digits that count, with a true minus sign. */
export function formatNumber(value: number): string {
  if (value === 0) return "0";
  const size = Math.abs(value);
  const text = size >= 1000 || size < 0.0005 ? size.toExponential(DIGITS - 1) : size.toPrecision(DIGITS);
  return (value < 0 ? "−" : "") + text;
}

/** A signed number always with its sign, others without. */
export function formatValue(quantity: Quantity, value: number): string {
  return quantity === "relevance" && value > 0 ? `+${formatNumber(value)}` : formatNumber(value);
}

/** A token as it is named in sentences: its text and its place. */
export function nameToken(scene: Scene, token: number): string {
  return `“${scene.tokens[token] ?? "?"}” (token ${token})`;
}

/** The quantity that is drawn: the chosen one where the example has it, else its first. */
export function quantityOf(open: OpenScene, chosen: Selection): Quantity {
  const { quantities } = open.flows;
  return quantities.find((known) => known === chosen.quantity) ?? quantities[0] ?? "attention";
}

/** The order in which tokens climb: one by one only where it is chosen and the model is causal. */
export function orderOf({ scene }: OpenScene, chosen: Selection): Order {
  return scene.causal && chosen.order === "token" ? "token" : "layer";
}

/** What is chosen, in plain sentences with its numbers. */
export function describe(open: OpenScene, chosen: Selection): string[] {
  const { layer, head, query, key } = chosen;
  if (layer !== null && head !== null && query !== null && key !== null) return describeFlow(open, layer, head, query, key);
  if (layer !== null && head !== null) return [...describeHead(open, chosen, layer, head), ...tokenLines(open, query)];
  if (query !== null) return describeToken(open, query, layer);
  if (layer !== null) return describeLayer(open, layer);
  return describeExample(open.scene);
}

/** What the decision is, in one or two sentences: shown while nothing is chosen. */
export function describeExample(scene: Scene): string[] {
  const against = scene.foil === null ? "" : ` against ${scene.foil}`;
  const size = `${scene.layers} layers, ${scene.heads} heads each, ${scene.tokens.length} tokens.`;
  if (scene.margin === null) return [size];
  const base = scene.base === null ? "" : `; without the text it is ${formatNumber(scene.base)}`;
  return [`The margin of ${scene.target}${against} is ${formatNumber(scene.margin)}${base}.`, size];
}

function describeFlow(open: OpenScene, layer: number, head: number, query: number, key: number): string[] {
  const { scene, flows } = open;
  const lines = [
    `Layer ${layer}, head ${head}: from ${nameToken(scene, key)} to ${nameToken(scene, query)}.`,
    ...flows.quantities.map((quantity) => {
      const value = flows.value(quantity, layer, head, query, key);
      const number = value === null ? "not stored (only the largest keys of each row are)" : formatValue(quantity, value);
      return `${capital(QUANTITY_NAMES[quantity])}: ${number}${stance(scene, quantity, value)}.`;
    }),
  ];
  const link = scene.route.find((one) => one.layer === layer && one.query === query && one.key === key);
  if (link) lines.push(describeLink(scene, link));
  if (scene.sinks.includes(key)) lines.push("The token it reads is one of those whose messages are listed apart, so it is not among the drawn flows.");
  return lines;
}

/** A link of the reasoning chain: what was foretold, what the intervention showed, the verdict. */
export function describeLink(scene: Scene, link: RouteLink): string {
  const range = link.low === null || link.high === null ? "" : ` (${formatNumber(link.low)} to ${formatNumber(link.high)})`;
  const path = `${nameToken(scene, link.key)} to ${nameToken(scene, link.query)}, layer ${link.layer}`;
  return `Link ${link.rank + 1} of the chain, ${path}: foretold ${formatNumber(link.foretold)}, `
    + `observed ${formatNumber(link.observed)}${range}: ${link.verdict.replaceAll("_", " ")}.`;
}

function describeHead({ scene, flows }: OpenScene, chosen: Selection, layer: number, head: number): string[] {
  const totals = flows.quantities.map((quantity) => {
    const total = flows.headTotal(quantity, layer, head);
    return `${QUANTITY_NAMES[quantity]} ${formatValue(quantity, total)}${stance(scene, quantity, total)}`;
  });
  const where = chosen.query === null ? "" : `, as far as it touches ${nameToken(scene, chosen.query)}`;
  return [`Layer ${layer}, head ${head}${where}.`, `Over all tokens: ${totals.join("; ")}.`];
}

function tokenLines(open: OpenScene, query: number | null): string[] {
  return query === null ? [] : [`Token ${query} is “${open.scene.tokens[query] ?? "?"}”.`];
}

function describeToken(open: OpenScene, token: number, layer: number | null): string[] {
  const { scene } = open;
  const kind = scene.special[token] ? "a special token" : `word ${scene.words[token] ?? "?"} of the text`;
  const read = scene.read.includes(token) ? " The classifier reads the decision here." : "";
  const lines = [`${nameToken(scene, token)}, ${kind}.${read}`];
  const cuts = open.table("cuts");
  if (cuts) {
    const at = (cut: number) => formatValue("relevance", cuts.at(cut, token));
    lines.push(`Ledger relevance it carries: ${at(0)} at the input, ${at(scene.layers)} after the last layer.`);
  }
  return layer === null ? lines : [...lines, ...tokenInLayer(open, token, layer), ...cacheLines(open, layer, token)];
}

/** What a causal model keeps of a token in a layer, so that later tokens can read it. */
export function cacheLines(open: OpenScene, layer: number, token: number): string[] {
  const { scene } = open;
  if (!scene.causal) return [];
  const lengths = valueLengths(open);
  const size = lengths ? `; the heads' values have a mean length of ${formatNumber(lengths.at(layer, token))} (|W_O v|)` : "";
  const groups = scene.key_heads < scene.heads ? `, ${scene.key_heads} for ${scene.heads} heads` : "";
  return [`Cache of layer ${layer}, ${nameToken(scene, token)}: its keys and values${groups}, read by it and every later token${size}.`];
}

function tokenInLayer(open: OpenScene, token: number, layer: number): string[] {
  const parts: string[] = [];
  const attention = open.table("attention_at");
  const mlp = open.table("mlp_at");
  const norms = open.table("norms");
  if (attention) parts.push(`attention brings it ${formatValue("relevance", attention.at(layer, token))}`);
  if (mlp) parts.push(`its feed-forward block ${formatValue("relevance", mlp.at(layer, token))}`);
  if (norms) parts.push(`its state has length ${formatNumber(norms.at(layer + 1, token))} afterwards`);
  return parts.length ? [`In layer ${layer}: ${parts.join("; ")}.`] : [];
}

function describeLayer(open: OpenScene, layer: number): string[] {
  const { scene, flows } = open;
  const quantity = flows.quantities[0];
  const mlp = open.table("mlp_totals");
  const lines = [`Layer ${layer} of ${scene.layers}, counted from 0.`];
  if (quantity) {
    const totals = Array.from({ length: scene.heads }, (_, head) => flows.headTotal(quantity, layer, head));
    const best = totals.reduce((top, total, head) => (Math.abs(total) > Math.abs(totals[top] ?? 0) ? head : top), 0);
    lines.push(`Its head with most ${QUANTITY_NAMES[quantity]} is ${best}: ${formatValue(quantity, totals[best] ?? 0)}.`);
  }
  if (mlp) lines.push(`Its feed-forward blocks bring ${formatValue("relevance", mlp.at(layer))} over all tokens.`);
  if (scene.lens.length > layer + 1) lines.push(`The model's own head reads a margin of ${formatNumber(scene.lens[layer + 1] ?? 0)} after it.`);
  return lines;
}

function stance(scene: Scene, quantity: Quantity, value: number | null): string {
  if (quantity !== "relevance" || value === null || value === 0) return "";
  return value > 0 ? ` (supports ${scene.target})` : ` (against ${scene.target})`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
