import type { Selection } from "../bus.ts";
import { draw, set } from "../dom.ts";
import type { Scene } from "../schema.ts";
import { type Columns, type Focus, rowAt } from "../plan/lines.ts";
import { thin } from "../layout/labels.ts";
import { shorten } from "./canvas.ts";

/** What the columns tell. */
interface Heard {
  /** A token is pointed at or has the keyboard's focus; null: none any more. */
  pointed(focus: Focus | null): void;
  chosen(focus: Focus): void;
}

const SIDES = ["key", "query"] as const;
type Side = (typeof SIDES)[number];
const TITLES = { key: "is read", query: "looks" };

const other = (side: Side): Side => (side === "key" ? "query" : "key");
/** Pixels from name to name. */
const ROOM = 13;

/** Two columns of tokens: what is read on the left, what looks on the right. One of them at a time can be reached by Tab; arrow keys move. */
export class TokenColumns {
  readonly element = draw("g");
  readonly #scene: Scene;
  readonly #heard: Heard;
  readonly #names: Record<Side, SVGGElement[]>;
  readonly #titles: Record<Side, SVGTextElement>;
  #reachable: Focus = { side: "query", token: 0 };

  constructor(scene: Scene, heard: Heard) {
    this.#scene = scene;
    this.#heard = heard;
    this.#names = { key: this.#column("key"), query: this.#column("query") };
    this.#titles = { key: draw("text", { class: "viewer-2d-head" }, TITLES.key), query: draw("text", { class: "viewer-2d-head" }, TITLES.query) };
    this.element.append(this.#titles.key, this.#titles.query, ...this.#names.key, ...this.#names.query);
  }

  /** Place the names, and mark the token in focus and what is chosen; answers whether there is no room for all names. */
  show(columns: Columns, focus: Focus | null, { query, key }: Selection): boolean {
    const places = this.#scene.tokens.map((_, token) => rowAt(columns, token));
    for (const side of SIDES) {
      const always = [focus && focus.side !== other(side) ? focus.token : null, side === "query" ? query : key ?? query].filter((token) => token !== null);
      const named = new Set(thin(places, ROOM, always));
      const x = side === "key" ? columns.left : columns.right;
      const anchor = side === "key" ? "end" : "start";
      const away = side === "key" ? -8 : 8;
      set(this.#titles[side], { x: String(x), y: "14", "text-anchor": anchor });
      this.#names[side].forEach((name, token) => {
        const isFocus = focus?.token === token && (focus.side === side || focus.side === "both");
        const isChosen = side === "query" ? token === query : token === (key ?? query);
        set(name, {
          transform: `translate(${x} ${rowAt(columns, token)})`,
          class: `viewer-heads-token${isFocus ? " is-focus" : ""}${isChosen ? " is-chosen" : ""}${named.has(token) ? "" : " is-unnamed"}`,
          "aria-pressed": String(isChosen),
          tabindex: this.#isReachable(side, token) ? "0" : "-1",
        });
        placeText(name, away, anchor, columns.left, columns.row);
      });
    }
    return columns.row < ROOM;
  }

  #column(side: Side): SVGGElement[] {
    return this.#scene.tokens.map((name, token) => {
      const group = set(draw("g", {}, draw("rect"), draw("text", {}, shorten(name, 14))), {
        role: "button", "aria-label": `Token ${token}, ${name}, ${TITLES[side]}`,
      });
      const focus: Focus = { side, token };
      group.addEventListener("pointerenter", () => this.#heard.pointed(focus));
      group.addEventListener("pointerleave", () => this.#heard.pointed(null));
      group.addEventListener("focus", () => {
        this.#reachable = focus;
        this.#heard.pointed(focus);
      });
      group.addEventListener("blur", () => this.#heard.pointed(null));
      group.addEventListener("click", () => this.#heard.chosen(focus));
      group.addEventListener("keydown", (event) => this.#press(event, side, token));
      return group;
    });
  }

  #press(event: KeyboardEvent, side: Side, token: number): void {
    const last = this.#scene.tokens.length - 1;
    const moves: Readonly<Record<string, readonly [Side, number]>> = {
      ArrowUp: [side, Math.max(0, token - 1)],
      ArrowDown: [side, Math.min(last, token + 1)],
      ArrowLeft: ["key", token],
      ArrowRight: ["query", token],
      Home: [side, 0],
      End: [side, last],
    };
    const next = moves[event.key];
    if (next) this.#names[next[0]][next[1]]?.focus();
    else if (event.key === "Enter" || event.key === " ") this.#heard.chosen({ side, token });
    else return;
    event.preventDefault();
  }

  #isReachable(side: Side, token: number): boolean {
    return this.#reachable.side === side && this.#reachable.token === token;
  }
}

function placeText(name: SVGGElement, away: number, anchor: string, width: number, row: number): void {
  const [rect, text] = name.children;
  if (rect) set(rect, { x: String(away < 0 ? -width : 1), y: String(-row / 2), width: String(width - 1), height: String(row) });
  if (text) set(text, { x: String(away), y: "4", "text-anchor": anchor });
}
