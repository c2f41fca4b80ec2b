import { BoxGeometry, BufferGeometry, Float32BufferAttribute, PlaneGeometry } from "three";
import type { Box, Curve } from "../layout/vector.ts";
import type { Colour } from "../palette.ts";
import type { Shared } from "./canvas.ts";
import { Instances } from "./instances.ts";
import { BOX_FRAGMENT, BOX_VERTEX, PLATE_FRAGMENT, PLATE_VERTEX, RIBBON_FRAGMENT, RIBBON_VERTEX } from "./shaders.ts";

/** A box. `when` is the time at which the pulse passes it, `strength` 1 as it is, less for nearer to the background; what `grows` is not there before. */
export interface PaintedBox {
  readonly box: Box;
  readonly colour: Colour;
  readonly isHatched: boolean;
  readonly when: number;
  readonly strength: number;
  readonly grows: boolean;
}

/** A line along a curve, `width` in pixels. The pulse enters it at the time `start` and leaves it at `start` + 1; `dash` is the length of dash and gap in units, 0 for a whole line. */
export interface PaintedLine {
  readonly curve: Curve;
  readonly colour: Colour;
  readonly alpha: number;
  readonly width: number;
  readonly dash: number;
  readonly start: number;
}

/** A rectangle without height. */
export interface PaintedPlate {
  readonly box: Box;
  readonly colour: Colour;
  readonly alpha: number;
  readonly rim: Colour;
  readonly rimAlpha: number;
}

/** Many boxes. */
export class Boxes extends Instances<"low" | "high" | "colour" | "look"> {
  constructor(shared: Shared) {
    const attributes = { low: 3, high: 3, colour: 3, look: 4 };
    super({ body: new BoxGeometry(1, 1, 1), vertex: BOX_VERTEX, fragment: BOX_FRAGMENT, attributes, isOpaque: true, isHidden: true }, shared);
  }

  paint(boxes: readonly PaintedBox[]): void {
    this.fill(boxes.length, (at) => {
      const { box, colour, isHatched, when, strength, grows } = boxes[at]!;
      return { low: box.low, high: box.high, colour, look: [Number(isHatched), when, strength, Number(grows)] };
    });
  }
}

/** Many lines; `isHidden` false draws them over everything. */
export class Lines extends Instances<"p0" | "p1" | "p2" | "p3" | "colour" | "look"> {
  constructor(shared: Shared, { pieces, isHidden }: { pieces: number; isHidden: boolean }) {
    const attributes = { p0: 3, p1: 3, p2: 3, p3: 3, colour: 4, look: 4 };
    super({ body: strip(pieces), vertex: RIBBON_VERTEX, fragment: RIBBON_FRAGMENT, attributes, isOpaque: false, isHidden }, shared);
  }

  paint(lines: readonly PaintedLine[]): void {
    this.fill(lines.length, (at) => {
      const { curve: [p0, p1, p2, p3], colour, alpha, width, dash, start } = lines[at]!;
      return { p0, p1, p2, p3, colour: [...colour, alpha], look: [width, dash, start, 0] };
    });
  }
}

/** Many plates. */
export class Plates extends Instances<"low" | "high" | "colour" | "rim"> {
  constructor(shared: Shared) {
    const attributes = { low: 3, high: 3, colour: 4, rim: 4 };
    super({ body: flat(), vertex: PLATE_VERTEX, fragment: PLATE_FRAGMENT, attributes, isOpaque: false, isHidden: true }, shared);
  }

  paint(plates: readonly PaintedPlate[]): void {
    this.fill(plates.length, (at) => {
      const { box, colour, alpha, rim, rimAlpha } = plates[at]!;
      return { low: box.low, high: box.high, colour: [...colour, alpha], rim: [...rim, rimAlpha] };
    });
  }
}

function flat(): BufferGeometry {
  return new PlaneGeometry(1, 1).rotateX(-Math.PI / 2);
}

/** A strip of `pieces` pieces: x is the way along the line from 0 to 1, y its side, -1 or 1. */
function strip(pieces: number): BufferGeometry {
  const places: number[] = [];
  const corners: number[] = [];
  for (let at = 0; at <= pieces; at += 1) {
    places.push(at / pieces, -1, 0, at / pieces, 1, 0);
    if (at < pieces) corners.push(2 * at, 2 * at + 1, 2 * at + 2, 2 * at + 1, 2 * at + 3, 2 * at + 2);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new Float32BufferAttribute(places, 3));
  geometry.setIndex(corners);
  return geometry;
}
