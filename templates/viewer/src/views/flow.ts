import type { Bus, Selection } from "../bus.ts";
import type { OpenScene } from "../data/open.ts";
import { formatValue, ROUNDING } from "../describe.ts";
import { formatNumber, formatRough } from "../digits.ts";
import { make, message, set } from "../dom.ts";
import { type Account, accountOf, type Band, bandsOf, columnSums, errorOf, largestCut, LEAST_BAND, MOST_BANDS, remainderOf } from "../plan/ledger.ts";
import { sankeyOf } from "../plan/sankey.ts";
import { FlowPicture } from "../parts/flowPicture.ts";
import { follow } from "../parts/follow.ts";
import { CHIP_WORDS, CONFIRMED_CHAIN } from "../schema.ts";
import type { Page, View } from "./view.ts";

const WIDE_EDGE = 104;
const NARROW_EDGE = 74;
const NARROW = 520;
/** Columns whose sums differ by no more than this share are said to be the same. */
const UNEVEN = 0.01;

/** The ledger of the decision, from the input on the left to what is read on the right. */
export const flow: View = {
  name: "flow",
  title: "Ledger flow",
  mount(el, open, bus, page) {
    const account = accountOf(open);
    if (!account) {
      el.append(message("This example has no ledger stored (what hidden states contribute, and what attention brings), so there is no flow to draw."));
      return () => el.replaceChildren();
    }
    const view = new FlowView(el, open, account, bus, page);
    return () => view.dispose();
  },
};

class FlowView {
  readonly #open: OpenScene;
  readonly #account: Account;
  readonly #bus: Bus;
  readonly #bands: readonly Band[];
  readonly #routed: ReadonlyMap<string, number>;
  readonly #picture: FlowPicture;
  readonly #hint = make("p", { className: "viewer-2d-scale", textContent: "Swipe sideways to see the whole flow →" });
  readonly #box: HTMLElement;
  readonly #readout = set(make("p", { className: "viewer-2d-readout" }), { "aria-live": "polite" });
  readonly #end: () => void;

  constructor(el: HTMLElement, open: OpenScene, account: Account, bus: Bus, page: Page) {
    this.#open = open;
    this.#account = account;
    this.#bus = bus;
    this.#routed = routeOf(open, account);
    this.#bands = bandsOf(account, new Set(this.#routed.keys()));
    const confirmed = open.scene.route.filter(({ verdict }) => verdict === "confirmed").map(({ rank }) => rank);
    this.#picture = new FlowPicture(account, new Set(confirmed), open.scene.grade !== CONFIRMED_CHAIN, {
      barPointed: (cut, lane) => { this.#readout.textContent = this.#sayBar(cut, lane); },
      bandPointed: (band) => { this.#readout.textContent = this.#sayBand(band); },
      barChosen: (cut, lane) => this.#chooseBar(cut, lane),
      bandChosen: (band) => this.#chooseBand(band),
    });
    this.#box = make("div", { className: "viewer-2d-box viewer-2d-wide" }, this.#picture.element);
    el.append(this.#hint, this.#box, this.#readout, this.#rule());
    this.#end = follow(this.#box, bus, page, (now) => this.#draw(now));
    this.#readout.textContent = this.#saySum();
  }

  dispose(): void {
    this.#end();
  }

  #draw(now: Selection): void {
    const width = this.#box.clientWidth;
    const sankey = sankeyOf(this.#account, this.#bands, width, width < NARROW ? NARROW_EDGE : WIDE_EDGE);
    this.#hint.hidden = sankey.width <= width;
    this.#picture.show(sankey, this.#routed, this.#laneOf(now.query), now);
  }

  #laneOf(token: number | null): number | null {
    const lane = token === null ? -1 : this.#account.lanes.findIndex(({ tokens }) => tokens.length === 1 && tokens[0] === token);
    return lane < 0 ? null : lane;
  }

