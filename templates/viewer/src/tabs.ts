import { make, set } from "./dom.ts";
import type { View } from "./views/view.ts";

let made = 0;

/** A row of tabs and the stage they share. Arrow keys, Home and End move; the chosen tab is the only one in the tab order. */
export class Tabs {
  readonly element = set(make("div", { className: "viewer-tabs" }), { role: "tablist", "aria-label": "Views of this example" });
  readonly stage = set(make("div", { className: "viewer-stage", id: `viewer-stage-${made += 1}` }), { role: "tabpanel" });
  readonly #buttons: HTMLButtonElement[];
  readonly #names: string[];

  constructor(views: readonly View[], chosen: (name: string) => void) {
    this.#names = views.map(({ name }) => name);
    this.#buttons = views.map(({ name, title }) => {
      const tab = set(make("button", { type: "button", textContent: title, id: `${this.stage.id}-${name}` }), {
        role: "tab", "aria-controls": this.stage.id,
      });
      tab.addEventListener("click", () => chosen(name));
      return tab;
    });
    this.element.append(...this.#buttons);
    this.element.addEventListener("keydown", (event) => {
      const next = this.#nextTo(event.key);
      if (next === null) return;
      event.preventDefault();
      this.#buttons[next]?.focus();
      chosen(this.#names[next] ?? "");
    });
  }

  /** Mark the tab of the view that is shown. */
  mark(name: string): void {
    this.#buttons.forEach((tab, at) => {
      const isChosen = this.#names[at] === name;
      set(tab, { "aria-selected": String(isChosen) }).tabIndex = isChosen ? 0 : -1;
      if (isChosen) set(this.stage, { "aria-labelledby": tab.id });
    });
  }

  #nextTo(key: string): number | null {
    const last = this.#buttons.length - 1;
    const now = this.#buttons.findIndex((tab) => tab.tabIndex === 0);
    if (key === "ArrowRight") return now === last ? 0 : now + 1;
    if (key === "ArrowLeft") return now <= 0 ? last : now - 1;
    if (key === "Home") return 0;
    return key === "End" ? last : null;
  }
}
