import type { Bus, Selection } from "../bus.ts";
import { NO_PLACE } from "../bus.ts";
import { changeOf } from "../describe.ts";
import { make, set } from "../dom.ts";
import { type RouteLink, type Scene, VERDICT_WORDS } from "../schema.ts";
import { chipOf } from "./chip.ts";
import { isChosenLink } from "./paint.ts";
import type { ShownLink } from "./shown.ts";

/** The tested links as a list of buttons: each chooses its link, and once more lets it go. */
export class Links {
  readonly element = make("ul", { className: "city-links" });
  readonly #scene: Scene;
  readonly #bus: Bus;
  #links: readonly RouteLink[] = [];
  #buttons: readonly HTMLButtonElement[] = [];

  constructor(scene: Scene, bus: Bus) {
    this.#scene = scene;
    this.#bus = bus;
  }

  /** Show these links; buttons are kept where the links stay the same, so that the one in focus stays so. */
  show(shown: readonly ShownLink[], chosen: Selection): void {
    const links = shown.map(({ link }) => link);
    if (links.map(({ rank }) => rank).join() !== this.#links.map(({ rank }) => rank).join()) {
      this.#buttons = links.map((link) => this.#button(link));
      this.element.replaceChildren(...this.#buttons.map((button) => make("li", {}, button)));
    }
    this.#links = links;
    this.#buttons.forEach((button, at) => set(button, { "aria-pressed": String(isChosenLink(links[at]!, chosen)) }));
    this.element.hidden = !links.length;
  }

  #button(link: RouteLink): HTMLButtonElement {
    const button = make("button", { type: "button" }, chipOf(link), make("span", {}, sayLink(this.#scene, link)));
    button.addEventListener("click", () => {
      const { layer, head, query, key } = link;
      this.#bus.set(isChosenLink(link, this.#bus.now) ? NO_PLACE : { layer, head, query, key });
    });
    return button;
  }
}

/** A link in a few words: its way, and what its test showed. */
export function sayLink({ tokens }: Scene, link: RouteLink): string {
  const path = `“${tokens[link.key] ?? "?"}” to “${tokens[link.query] ?? "?"}”, layer ${link.layer}`;
  return `${path}: margin changed by ${changeOf(link.observed)}, ${VERDICT_WORDS[link.verdict] ?? link.verdict}`;
}
