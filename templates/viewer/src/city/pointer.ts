import { listen } from "../dom.ts";
import type { Rig } from "./rig.ts";

const DEGREES_PER_PIXEL = 0.35;
const DEGREES_PER_KEY = 6;
const ZOOM_PER_KEY = 1.2;
const WHEEL = 0.0015;
const CLICK = 4;

/** What the reader's hands may ask for beside turning and zooming. */
export interface Asked {
  changed(): void;
  picked(x: number, y: number): void;
  hovered(x: number, y: number): void;
  home(): void;
  stepped(by: 1 | -1): void;
}

/** Turn by dragging and arrow keys; zoom by wheel and pinch while focused and by + and -. The answer takes it all away. */
export function handle(canvas: HTMLCanvasElement, rig: Rig, asked: Asked): () => void {
  const forget = [
    ...handlePointers(canvas, rig, asked),
    listen(canvas, "keydown", (event) => handleKey(event, rig, asked)),
    listen(canvas, "wheel", (event) => {
      if (document.activeElement !== canvas) return;
      event.preventDefault();
      rig.zoomBy(Math.exp(-event.deltaY * WHEEL));
      asked.changed();
    }, { passive: false }),
  ];
  return () => forget.forEach((one) => one());
}

function handlePointers(canvas: HTMLCanvasElement, rig: Rig, asked: Asked): (() => void)[] {
  const down = new Map<number, { x: number; y: number }>();
  let travelled = 0;
  const move = (event: PointerEvent) => {
    const last = down.get(event.pointerId);
    if (!last) return asked.hovered(event.offsetX, event.offsetY);
    const before = spread(down);
    down.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
    travelled += Math.hypot(event.offsetX - last.x, event.offsetY - last.y);
    if (travelled <= CLICK) return;
    if (down.size > 1 && document.activeElement === canvas) rig.zoomBy(spread(down) / (before || 1));
    else if (down.size === 1) rig.turn((last.x - event.offsetX) * DEGREES_PER_PIXEL, (event.offsetY - last.y) * DEGREES_PER_PIXEL);
    asked.changed();
  };
  const release = (event: PointerEvent) => {
    if (!down.delete(event.pointerId) || down.size) return;
    if (event.type === "pointerup" && travelled <= CLICK) asked.picked(event.offsetX, event.offsetY);
  };
  return [
    listen(canvas, "pointerdown", (event) => {
      if (!down.size) travelled = 0;
      down.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
      canvas.setPointerCapture(event.pointerId);
    }),
    listen(canvas, "pointermove", move),
    listen(canvas, "pointerup", release),
    listen(canvas, "pointercancel", release),
  ];
}

function spread(down: ReadonlyMap<number, { x: number; y: number }>): number {
  const [a, b] = [...down.values()];
  return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
}

function handleKey(event: KeyboardEvent, rig: Rig, asked: Asked): void {
  const acts: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => rig.turn(-DEGREES_PER_KEY, 0),
    ArrowRight: () => rig.turn(DEGREES_PER_KEY, 0),
    ArrowUp: () => rig.turn(0, DEGREES_PER_KEY),
    ArrowDown: () => rig.turn(0, -DEGREES_PER_KEY),
    "+": () => rig.zoomBy(ZOOM_PER_KEY),
    "=": () => rig.zoomBy(ZOOM_PER_KEY),
    "-": () => rig.zoomBy(1 / ZOOM_PER_KEY),
    Home: asked.home,
    PageDown: () => asked.stepped(1),
    PageUp: () => asked.stepped(-1),
  };
  const act = acts[event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  act();
  asked.changed();
}
