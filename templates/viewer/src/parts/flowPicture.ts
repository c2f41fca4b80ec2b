import type { Selection } from "../bus.ts";
import { draw, set } from "../dom.ts";
import { thin } from "../layout/labels.ts";
import type { Account, Band } from "../plan/ledger.ts";
import { type Bar, BAR_WIDTH, type Chip, chipsOf, outlineOf, type Ribbon, type Sankey, type Stub, STUB_WIDTH } from "../plan/sankey.ts";
import { labelOf } from "../city/chip.ts";
import { shorten } from "./canvas.ts";

/** What the picture tells. */
interface Heard {
  barPointed(cut: number, lane: number): void;
  bandPointed(band: Band): void;
  barChosen(cut: number, lane: number): void;
  bandChosen(band: Band): void;
}

/** Bars of fewer pixels are drawn as a grey line: nothing that could be seen is there. */
const LEAST_BAR = 0.5;
const CHIP = { half: 9, perLetter: 2.7 } as const;
const REACH = 14;
const ROOM_FOR_NAME = 52;
const ROOM_FOR_COUNT = 20;
let made = 0;

/** A flow of bands between bars. One bar at a time can be reached by Tab; arrow keys move from bar to bar. */
export class FlowPicture {
  readonly element = set(draw("svg", { class: "viewer-flow" }), { role: "group", "aria-label": "Flow of contributions, against the blank text, from the input to the decision. Arrow keys move from bar to bar." });
  readonly #account: Account;
  readonly #confirmed: ReadonlySet<number>;
  readonly #isQuiet: boolean;
  readonly #heard: Heard;
  readonly #strokes = `viewer-strokes-${made += 1}`;
  #bars: SVGGElement[][] = [];
  #reachable = { cut: 0, lane: 0 };

  /** `confirmed` are the ranks of links whose effect was as predicted; `isQuiet` says that the links together are not confirmed. */
  constructor(account: Account, confirmed: ReadonlySet<number>, isQuiet: boolean, heard: Heard) {
    this.#account = account;
    this.#confirmed = confirmed;
    this.#isQuiet = isQuiet;
    this.#heard = heard;
    this.#reachable = { cut: account.layers, lane: largestLane(account.cuts[account.layers]) };
  }

