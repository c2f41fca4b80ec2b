import type { Selection } from "../bus.ts";
import type { Quantity } from "../data/flows.ts";
import type { OpenScene } from "../data/open.ts";
import { type Arc, type Filter, LEAST_SHARE, type Selected, selectArcs } from "../data/select.ts";
import { orderOf, quantityOf } from "../describe.ts";
import { arcWidth, City, WIDTHS } from "../layout/city.ts";
import { Times } from "../layout/times.ts";
import type { Curve } from "../layout/vector.ts";
import { CONFIRMED_CHAIN, type RouteLink, type Scene } from "../schema.ts";
import type { Picked } from "../views/probe.ts";
import { bodiesOf, MOST_BOXES, type ShownBox } from "./bodies.ts";
import { cacheOf, type ShownCache } from "./cache.ts";

/** An arc as it is drawn. `share` is its size by the largest drawn, `start` when the pulse enters it; ghosts are the rest around one chosen flow. */
export interface ShownArc {
  readonly curve: Curve;
  readonly value: number;
  readonly share: number;
  readonly width: number;
  readonly start: number;
  readonly isGhost: boolean;
  readonly what: Picked;
}

/** A link of the chain as it is drawn. */
export interface ShownLink {
  readonly curve: Curve;
  readonly link: RouteLink;
  readonly width: number;
  readonly start: number;
  readonly what: Picked;
}

/** Everything the city draws for a selection, without colours or pixels. */
export interface Shown {
  readonly city: City;
  readonly times: Times;
  readonly quantity: Quantity;
  readonly isSigned: boolean;
  readonly from: number;
  readonly to: number;
  readonly filter: Filter;
  readonly selected: Selected;
  readonly boxes: readonly ShownBox[];
  /** How many boxes are left out of a very large scene. */
  readonly boxesLeftOut: number;
  /** Drawn where tokens climb one after the other. */
  readonly cache: ShownCache | null;
  readonly arcs: readonly ShownArc[];
  readonly links: readonly ShownLink[];
  /** Whether the links are no confirmed chain, and so drawn faintly. */
  readonly isQuiet: boolean;
}

/** What the city shows of an example for a selection. */
export function shownOf(open: OpenScene, chosen: Selection): Shown {
  const { scene } = open;
  const city = new City({ tokens: scene.tokens.length, layers: scene.layers, heads: scene.heads });
  const quantity = quantityOf(open, chosen);
  const filter = filterOf(open, quantity, chosen);
  const selected = selectArcs(scene, open.flows, quantity, filter);
  const order = orderOf(open, chosen);
  const times = new Times({ order, from: filter.from, to: filter.to, tokens: scene.tokens.length });
  const cache = order === "token" ? cacheOf(open, city, times, chosen) : null;
  const { boxes, leftOut } = bodiesOf({ open, city, times, quantity, chosen, filter }, MOST_BOXES - (cache?.blocks.length ?? 0));
  return {
    city, times, cache, quantity, isSigned: quantity === "relevance", from: filter.from, to: filter.to, filter, selected, boxes,
    boxesLeftOut: leftOut, arcs: arcsOf(open, { city, times, quantity }, selected, chosen), links: linksOf(open, { city, times }, filter),
    isQuiet: isQuiet(scene),
  };
}

/** The filter a selection stands for: a head alone or a token alone lets only its own flow through. */
export function filterOf({ scene, flows }: OpenScene, quantity: Quantity, chosen: Selection): Filter {
  const { layer, head, query, key, least } = chosen;
  const isFlow = key !== null;
  return {
    from: chosen.from ?? 0,
    to: chosen.to ?? scene.layers - 1,
    head: !isFlow && layer !== null && head !== null ? { layer, head } : null,
    token: isFlow ? null : query,
    least: (least ?? LEAST_SHARE) * flows.largest(quantity),
  };
}

/** The one flow that is chosen, or null. */
export function chosenFlow({ layer, head, query, key }: Selection): Pick<Arc, "layer" | "head" | "query" | "key"> | null {
  return layer === null || head === null || query === null || key === null ? null : { layer, head, query, key };
}

const isSame = (a: Pick<Arc, "layer" | "head" | "query" | "key">, b: typeof a) =>
  a.layer === b.layer && a.head === b.head && a.query === b.query && a.key === b.key;

function arcsOf(open: OpenScene, { city, times, quantity }: Pick<Shown, "city" | "times" | "quantity">, { arcs }: Selected, chosen: Selection): ShownArc[] {
  const flow = chosenFlow(chosen);
  const value = flow && open.flows.value(quantity, flow.layer, flow.head, flow.query, flow.key);
  const isMissing = flow !== null && value !== null && value !== 0 && flow.key !== flow.query && !arcs.some((arc) => isSame(arc, flow));
  const drawn = isMissing ? [...arcs, { ...flow, value: value ?? 0, rank: 0 }] : arcs;
  const largest = drawn.reduce((most, arc) => Math.max(most, Math.abs(arc.value)), 0) || 1;
  return drawn.map((arc) => shownArc(city, times, arc, Math.abs(arc.value) / largest, flow !== null && !isSame(arc, flow)));
}

function shownArc(city: City, times: Times, arc: Arc, share: number, isGhost: boolean): ShownArc {
  const { layer, head, query, key, value } = arc;
  return {
    curve: city.arc(arc), value, share, width: arcWidth(share), start: times.of("arc", layer, query), isGhost,
    what: { kind: "arc", layer, head, token: null, query, key },
  };
}

const isQuiet = ({ grade }: Scene) => grade !== CONFIRMED_CHAIN;

function linksOf({ scene }: OpenScene, { city, times }: Pick<Shown, "city" | "times">, { from, to }: Filter): ShownLink[] {
  const largest = scene.route.reduce((most, { relevance }) => Math.max(most, Math.abs(relevance)), 0) || 1;
  return scene.route.filter(({ layer }) => from <= layer && layer <= to).map((link) => {
    const { layer, head, query, key } = link;
    const width = isQuiet(scene) ? WIDTHS.quiet : arcWidth(Math.abs(link.relevance) / largest) + WIDTHS.route;
    return { curve: city.arc(link), link, width, start: times.of("arc", layer, query), what: { kind: "link", layer, head, token: null, query, key } };
  });
}
