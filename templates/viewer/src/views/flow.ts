import type { Bus, Selection } from "../bus.ts";
import type { OpenScene } from "../data/open.ts";
import { formatValue } from "../describe.ts";
import { make, message, set } from "../dom.ts";
import { type Account, accountOf, type Band, bandsOf, largestCut, LEAST_BAND, MOST_BANDS, remainderOf } from "../plan/ledger.ts";
import { sankeyOf } from "../plan/sankey.ts";
import { FlowPicture } from "../parts/flowPicture.ts";
import { follow } from "../parts/follow.ts";
import type { Page, View } from "./view.ts";

const WIDE_EDGE = 104;
const NARROW_EDGE = 74;
const NARROW = 520;

/** The ledger of the decision, from the input on the left to what is read on the right. */
export const flow: View = {
  name: "flow",
  title: "Ledger flow",
  mount(el, open, bus, page) {
    const account = accountOf(open);
    if (!account) {
      el.append(message("This example has no ledger stored (what hidden states carry, and what attention brings), so there is no flow to draw."));
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
  readonly #box: HTMLElement;
  readonly #readout = set(make("p", { className: "viewer-2d-readout" }), { "aria-live": "polite" });
  readonly #end: () => void;

  constructor(el: HTMLElement, open: OpenScene, account: Account, bus: Bus, page: Page) {
    this.#open = open;
    this.#account = account;
    this.#bus = bus;
    this.#routed = routeOf(open, account);
    this.#bands = bandsOf(account, new Set(this.#routed.keys()));
    this.#picture = new FlowPicture(account, {
      barPointed: (cut, lane) => { this.#readout.textContent = this.#sayBar(cut, lane); },
      bandPointed: (band) => { this.#readout.textContent = this.#sayBand(band); },
      barChosen: (cut, lane) => this.#chooseBar(cut, lane),
      bandChosen: (band) => this.#chooseBand(band),
    });
    this.#box = make("div", { className: "viewer-2d-box viewer-2d-wide" }, this.#picture.element);
    el.append(this.#box, this.#readout, this.#rule());
    this.#end = follow(this.#box, bus, page, (now) => this.#draw(now));
    this.#readout.textContent = this.#saySum();
  }

  dispose(): void {
    this.#end();
  }

  #draw(now: Selection): void {
    const width = this.#box.clientWidth;
    const sankey = sankeyOf(this.#account, this.#bands, width, width < NARROW ? NARROW_EDGE : WIDE_EDGE);
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
    const { entering, leaving, booked } = remainderOf(this.#account, this.#bands, cut, lane);
    const when = cut === 0 ? "at the input" : `after layer ${cut - 1}`;
    const carried = `${this.#name(lane)} carries ${number(this.#account.cuts[cut]?.[lane] ?? 0)} ${when}`;
    const from = cut === 0 ? "." : `: ${this.#sayEntering(cut, lane, entering)}.`;
    const on = cut === this.#account.layers ? "" : ` Of it ${number(leaving)} goes on in no drawn band; ${number(booked)} of that is booked through where heads look.`;
    return `${carried}${from}${on}`;
  }

  #sayEntering(cut: number, lane: number, entering: number): string {
    const kept = this.#account.kept[cut - 1]?.[lane] ?? 0;
    const brought = this.#bands.filter(({ layer, query, key }) => layer === cut - 1 && query === lane && key !== lane)
      .reduce((sum, { value }) => sum + value, 0);
    const mlp = this.#open.table("mlp_at");
    const tokens = this.#account.lanes[lane]?.tokens ?? [];
    const block = mlp ? ` (its feed-forward block makes ${number(tokens.reduce((sum, token) => sum + mlp.at(cut - 1, token), 0))} of what it carries)` : "";
    return `kept ${number(kept)} + drawn from others ${number(brought)} + not drawn ${number(entering)}${block}`;
  }

  #sayBand(band: Band): string {
    const { layer, query, key, value } = band;
    if (query === key) return `In layer ${layer} ${this.#name(query)} keeps ${number(value)}: what it had, its feed-forward block and attention to itself.`;
    const rank = this.#routed.get(keyOf(band));
    const link = rank === undefined ? "" : ` Link ${rank + 1} of the chain.`;
    return `In layer ${layer} attention (all heads) brings ${number(value)} from ${this.#name(key)} to ${this.#name(query)}.${link}`;
  }

  #saySum(): string {
    const total = Array.from(this.#account.cuts[0] ?? []).reduce((sum, value) => sum + value, 0);
    return `Every column adds up to the same: ${number(total)}. Point at a bar or a band to read it.`;
  }

  #rule(): HTMLElement {
    const { scene } = this.#open;
    const kept = this.#bands.filter(({ query, key }) => query === key).length;
    const merged = this.#account.lanes.find(({ tokens }) => tokens.length > 1);
    const lines = [
      `Bars: ledger relevance that a token carries, ${scene.layers + 1} cuts from the input to after the last layer; orange supports ${scene.target}, `
        + "blue with strokes is against it. Heights of bars and bands are their numbers, on one scale; nothing is renormalised.",
      `Bands: ${this.#bands.length - kept} that attention brings from token to token (heads summed; at least ${100 * LEAST_BAND} % of the largest bar, ${number(LEAST_BAND * largestCut(this.#account)).replace("+", "")}, `
        + `at most ${MOST_BANDS}, and the chain's links whatever their size), and what each token keeps: what it carries after the layer less all that attention brings it from others.`,
      "Grey stubs: what no drawn band carries. Before a bar: smaller bands. Behind a bar: smaller bands, and what the ledger books to this token because it changed "
        + "where heads look, while the band starts at the token that was read.",
      "Bands of both signs at one bar are together taller than it: the bar is what remains of them.",
      ...(scene.keys_kept === null ? [] : [`Only the ${scene.keys_kept} largest keys of each row are stored; the rest of a row is in the stub before the bar.`]),
      ...(merged ? [`${merged.tokens.length} tokens that carry least are one row.`] : []),
    ];
    return make("div", { className: "viewer-2d-rule" }, ...lines.map((line) => make("p", {}, line)));
  }
}

const number = (value: number) => formatValue("relevance", Math.abs(value) < 5e-5 ? 0 : value);
const keyOf = ({ layer, query, key }: Band) => `${layer} ${query} ${key}`;

/** Ranks of the chain's links by layer and lanes. */
function routeOf({ scene }: OpenScene, { lanes }: Account): Map<string, number> {
  const laneOf = (token: number) => lanes.findIndex(({ tokens }) => tokens.includes(token));
  return new Map([...scene.route].reverse().map(({ layer, query, key, rank }) => [`${layer} ${laneOf(query)} ${laneOf(key)}`, rank]));
}
