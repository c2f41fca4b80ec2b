import { button, choice, make, set } from "../dom.ts";
import type { Angles } from "../layout/camera.ts";
import { PRESETS } from "../layout/camera.ts";
import { type Order, ORDERS } from "../layout/times.ts";
import type { Scene } from "../schema.ts";
import type { Playback } from "./playback.ts";
import { sayWhere } from "./where.ts";

/** How near the reader is. */
export const LEVELS = ["model", "layer", "component", "neurons"] as const;
export type Level = (typeof LEVELS)[number];

const SPEEDS = [["0.5", "½ ×"], ["1", "1 ×"], ["2", "2 ×"], ["4", "4 ×"]] as const;

/** How far the slider moves by a key, and what the button beside it does. */
const STEPS = {
  layer: { scrub: 0.01, hint: "On to the next floor" },
  token: { scrub: 1, hint: "On to the next token" },
} as const;
const ZOOM = 1.3;

/** What the buttons below the picture do. */
export interface Acts {
  look(angles: Angles): void;
  zoom(factor: number): void;
  level(level: Level): void;
  slice(): void;
  chain(): void;
  order(order: Order): void;
  changed(): void;
}

/** Views from named sides, nearness, slice, chain and playback. */
export class Bar {
  readonly element: HTMLElement;
  readonly #scene: Scene;
  readonly #playback: Playback;
  readonly #play: HTMLButtonElement;
  readonly #step: HTMLButtonElement;
  readonly #order: HTMLElement;
  readonly #scrub: HTMLInputElement;
  readonly #where = make("output", { className: "city-where" });
  readonly #levels = new Map<Level, HTMLButtonElement>();
  readonly #slice: HTMLButtonElement;
  readonly #chain: HTMLButtonElement;

  constructor(scene: Scene, playback: Playback, acts: Acts, isStill: boolean) {
    this.#scene = scene;
    this.#playback = playback;
    this.#slice = button("Slice", acts.slice, "Show only one layer");
    this.#chain = button("Chain", acts.chain, "Show the reasoning chain");
    this.#chain.hidden = !scene.route.length;
    this.#play = button("Play", () => this.#toggle(acts), "Play the pulse through the layers");
    this.#play.hidden = isStill;
    this.#step = this.#makeStep(acts);
    this.#order = choice("Pulse", ORDERS.map((order) => [order, `Pulse by ${order}`]), ORDERS[0], (order) => acts.order(order as Order));
    this.#order.hidden = !scene.causal;
    this.#scrub = this.#makeScrub(acts);
    for (const level of LEVELS) this.#levels.set(level, button(capital(level), () => acts.level(level)));
    const sides = Object.entries(PRESETS).map(([name, angles]) => button(capital(name), () => acts.look(angles)));
    const zooms = [button("−", () => acts.zoom(1 / ZOOM), "Further away"), button("+", () => acts.zoom(ZOOM), "Nearer")];
    this.element = make("div", { className: "city-bar" },
      group("Playback", this.#play, this.#step, this.#scrub, this.#where, this.#speed(isStill), this.#order, this.#stop(acts)),
      group("Seen from", ...sides, ...zooms),
      group("Level", ...this.#levels.values()),
      group("Show", this.#slice, this.#chain),
    );
    this.show();
  }

  /** Show where playback is. */
  show(): void {
    const { time, times, isPlaying } = this.#playback;
    const { order } = times.course;
    this.#play.textContent = isPlaying ? "Pause" : "Play";
    this.#step.title = STEPS[order].hint;
    set(this.#step, { "aria-label": STEPS[order].hint });
    this.#order.querySelector("select")!.value = order;
    Object.assign(this.#scrub, { max: String(times.end), step: String(STEPS[order].scrub) });
    this.#scrub.value = String(time ?? 0);
    this.#say(sayWhere(this.#scene, times, time), isPlaying);
  }

  /** Words that change while the pulse runs are shown, but not read aloud. */
  #say(words: string, isPlaying: boolean): void {
    const live = isPlaying ? "off" : "polite";
    if (this.#where.getAttribute("aria-live") !== live) set(this.#where, { "aria-live": live });
    this.#where.classList.toggle("is-long", this.#playback.times.course.order === "token");
    if (this.#where.textContent === words) return;
    set(this.#scrub, { "aria-valuetext": words });
    this.#where.textContent = words;
  }

  /** Mark the buttons of what is on. */
  mark({ level, isSliced, hasChain }: { level: Level; isSliced: boolean; hasChain: boolean }): void {
    for (const [name, one] of this.#levels) set(one, { "aria-pressed": String(name === level) });
    set(this.#slice, { "aria-pressed": String(isSliced) });
    set(this.#chain, { "aria-pressed": String(hasChain) });
  }

  #toggle(acts: Acts): void {
    if (this.#playback.isPlaying) this.#playback.pause();
    else this.#playback.play(performance.now());
    acts.changed();
  }

  #makeStep(acts: Acts): HTMLButtonElement {
    return button("Step", () => {
      this.#playback.next();
      acts.changed();
    });
  }

  #stop(acts: Acts): HTMLButtonElement {
    return button("All", () => {
      this.#playback.stop();
      acts.changed();
    }, "End playback and light everything");
  }

  #makeScrub(acts: Acts): HTMLInputElement {
    const scrub = make("input", { type: "range", min: "0" });
    set(scrub, { "aria-label": "Where the pulse is" });
    scrub.addEventListener("input", () => {
      this.#playback.seek(Number(scrub.value));
      acts.changed();
    });
    return scrub;
  }

  #speed(isStill: boolean): HTMLElement {
    const label = choice("Speed", SPEEDS, "1", (value) => { this.#playback.speed = Number(value); });
    label.hidden = isStill;
    return label;
  }
}

function group(label: string, ...children: HTMLElement[]): HTMLElement {
  return set(make("div", { className: "city-group" }, ...children), { role: "group", "aria-label": label });
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
