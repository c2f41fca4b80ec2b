import { make } from "../dom.ts";
import type { RouteLink } from "../schema.ts";

const CONFIRMED = "confirmed";

/** A link's number, with a minus where what it sits on opposes the target. */
export function labelOf({ rank, relevance }: Pick<RouteLink, "rank" | "relevance">): string {
  return `${rank + 1}${relevance < 0 ? "−" : ""}`;
}

/** The styles of a link's number: its sign, and filled only where the link's test confirmed it. */
export function stylesOf({ relevance, verdict }: Pick<RouteLink, "relevance" | "verdict">): string[] {
  return ["city-chip", relevance < 0 ? "is-against" : "is-for", ...(verdict === CONFIRMED ? ["is-told"] : [])];
}

/** A link's number, to be looked at: what is pressed is its line in the list. */
export function chipOf(link: RouteLink): HTMLElement {
  return make("span", { className: stylesOf(link).join(" "), textContent: labelOf(link) });
}
