import type { Quantity } from "../data/flows.ts";
import type { OpenScene } from "../data/open.ts";

/** One line between the two columns of the head view: what a head brings from `key` to `query`. */
export interface Line {
  readonly head: number;
  readonly query: number;
  readonly key: number;
  readonly value: number;
  /** By how much it may be off at most, because it is stored rounded. */
  readonly error: number;
}

/** A token of one of the columns; `both` = wherever it stands. */
export interface Focus {
  readonly side: "key" | "query" | "both";
  readonly token: number;
}

/** The lines that are drawn, the largest first, and what became of the rest: sums of absolute values. */
export interface Lines {
  readonly lines: readonly Line[];
  /** No more than this many end at one token; null where one token's lines are shown. */
  readonly perToken: number | null;
  readonly drawn: number;
  readonly self: number;
  readonly sinks: number;
  readonly rest: number;
  /** By how much all four sums together may be off at most. */
  readonly error: number;
}

/** Without a focus no more lines than this are drawn, and no more than this end at one token. */
export const MOST_LINES = 96;
const MOST_PER_TOKEN = 48;
/** The smallest line as a share of the largest. */
export const LEAST = 0.03;
const MOST_IN_FOCUS = 120;

/**
 * Choose the lines of a layer. All tokens: neither to the token itself nor from a sink, at least `LEAST` of the largest,
 * and of each token's the largest k, k the largest number for which no more than `MOST_LINES` are left. One token: all of its lines that are at least `LEAST` of its largest.
 */
export function linesOf(open: OpenScene, quantity: Quantity, layer: number, heads: readonly number[], focus: Focus | null): Lines {
  const met = candidates(open, quantity, layer, heads).filter((line) => touches(line, focus));
  const all = met.filter(({ value }) => value !== 0).sort(bySize);
  const sinks = new Set(open.scene.sinks);
  const isSelf = ({ query, key }: Line) => query === key;
  const isSink = (line: Line) => !isSelf(line) && sinks.has(line.key);
  const fair = focus ? all : all.filter((line) => !isSelf(line) && !isSink(line));
  const large = fair.filter(({ value }) => Math.abs(value) >= LEAST * Math.abs(fair[0]?.value ?? 0));
  const perToken = focus ? null : fitting(large);
  const lines = perToken === null ? large.slice(0, MOST_IN_FOCUS) : fewEach(large, perToken).slice(0, MOST_LINES);
  const drawn = sizeOf(lines);
  const self = focus ? 0 : sizeOf(all.filter(isSelf));
  const fromSinks = focus ? 0 : sizeOf(all.filter(isSink));
  return { lines, perToken, drawn, self, sinks: fromSinks, rest: Math.max(0, sizeOf(all) - drawn - self - fromSinks), error: met.reduce((sum, { error }) => sum + error, 0) };
}

function candidates({ scene, flows }: OpenScene, quantity: Quantity, layer: number, heads: readonly number[]): Line[] {
  const found: Line[] = [];
  for (const head of heads) {
    for (let query = 0; query < scene.tokens.length; query += 1) {
      flows.eachOf(quantity, layer, head, query, (key, value, error) => found.push({ head, query, key, value, error }));
    }
  }
  return found;
}

function touches({ query, key }: Line, focus: Focus | null): boolean {
  if (!focus) return true;
  return (focus.side !== "key" && query === focus.token) || (focus.side !== "query" && key === focus.token);
}

function bySize(a: Line, b: Line): number {
  return Math.abs(b.value) - Math.abs(a.value) || a.head - b.head || a.query - b.query || a.key - b.key;
}

function fitting(lines: readonly Line[]): number {
  let k = MOST_PER_TOKEN;
  while (k > 1 && fewEach(lines, k).length > MOST_LINES) k -= 1;
  return k;
}

function fewEach(lines: readonly Line[], k: number): Line[] {
  const counts = new Map<number, number>();
  return lines.filter(({ query }) => {
    const before = counts.get(query) ?? 0;
    counts.set(query, before + 1);
    return before < k;
  });
}

const sizeOf = (lines: readonly Line[]) => lines.reduce((sum, { value }) => sum + Math.abs(value), 0);

/** Where the columns stand, in pixels: tokens `row` apart, names outside `left` and `right`. */
export interface Columns {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly row: number;
  readonly heads: number;
}

const ROWS_HEIGHT = 640;

/** How high the row of a token is: less in long texts, never too little to point at. */
export function rowOf(tokens: number): number {
  return Math.max(5, Math.min(19, Math.floor(ROWS_HEIGHT / Math.max(1, tokens))));
}

/** Middle of a token's row. */
export function rowAt({ top, row }: Columns, token: number): number {
  return top + (token + 0.5) * row;
}

/** Where a head's lines meet a token: head 0 highest within the row, so that lines of two heads never coincide. */
export function portAt(columns: Columns, token: number, head: number): number {
  const spread = columns.row * 0.7;
  return rowAt(columns, token) + ((head + 0.5) / columns.heads - 0.5) * spread;
}

/** The curve of a line, from what is read on the left to what looks on the right. */
export function curveOf(columns: Columns, { head, query, key }: Line): string {
  const { left, right } = columns;
  const bend = (right - left) * 0.45;
  const from = portAt(columns, key, head);
  const to = portAt(columns, query, head);
  return `M${left} ${round(from)}C${round(left + bend)} ${round(from)} ${round(right - bend)} ${round(to)} ${right} ${round(to)}`;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** Width in pixels and opacity of a line, by its share of the largest drawn one. */
export function weightOf(value: number, most: number): { width: number; opacity: number } {
  const share = most > 0 ? Math.abs(value) / most : 0;
  return { width: 0.75 + 4.25 * share, opacity: 0.25 + 0.7 * share };
}
