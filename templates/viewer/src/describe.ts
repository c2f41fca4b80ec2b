import type { Selection } from "./bus.ts";
import { valueLengths } from "./data/cache.ts";
import { formatNumber, formatRounded } from "./digits.ts";
import type { OpenScene } from "./data/open.ts";
import type { Quantity } from "./data/flows.ts";
import type { Order } from "./layout/times.ts";
import { cellOf, isSummed } from "./plan/grid.ts";
import { type RouteLink, type Scene, VERDICT_WORDS } from "./schema.ts";

export { formatNumber };

/** What a quantity is called in sentences and lists. */
export const QUANTITY_NAMES: Readonly<Record<Quantity, string>> = {
  relevance: "contribution, against the blank text",
  attention: "attention weight",
  weighted: "value-weighted attention",
};

/** What a quantity means, in one sentence. */
export const QUANTITY_MEANINGS: Readonly<Record<Quantity, string>> = {
  relevance: "What a head contributes to this decision from token to token, against the blank text; a positive number supports, a negative one opposes.",
  attention: "Where a head looks; no sign, and not a score of importance.",
  weighted: "Attention times the length of what is read there; no sign.",
};

/** A signed number always with its sign, others without; `error` is what it may be off by at most. */
export function formatValue(quantity: Quantity, value: number, error = 0): string {
  return formatRounded(value, error, quantity === "relevance");
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

/** What ± means, wherever it stands. */
export const ROUNDING = "±: numbers in this page are stored rounded; they are off by so much at most.";

/** What is chosen, in plain sentences with its numbers. */
export function describe(open: OpenScene, chosen: Selection): string[] {
  const lines = describeChosen(open, chosen);
  return lines.some((line) => line.includes("±")) ? [...lines, ROUNDING] : lines;
}

function describeChosen(open: OpenScene, chosen: Selection): string[] {
  const { layer, head, query, key } = chosen;
  if (layer !== null && query !== null && key !== null) return describeFlow(open, layer, head, query, key);
  if (layer !== null && head !== null) return [...describeHead(open, layer, head), ...tokenLines(open, query)];
  if (query !== null) return describeToken(open, query, layer);
  if (layer !== null) return describeLayer(open, layer);
  return describeExample(open.scene);
}

/** A head in a sentence; null = all heads of the layer. */
export function nameHead(layer: number, head: number | null): string {
  return head === null ? `layer ${layer}, all heads together` : `layer ${layer}, head ${head}`;
}

/** A quantity's name, with how heads were put together where there are several; `found` of them store the number. */
export function nameQuantity({ heads }: Scene, quantity: Quantity, head: number | null, found = heads): string {
  if (head !== null) return QUANTITY_NAMES[quantity];
  const lacking = found === heads ? "" : `; ${heads - found} of ${heads} heads do not store it`;
  return `${QUANTITY_NAMES[quantity]} (${isSummed(quantity) ? "sum" : "mean"} of heads${lacking})`;
}

/** What a head's total of a quantity leaves out. */
export function sayScope({ scene, flows }: OpenScene, quantity: Quantity): string {
  if (flows.isWhole(quantity)) return "over all tokens";
  const first = scene.causal ? " and the first token" : "";
  const sinks = scene.sinks.length ? ` and from special tokens${first}` : "";
  return `over all tokens, without what they read from themselves${sinks}${scene.keys_kept === null ? "" : ", as far as it is stored"}`;
}

/** What a head brings in all, with what that sum leaves out. */
export function sayTotal(open: OpenScene, quantity: Quantity, layer: number, head: number): string {
  const { flows } = open;
  const total = formatValue(quantity, flows.headTotal(quantity, layer, head), flows.headTotalError(quantity, layer, head));
  return `${QUANTITY_NAMES[quantity]} ${total} ${sayScope(open, quantity)}`;
}

/** What the decision is, in one or two sentences: shown while nothing is chosen. */
export function describeExample(scene: Scene): string[] {
  const against = scene.foil === null ? "" : ` against ${scene.foil}`;
  const size = `${scene.layers} layers, ${scene.heads} heads each, ${scene.tokens.length} tokens.`;
  if (scene.margin === null) return [size];
  const base = scene.base === null ? "" : `; without the text it is ${formatNumber(scene.base)}`;
  return [`The margin of ${scene.target}${against} is ${formatNumber(scene.margin)}${base}.`, size];
}

function describeFlow(open: OpenScene, layer: number, head: number | null, query: number, key: number): string[] {
  const { scene, flows } = open;
  const lines = [
    `${capital(nameHead(layer, head))}: from ${nameToken(scene, key)} to ${nameToken(scene, query)}.`,
    ...flows.quantities.map((quantity) => sayFlow(open, quantity, layer, head, query, key)),
  ];
  const link = scene.route.find((one) => one.layer === layer && one.query === query && one.key === key);
  if (link) lines.push(describeLink(scene, link));
  if (scene.sinks.includes(key)) lines.push("The token it reads is one of those whose messages are listed apart, so it is not among the drawn flows.");
  return lines;
}

function sayFlow(open: OpenScene, quantity: Quantity, layer: number, head: number | null, query: number, key: number): string {
  const cell = cellOf(open, quantity, layer, head, query, key);
  const name = capital(nameQuantity(open.scene, quantity, head, cell?.heads));
  if (!cell) return `${name}: not stored (only the largest keys of each row are).`;
  return `${name}: ${formatValue(quantity, cell.value, cell.error)}${stance(open.scene, quantity, cell.value, cell.error)}.`;
}

/** A tested link: what replacing its message did to the margin, what was predicted, the verdict, and what it contributes. */
export function describeLink(scene: Scene, link: RouteLink): string {
  const range = link.low === null || link.high === null ? "" : ` (with reference texts ${changeOf(link.high)} to ${changeOf(link.low)})`;
  const path = `${nameToken(scene, link.key)} to ${nameToken(scene, link.query)}, layer ${link.layer}`;
  return `Link ${link.rank + 1} of the tested route, ${path}: with the average message in its place the margin changed by ${changeOf(link.observed)}${range}, `
    + `predicted ${changeOf(link.foretold)}: ${VERDICT_WORDS[link.verdict] ?? link.verdict}. `
    + `It contributes ${formatValue("relevance", link.relevance)}, against the average message.`;
}

/** The change of the margin where the evidence holds by how much it fell. */
export function changeOf(fall: number): string {
  return formatValue("relevance", fall === 0 ? 0 : -fall);
}

function describeHead(open: OpenScene, layer: number, head: number): string[] {
  const { scene, flows } = open;
  const totals = flows.quantities.map((quantity) => {
    const error = flows.headTotalError(quantity, layer, head);
    return `${capital(sayTotal(open, quantity, layer, head))}${stance(scene, quantity, flows.headTotal(quantity, layer, head), error)}.`;
  });
  return [`${capital(nameHead(layer, head))}.`, ...totals];
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
    const at = (cut: number) => formatValue("relevance", cuts.at(cut, token), cuts.error);
    lines.push(`It contributes, against the blank text: ${at(0)} at the input, ${at(scene.layers)} after the last layer.`);
  }
  return layer === null ? lines : [...lines, ...tokenInLayer(open, token, layer), ...cacheLines(open, layer, token)];
}

