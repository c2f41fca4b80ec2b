import { type Camera, project } from "../layout/camera.ts";
import { type Patch, freePlace, thin } from "../layout/labels.ts";
import { pointOn } from "../layout/vector.ts";
import { make } from "../dom.ts";
import type { City } from "../layout/city.ts";
import type { Scene } from "../schema.ts";
import { chipOf, labelOf } from "./chip.ts";
import type { Shown, ShownLink } from "./shown.ts";

const ROOM = 11.5;
const LONGEST = 12;
const GAP = { token: 11, layer: 8, head: 9, edge: 14, wideEdge: 40, cacheEdge: 54 } as const;
const LEAST_PITCH = 2;
const LEAST_SPAN = 60;
const NARROW = 560;
const BESIDE: readonly (readonly [number, number])[] = [[0, 0], [0, -20], [0, 20], [26, 0], [-26, 0], [26, -20], [-26, -20]];
const FROM_ABOVE = 0.8;
const SLANT = { angle: (52 * Math.PI) / 180, letter: 6 } as const;
const CHIP = { halfHeight: 9, perLetter: 3.3, padding: 6 } as const;
const SMALL_CHIP = { halfHeight: 7, perLetter: 2.7, padding: 4 } as const;
const ALONG = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74] as const;

/** What the names depend on beside what is shown. */
export interface Over {
  /** Tokens whose names must stand. */
  readonly chosen: readonly number[];
  readonly withChain: boolean;
  /** The floor that tokens' names stand below. */
  readonly ground: number;
  /** When the pulse is, or null. */
  readonly time: number | null;
}

/** A token's name and where it ends. */
interface StandingName {
  readonly name: HTMLElement;
  readonly x: number;
  readonly y: number;
}

/** The names over the picture: tokens below their columns, layers on the left, numbers on the chain's links. */
export class Names {
  readonly element = make("div", { className: "city-names" });
  readonly #plain = make("div");
  readonly #chips = make("div");
  readonly #scene: Scene;

