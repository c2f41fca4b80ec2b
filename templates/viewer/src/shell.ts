import { linkAddress } from "./address.ts";
import { Bus, NO_PLACE } from "./bus.ts";
import type { OpenScene } from "./data/open.ts";
import { describe } from "./describe.ts";
import { button, make, message, set } from "./dom.ts";
import { linkCard } from "./card.ts";
import { examplesInPage, isOneOfPages, isStill, onTheme, openInPage } from "./page.ts";
import { paletteAt } from "./palette.ts";
import { Tabs } from "./tabs.ts";
import { VIEWS } from "./views/index.ts";
import type { Page, View } from "./views/view.ts";

/** One example's viewer: tabs, a stage for one view at a time, and a panel that says what is chosen. */
export class Shell {
  readonly #section: HTMLElement;
  readonly #open: OpenScene;
  readonly #bus: Bus;
  readonly #tabs: Tabs;
  readonly #panel = set(make("div", { className: "viewer-panel" }), { role: "status", "aria-live": "polite" });
  readonly #note = make("div", { className: "viewer-note" });
  #shown: View | null = null;
  #takeAway: (() => void) | null = null;

  constructor(section: HTMLElement, open: OpenScene) {
    this.#section = section;
    this.#open = open;
    this.#bus = new Bus(open.scene.example);
    this.#tabs = new Tabs(VIEWS, (view) => this.#bus.set({ view }));
    this.#insert();
    linkAddress(this.#bus, open.scene);
    linkCard(section, this.#bus);
    this.#bus.subscribe(() => this.#follow());
    section.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.#bus.set(NO_PLACE);
    });
    this.#say();
  }

  /** The element views draw in. */
  get stage(): HTMLElement {
    return this.#tabs.stage;
  }

  /** Draw the chosen view, if none is drawn. */
  wake(): void {
    if (!this.#takeAway) this.#show(this.#chosenView());
  }

  /** Take the drawn view away, and all that it holds; the picture drawn in the report stands in its place, and the page keeps its length. */
  sleep(): void {
    this.#section.style.minHeight = `${this.#section.offsetHeight}px`;
    this.#takeAway?.();
    this.#takeAway = null;
    this.#section.classList.remove("is-live");
  }

  #insert(): void {
    const bar = make("div", { className: "viewer-bar" }, this.#tabs.element, button("Clear", () => this.#bus.set(NO_PLACE), "Clear the selection"));
    const body = make("div", { className: "viewer-body" }, this.#tabs.stage, this.#panel);
    this.#section.prepend(bar, this.#note, body);
    this.#tabs.mark(this.#chosenView().name);
  }

  #chosenView(): View {
    const [first] = VIEWS;
    const chosen = VIEWS.find(({ name }) => name === this.#bus.now.view) ?? first;
    if (!chosen) throw new Error("The viewer has no views.");
    return chosen;
  }

  #follow(): void {
    this.#say();
    if (!this.#takeAway) this.#tabs.mark(this.#chosenView().name);
    if (!this.#takeAway || this.#chosenView() === this.#shown) return;
    this.sleep();
    this.#show(this.#chosenView());
  }

  #show(view: View): void {
    this.#shown = view;
    this.#tabs.mark(view.name);
    this.#note.replaceChildren();
    this.#tabs.stage.replaceChildren();
    this.#section.classList.add("is-live");
    this.#section.style.minHeight = "";
    try {
      const unmount = view.mount(this.#tabs.stage, this.#open, this.#bus, this.#page());
      this.#takeAway = () => {
        unmount();
        this.#tabs.stage.replaceChildren();
      };
    } catch (error) {
      this.#fallBack(`This view could not be drawn: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  /** Show the report's own picture and why; `mayReturn` offers to draw the view anew. */
  #fallBack(reason: string, mayReturn = false): void {
    const takeAway = this.#takeAway;
    this.#takeAway = () => undefined;
    takeAway?.();
    this.#tabs.stage.replaceChildren();
    this.#section.classList.remove("is-live");
    this.#note.replaceChildren(message(reason), ...(mayReturn ? [button("Try again", () => this.#tryAgain())] : []));
  }

  #tryAgain(): void {
    this.#show(this.#chosenView());
    this.#section.querySelector<HTMLElement>("[role=tab][aria-selected=true]")?.focus({ preventScroll: true });
  }

  #say(): void {
    this.#panel.replaceChildren(...describe(this.#open, this.#bus.now).map((line) => make("p", {}, line)));
  }

  #page(): Page {
    return {
      still: isStill(),
      palette: () => paletteAt(this.#section),
      onTheme,
      examples: examplesInPage,
      isOneOfPages: isOneOfPages(),
      open: openInPage,
      fallBack: (reason, mayReturn) => this.#fallBack(reason, mayReturn),
    };
  }
}
