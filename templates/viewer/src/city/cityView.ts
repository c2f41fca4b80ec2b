import type { Bus, Selection } from "../bus.ts";
import type { OpenScene } from "../data/open.ts";
import { make, set } from "../dom.ts";
import { type Angles, type Frame, PRESETS } from "../layout/camera.ts";
import type { Order } from "../layout/times.ts";
import { cornersOf, type Vector } from "../layout/vector.ts";
import { offerProbe, type Picked } from "../views/probe.ts";
import type { Page } from "../views/view.ts";
import { Bar, type Level } from "./bar.ts";
import { choosePicked, Controls } from "./controls.ts";
import { Key } from "./key.ts";
import { Names } from "./names.ts";
import { Playback } from "./playback.ts";
import { handle } from "./pointer.ts";
import { Rig } from "./rig.ts";
import { type Shown, shownOf } from "./shown.ts";
import { Stage } from "./stage.ts";
import { hintOf, stripOf } from "./strip.ts";

const LABEL = "The decision as a city: floors are layers, columns are tokens, arcs are what heads contribute. "
  + "Arrow keys turn, plus and minus zoom, Page Up and Page Down step through the arcs by size, Home brings everything back, Escape clears.";
const AROUND = 2.5;

/** What is drawn on a stage for an example, kept in step with the bus. */
export class CityView {
  readonly #open: OpenScene;
  readonly #bus: Bus;
  readonly #page: Page;
  readonly #stage: Stage;
  readonly #rig: Rig;
  readonly #playback: Playback;
  readonly #names: Names;
  readonly #controls: Controls;
  readonly #bar: Bar;
  readonly #frame = make("div", { className: "city-frame" });
  readonly #strip = make("div", { className: "city-strip" });
  readonly #key: Key;
  readonly #forget: (() => void)[];
  #shown: Shown;
  #level: Level = "model";
  #withChain = true;
  #request = 0;

  constructor(el: HTMLElement, open: OpenScene, bus: Bus, page: Page) {
    this.#open = open;
    this.#bus = bus;
    this.#page = page;
    this.#stage = new Stage(() => page.fallBack("The drawing context was lost; the picture below stands instead.", true));
    this.#shown = shownOf(open, bus.now);
    this.#rig = new Rig(this.#shown.city.outline(this.#shown.from, this.#shown.to), page.still);
    this.#playback = new Playback(this.#shown.times);
    this.#names = new Names(open.scene);
    this.#key = new Key(open, bus);
    this.#controls = new Controls(open, bus);
    this.#bar = new Bar(open.scene, this.#playback, this.#acts(), page.still);
    this.#insert(el);
    this.#forget = this.#listen(el);
    this.#update();
    this.#draw();
  }

  dispose(): void {
    cancelAnimationFrame(this.#request);
    this.#forget.forEach((one) => one());
    this.#stage.dispose();
  }

  get #canvas(): HTMLCanvasElement {
    return this.#stage.canvas.element;
  }

