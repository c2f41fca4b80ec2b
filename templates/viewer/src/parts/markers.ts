import { type Colour, css, parseColour } from "../palette.ts";

/** A group is told by its shape as well as by its colour. */
const SHAPES: readonly ((pen: CanvasRenderingContext2D, x: number, y: number, r: number) => void)[] = [
  (pen, x, y, r) => pen.arc(x, y, r, 0, 2 * Math.PI),
  (pen, x, y, r) => polygon(pen, [[x - r, y - r], [x + r, y - r], [x + r, y + r], [x - r, y + r]], 0.9),
  (pen, x, y, r) => polygon(pen, [[x, y - 1.25 * r], [x + 1.15 * r, y + r * 0.85], [x - 1.15 * r, y + r * 0.85]]),
  (pen, x, y, r) => polygon(pen, [[x, y - 1.35 * r], [x + 1.1 * r, y], [x, y + 1.35 * r], [x - 1.1 * r, y]]),
  (pen, x, y, r) => polygon(pen, [[x, y + 1.25 * r], [x + 1.15 * r, y - r * 0.85], [x - 1.15 * r, y - r * 0.85]]),
  (pen, x, y, r) => plus(pen, x, y, r * 1.3, r * 0.45),
  (pen, x, y, r) => pen.ellipse(x, y, r * 1.4, r * 0.6, 0, 0, 2 * Math.PI),
  (pen, x, y, r) => pen.ellipse(x, y, r * 0.6, r * 1.4, 0, 0, 2 * Math.PI),
];
const REST_RADIUS = 0.55;

/** How points of one group look; the rest of the groups has no place. */
export interface Look {
  readonly place: number | null;
  readonly colour: Colour;
}

/** The looks of so many groups where an element stands, in the theme's colours, and last that of the rest. */
export function looksAt(element: Element, count: number): Look[] {
  const probe = document.createElement("span");
  probe.hidden = true;
  element.append(probe);
  const read = (name: string) => {
    probe.style.color = `var(${name})`;
    return parseColour(getComputedStyle(probe).color);
  };
  const looks: Look[] = Array.from({ length: count }, (_, place) => ({ place, colour: read(`--group-${place}`) }));
  looks.push({ place: null, colour: read("--faint") });
  probe.remove();
  return looks;
}

/** Paint a marker of `radius` pixels; hollow ones are outlines on `ground`. */
export function paintMarker(pen: CanvasRenderingContext2D, look: Look, x: number, y: number, radius: number, isHollow: boolean, ground: Colour): void {
  pen.beginPath();
  if (look.place === null) pen.arc(x, y, radius * REST_RADIUS, 0, 2 * Math.PI);
  else SHAPES[look.place % SHAPES.length]?.(pen, x, y, radius);
  pen.fillStyle = css(isHollow ? ground : look.colour);
  pen.strokeStyle = css(isHollow ? look.colour : ground);
  pen.lineWidth = isHollow ? 1.75 : 0.75;
  pen.fill();
  pen.stroke();
}

function polygon(pen: CanvasRenderingContext2D, corners: readonly (readonly [number, number])[], scale = 1): void {
  const x = corners.reduce((sum, corner) => sum + corner[0], 0) / corners.length;
  const y = corners.reduce((sum, corner) => sum + corner[1], 0) / corners.length;
  corners.forEach(([a, b], at) => {
    const place = [x + (a - x) * scale, y + (b - y) * scale] as const;
    if (at) pen.lineTo(...place);
    else pen.moveTo(...place);
  });
  pen.closePath();
}

function plus(pen: CanvasRenderingContext2D, x: number, y: number, far: number, near: number): void {
  polygon(pen, [
    [x - near, y - far], [x + near, y - far], [x + near, y - near], [x + far, y - near], [x + far, y + near], [x + near, y + near],
    [x + near, y + far], [x - near, y + far], [x - near, y + near], [x - far, y + near], [x - far, y - near], [x - near, y - near],
  ]);
}
