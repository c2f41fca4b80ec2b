import type { Selection } from "../bus.ts";
import { Canvas3D } from "../gl/canvas.ts";
import { Boxes, Lines, Plates } from "../gl/shapes.ts";
import type { Camera, Frame } from "../layout/camera.ts";
import { type Line, pick } from "../layout/pick.ts";
import type { Palette } from "../palette.ts";
import type { Picked } from "../views/probe.ts";
import { paintArcs, paintBoxes, paintFloors, paintLinks, paintPoles } from "./paint.ts";
import type { Rig } from "./rig.ts";
import type { ShownBox } from "./bodies.ts";
import type { Shown } from "./shown.ts";
import { presentAt } from "./where.ts";

const PIECES = 24;

/** The drawing surface with the five kinds of shapes the city is made of. */
export class Stage {
  readonly canvas: Canvas3D;
  readonly #boxes: Boxes;
  readonly #floors: Plates;
  readonly #poles: Lines;
  readonly #arcs: Lines;
  readonly #links: Lines;
  #bodies: readonly ShownBox[] = [];
  #lines: Line<Picked>[] = [];

  /** Throws `NoWebGL2` where there is none. */
  constructor(lost: () => void) {
    this.canvas = new Canvas3D(lost);
    const { shared } = this.canvas;
    this.#boxes = new Boxes(shared);
    this.#floors = new Plates(shared);
    this.#poles = new Lines(shared, { pieces: 1, isHidden: true });
    this.#arcs = new Lines(shared, { pieces: PIECES, isHidden: true });
    this.#links = new Lines(shared, { pieces: PIECES, isHidden: false });
    for (const { mesh } of this.#shapes) this.canvas.add(mesh);
  }

  /** Take over what is shown, in the colours of a theme. */
  paint(shown: Shown, palette: Palette, chosen: Selection, withChain: boolean): void {
    this.canvas.tint(palette.raised, palette.glow);
    this.#boxes.paint(paintBoxes(shown, palette));
    this.#floors.paint(paintFloors(shown, palette, chosen));
    this.#poles.paint(paintPoles(shown, palette, chosen));
    this.#arcs.paint(paintArcs(shown, palette));
    this.#links.paint(withChain ? paintLinks(shown, palette, chosen) : []);
    this.#bodies = [...shown.boxes, ...shown.cache?.blocks ?? []];
    this.canvas.shared.linger.value = shown.times.linger;
    this.canvas.shared.again.value = shown.times.stride;
    this.#lines = [...shown.arcs, ...(withChain ? shown.links : [])];
  }

  /** Draw one frame; `time` is where the pulse is, null without one. */
  render(camera: Camera, rig: Rig, time: number | null): void {
    this.canvas.shared.time.value = time ?? -1;
    this.canvas.render(camera, Math.max(0.1, camera.distance - rig.radius), camera.distance + rig.radius);
  }

  /** What lies under a point of the frame at a time. */
  pick(camera: Camera, time: number | null, x: number, y: number): Picked | null {
    return pick(camera, presentAt(this.#bodies, time), this.#lines, x, y);
  }

  resize({ width, height }: Frame): void {
    this.canvas.resize(width, height);
  }

  dispose(): void {
    for (const shape of this.#shapes) shape.dispose();
    this.canvas.dispose();
  }

  get #shapes() {
    return [this.#floors, this.#boxes, this.#poles, this.#arcs, this.#links] as const;
  }
}
