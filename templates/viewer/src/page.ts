import { type OpenScene, openScene } from "./data/open.ts";
import type { PageExample } from "./views/view.ts";

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

const START = 36;

/** The examples whose cards are filled, in the order of the page. */
export function examplesInPage(): PageExample[] {
  return Array.from(document.querySelectorAll<HTMLElement>(BLOCKS), (block) => ({
    id: block.dataset["example"] ?? "",
    start: startOf(block.closest("[data-card]")?.querySelector("[data-text]")?.textContent ?? ""),
  }));
}

function startOf(text: string): string {
  const letters = [...text.replace(/\s+/g, " ").trim()];
  return letters.length > START ? `${letters.slice(0, START - 1).join("").trimEnd()}…` : letters.join("");
}

/** Whether the report's cards are spread over several pages, of which this is one. */
export function isOneOfPages(): boolean {
  return document.querySelector("nav.turn") !== null;
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
  document.dispatchEvent(new CustomEvent("auditkit:fill", { detail: { example } }));
  const block = [...document.querySelectorAll<HTMLElement>(BLOCKS)].find((one) => one.dataset["example"] === example);
  if (!block) throw new Error(`Example ${example} is not in this page.`);
  return openScene(block.textContent ?? "");
}