  constructor(scene: Scene) {
    this.#scene = scene;
    this.element.setAttribute("aria-hidden", "true");
    this.element.append(this.#plain, this.#chips);
  }

  /** Put all names where a camera sees their places. */
  place(shown: Shown, camera: Camera, { chosen, withChain, ground, time }: Over): void {
    const tokens = this.#tokens(shown, camera, chosen, ground);
    this.#plain.replaceChildren(...tokens.map(({ name, x, y }) => at(name, x, y)), ...this.#layers(shown, camera), ...shelfNames(shown, camera, ground), ...cacheNames(shown, camera));
    this.#placeChips(withChain ? shown.links : [], shown.isQuiet, camera, time, tokens.flatMap(patchesOf));
  }

  #tokens({ city, to }: Shown, camera: Camera, chosen: readonly number[], ground: number): StandingName[] {
    const isFromAbove = camera.toward[1] > FROM_ABOVE;
    const [height, front] = isFromAbove ? [city.floor(to + 1), city.depth / 2] : [city.floor(ground), 0];
    const feet = this.#scene.tokens.map((_, token) => project(camera, [city.column(token), height, front]));
    const places = feet.map(({ x }) => x);
    if (spanOf(places) < LEAST_SPAN) return [];
    return thin(places, ROOM, chosen).flatMap((token) => {
      const { x, y, depth } = feet[token]!;
      if (depth <= 0) return [];
      const name = make("span", { className: "city-token", textContent: shorten(this.#scene.tokens[token]!) });
      if (chosen.includes(token)) name.classList.add("is-chosen");
      return [{ name, x, y: y + GAP.token }];
    });
  }

  #layers({ city, from, to }: Shown, camera: Camera): HTMLElement[] {
    const layers = Array.from({ length: to - from + 1 }, (_, step) => from + step);
    const places = layers.map((layer) => leftOf(camera, city, layer));
    if (camera.toward[1] > FROM_ABOVE) return [];
    const isNarrow = camera.frame.width < NARROW;
    return thin(places.map(({ y }) => y), ROOM + 2).map((step) => {
      const { x, y } = places[step]!;
      return at(make("span", { className: "city-layer", textContent: `${isNarrow ? "" : "layer "}${layers[step]!}` }), Math.max(x - GAP.layer, isNarrow ? GAP.edge : GAP.wideEdge), y);
    });
  }

  /** Numbers stand where nothing else does; the few that find no room are left to the list of links. */
  #placeChips(links: readonly ShownLink[], isQuiet: boolean, camera: Camera, time: number | null, names: readonly Patch[]): void {
    const taken: Patch[] = [...names];
    const isNarrow = camera.frame.width < NARROW;
    const { halfHeight, perLetter, padding } = isNarrow ? SMALL_CHIP : CHIP;
    this.#fitChips(links);
    this.#chips.classList.toggle("is-small", isNarrow);
    this.#chips.classList.toggle("is-quiet", isQuiet);
    links.forEach(({ curve, link, start }, order) => {
      const chip = this.#chips.children[order] as HTMLElement;
      chip.classList.toggle("is-ahead", time !== null && time < start);
      const halfWidth = padding + perLetter * labelOf(link).length;
      const places = BESIDE.flatMap(([dx, dy]) => ALONG.map((u) => {
        const { x, y } = project(camera, pointOn(curve, u));
        return { x: x + dx, y: y + dy, halfWidth, halfHeight };
      }));
      const place = freePlace(places, taken);
      chip.hidden = !place;
      if (!place) return;
      taken.push(place);
      at(chip, place.x, place.y);
    });
  }

  /** Chips are kept between frames. */
  #fitChips(links: readonly ShownLink[]): void {
    const wanted = links.map(({ link }) => String(link.rank)).join();
    if (this.#chips.dataset["ranks"] === wanted) return;
    this.#chips.dataset["ranks"] = wanted;
    this.#chips.replaceChildren(...links.map(({ link }) => chipOf(link)));
  }
}

/** The places a slanted name covers, letter by letter. */
function patchesOf({ name, x, y }: StandingName): Patch[] {
  return Array.from({ length: name.textContent?.length ?? 0 }, (_, letter) => {
    const along = (letter + 0.5) * SLANT.letter;
    return { x: x - along * Math.cos(SLANT.angle), y: y + along * Math.sin(SLANT.angle), halfWidth: SLANT.letter, halfHeight: SLANT.letter };
  });
}

/** Left of a layer: as high as its middle, beside whichever of its corners is seen furthest left. */
function leftOf(camera: Camera, { tokens, depth, layerHeight }: City, layer: number): { x: number; y: number } {
  const seen = (side: number, end: number) => project(camera, [(side * tokens) / 2, (layer + 0.5) * layerHeight, (end * depth) / 2]);
  const [x, left] = [-1, 1].flatMap((side) => [-1, 1].map((end) => [seen(side, end).x, side] as const)).sort((a, b) => a[0] - b[0])[0]!;
  return { x, y: seen(left, 0).y };
}

/** The numbers of the heads' lanes below their bars, where lanes are seen apart; else one name for all bars. */
function shelfNames({ city }: Shown, camera: Camera, ground: number): HTMLElement[] {
  const seen = (z: number) => project(camera, [city.shelf + city.reach, city.floor(ground), z]);
  const lanes = Array.from({ length: city.heads }, (_, head) => seen(city.laneOf(head)));
  if (pitchOf(lanes.map(({ x }) => x)) < LEAST_PITCH) {
    const { x, y } = seen(0);
    return [at(make("span", { className: "city-token city-shelf", textContent: "sum by head" }), x, y + GAP.token)];
  }
  return thin(lanes.map(({ x }) => x), ROOM + 3).map((head) =>
    at(make("span", { className: "city-head", textContent: `h${head}` }), lanes[head]!.x, lanes[head]!.y + GAP.head));
}

/** The cache's name beside its first block on the highest drawn layer, where there is room. */
function cacheNames({ city, cache, to }: Shown, camera: Camera): HTMLElement[] {
  if (!cache || camera.frame.width < NARROW) return [];
  const { low, high } = city.block(to, 0, 0, 1);
  const { x, y } = project(camera, [low[0], high[1], (low[2] + high[2]) / 2]);
  return [at(make("span", { className: "city-layer city-cache", textContent: "KV cache" }), Math.max(x - GAP.layer, GAP.cacheEdge), y)];
}

/** Distance of the outermost places. */
function spanOf(places: readonly number[]): number {
  return Math.max(...places) - Math.min(...places);
}

/** Least distance of two neighbours. */
function pitchOf(places: readonly number[]): number {
  return places.slice(1).reduce((least, place, order) => Math.min(least, Math.abs(place - places[order]!)), Infinity);
}

function at(element: HTMLElement, x: number, y: number): HTMLElement {
  element.style.left = `${x.toFixed(1)}px`;
  element.style.top = `${y.toFixed(1)}px`;
  return element;
}

const shorten = (name: string) => (name.length <= LONGEST ? name : `${name.slice(0, LONGEST - 1)}…`);