  #chooseBar(cut: number, lane: number): void {
    this.#readout.textContent = this.#sayBar(cut, lane);
    const [token, another] = this.#account.lanes[lane]?.tokens ?? [];
    if (token === undefined || another !== undefined) return;
    this.#bus.set({ query: token, key: null, head: null, layer: cut === 0 ? null : cut - 1 });
  }

  #chooseBand(band: Band): void {
    this.#readout.textContent = this.#sayBand(band);
    const [query, key] = [this.#account.lanes[band.query], this.#account.lanes[band.key]];
    if (query?.tokens.length !== 1 || key?.tokens.length !== 1) return;
    const isKept = band.query === band.key;
    this.#bus.set({ layer: band.layer, head: null, query: query.tokens[0] ?? null, key: isKept ? null : key.tokens[0] ?? null });
  }

  #name(lane: number): string {
    const { name, tokens } = this.#account.lanes[lane] ?? { name: "?", tokens: [] };
    return tokens.length === 1 ? `“${name}” (token ${tokens[0]})` : `the ${name} together`;
  }

  #sayBar(cut: number, lane: number): string {
    const { leaving, booked } = remainderOf(this.#account, this.#bands, cut, lane);
    const error = this.#account.errors.cuts[lane] ?? 0;
    const when = cut === 0 ? "at the input" : `after layer ${cut - 1}`;
    const contributed = `${this.#name(lane)} contributes ${number(this.#account.cuts[cut]?.[lane] ?? 0, error)} ${when}`;
    const from = cut === 0 ? "." : `: ${this.#sayEntering(cut, lane)}.`;
    if (cut === this.#account.layers) return contributed + from;
    const left = error + this.#errorOf((band) => band.layer === cut && band.key === lane);
    return `${contributed}${from} Of it ${number(leaving, left)} goes on in no drawn band; ${number(booked, this.#bookedError(cut, lane))} of that is booked through where heads look.`;
  }

  #sayEntering(cut: number, lane: number): string {
    const layer = cut - 1;
    const isBrought = (band: Band) => band.layer === layer && band.query === lane && band.key !== lane;
    const brought = this.#bands.filter(isBrought).reduce((sum, { value }) => sum + value, 0);
    const keptError = this.#account.errors.kept[layer]?.[lane] ?? 0;
    const { entering } = remainderOf(this.#account, this.#bands, cut, lane);
    const kept = number(this.#account.kept[layer]?.[lane] ?? 0, keptError);
    return `kept ${kept}, drawn from others ${number(brought, this.#errorOf(isBrought))}, not drawn ${number(entering, keptError)}${this.#sayBlock(layer, lane)}`;
  }

  #sayBlock(layer: number, lane: number): string {
    const mlp = this.#open.table("mlp_at");
    if (!mlp) return "";
    const tokens = this.#account.lanes[lane]?.tokens ?? [];
    const made = tokens.reduce((sum, token) => sum + mlp.at(layer, token), 0);
    return ` (its feed-forward block makes ${number(made, tokens.length * mlp.error)} of what it contributes)`;
  }

  #errorOf(isMeant: (band: Band) => boolean): number {
    return this.#bands.filter(isMeant).reduce((sum, band) => sum + errorOf(this.#account, band), 0);
  }

  #bookedError(cut: number, lane: number): number {
    const { errors } = this.#account;
    const given = errors.brought[cut]?.reduce((sum, row) => sum + row[lane]!, 0) ?? 0;
    return (errors.cuts[lane] ?? 0) + (errors.kept[cut]?.[lane] ?? 0) + given;
  }

  #sayBand(band: Band): string {
    const { layer, query, key, value } = band;
    const said = number(value, errorOf(this.#account, band));
    if (query === key) return `In layer ${layer} ${this.#name(query)} keeps ${said}: what it had, its feed-forward block and attention to itself.`;
    const rank = this.#routed.get(keyOf(band));
    const link = rank === undefined ? "" : ` Link ${rank + 1} of the tested route.`;
    return `In layer ${layer} attention (all heads) brings ${said} from ${this.#name(key)} to ${this.#name(query)}.${link}`;
  }

  #saySum(): string {
    const { least, most, error } = columnSums(this.#account);
    const isOne = most - least <= 2 * error + UNEVEN * Math.abs(most);
    const sums = isOne ? `Every column adds up to the same: ${number(most, Math.max(error, most - least))}` : `Columns add up to ${number(least, error)} to ${number(most, error)}`;
    return `${sums}.${this.#sayMeaning(least, most, error)} Point at a bar or a band to read it.`;
  }

  /** What the columns' sum is, where it is what a ledger books: the margin less what it is without the text. */
  #sayMeaning(least: number, most: number, error: number): string {
    const { margin, base } = this.#open.scene;
    if (margin === null || base === null) return "";
    const room = error + UNEVEN * Math.abs(margin - base);
    if (margin - base < least - room || margin - base > most + room) return "";
    return ` That is the margin, ${formatNumber(margin)}, less the margin without the text, ${formatNumber(base)}.`;
  }

  #rule(): HTMLElement {
    const { scene } = this.#open;
    const kept = this.#bands.filter(({ query, key }) => query === key).length;
    const merged = this.#account.lanes.find(({ tokens }) => tokens.length > 1);
    const lines = [
      `Bars: what a token contributes, against the blank text, at ${scene.layers + 1} cuts from the input to after the last layer; orange supports ${scene.target}, `
        + "blue with strokes opposes it. Heights of bars and bands are their numbers, on one scale; nothing is renormalised.",
      `Bands: ${this.#bands.length - kept} that attention brings from token to token (heads summed; at least ${100 * LEAST_BAND} % of the largest bar, ${formatRough(LEAST_BAND * largestCut(this.#account))}, `
        + `at most ${MOST_BANDS}, and the tested links whatever their size), and what each token keeps: what it contributes after the layer less all that attention brings it from others.`,
      "Small grey triangles: what no drawn band contributes; filled where it supports, hollow where it opposes. Before a bar: smaller bands. Behind a bar: smaller bands, and what the ledger books to this token because it changed "
        + "where heads look, while the band starts at the token that was read.",
      "Bands of both signs at one bar are together taller than it: the bar is what remains of them.",
      ...(scene.route.length ? [`Bands with a dark outline are the links of the tested route; the number on a band is its place there, with a minus where the band opposes. ${CHIP_WORDS} What a link contributes against the average message is another number, and stands in its sentence.`] : []),
      ...(scene.keys_kept === null ? [] : [`Only the ${scene.keys_kept} largest keys of each row are stored; the rest of a row is in the stub before the bar.`]),
      ROUNDING,
      ...(merged ? [`${merged.tokens.length} tokens that contribute least are one row.`] : []),
    ];
    return make("div", { className: "viewer-2d-rule" }, ...lines.map((line) => make("p", {}, line)));
  }
}

const number = (value: number, error: number) => formatValue("relevance", value, error);
const keyOf = ({ layer, query, key }: Band) => `${layer} ${query} ${key}`;

/** Ranks of the chain's links by layer and lanes. */
function routeOf({ scene }: OpenScene, { lanes }: Account): Map<string, number> {
  const laneOf = (token: number) => lanes.findIndex(({ tokens }) => tokens.includes(token));
  return new Map([...scene.route].reverse().map(({ layer, query, key, rank }) => [`${layer} ${laneOf(query)} ${laneOf(key)}`, rank]));
}
