import type { OpenScene } from "../data/open.ts";
import { QUANTITY_NAMES } from "../describe.ts";
import { draw } from "../dom.ts";
import { tileTable } from "./bodies.ts";
import type { Shown } from "./shown.ts";

/** The parts of the picture, as each is drawn beside its line of the key. */
export const PICTURES = {
  floor: ["M6 3h24l-5 8H1z"],
  lane: ["M1 12C1 3 12 3 15 3S30 3 30 12", "M1 12C1 7 12 7 15 7S30 7 30 12"],
  tile: ["M9 5h16l-4 6H5z"],
  head: ["M3 6h16v3H3z"],
  mlp: ["M3 2h22v10H3z"],
  cube: ["M15 0v14", "M11 3h8v8h-8z"],
} as const;
export type Part = keyof typeof PICTURES;

/** What the parts of a picture stand for: only those that are drawn. */
export function partsOf(open: OpenScene, { quantity, isSigned }: Pick<Shown, "quantity" | "isSigned">): [Part, string][] {
  const { layers, heads } = open.scene;
  const lanes = `Heads lie one behind the other${heads > 1 ? `, from h0 at the back to h${heads - 1} in front` : ""}; an arc passes its head half-way up.`;
  const found: [Part, string][] = [
    ["floor", `Floors: what stands between layers, from the input (before layer 0) up to the output (after layer ${layers - 1}). Each token is a column.`],
    ["lane", lanes],
    ["tile", sayTiles(open, isSigned)],
    ["head", `Narrow bars on the right: ${isSigned ? "what each head brings to all tokens" : `the sum of ${QUANTITY_NAMES[quantity]} over a head’s messages, without tokens to themselves and special tokens`}.`],
  ];
  if (!isSigned) return found;
  if (open.table("mlp_totals")) found.push(["mlp", "Wide bars on the right: what each layer’s feed-forward part brings to all tokens."]);
  const cubes = sayCubes(open);
  return cubes ? [...found, ["cube", cubes]] : found;
}

function sayTiles(open: OpenScene, isSigned: boolean): string {
  const table = tileTable(open, isSigned ? "relevance" : "attention");
  if (!table) return "Tiles: the tokens’ states; all alike, because this example has no numbers of them.";
  const isRelevance = table === open.table("cuts");
  const what = isRelevance ? "what a token’s state contributes there, against the blank text" : "how long a token’s state is there (its norm)";
  return `Tiles on a floor: ${what}; higher and stronger in colour is more${isRelevance ? ", hatched opposes" : ""}.`;
}

function sayCubes(open: OpenScene): string | null {
  const names = [["attention_at", "attention (lower)"], ["mlp_at", "the feed-forward part (upper)"]] as const;
  const brought = names.flatMap(([name, words]) => (open.table(name) ? [words] : []));
  return brought.length ? `Cubes on a column: what ${brought.join(" and ")} of that layer brings to the token.` : null;
}

/** The drawing of a part. */
export function picture(part: Part): SVGSVGElement {
  const paths = PICTURES[part].map((d) => draw("path", { d }));
  return draw("svg", { width: 32, height: 14, viewBox: "0 0 32 14", class: `city-part is-${part}`, "aria-hidden": "true" }, ...paths);
}
