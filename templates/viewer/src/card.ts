import { type Bus, NO_PLACE } from "./bus.ts";

const SELECT = "auditkit:select";

/** What tables and texts say when a token is chosen in them. */
interface Choice {
  readonly example: string;
  readonly token: number | null;
}

/**
 * Link the rest of an example's card with its viewer: a token chosen in the text or a table (event `auditkit:select`)
 * is chosen here, and what is chosen here is marked there. The answer unlinks them.
 */
export function linkCard(section: HTMLElement, bus: Bus): () => void {
  const card = section.closest("[data-card]") ?? section;
  const hear = (event: Event) => {
    const { example, token } = (event as CustomEvent<Choice>).detail;
    if (example === bus.example) bus.set({ ...NO_PLACE, query: token });
  };
  const unsubscribe = bus.subscribe(({ query, key }) => markTokens(card, query, key));
  document.addEventListener(SELECT, hear);
  return () => {
    unsubscribe();
    document.removeEventListener(SELECT, hear);
    markTokens(card, null, null);
  };
}

function markTokens(card: Element, query: number | null, key: number | null): void {
  for (const place of card.querySelectorAll<HTMLElement>("tr[data-token], [data-t]")) {
    const token = Number(place.dataset["token"] ?? place.dataset["t"]);
    if (token === query || token === key) place.setAttribute("aria-current", "true");
    else place.removeAttribute("aria-current");
  }
}
