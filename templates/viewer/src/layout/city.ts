import { type Box, cornersOf, type Curve, type Vector } from "./vector.ts";

const TILE = { width: 0.72, least: 0.04, most: 0.3 } as const;
const CUBE = { attention: 0.58, mlp: 0.8, ofLayer: 0.2, largest: 0.5 } as const;
const SHELF = { gap: 1.5, height: 0.22 } as const;
const HEAD_BAR = { at: 0.4, ofLane: 0.6 } as const;
const CACHE = { gap: 0.14, deep: 0.12, least: 0.05, most: 0.38 } as const;
const MLP_BAR = { at: 0.75, ofDepth: 0.5 } as const;
const BULGE = 4 / 3;

/** Widths in pixels: of an arc that contributes nothing, what the largest adds, what a link of a confirmed route adds, and that of any other link. */
export const WIDTHS = { thinnest: 0.75, thicker: 4.25, route: 3, quiet: 1.5 } as const;

/** The share of the largest below which a box is left out. */
export const LEAST_SHARE = 0.02;

/** How much there is of everything. */
export interface Measure {
  readonly tokens: number;
  readonly layers: number;
  readonly heads: number;
}

/** A flow's place: which head of which layer it passes from which token to which. */
export interface Path {
  readonly layer: number;
  readonly head: number;
  readonly query: number;
  readonly key: number;
}

/** The ground plan of one example: tokens are columns along x, cuts between layers are floors along y, heads are lanes along z. */
export class City {
  readonly tokens: number;
  readonly layers: number;
  readonly heads: number;
  /** Height of one layer. */
  readonly layerHeight: number;
  /** Depth of all lanes. */
  readonly depth: number;
  /** Depth of one head's lane. */
  readonly lane: number;
  /** Where the bars of heads begin, along x. */
  readonly shelf: number;
  /** Length of the longest bar. */
  readonly reach: number;

  constructor({ tokens, layers, heads }: Measure) {
    this.tokens = tokens;
    this.layers = layers;
    this.heads = heads;
    this.layerHeight = Math.max(1.5, (0.75 * tokens) / layers);
    this.depth = Math.max(4, 0.35 * tokens);
    this.lane = this.depth / heads;
    this.shelf = (tokens - 1) / 2 + SHELF.gap;
    this.reach = Math.max(2, 0.08 * tokens);
  }

  /** x of a token. */
  column(token: number): number {
    return token - (this.tokens - 1) / 2;
  }

  /** y of a cut: 0 is the input, `layers` the output. */
  floor(cut: number): number {
    return cut * this.layerHeight;
  }

  /** z of a head. */
  laneOf(head: number): number {
    return (head - (this.heads - 1) / 2) * this.lane;
  }

  /** z of the cache's back and front: behind all lanes. */
  get cacheDepth(): readonly [number, number] {
    const front = -(0.5 + CACHE.gap) * this.depth;
    return [front - CACHE.deep * this.depth, front];
  }

  /** The points that a picture of the layers `from` to `to` must hold: the corners of the floors, and the shelf's; the caches' if they are drawn. */
  outline(from = 0, to = this.layers - 1, { withCache = false } = {}): Vector[] {
    const [low, high] = [this.floor(from), this.floor(to + 1) + TILE.most * this.layerHeight];
    const [side, end, half] = [this.tokens / 2, this.shelf + this.reach, this.depth / 2];
    return [
      ...cornersOf({ low: [-side, low, withCache ? this.cacheDepth[0] : -half], high: [side, high, half] }),
      ...cornersOf({ low: [end, low, -half / 2], high: [end, high, half / 2] }).slice(0, 4),
    ];
  }

  /** The floor of a cut, without a height. */
  plate(cut: number): Box {
    const y = this.floor(cut);
    return { low: [-this.tokens / 2, y, -this.depth / 2], high: [this.tokens / 2, y, this.depth / 2] };
  }

  /** The tile of a token on a floor; `share` is its number as a share of the largest, without sign. */
  tile(cut: number, token: number, share: number): Box {
    const [x, y, half] = [this.column(token), this.floor(cut), TILE.width / 2];
    return { low: [x - half, y, -half], high: [x + half, y + TILE.least + TILE.most * this.layerHeight * share, half] };
  }

  /** The cube on a token's pole for what attention or the feed-forward block of a layer brings. */
  cube(part: "attention" | "mlp", layer: number, token: number, share: number): Box {
    const half = (Math.min(CUBE.largest, CUBE.ofLayer * this.layerHeight) * Math.sqrt(share)) / 2;
    const [x, y] = [this.column(token), this.floor(layer) + CUBE[part] * this.layerHeight];
    return { low: [x - half, y - half, -half], high: [x + half, y + half, half] };
  }

  /** The block of neighbouring tokens in a layer's cache, on the floor below the layer. */
  block(layer: number, first: number, last: number, share: number): Box {
    const [y, half, [back, front]] = [this.floor(layer), TILE.width / 2, this.cacheDepth];
    const height = (CACHE.least + (CACHE.most - CACHE.least) * share) * this.layerHeight;
    return { low: [this.column(first) - half, y, back], high: [this.column(last) + half, y + height, front] };
  }

  /** What the cache of a layer stands on. */
  cachePlate(layer: number): Box {
    const [y, [back, front]] = [this.floor(layer), this.cacheDepth];
    return { low: [-this.tokens / 2, y, back], high: [this.tokens / 2, y, front] };
  }

  /** The bar of a head on the shelf. */
  headBar(layer: number, head: number, share: number): Box {
    return this.#bar(layer + HEAD_BAR.at, this.laneOf(head), HEAD_BAR.ofLane * this.lane, share);
  }

  /** The bar of a layer's feed-forward blocks on the shelf. */
  mlpBar(layer: number, share: number): Box {
    return this.#bar(layer + MLP_BAR.at, 0, MLP_BAR.ofDepth * this.depth, share);
  }

  /** The curve of a flow, from the key's tile below to the query's tile above. */
  arc({ layer, head, query, key }: Path): Curve {
    const [low, high, bulge] = [this.floor(layer), this.floor(layer + 1), BULGE * this.laneOf(head)];
    const middle = low + this.layerHeight / 2;
    const [from, to] = [this.column(key), this.column(query)];
    return [[from, low, 0], [from, middle, bulge], [to, middle, bulge], [to, high, 0]];
  }

  /** A token's pole between two cuts, as a curve that is straight. */
  pole(token: number, from: number, to: number): Curve {
    const x = this.column(token);
    const at = (share: number): Vector => [x, this.floor(from) + (this.floor(to) - this.floor(from)) * share, 0];
    return [at(0), at(1 / 3), at(2 / 3), at(1)];
  }

  #bar(floors: number, z: number, thick: number, share: number): Box {
    const [y, half] = [floors * this.layerHeight, (SHELF.height * this.layerHeight) / 2];
    return {
      low: [this.shelf, y - half, z - thick / 2],
      high: [this.shelf + this.reach * share, y + half, z + thick / 2],
    };
  }
}

/** Width of an arc in pixels; `share` is its size as a share of the largest drawn. */
export function arcWidth(share: number): number {
  return WIDTHS.thinnest + WIDTHS.thicker * share;
}
