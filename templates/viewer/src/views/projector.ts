import { make, set, button } from "../dom.ts";
import { onTheme } from "../page.ts";
import { paletteAt } from "../palette.ts";
import { groupsOf } from "../plan/cloud.ts";
import type { Cloud } from "../projection.ts";
import { fit } from "../parts/canvas.ts";
import { CloudPicture } from "../parts/cloudPicture.ts";
import { type Look, looksAt, paintMarker } from "../parts/markers.ts";

const AXES = ["first", "second", "third"];

/** The whole data set as points in space, cut by cut: it belongs to no example, so it stands alone. */
export class Projector {
  readonly #section: HTMLElement;
  readonly #cloud: Cloud;
  readonly #groups: readonly string[];
  readonly #picture: CloudPicture;
  readonly #box = make("div", { className: "viewer-2d-box" });
  readonly #key = make("ul", { className: "projector-key" });
  readonly #about = set(make("div", { className: "projector-about" }), { "aria-live": "polite" });
  readonly #where = make("output");
  readonly #slider: HTMLInputElement;
  readonly #ends: (() => void)[];
  #cut: number;
  #chosen: number | null = null;

  constructor(section: HTMLElement, cloud: Cloud) {
    this.#section = section;
    this.#cloud = cloud;
    this.#cut = cloud.about.cuts.length - 1;
    this.#groups = groupsOf(cloud.about.predicted);
    this.#picture = new CloudPicture(`${cloud.about.ids.length} examples as points in space`, (point) => this.#choose(point));
    this.#slider = make("input", { type: "range", min: "0", max: String(this.#cut), step: "1", value: String(this.#cut) });
    this.#slider.addEventListener("input", () => {
      this.#cut = Number(this.#slider.value);
      this.#draw();
    });
    this.#insert();
    const observer = new ResizeObserver(() => this.#draw());
    observer.observe(this.#box);
    this.#ends = [onTheme(() => this.#draw()), () => observer.disconnect()];
  }

  /** Take it all away again. */
  dispose(): void {
    this.#ends.forEach((end) => end());
    this.#section.querySelector(".projector-live")?.remove();
    this.#section.classList.remove("is-live");
  }

  #insert(): void {
    const cut = make("label", { className: "viewer-control" }, make("span", {}, "Hidden states"), this.#slider);
    const steps = make("div", { className: "viewer-2d-buttons" },
      button("‹", () => this.#picture.stepBy(-1), "Point before"), button("›", () => this.#picture.stepBy(1), "Next point"));
    const controls = make("div", { className: "viewer-2d-choices" }, cut, this.#where, steps);
    this.#box.append(this.#picture.canvas);
    const body = make("div", { className: "projector-body" }, this.#box, this.#about);
    this.#section.prepend(make("div", { className: "projector-live" }, controls, body, this.#key));
    this.#section.classList.add("is-live");
  }

  #choose(point: number): void {
    this.#chosen = point;
    this.#draw();
  }

  #draw(): void {
    const width = this.#box.clientWidth;
    if (!width) return;
    const { predicted, correct, cuts } = this.#cloud.about;
    const palette = paletteAt(this.#section);
    const looks = looksAt(this.#section, this.#groups.length);
    const lookOf = (label: string) => looks[this.#groups.indexOf(label)] ?? looks.at(-1)!;
    this.#where.textContent = nameCut(cuts[this.#cut] ?? 0, Math.max(...cuts));
    set(this.#slider, { "aria-valuetext": this.#where.textContent });
    this.#picture.show({
      points: this.#cloud.points(this.#cut),
      looks: predicted.map(lookOf),
      isHollow: (point) => correct[point] === false,
      chosen: this.#chosen,
      near: this.#chosen === null ? [] : this.#cloud.neighbours(this.#cut, this.#chosen),
      axes: AXES.flatMap((_, axis) => this.#nameAxis(axis)),
      palette,
    }, width);
    this.#showKey(looks);
    this.#say();
  }

  /** An axis with its share of the variance; none where there is no such component. */
  #nameAxis(axis: number): string[] {
    const share = this.#cloud.share(this.#cut, axis);
    return share === null ? [] : [`${AXES[axis]} ${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`];
  }

  #showKey(looks: readonly Look[]): void {
    const { predicted, correct } = this.#cloud.about;
    const counts = (label: string) => predicted.filter((one) => one === label).length;
    const rest = predicted.filter((label) => !this.#groups.includes(label)).length;
    const entries = this.#groups.map((label, at) => this.#keyEntry(looks[at]!, `${label} (${counts(label)})`, false));
    if (rest) entries.push(this.#keyEntry(looks.at(-1)!, `other labels (${rest})`, false));
    const wrong = correct.filter((one) => one === false).length;
    if (wrong) entries.push(this.#keyEntry({ ...looks[0]!, colour: paletteAt(this.#section).ink }, `hollow: predicted wrongly (${wrong})`, true));
    this.#key.replaceChildren(...entries);
  }

  #keyEntry(look: Look, text: string, isHollow: boolean): HTMLLIElement {
    const sample = set(make("canvas"), { "aria-hidden": "true" });
    paintMarker(fit(sample, 16, 16), look, 8, 8, 5, isHollow, paletteAt(this.#section).raised);
    return make("li", {}, sample, text);
  }

  #say(): void {
    if (this.#chosen === null) {
      this.#about.replaceChildren(make("p", {}, "Click a point to read its text and its neighbours. Drag, or use the arrow keys, to turn the cloud."), this.#sayShares());
      return;
    }
    const { ids, names, gold, predicted } = this.#cloud.about;
    const at = this.#chosen;
    const label = gold[at] == null ? "no gold label" : gold[at] === predicted[at] ? "as labelled" : `labelled ${gold[at]}`;
    const near = this.#cloud.neighbours(this.#cut, at);
    this.#about.replaceChildren(
      make("p", { className: "projector-text" }, link(ids[at]!, names[at]!)),
      make("p", {}, `Predicted ${predicted[at]}, ${label}.`),
      make("p", {}, near.length ? "Nearest in the whole space of these states (not in the picture's three axes):" : "No neighbours are stored."),
      make("ol", { className: "projector-near" }, ...near.map((other) => make("li", {},
        link(ids[other]!, names[other]!), ` ${predicted[other]} `, button("show", () => this.#choose(other), `Choose ${names[other]} in the cloud`)))),
      this.#sayShares(),
    );
  }

  #sayShares(): HTMLParagraphElement {
    const shares = AXES.map((_, axis) => this.#cloud.share(this.#cut, axis)).filter((share) => share !== null);
    const total = shares.reduce((sum, share) => sum + share, 0);
    return make("p", { className: "source" }, shares.length
      ? `The axes are principal components; together they hold ${(100 * total).toFixed(0)} % of the variance. What lies close together here may be far apart in the rest.`
      : "These states do not vary: there is no component to show.");
  }
}

function nameCut(cut: number, last: number): string {
  if (cut === 0) return "at the input";
  return `after layer ${cut - 1}${cut === last ? " (the last)" : ""}`;
}

const link = (id: string, name: string) => make("a", { href: `#ex-${id}` }, name);
