import { listen, make, set } from "../dom.ts";
import { css, type Palette } from "../palette.ts";
import { FIRST_TURN, pointAt, rotate, type Seen, seenFrom, type Turn, turnBy } from "../plan/cloud.ts";
import { fit, placeIn } from "./canvas.ts";
import { type Look, paintMarker } from "./markers.ts";

/** What is drawn: points, how each looks, which is chosen and which are its neighbours, and names of the axes. */
export interface Content {
  readonly points: Float32Array;
  readonly looks: readonly Look[];
  readonly isHollow: (point: number) => boolean;
  readonly chosen: number | null;
  readonly near: readonly number[];
  readonly axes: readonly string[];
  readonly palette: Palette;
}

const RADIUS = 4;
const NEAR_ALPHA = 0.6;
const PICK = 14;
const EDGE = 34;
const DEGREES_PER_PIXEL = 0.4;
const KEY_STEP = 10;
const DRAG = 4;
const TALLEST = 520;
const LEAST_NAMED = 0.25;
const AXES = [[1, 0, 0], [0, 1, 0], [0, 0, 1]] as const;

/** A cloud of points that can be turned: by dragging, by arrow keys; a click or Shift with an arrow key chooses a point. */
export class CloudPicture {
  readonly canvas: HTMLCanvasElement;
  readonly #chosen: (point: number) => void;
  #turn: Turn = FIRST_TURN;
  #seen: Seen[] = [];
  #content: Content | null = null;
  #width = 0;
  #drag: { x: number; y: number; moved: number } | null = null;

