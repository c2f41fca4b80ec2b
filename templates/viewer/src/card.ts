import { type Bus, NO_PLACE, type Selection } from "./bus.ts";
import type { Quantity } from "./data/flows.ts";
import { button, listen } from "./dom.ts";

const SELECT = "auditkit:select";

/** What tables and texts say when a token is chosen in them. */
interface Choice {
  readonly example: string;
  readonly token: number | null;
}

/** Flows of a card's table, by the tensor of the evidence that their numbers are cited from. */
const TENSORS: Readonly<Record<string, Quantity>> = { edges: "relevance", attention: "attention" };

/** A row of the table of flows, and what it stands for. */
interface FlowRow {
  readonly row: HTMLTableRowElement;
  readonly flow: Pick<Selection, "layer" | "head" | "query" | "key"> & { readonly quantity: Quantity };
}

/**
 * Link the rest of an example's card with its viewer: a token chosen in the text or a table (event `auditkit:select`)
 * or a flow of the table of the largest is chosen here, and what is chosen here is marked there. The answer unlinks them.
 */
export function linkCard(section: HTMLElement, bus: Bus): () => void {
  const card = section.closest("[data-card]") ?? section;
  const hear = (event: Event) => {
    const { example, token } = (event as CustomEvent<Choice>).detail;
    if (example === bus.example) bus.set({ ...NO_PLACE, query: token });
  };
  const flows = flowsIn(card, bus.example);
  const ends = flows.map((one) => offer(one, section, bus));
  const unsubscribe = bus.subscribe((now) => {
    markTokens(card, now.query, now.key);
    markFlows(flows, now);
  });
  document.addEventListener(SELECT, hear);
  return () => {
    ends.forEach((end) => end());
    unsubscribe();
    document.removeEventListener(SELECT, hear);
    markTokens(card, null, null);
  };
}

function markTokens(card: Element, query: number | null, key: number | null): void {
  for (const place of card.querySelectorAll<HTMLElement>("tr[data-token], [data-t]")) {
    const tokens = `${place.dataset["also"] ?? ""} ${place.dataset["token"] ?? place.dataset["t"]}`.trim().split(" ").map(Number);
    if (tokens.some((token) => token === query || token === key)) place.setAttribute("aria-current", "true");
    else place.removeAttribute("aria-current");
  }
}

/** The rows of the table of flows; their place stands in what their number cites, e.g. `...#edges/5/9/0/4`. */
function flowsIn(card: Element, example: string): FlowRow[] {
  const rows = card.querySelectorAll<HTMLTableRowElement>(`#${CSS.escape(`ex-${example}-flows`)} tbody tr`);
  return [...rows].flatMap((row) => {
    const cited = row.querySelector<HTMLElement>("[data-evidence]")?.dataset["evidence"] ?? "";
    const [, tensor = "", ...place] = /#(\w+)\/(\d+)\/(\d+)\/(\d+)\/(\d+)$/.exec(cited) ?? [];
    const quantity = TENSORS[tensor];
    if (!quantity) return [];
    const [layer, head, query, key] = place.map(Number) as [number, number, number, number];
    return [{ row, flow: { quantity, layer, head, query, key } }];
  });
}

/** Put a button into a row that chooses its flow; a click anywhere in the row does the same. */
function offer({ row, flow }: FlowRow, section: HTMLElement, bus: Bus): () => void {
  const chooser = button("show", () => undefined, `Show this flow in the viewer: layer ${flow.layer}, head ${flow.head}`);
  chooser.className = "viewer-flow-show";
  row.cells[1]?.append(" ", chooser);
  const forget = listen(row, "click", () => {
    bus.set(flow);
    section.scrollIntoView({ block: "nearest", behavior: "instant" });
  });
  return () => {
    forget();
    chooser.remove();
  };
}

function markFlows(flows: readonly FlowRow[], now: Selection): void {
  for (const { row, flow } of flows) {
    const isChosen = flow.layer === now.layer && flow.head === now.head && flow.query === now.query && flow.key === now.key;
    if (isChosen) row.setAttribute("aria-current", "true");
    else row.removeAttribute("aria-current");
  }
}
