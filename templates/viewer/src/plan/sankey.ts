import { freePlace, type Patch } from "../layout/labels.ts";
import { type Account, type Band, largestCut, remainderOf } from "./ledger.ts";

/** What a lane contributes at a cut, as a bar; `y` is its middle, all in pixels. */
export interface Bar {
  readonly cut: number;
  readonly lane: number;
  readonly value: number;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** A drawn band: its upper edge at both ends, and how thick it is. */
export interface Ribbon extends Band {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
  readonly thick: number;
}

/** What is not drawn at a bar, as a short stub before it (entering) or behind it (leaving). */
export interface Stub {
  readonly cut: number;
  readonly lane: number;
  readonly value: number;
  readonly isEntering: boolean;
  readonly x: number;
  readonly y: number;
  readonly thick: number;
}

/** The whole picture, in pixels. */
export interface Sankey {
  readonly width: number;
  readonly height: number;
  readonly bars: readonly Bar[];
  readonly ribbons: readonly Ribbon[];
  readonly stubs: readonly Stub[];
  /** Middle of each lane, and of each cut. */
  readonly lanes: readonly number[];
  readonly cuts: readonly number[];
  /** Pixels of height for one unit of the target. */
  readonly unit: number;
}

export const BAR_WIDTH = 7;
export const STUB_WIDTH = 9;
const TOP = 26;
const GAP = 5;
const LEAST_LANE = 14;
const FLOWING_HEIGHT = 380;
const LEAST_COLUMN = 44;
/** Stubs thinner than this many pixels are not drawn; their numbers are read out with their bar. */
const LEAST_STUB = 0.75;

/** One end of a band or stub in the stack beside a bar. */
interface End {
  readonly order: number;
  readonly value: number;
  readonly band: Band | null;
}

/** Lay the flow out: cuts from left to right, lanes from top to bottom, `edge` pixels for names on either side. */
export function sankeyOf(account: Account, bands: readonly Band[], width: number, edge: number): Sankey {
  const stacks = stacksOf(account, bands);
  const { lanes, unit, height } = lanesOf(account, stacks);
  const full = Math.max(width, 2 * edge + LEAST_COLUMN * account.layers);
  const cuts = placesOf(bands, account.layers, edge, full - edge);
  const bars = account.cuts.flatMap((row, cut) => [...row].map((value, lane) =>
    ({ cut, lane, value, x: cuts[cut]!, y: lanes[lane]!, height: Math.abs(value) * unit })));
  const ends = new Map<Band, [number, number]>();
  const stubs = stacks.flatMap((stack) => placeStack(stack, lanes, cuts, unit, ends));
  const ribbons = bands.map((band): Ribbon => {
    const [y0, y1] = ends.get(band) ?? [0, 0];
    const half = BAR_WIDTH / 2;
    return { ...band, x0: cuts[band.layer]! + half, x1: cuts[band.layer + 1]! - half, y0, y1, thick: Math.abs(band.value) * unit };
  });
  return { width: full, height, bars, ribbons, stubs, lanes, cuts, unit };
}

/** Where the cuts stand: a layer that moves more from token to token has more room, up to three times that of a still one. */
function placesOf(bands: readonly Band[], layers: number, left: number, right: number): number[] {
  const moved = new Float64Array(layers);
  for (const { layer, query, key, value } of bands) if (query !== key) moved[layer]! += Math.abs(value);
  const most = Math.max(...moved) || 1;
  const rooms = Array.from(moved, (one) => 1 + (2 * one) / most);
  const all = rooms.reduce((sum, room) => sum + room, 0);
  let x = left;
  return [left, ...rooms.map((room) => (x += (room / all) * (right - left)))];
}

/** What meets a bar on one of its sides, from top to bottom. */
interface Stack {
  readonly cut: number;
  readonly lane: number;
  readonly isEntering: boolean;
  readonly ends: readonly End[];
}

function stacksOf(account: Account, bands: readonly Band[]): Stack[] {
  const stacks: Stack[] = [];
  for (let cut = 0; cut <= account.layers; cut += 1) {
    for (let lane = 0; lane < account.lanes.length; lane += 1) {
      const { entering, leaving } = remainderOf(account, bands, cut, lane);
      if (cut > 0) stacks.push(stackOf(cut, lane, true, bands.filter((one) => one.layer === cut - 1 && one.query === lane), entering));
      if (cut < account.layers) stacks.push(stackOf(cut, lane, false, bands.filter((one) => one.layer === cut && one.key === lane), leaving));
    }
  }
  return stacks;
}

function stackOf(cut: number, lane: number, isEntering: boolean, bands: readonly Band[], rest: number): Stack {
  const ends: End[] = bands.map((band) => ({ order: isEntering ? band.key : band.query, value: band.value, band }));
  ends.sort((a, b) => a.order - b.order);
  return { cut, lane, isEntering, ends: [...ends, { order: Infinity, value: rest, band: null }] };
}

const heightOf = ({ ends }: Stack) => ends.reduce((sum, { value }) => sum + Math.abs(value), 0);

function lanesOf(account: Account, stacks: readonly Stack[]): { lanes: number[]; unit: number; height: number } {
  const sizes = account.lanes.map((_, lane) => Math.max(...account.cuts.map((row) => Math.abs(row[lane]!))));
  for (const stack of stacks) sizes[stack.lane] = Math.max(sizes[stack.lane]!, heightOf(stack));
  const unit = largestCut(account) > 0 ? FLOWING_HEIGHT / sizes.reduce((sum, size) => sum + size, 0) : 0;
  let top = TOP;
  const lanes = sizes.map((size) => {
    const room = Math.max(LEAST_LANE, size * unit);
    const middle = top + room / 2;
    top += room + GAP;
    return middle;
  });
  return { lanes, unit, height: top };
}

/** Stack the ends beside a bar around its middle; answers the stub, notes where the bands end. */
function placeStack(stack: Stack, lanes: readonly number[], cuts: readonly number[], unit: number, ends: Map<Band, [number, number]>): Stub[] {
  let y = lanes[stack.lane]! - (heightOf(stack) * unit) / 2;
  const stubs: Stub[] = [];
  for (const { band, value } of stack.ends) {
    const thick = Math.abs(value) * unit;
    if (band) {
      const [y0, y1] = ends.get(band) ?? [0, 0];
      ends.set(band, stack.isEntering ? [y0, y] : [y, y1]);
    } else if (thick >= LEAST_STUB) {
      const { cut, lane, isEntering } = stack;
      const x = cuts[cut]! + (isEntering ? -BAR_WIDTH / 2 - STUB_WIDTH : BAR_WIDTH / 2);
      stubs.push({ cut, lane, value, isEntering, x, y, thick });
    }
    y += thick;
  }
  return stubs;
}

/** A number on a ribbon; (`x`, `y`) is its middle. */
export interface Chip {
  readonly rank: number;
  readonly query: number;
  readonly key: number;
  readonly value: number;
  readonly x: number;
  readonly y: number;
}

const CHIP = { halfWidth: 10, halfHeight: 8 } as const;
const ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82];

