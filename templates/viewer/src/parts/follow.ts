import type { Bus, Selection } from "../bus.ts";
import type { Page } from "../views/view.ts";

/**
 * Call `draw` now, and again when the selection, the theme or the width of `el` changes; the answer ends that.
 * Without a width (the view is hidden) nothing is drawn.
 */
export function follow(el: HTMLElement, bus: Bus, page: Page, draw: (now: Selection) => void): () => void {
  let width = el.clientWidth;
  const redraw = () => {
    if (el.clientWidth > 0) draw(bus.now);
  };
  const observer = new ResizeObserver(() => {
    if (el.clientWidth === width) return;
    width = el.clientWidth;
    redraw();
  });
  observer.observe(el);
  const ends = [bus.subscribe(redraw), page.onTheme(redraw), () => observer.disconnect()];
  redraw();
  return () => ends.forEach((end) => end());
}
