import type { Selection } from "../bus.ts";
import type { Quantity } from "../data/flows.ts";
import type { OpenScene } from "../data/open.ts";
import { type Arc, type Filter, LEAST_SHARE, type Selected, selectArcs } from "../data/select.ts";
import { quantityOf } from "../describe.ts";
import { arcWidth, City, WIDTHS } from "../layout/city.ts";
import type { Curve } from "../layout/vector.ts";
import type { RouteLink } from "../schema.ts";
import type { Picked } from "../views/probe.ts";
import { bodiesOf, type ShownBox } from "./bodies.ts";

/** An arc as it is drawn. `share` is its size by the largest drawn; ghosts are the rest around one chosen flow. */
export interface ShownArc {
  readonly curve: Curve;
  readonly value: number;
  readonly share: number;
  readonly width: number;
  readonly isGhost: boolean;
  readonly what: Picked;
}

/** A link of the chain as it is drawn. */
export interface ShownLink {
  readonly curve: Curve;
  readonly link: RouteLink;
  readonly width: number;
  readonly what: Picked;
}

/** Everything the city draws for a selection, without colours or pixels. */
export interface Shown {
  readonly city: City;
  readonly quantity: Quantity;
  readonly isSigned: boolean;
  readonly from: number;
  readonly to: number;
  readonly filter: Filter;
  readonly selected: Selected;
  readonly boxes: readonly ShownBox[];
  /** How many boxes are left out of a very large scene. */
  readonly boxesLeftOut: number;
  readonly arcs: readonly ShownArc[];
  readonly links: readonly ShownLink[];
}

/** What the city shows of an example for a selection. */
export function shownOf(open: OpenScene, chosen: Selection): Shown {
  const { scene } = open;
  const city = new City({ tokens: scene.tokens.length, layers: scene.layers, heads: scene.heads });
  const quantity = quantityOf(open, chosen);
  const filter = filterOf(open, quantity, chosen);
  const selected = selectArcs(scene, open.flows, quantity, filter);
  const { boxes, leftOut } = bodiesOf(open, city, quantity, chosen, filter);
  return {
    city, quantity, isSigned: quantity === "relevance", from: filter.from, to: filter.to, filter, selected, boxes,
    boxesLeftOut: leftOut, arcs: arcsOf(open, city, quantity, selected, chosen), links: linksOf(open, city, filter),
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

function arcsOf(open: OpenScene, city: City, quantity: Quantity, { arcs }: Selected, chosen: Selection): ShownArc[] {
  const flow = chosenFlow(chosen);
  const value = flow && open.flows.value(quantity, flow.layer, flow.head, flow.query, flow.key);
  const isMissing = flow !== null && value !== null && value !== 0 && flow.key !== flow.query && !arcs.some((arc) => isSame(arc, flow));
  const drawn = isMissing ? [...arcs, { ...flow, value: value ?? 0, rank: 0 }] : arcs;
  const largest = drawn.reduce((most, arc) => Math.max(most, Math.abs(arc.value)), 0) || 1;
  return drawn.map((arc) => shownArc(city, arc, Math.abs(arc.value) / largest, flow !== null && !isSame(arc, flow)));
}

function shownArc(city: City, arc: Arc, share: number, isGhost: boolean): ShownArc {
  const { layer, head, query, key, value } = arc;
  return {
    curve: city.arc(arc), value, share, width: arcWidth(share), isGhost,
    what: { kind: "arc", layer, head, token: null, query, key },
  };
}

function linksOf({ scene }: OpenScene, city: City, { from, to }: Filter): ShownLink[] {
  const largest = scene.route.reduce((most, { relevance }) => Math.max(most, Math.abs(relevance)), 0) || 1;
  return scene.route.filter(({ layer }) => from <= layer && layer <= to).map((link) => {
    const { layer, head, query, key } = link;
    const width = arcWidth(Math.abs(link.relevance) / largest) + WIDTHS.route;
    return { curve: city.arc(link), link, width, what: { kind: "link", layer, head, token: null, query, key } };
  });
}