/** Numbers of the ribbons in `ranks` ("layer query key" to rank), each at the first place along its ribbon where it covers no other. */
export function chipsOf(ribbons: readonly Ribbon[], ranks: ReadonlyMap<string, number>): Chip[] {
  const taken: Patch[] = [];
  return ribbons.flatMap((ribbon) => {
    const rank = ranks.get(`${ribbon.layer} ${ribbon.query} ${ribbon.key}`);
    if (rank === undefined) return [];
    const place = freePlace(ALONG.map((u) => ({ ...middleOf(ribbon, u), ...CHIP })), taken);
    if (!place) return [];
    taken.push(place);
    return [{ rank, query: ribbon.query, key: ribbon.key, value: ribbon.value, x: place.x, y: place.y }];
  });
}

/** The middle of a ribbon at a share of its way, 0 to 1. */
function middleOf({ x0, x1, y0, y1, thick }: Ribbon, u: number): { x: number; y: number } {
  const curve = (a: number, b: number, c: number, d: number) =>
    a * (1 - u) ** 3 + 3 * b * u * (1 - u) ** 2 + 3 * c * u ** 2 * (1 - u) + d * u ** 3;
  const between = (x0 + x1) / 2;
  return { x: curve(x0, between, between, x1), y: curve(y0, y0, y1, y1) + thick / 2 };
}

/** The outline of a ribbon: as thick at every place as its number. */
export function outlineOf({ x0, x1, y0, y1, thick }: Ribbon): string {
  const middle = (x0 + x1) / 2;
  const at = (value: number) => Math.round(value * 100) / 100;
  const there = `M${at(x0)} ${at(y0)}C${at(middle)} ${at(y0)} ${at(middle)} ${at(y1)} ${at(x1)} ${at(y1)}`;
  const back = `L${at(x1)} ${at(y1 + thick)}C${at(middle)} ${at(y1 + thick)} ${at(middle)} ${at(y0 + thick)} ${at(x0)} ${at(y0 + thick)}Z`;
  return there + back;
}