  /** Draw it all; `routed` are the chain's links ("layer query key" to rank), `lane` is the chosen one. */
  show({ width, height, bars, ribbons, stubs, lanes, cuts }: Sankey, routed: ReadonlyMap<string, number>, lane: number | null, now: Selection): void {
    const hadFocus = this.element.contains(document.activeElement);
    set(this.element, { width: String(width), height: String(height), viewBox: `0 0 ${width} ${height}` });
    const bySize = [...ribbons].sort((a, b) => b.thick - a.thick);
    this.#bars = this.#account.cuts.map((_, cut) => bars.filter((bar) => bar.cut === cut).map((bar) => this.#bar(bar, lane)));
    this.element.replaceChildren(
      draw("defs", {}, strokesOf(this.#strokes)),
      ...columnsOf(cuts, height),
      draw("g", {}, ...bySize.map((ribbon) => this.#ribbon(ribbon, routed, lane, now))),
      draw("g", {}, ...stubs.map(stubOf)),
      draw("g", {}, ...this.#bars.flat()),
      draw("g", { class: this.#isQuiet ? "is-quiet" : "" }, ...chipsOf(ribbons, routed).map((chip) => chipOf(chip, this.#confirmed.has(chip.rank), isFar(chip, lane)))),
      ...this.#names(lanes, cuts, lane),
    );
    if (hadFocus) this.#focus(this.#reachable.cut, this.#reachable.lane);
  }

  #ribbon(ribbon: Ribbon, routed: ReadonlyMap<string, number>, lane: number | null, now: Selection): SVGGElement {
    const isChosen = now.key !== null && now.layer === ribbon.layer && lane === ribbon.query
      && this.#account.lanes[ribbon.key]?.tokens.join() === String(now.key);
    const kinds = ["viewer-flow-band", signOf(ribbon.value)];
    if (ribbon.query === ribbon.key) kinds.push("is-kept");
    if (routed.has(routeKey(ribbon))) kinds.push("is-route");
    if (isFar(ribbon, lane)) kinds.push("is-far");
    if (isChosen) kinds.push("is-chosen");
    const outline = outlineOf(ribbon);
    const group = draw("g", { class: kinds.join(" ") }, draw("path", { d: outline }), ...this.#strokesOver(ribbon.value, outline));
    group.addEventListener("pointerenter", () => this.#heard.bandPointed(ribbon));
    group.addEventListener("click", () => this.#heard.bandChosen(ribbon));
    return group;
  }

  #bar(bar: Bar, lane: number | null): SVGGElement {
    const { x, y, value, cut } = bar;
    const isSeen = bar.height >= LEAST_BAR;
    const height = isSeen ? bar.height : 1;
    const box = { x: x - BAR_WIDTH / 2, y: y - height / 2, width: BAR_WIDTH, height };
    const strokes = value < 0 && isSeen ? [draw("rect", { ...box, fill: `url(#${this.#strokes})` })] : [];
    const reach = draw("rect", { x: x - REACH / 2, y: y - Math.max(height, REACH) / 2, width: REACH, height: Math.max(height, REACH), class: "viewer-flow-reach" });
    const { name, tokens } = this.#account.lanes[bar.lane] ?? { name: "", tokens: [] };
    const kinds = `viewer-flow-bar ${signOf(value)}${lane !== null && lane !== bar.lane ? " is-far" : ""}`;
    const group = set(draw("g", { class: kinds, tabindex: this.#isReachable(cut, bar.lane) ? 0 : -1 }, reach, draw("rect", { ...box, class: isSeen ? "viewer-flow-fill" : "viewer-flow-none" }), ...strokes), {
      role: "button", "aria-label": `${name}${tokens.length === 1 ? `, token ${tokens[0]}` : ""}, ${cut === 0 ? "input" : `after layer ${cut - 1}`}`,
    });
    group.addEventListener("pointerenter", () => this.#heard.barPointed(cut, bar.lane));
    group.addEventListener("focus", () => {
      this.#reachable = { cut, lane: bar.lane };
      this.#heard.barPointed(cut, bar.lane);
    });
    group.addEventListener("click", () => this.#heard.barChosen(cut, bar.lane));
    group.addEventListener("keydown", (event) => this.#press(event, cut, bar.lane));
    return group;
  }

  #press(event: KeyboardEvent, cut: number, lane: number): void {
    const moves: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [cut, lane - 1], ArrowDown: [cut, lane + 1], ArrowLeft: [cut - 1, lane], ArrowRight: [cut + 1, lane],
      Home: [0, lane], End: [this.#account.layers, lane],
    };
    const next = moves[event.key];
    if (next) this.#focus(...next);
    else if (event.key === "Enter" || event.key === " ") this.#heard.barChosen(cut, lane);
    else return;
    event.preventDefault();
  }

  #focus(cut: number, lane: number): void {
    const bar = this.#bars[cut]?.[lane];
    if (!bar) return;
    this.#bars[this.#reachable.cut]?.[this.#reachable.lane]?.setAttribute("tabindex", "-1");
    bar.setAttribute("tabindex", "0");
    bar.focus();
  }

  #isReachable(cut: number, lane: number): boolean {
    return this.#reachable.cut === cut && this.#reachable.lane === lane;
  }

  #strokesOver(value: number, outline: string): SVGPathElement[] {
    return value < 0 ? [draw("path", { d: outline, fill: `url(#${this.#strokes})` })] : [];
  }

  #names(lanes: readonly number[], cuts: readonly number[], chosen: number | null): SVGTextElement[] {
    const first = (cuts[0] ?? 0) - BAR_WIDTH - 5;
    const last = (cuts.at(-1) ?? 0) + BAR_WIDTH + 5;
    const ends = this.#account.cuts.at(-1) ?? [];
    const most = Math.max(...Array.from(ends, Math.abs));
    return this.#account.lanes.flatMap(({ name }, lane) => {
      const y = (lanes[lane] ?? 0) + 4;
      const kind = `viewer-flow-name${lane === chosen ? " is-chosen" : ""}`;
      const left = draw("text", { x: first, y, "text-anchor": "end", class: kind }, shorten(name));
      const isReached = Math.abs(ends[lane] ?? 0) > most / 100;
      return isReached ? [left, draw("text", { x: last, y, class: kind }, shorten(name))] : [left];
    });
  }
}

/** Whether a lane is chosen that a band neither leaves nor reaches. */
const isFar = ({ query, key }: Pick<Band, "query" | "key">, lane: number | null) => lane !== null && query !== lane && key !== lane;
const routeKey = ({ layer, query, key }: Band) => `${layer} ${query} ${key}`;
const signOf = (value: number) => (value < 0 ? "is-against" : "is-for");

function largestLane(row: Float64Array | undefined): number {
  return row ? row.reduce((best, value, lane) => (Math.abs(value) > Math.abs(row[best] ?? 0) ? lane : best), 0) : 0;
}

/** Thin strokes that mark what is against, besides its colour. */
function strokesOf(id: string): SVGPatternElement {
  return draw("pattern", { id, width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    draw("path", { d: "M0 0V6", class: "viewer-flow-stroke" }));
}

function columnsOf(cuts: readonly number[], height: number): SVGElement[] {
  const lines = cuts.map((x) => draw("path", { d: `M${x} 20V${height}`, class: "viewer-flow-cut" }));
  const room = cuts.slice(1).reduce((least, x, at) => Math.min(least, x - cuts[at]!), Infinity);
  const middles = cuts.slice(1).map((x, at) => (x + cuts[at]!) / 2);
  const isShort = room < ROOM_FOR_NAME;
  const name = (x: number, text: string) => draw("text", { x, y: 12, "text-anchor": "middle", class: "viewer-2d-head" }, text);
  const names = thin(middles, isShort ? ROOM_FOR_COUNT : ROOM_FOR_NAME).map((layer) => name(middles[layer]!, isShort ? String(layer) : `layer ${layer}`));
  return [...lines, ...names, ...(isShort ? [name((cuts[0] ?? 0) / 2, "layer")] : [])];
}

function stubOf({ x, y, thick, value, isEntering }: Stub): SVGPathElement {
  const point = isEntering ? [x, x + STUB_WIDTH] : [x + STUB_WIDTH, x];
  const outline = `M${point[1]} ${y}L${point[0]} ${y + thick / 2}L${point[1]} ${y + thick}Z`;
  return draw("path", { d: outline, class: `viewer-flow-stub ${signOf(value)}` });
}

/** A link's number in the colour of the band that it sits on, and as faint. */
function chipOf({ rank, value, x, y }: Chip, isConfirmed: boolean, isFaint: boolean): SVGGElement {
  const label = labelOf({ rank, relevance: value });
  const half = CHIP.half + CHIP.perLetter * Math.max(0, label.length - 2);
  return draw("g", { class: `viewer-flow-chip ${signOf(value)}${isConfirmed ? " is-told" : ""}${isFaint ? " is-far" : ""}`, transform: `translate(${x} ${y})` },
    draw("rect", { x: -half, y: -7, width: 2 * half, height: 14, rx: 7 }), draw("text", { y: 3.5, "text-anchor": "middle" }, label));
}
