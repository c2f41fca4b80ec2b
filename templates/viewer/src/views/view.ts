import type { Bus } from "../bus.ts";
import type { OpenScene } from "../data/open.ts";
import type { Palette } from "../palette.ts";

/** An example of the page, by its id and the start of its text. */
export interface PageExample {
  readonly id: string;
  readonly start: string;
}

/** What a view may ask of the page around it. */
export interface Page {
  /** Whether the reader asked for no motion. */
  readonly still: boolean;
  /** The theme's colours, as they are now. */
  palette(): Palette;
  /** Draw again whenever the theme changes, until the answer is called. */
  onTheme(draw: () => void): () => void;
  /** All examples in the page that can be opened, in the order of the page. */
  examples(): readonly PageExample[];
  /** Whether there are more examples, on other pages of the report. */
  readonly isOneOfPages: boolean;
  /** Open another example; rejects with an error that can be shown. */
  open(example: string): Promise<OpenScene>;
  /** Show the picture drawn in the report itself instead of this view, with the reason; `mayReturn` offers to draw the view anew. */
  fallBack(reason: string, mayReturn?: boolean): void;
}

/**
 * One way to look at an example. Views know nothing of each other: each draws into `el`, sets on the bus what is
 * chosen in it, and shows what is chosen there. The panel beside the stage says in words what is chosen, so a view
 * need not. `mount` may throw: the message is then shown in the view's place. The answer of `mount` takes
 * everything away again: listeners, frames, contexts.
 */
export interface View {
  /** Short name, as in the address. */
  readonly name: string;
  /** Text of its tab. */
  readonly title: string;
  mount(el: HTMLElement, open: OpenScene, bus: Bus, page: Page): () => void;
}
