import type { OpenScene } from "../data/open.ts";

/** A token of the flow, or the rest of the tokens together. */
export interface Lane {
  readonly name: string;
  /** Tokens it stands for; one, but for the last lane of a long text. */
  readonly tokens: readonly number[];
}

/**
 * The ledger between lanes, in units of the target. `cuts[cut][lane]` is what a lane contributes there.
 * `brought[layer][query][key]` is what attention brings from one lane to another, heads summed, 0 for a lane to itself.
 * `unstored[layer][query]` is brought too, from keys that are not stored one by one (0 where rows are whole).
 * `kept[layer][lane]` = cuts[layer + 1][lane] - sum over keys of brought - unstored: what was there, the feed-forward
 * block and attention of the lane to itself included. `booked[layer][lane]` = cuts[layer][lane] - kept - all it brings to others.
 */
export interface Account {
  readonly lanes: readonly Lane[];
  readonly layers: number;
  readonly cuts: readonly Float64Array[];
  readonly brought: readonly Float64Array[][];
  readonly unstored: readonly Float64Array[];
  readonly kept: readonly Float64Array[];
  readonly booked: readonly Float64Array[];
  readonly errors: Errors;
}

/** By how much numbers of an account may be off at most, because they are made of numbers that are stored rounded. */
export interface Errors {
  /** What a lane contributes, at any cut. */
  readonly cuts: Float64Array;
  readonly brought: readonly Float64Array[][];
  readonly kept: readonly Float64Array[];
}

/** More tokens than this are not drawn one by one. */
export const MOST_LANES = 28;

/** The account of an example; null without a ledger of its flows. */
export function accountOf(open: OpenScene): Account | null {
  const table = open.table("cuts");
  if (!table || !open.flows.quantities.includes("relevance")) return null;
  const { scene } = open;
  const lanes = lanesOf(open, (cut, token) => table.at(cut, token));
  const laneOf = new Map(lanes.flatMap(({ tokens }, lane) => tokens.map((token) => [token, lane] as const)));
  const cuts = Array.from({ length: scene.layers + 1 }, (_, cut) =>
    Float64Array.from(lanes, ({ tokens }) => tokens.reduce((sum, token) => sum + table.at(cut, token), 0)));
  const summed = Array.from({ length: scene.layers }, (_, layer) => broughtIn(open, layer, lanes.length, laneOf));
  const brought = summed.map(({ into }) => into);
  const unstored = brought.map((_, layer) => Float64Array.from(lanes, ({ tokens }) => restOf(open, layer, tokens)));
  const kept = brought.map((into, layer) =>
    Float64Array.from(lanes, (_, lane) => cuts[layer + 1]![lane]! - sum(into[lane]!) - unstored[layer]![lane]!));
  const booked = brought.map((into, layer) => Float64Array.from(lanes, (_, lane) =>
    cuts[layer]![lane]! - kept[layer]![lane]! - into.reduce((total, row) => total + row[lane]!, 0)));
  const errors = errorsOf(open, lanes, table.error, summed.map((one) => one.errors));
  return { lanes, layers: scene.layers, cuts, brought, unstored, kept, booked, errors };
}

function errorsOf(open: OpenScene, lanes: readonly Lane[], ofToken: number, brought: readonly Float64Array[][]): Errors {
  const cuts = Float64Array.from(lanes, ({ tokens }) => tokens.length * ofToken);
  const ofRest = (open.table("relevance_rest")?.error ?? 0) * open.scene.heads;
  const kept = brought.map((into) => Float64Array.from(lanes, ({ tokens }, lane) => cuts[lane]! + sum(into[lane]!) + tokens.length * ofRest));
  return { cuts, brought, kept };
}

/** The tokens that contribute most at any cut, in the order of the text, and all others together; what the chain passes stays. */
function lanesOf({ scene }: OpenScene, contributed: (cut: number, token: number) => number): Lane[] {
  const tokens = scene.tokens.map((_, token) => token);
  const one = (token: number): Lane => ({ name: scene.tokens[token] ?? "", tokens: [token] });
  if (tokens.length <= MOST_LANES) return tokens.map(one);
  const onRoute = new Set([...scene.route.flatMap(({ query, key }) => [query, key]), ...scene.read]);
  const sizes = tokens.map((token) => onRoute.has(token) ? Infinity
    : Math.max(...Array.from({ length: scene.layers + 1 }, (_, cut) => Math.abs(contributed(cut, token)))));
  const most = [...tokens].sort((a, b) => sizes[b]! - sizes[a]! || a - b).slice(0, MOST_LANES - 1);
  const rest = tokens.filter((token) => !most.includes(token));
  return [...most.sort((a, b) => a - b).map(one), { name: `${rest.length} others`, tokens: rest }];
}

