import type { Selection } from "../bus.ts";
import type { PaintedBox, PaintedLine, PaintedPlate } from "../gl/shapes.ts";
import { LEAST_SHARE } from "../layout/city.ts";
import type { Box } from "../layout/vector.ts";
import { hueOf, mix, type Palette } from "../palette.ts";
import type { RouteLink } from "../schema.ts";
import type { Shown, ShownArc } from "./shown.ts";

const DASH = 0.55;
const POLE = { width: 1, alpha: 0.75, crowd: 24 } as const;
const GHOST = 0.1;

/** Sum of shares up to which arcs are drawn at full strength; more of them are drawn lighter, so that they stay apart. */
const UNCROWDED = 60;
const HALO = 2.5;
const QUIET = { strength: 0.5, halo: 0.5 } as const;
const UNTIMED = -9;
const STORE = 0.55;

/** Arcs as lines: width and strength say the size, colour and dashes the sign. Small ones first, so that large ones lie above. */
export function paintArcs({ arcs, isSigned }: Shown, palette: Palette): PaintedLine[] {
  const crowd = arcs.reduce((sum, { share, isGhost }) => sum + (isGhost ? 0 : share), 0);
  const ink = Math.min(1, Math.sqrt(UNCROWDED / Math.max(1, crowd)));
  const inOrder = [...arcs].sort((a, b) => Number(b.isGhost) - Number(a.isGhost) || a.share - b.share);
  return inOrder.map((arc) => ({
    curve: arc.curve,
    colour: hueOf(palette, isSigned, arc.value),
    alpha: strengthOf(arc, ink),
    width: arc.width,
    dash: isSigned && arc.value < 0 ? DASH : 0,
    start: arc.start,
  }));
}

/** In a crowd (`ink` below 1) small arcs fade more than large ones. */
function strengthOf({ isGhost, share }: ShownArc, ink: number): number {
  return isGhost ? GHOST * ink : (0.26 * ink + 0.69 * share ** (1 / ink)) * Math.sqrt(ink);
}

/** The tested links as lines with a rim in the background's colour, so that they stand out from the arcs; faintly where they are no chain. */
export function paintLinks({ links, isQuiet }: Shown, palette: Palette, chosen: Selection): PaintedLine[] {
  const isElsewhere = chosen.query !== null || chosen.head !== null;
  const halo = isQuiet ? QUIET.halo : HALO;
  const strength = (link: RouteLink) => {
    if (isChosenLink(link, chosen)) return 1;
    return (isElsewhere ? 0.35 : 1) * (isQuiet ? QUIET.strength : 1);
  };
  return links.flatMap(({ curve, width, link, start }) => [
    { curve, colour: palette.raised, alpha: 0.85 * strength(link), width: width + 2 * halo, dash: 0, start },
    { curve, colour: hueOf(palette, true, link.relevance), alpha: strength(link), width, dash: link.relevance < 0 ? DASH : 0, start },
  ]);
}

/** Whether a link is the chosen flow, through whichever head. */
export function isChosenLink({ layer, query, key }: RouteLink, chosen: Selection): boolean {
  return layer === chosen.layer && query === chosen.query && key === chosen.key;
}

/** Boxes: the hue says the sign, its depth the size; boxes of next to nothing are grey. What is stored has one colour, and grows. */
export function paintBoxes({ boxes, cache }: Shown, palette: Palette): PaintedBox[] {
  const nothing = mix(palette.raised, palette.lineStrong, 0.8);
  const store = mix(palette.raised, palette.soft, STORE);
  return [...boxes, ...cache?.blocks ?? []].map(({ box, share, tone, when, isDimmed }) => {
    const [size, isSigned, grows] = [Math.abs(share), tone === "signed", tone === "stored"];
    const told = size < LEAST_SHARE ? nothing : mix(nothing, hueOf(palette, isSigned, share), 0.3 + 0.7 * Math.sqrt(size));
    const isHatched = isSigned && share < 0 && size >= LEAST_SHARE;
    return { box, colour: grows ? store : told, isHatched, when, strength: isDimmed ? 0.4 : 1, grows };
  });
}

/** Floors of the drawn cuts, and what caches stand on; the ones around a chosen layer, and its cache, are marked. */
export function paintFloors({ city, from, to, cache }: Shown, palette: Palette, { layer }: Selection): PaintedPlate[] {
  const cuts = Array.from({ length: to - from + 2 }, (_, at) => from + at);
  const floors = cuts.map((cut) => plate(city.plate(cut), palette, layer !== null && (cut === layer || cut === layer + 1)));
  const shelves = cache ? cuts.slice(0, -1).map((cut) => plate(city.cachePlate(cut), palette, cut === layer)) : [];
  return [...floors, ...shelves];
}

function plate(box: Box, palette: Palette, isChosen: boolean): PaintedPlate {
  return {
    box,
    colour: isChosen ? palette.accent : palette.ink,
    alpha: isChosen ? 0.07 : 0.02,
    rim: isChosen ? palette.accent : palette.lineStrong,
    rimAlpha: isChosen ? 0.9 : 0.7,
  };
}

/** The poles that tokens' columns stand on. */
export function paintPoles({ city, from, to }: Shown, palette: Palette, { query, key }: Selection): PaintedLine[] {
  return Array.from({ length: city.tokens }, (_, token) => {
    const isChosen = token === query || token === key;
    return {
      curve: city.pole(token, from, to + 1),
      colour: isChosen ? palette.accent : palette.lineStrong,
      alpha: isChosen ? 1 : Math.min(POLE.alpha, POLE.crowd / city.tokens),
      width: isChosen ? 2 * POLE.width : POLE.width,
      dash: 0,
      start: UNTIMED,
    };
  });
}
