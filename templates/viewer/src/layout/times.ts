/** In which order tokens climb: all of them together from layer to layer, or one after the other through all layers. */
export const ORDERS = ["layer", "token"] as const;
export type Order = (typeof ORDERS)[number];

/** When the pulse passes a part of a layer, in layers above the floor it enters at. */
const PARTS = { state: 0, arc: 0, cache: 0.3, head: 0.5, attention: 0.58, mlp: 0.8 } as const;
export type Part = keyof typeof PARTS;

/** How far the pulse runs on above the last floor, in layers: until its light has died away, or until the next token begins. */
const REST = { layer: 0.6, token: 1 } as const;

const LAYERS_PER_SECOND = 0.8;
const LONGEST_SECONDS = 30;

/** The share of a token's climb that the light of the pulse is drawn out over, so that fast climbs are seen. */
const TRAIL = 0.25;
const SAME = 1e-9;

/** The drawn layers, `to` included, and the tokens that climb them. */
export interface Course {
  readonly order: Order;
  readonly from: number;
  readonly to: number;
  readonly tokens: number;
}

/** Where the pulse is: the layer it is in, whether it has left the last one, and the token that climbs (null: all). */
export interface Place {
  readonly layer: number;
  readonly isAbove: boolean;
  readonly token: number | null;
}

/** When the pulse passes everything; times are in layers climbed since the first floor. */
export class Times {
  readonly course: Course;
  /** Layers that are climbed. */
  readonly layers: number;
  /** Time from one token's start to the next one's; 0 where all climb together. */
  readonly stride: number;
  readonly end: number;

  constructor(course: Course) {
    this.course = course;
    this.layers = course.to - course.from + 1;
    this.stride = course.order === "token" ? this.layers + REST.token : 0;
    this.end = course.order === "token" ? course.tokens * this.stride : this.layers + REST.layer;
  }

  /** When the pulse passes a part of a layer at a token; arcs are entered by the token that reads. */
  of(part: Part, layer: number, token: number): number {
    return layer - this.course.from + PARTS[part] + token * this.stride;
  }

  /** When the pulse has passed a part of a layer at every token. */
  ofAll(part: Part, layer: number): number {
    return this.of(part, layer, this.course.tokens - 1);
  }

  /** Layers in a second at speed 1: as many as it takes to be through in time. */
  get pace(): number {
    return Math.max(LAYERS_PER_SECOND, this.end / LONGEST_SECONDS);
  }

  /** How long the light of the pulse lingers, by what it does where all tokens climb together. */
  get linger(): number {
    return Math.max(1, TRAIL * this.stride);
  }

  /** Where the pulse is at a time. */
  place(time: number): Place {
    const { from, to, tokens } = this.course;
    const climbing = this.stride ? Math.min(tokens - 1, Math.floor(time / this.stride)) : 0;
    const up = time - climbing * this.stride;
    const isAbove = up >= this.layers;
    return { layer: isAbove ? to : from + Math.floor(up), isAbove, token: this.stride ? climbing : null };
  }

  /** How many tokens the cache of the layer that the pulse is in holds; all of them where all climb together. */
  cached(time: number): number {
    const { layer, token } = this.place(time);
    if (token === null) return this.course.tokens;
    return token + Number(time >= this.of("cache", layer, token));
  }

  /** Where a step leads: to the next floor, or to the next token that has climbed all layers; from the end to the start. */
  next(time: number | null): number {
    if (time === null || time >= this.end) return this.stride ? this.layers : 0;
    if (!this.stride) return Math.min(this.end, Math.floor(time + SAME) + 1);
    const climbed = Math.floor((time - this.layers + SAME) / this.stride) + 1;
    return (climbed % this.course.tokens) * this.stride + this.layers;
  }

  /** Whether everything is passed at the same time as in other times. */
  isLike({ course: { order, from, to, tokens } }: Times): boolean {
    const { course } = this;
    return order === course.order && from === course.from && to === course.to && tokens === course.tokens;
  }
}