  constructor(label: string, chosen: (point: number) => void) {
    this.#chosen = chosen;
    this.canvas = set(make("canvas", { tabIndex: 0, className: "projector-cloud" }), {
      role: "application", "aria-label": `${label}. Arrow keys turn it, Shift with left or right chooses the next point.`,
    });
    listen(this.canvas, "keydown", (event) => this.#press(event));
    listen(this.canvas, "pointerdown", (event) => {
      this.#drag = { x: event.clientX, y: event.clientY, moved: 0 };
      this.canvas.setPointerCapture(event.pointerId);
    });
    listen(this.canvas, "pointermove", (event) => this.#pull(event));
    listen(this.canvas, "pointerup", (event) => this.#release(event));
    listen(this.canvas, "pointercancel", () => { this.#drag = null; });
  }

  /** Draw something else, in `width` pixels. */
  show(content: Content, width: number): void {
    this.#content = content;
    this.#width = width;
    this.#draw();
  }

  /** Choose the point that follows on the right (1) or on the left (-1) of the chosen one as it is seen now. */
  stepBy(by: 1 | -1): void {
    const order = [...this.#seen].sort((a, b) => a.x - b.x || a.point - b.point);
    if (!order.length) return;
    const now = order.findIndex(({ point }) => point === this.#content?.chosen);
    const next = now < 0 ? (by > 0 ? 0 : order.length - 1) : (now + by + order.length) % order.length;
    this.#chosen(order[next]!.point);
  }

  #press(event: KeyboardEvent): void {
    const { key, shiftKey } = event;
    const turns: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [KEY_STEP, 0], ArrowRight: [-KEY_STEP, 0], ArrowUp: [0, KEY_STEP], ArrowDown: [0, -KEY_STEP],
    };
    const turn = turns[key];
    if (!turn) return;
    event.preventDefault();
    if (shiftKey) this.stepBy(key === "ArrowRight" || key === "ArrowDown" ? 1 : -1);
    else this.#turnBy(...turn);
  }

  #pull(event: PointerEvent): void {
    if (!this.#drag) return;
    const [sideways, upwards] = [event.clientX - this.#drag.x, event.clientY - this.#drag.y];
    this.#drag = { x: event.clientX, y: event.clientY, moved: this.#drag.moved + Math.hypot(sideways, upwards) };
    if (this.#drag.moved > DRAG) this.#turnBy(-sideways * DEGREES_PER_PIXEL, upwards * DEGREES_PER_PIXEL);
  }

  #release(event: PointerEvent): void {
    const isClick = this.#drag !== null && this.#drag.moved <= DRAG;
    this.#drag = null;
    const point = isClick ? pointAt(this.#seen, ...placeIn(this.canvas, event), PICK) : null;
    if (point !== null) this.#chosen(point);
  }

  #turnBy(sideways: number, upwards: number): void {
    this.#turn = turnBy(this.#turn, sideways, upwards);
    this.#draw();
  }

  #draw(): void {
    const content = this.#content;
    if (!content) return;
    const height = Math.min(TALLEST, Math.max(300, this.#width * 0.75));
    const pen = fit(this.canvas, this.#width, height);
    this.#seen = seenFrom(content.points, this.#turn, this.#width, height, EDGE);
    this.#paintAxes(pen, content, height);
    const near = new Set(content.near);
    for (const one of this.#seen) this.#paintPoint(pen, content, one, near.has(one.point));
    this.#paintChosen(pen, content);
    this.#nameAxes(pen, content, height);
  }

  #paintPoint(pen: CanvasRenderingContext2D, { looks, isHollow, palette, chosen }: Content, { point, x, y, depth }: Seen, isNear: boolean): void {
    pen.globalAlpha = chosen === null || isNear || point === chosen ? 1 : 0.55;
    paintMarker(pen, looks[point]!, x, y, RADIUS * (1 + 0.25 * depth) * (isNear || point === chosen ? 1.4 : 1), isHollow(point), palette.raised);
    pen.globalAlpha = 1;
  }

  #paintChosen(pen: CanvasRenderingContext2D, { chosen, near, palette }: Content): void {
    const placed = new Map(this.#seen.map((one) => [one.point, one]));
    const here = chosen === null ? undefined : placed.get(chosen);
    if (!here) return;
    pen.strokeStyle = css(palette.ink);
    pen.lineWidth = 1;
    pen.globalAlpha = NEAR_ALPHA;
    near.forEach((point) => {
      const there = placed.get(point);
      if (!there) return;
      pen.beginPath();
      pen.moveTo(here.x, here.y);
      pen.lineTo(there.x, there.y);
      pen.stroke();
    });
    pen.globalAlpha = 1;
    pen.lineWidth = 2;
    pen.beginPath();
    pen.arc(here.x, here.y, RADIUS * 2.4, 0, 2 * Math.PI);
    pen.stroke();
  }

  /** Axes through the middle of the cloud. */
  #paintAxes(pen: CanvasRenderingContext2D, { axes, palette }: Content, height: number): void {
    pen.strokeStyle = css(palette.lineStrong);
    pen.lineWidth = 1;
    axes.forEach((_, axis) => {
      const { x, y } = this.#endOf(axis, height);
      pen.beginPath();
      pen.moveTo(this.#width - x, height - y);
      pen.lineTo(x, y);
      pen.stroke();
    });
  }

  /** Names at the ends of the axes, above all points; an axis that points at the eye goes without. */
  #nameAxes(pen: CanvasRenderingContext2D, { axes, palette }: Content, height: number): void {
    pen.strokeStyle = css(palette.raised);
    pen.lineWidth = 4;
    pen.lineJoin = "round";
    pen.fillStyle = css(palette.soft);
    axes.forEach((name, axis) => {
      const { x, y, right, up } = this.#endOf(axis, height);
      if (Math.hypot(right, up) < LEAST_NAMED) return;
      pen.textAlign = right < -0.2 ? "right" : right > 0.2 ? "left" : "center";
      pen.textBaseline = up < 0 ? "top" : "bottom";
      pen.strokeText(name, x + 4 * Math.sign(right), y);
      pen.fillText(name, x + 4 * Math.sign(right), y);
    });
  }

  /** The positive end of an axis in pixels, and its direction as seen. */
  #endOf(axis: number, height: number): { x: number; y: number; right: number; up: number } {
    const long = Math.min(this.#width, height) / 2 - EDGE / 2;
    const [right, up] = rotate(this.#turn, AXES[axis] ?? AXES[0]);
    return { x: this.#width / 2 + right * long, y: height / 2 - up * long, right, up };
  }
}