/** What attention of a layer brings from lane to lane, and what these sums may be off by. */
function broughtIn({ scene, flows }: OpenScene, layer: number, lanes: number, laneOf: ReadonlyMap<number, number>) {
  const empty = () => Array.from({ length: lanes }, () => new Float64Array(lanes));
  const [into, errors] = [empty(), empty()];
  for (let head = 0; head < scene.heads; head += 1) {
    for (let query = 0; query < scene.tokens.length; query += 1) {
      const to = laneOf.get(query)!;
      flows.eachOf("relevance", layer, head, query, (key, value, error) => {
        const from = laneOf.get(key)!;
        if (from === to) return;
        into[to]![from]! += value;
        errors[to]![from]! += error;
      });
    }
  }
  return { into, errors };
}

/** What keys that are not stored one by one bring to some tokens in a layer. */
function restOf({ scene, flows }: OpenScene, layer: number, tokens: readonly number[]): number {
  const heads = Array.from({ length: scene.heads }, (_, head) => head);
  return tokens.reduce((total, query) =>
    total + heads.reduce((all, head) => all + (flows.rest("relevance", layer, head, query) ?? 0), 0), 0);
}

const sum = (numbers: Float64Array) => numbers.reduce((total, number) => total + number, 0);

/** A band of the flow: what attention of a layer brings from `key` to `query`, or (`key` = `query`) what a lane keeps. */
export interface Band {
  readonly layer: number;
  readonly query: number;
  readonly key: number;
  readonly value: number;
}

/** Bands from attention smaller than this share of the largest cut are left out. */
export const LEAST_BAND = 0.02;
export const MOST_BANDS = 120;

/** The largest absolute number any lane contributes at a cut. */
export function largestCut({ cuts }: Account): number {
  return cuts.reduce((most, row) => row.reduce((one, value) => Math.max(one, Math.abs(value)), most), 0);
}

/**
 * The bands that are drawn: of attention, those of at least `LEAST_BAND` of the largest cut, at most `MOST_BANDS`, and every one
 * in `always` ("layer query key"); of what lanes keep, all that are not zero. Ordered by layer, query, key.
 */
export function bandsOf(account: Account, always: ReadonlySet<string> = new Set()): Band[] {
  const least = LEAST_BAND * largestCut(account);
  const kept: Band[] = account.kept.flatMap((row, layer) =>
    [...row].map((value, lane) => ({ layer, query: lane, key: lane, value }))).filter(({ value }) => value !== 0);
  const moved: Band[] = account.brought.flatMap((into, layer) => into.flatMap((row, query) =>
    [...row].map((value, key) => ({ layer, query, key, value })))).filter(({ query, key, value }) => query !== key && value !== 0);
  const isRoute = ({ layer, query, key }: Band) => always.has(`${layer} ${query} ${key}`);
  const large = moved.filter((band) => !isRoute(band) && Math.abs(band.value) >= least)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value)).slice(0, MOST_BANDS);
  return [...kept, ...moved.filter(isRoute), ...large].sort((a, b) => a.layer - b.layer || a.query - b.query || a.key - b.key);
}

/** What is not drawn at a lane: `entering` a cut from the layer before, `leaving` it into the layer after, and of that `booked` elsewhere. */
export interface Remainder {
  readonly entering: number;
  readonly leaving: number;
  readonly booked: number;
}

/** What bands leave out at a lane of a cut, so that bands and remainder together are what the lane contributes, on either side. */
export function remainderOf(account: Account, bands: readonly Band[], cut: number, lane: number): Remainder {
  const contributed = account.cuts[cut]![lane]!;
  const into = bands.filter(({ layer, query }) => layer === cut - 1 && query === lane);
  const from = bands.filter(({ layer, key }) => layer === cut && key === lane);
  const total = (some: readonly Band[]) => some.reduce((all, { value }) => all + value, 0);
  return {
    entering: cut === 0 ? 0 : contributed - total(into),
    leaving: cut === account.layers ? 0 : contributed - total(from),
    booked: cut === account.layers ? 0 : account.booked[cut]![lane]!,
  };
}

/** By how much the number of a band may be off at most. */
export function errorOf({ errors }: Account, { layer, query, key }: Band): number {
  return query === key ? errors.kept[layer]![query]! : errors.brought[layer]![query]![key]!;
}

/** What all lanes together contribute: the least and the most of all cuts, and what such a sum may be off by at most. */
export function columnSums({ cuts, errors }: Account): { readonly least: number; readonly most: number; readonly error: number } {
  const sums = cuts.map(sum);
  return { least: Math.min(...sums), most: Math.max(...sums), error: sum(errors.cuts) };
}