/** What a causal model keeps of a token in a layer, so that later tokens can read it. */
export function cacheLines(open: OpenScene, layer: number, token: number): string[] {
  const { scene } = open;
  if (!scene.causal) return [];
  const lengths = valueLengths(open);
  const size = lengths ? `; the heads' values have a mean length of ${formatRounded(lengths.at(layer, token), lengths.error)} (|W_O v|)` : "";
  const groups = scene.key_heads < scene.heads ? `, ${scene.key_heads} for ${scene.heads} heads` : "";
  return [`Cache of layer ${layer}, ${nameToken(scene, token)}: its keys and values${groups}, read by it and every later token${size}.`];
}

function tokenInLayer(open: OpenScene, token: number, layer: number): string[] {
  const parts: string[] = [];
  const attention = open.table("attention_at");
  const mlp = open.table("mlp_at");
  const norms = open.table("norms");
  if (attention) parts.push(`attention brings it ${formatValue("relevance", attention.at(layer, token), attention.error)}`);
  if (mlp) parts.push(`its feed-forward block ${formatValue("relevance", mlp.at(layer, token), mlp.error)}`);
  if (norms) parts.push(`its state has length ${formatRounded(norms.at(layer + 1, token), norms.error)} afterwards`);
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
    lines.push(`Its head with most ${QUANTITY_NAMES[quantity]} is head ${best}: ${sayTotal(open, quantity, layer, best)}.`);
  }
  if (mlp) lines.push(`Its feed-forward blocks bring ${formatValue("relevance", mlp.at(layer))} over all tokens.`);
  if (scene.lens.length > layer + 1) lines.push(`The model's own head reads a margin of ${formatNumber(scene.lens[layer + 1] ?? 0)} after it.`);
  return lines;
}

/** Which side a number is on; nothing where rounding may have turned its sign. */
function stance(scene: Scene, quantity: Quantity, value: number, error: number): string {
  if (quantity !== "relevance" || Math.abs(value) <= error) return "";
  return value > 0 ? ` (supports ${scene.target})` : ` (opposes ${scene.target})`;
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
