import { type OpenScene, openScene } from "./data/open.ts";

/** Whether the reader asked for no motion, as the system says now. */
export function isStill(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Call `draw` when the theme's colours change, by the report's switch or by the system, until the answer is called. */
export function onTheme(draw: () => void): () => void {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const observer = new MutationObserver(draw);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  system.addEventListener("change", draw);
  return () => {
    observer.disconnect();
    system.removeEventListener("change", draw);
  };
}

const BLOCKS = "script.scene[data-example]";
const opened = new Map<string, Promise<OpenScene>>();

/** How many unpacked examples are kept: the one that is read, one to compare it with, and one to go back to. */
const KEPT = 3;

/** Ids of the examples whose cards are filled, in the order of the page. */
export function examplesInPage(): string[] {
  return Array.from(document.querySelectorAll<HTMLElement>(BLOCKS), (block) => block.dataset["example"] ?? "");
}

/** Unpack an example of this page; rejects if the page has none of this name or if it is damaged. */
export function openInPage(example: string): Promise<OpenScene> {
  const known = opened.get(example);
  const opening = known ?? openFresh(example);
  opened.delete(example);
  opened.set(example, opening);
  opening.catch(() => opened.delete(example));
  for (const oldest of opened.keys()) {
    if (opened.size <= KEPT) break;
    opened.delete(oldest);
  }
  return opening;
}

async function openFresh(example: string): Promise<OpenScene> {
  if (!("DecompressionStream" in globalThis)) throw new Error("This browser cannot unpack the example (no DecompressionStream).");
  const block = [...document.querySelectorAll<HTMLElement>(BLOCKS)].find((one) => one.dataset["example"] === example);
  if (!block) throw new Error(`Example ${example} is not in this page.`);
  return openScene(block.textContent ?? "");
}