  #insert(el: HTMLElement): void {
    set(this.#canvas, { tabindex: "0", role: "application", "aria-label": LABEL });
    this.#frame.append(this.#canvas, this.#names.element);
    el.append(this.#controls.element, this.#frame, this.#strip, this.#bar.element, this.#key.element);
    this.#resize();
  }

  #listen(el: HTMLElement): (() => void)[] {
    const resized = new ResizeObserver(() => {
      this.#resize();
      this.#ask();
    });
    resized.observe(this.#frame);
    return [
      () => resized.disconnect(),
      this.#bus.subscribe((now, before) => this.#follow(now, before)),
      this.#page.onTheme(() => this.#update()),
      handle(this.#canvas, this.#rig, {
        changed: () => this.#ask(),
        picked: (x, y) => choosePicked(this.#bus, this.#pick(x, y)),
        hovered: (x, y) => { this.#canvas.style.cursor = this.#pick(x, y) ? "pointer" : "grab"; },
        home: () => this.#go("model", PRESETS.orbit),
        stepped: (by) => this.#stepArcs(by),
      }),
      offerProbe(el, {
        pick: (x, y) => this.#pick(x, y),
        renderAt: (t) => {
          this.#playback.seek(t * this.#playback.times.end);
          this.#draw();
        },
        stats: () => ({ calls: this.#stage.canvas.calls, arcs: this.#shown.arcs.length, frameMs: this.#measure() }),
      }),
    ];
  }

  #acts() {
    return {
      look: (angles: Angles) => this.#go(this.#level, angles),
      zoom: (factor: number) => {
        this.#rig.zoomBy(factor);
        this.#ask();
      },
      level: (level: Level) => this.#enter(level),
      slice: () => this.#slice(),
      chain: () => {
        this.#withChain = !this.#withChain;
        this.#update();
      },
      order: (order: Order) => this.#bus.set({ order }),
      changed: () => this.#ask(),
    };
  }

  #follow(now: Selection, before: Selection): void {
    this.#update();
    const isElsewhere = now.from !== before.from || now.to !== before.to || now.order !== before.order || (this.#level !== "model" && now.layer !== before.layer);
    if (isElsewhere) this.#go(this.#level);
  }

  /** Take over the selection, the theme and the switches. */
  #update(): void {
    this.#shown = shownOf(this.#open, this.#bus.now);
    this.#playback.follow(this.#shown.times);
    this.#stage.paint(this.#shown, this.#page.palette(), this.#bus.now, this.#withChain);
    this.#controls.show(this.#bus.now);
    this.#key.show(this.#shown, this.#bus.now);
    this.#mark();
    this.#ask();
  }

  #mark(): void {
    this.#bar.mark({ level: this.#level, isSliced: this.#shown.from === this.#shown.to, hasChain: this.#withChain });
    const strips = { model: () => [], layer: () => [], component: () => hintOf(this.#bus.now), neurons: () => stripOf(this.#open, this.#bus.now) };
    this.#strip.replaceChildren(...strips[this.#level]());
  }

  /** Go nearer; where no layer is chosen, to the highest that is drawn, which is then chosen. */
  #enter(level: Level): void {
    this.#level = level;
    if (level !== "model" && this.#bus.now.layer === null) this.#bus.set({ layer: this.#shown.to });
    this.#go(level);
  }

  #go(level: Level, angles?: Angles): void {
    this.#level = level;
    this.#mark();
    this.#rig.goTo({ outline: this.#outlineOf(level), zoom: 1, ...(angles ? { angles } : {}) }, performance.now());
    this.#ask();
  }

  /** What the camera frames; always as many points, so that it can fly from one outline to another. */
  #outlineOf(level: Level): Vector[] {
    const { city, from, to, cache } = this.#shown;
    const { layer, query, head } = this.#bus.now;
    const held = { withCache: cache !== null };
    if (level === "model") return city.outline(from, to, held);
    const slab = city.outline(layer ?? from, layer ?? from, held);
    if (level === "layer") return slab;
    const heights = slab.map(([, y]) => y);
    const x = query === null ? 0 : city.column(query);
    const z = head === null ? 0 : city.laneOf(head);
    const half = Math.min(AROUND, city.depth / 2);
    const corners = cornersOf({ low: [x - AROUND, Math.min(...heights), z - half], high: [x + AROUND, Math.max(...heights), z + half] });
    return [...corners, ...corners.slice(4)];
  }

  #slice(): void {
    const { now } = this.#bus;
    const layer = now.layer ?? this.#open.scene.layers - 1;
    const isSliced = now.from !== null && now.from === now.to;
    this.#bus.set(isSliced ? { from: null, to: null } : { from: layer, to: layer });
  }

  #stepArcs(by: 1 | -1): void {
    const bySize = [...this.#shown.arcs].sort((a, b) => b.share - a.share);
    if (!bySize.length) return;
    const { layer, head, query, key } = this.#bus.now;
    const now = bySize.findIndex(({ what }) => what.layer === layer && what.head === head && what.query === query && what.key === key);
    const next = now < 0 ? 0 : (now + by + bySize.length) % bySize.length;
    choosePicked(this.#bus, bySize[next]!.what);
  }

  #pick(x: number, y: number): Picked | null {
    return this.#stage.pick(this.#rig.camera(this.#size()), this.#playback.time, x, y);
  }

  #size(): Frame {
    return { width: this.#canvas.clientWidth || 1, height: this.#canvas.clientHeight || 1 };
  }

  #resize(): void {
    this.#stage.resize(this.#size());
  }

  #ask(): void {
    this.#request ||= requestAnimationFrame((now) => this.#tick(now));
  }

  #tick(now: number): void {
    this.#request = 0;
    const isPlaying = this.#playback.step(now);
    const isFlying = this.#rig.step(now);
    this.#draw();
    if (isPlaying || isFlying) this.#ask();
  }

  #draw(): void {
    const camera = this.#rig.camera(this.#size());
    const { query, key } = this.#bus.now;
    this.#stage.render(camera, this.#rig, this.#playback.time);
    this.#names.place(this.#shown, camera, {
      chosen: [query, key].filter((token) => token !== null), withChain: this.#withChain, ground: this.#ground, time: this.#playback.time,
    });
    this.#bar.show();
  }

  /** The floor below the layer that is looked at. */
  get #ground(): number {
    const { layer } = this.#bus.now;
    return this.#level === "model" ? this.#shown.from : (layer ?? this.#shown.from);
  }

  /** Milliseconds that one frame takes until it is really drawn. */
  #measure(): number {
    this.#stage.canvas.finish();
    const start = performance.now();
    this.#draw();
    this.#stage.canvas.finish();
    return performance.now() - start;
  }
}
