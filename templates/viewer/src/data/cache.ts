import type { Table } from "./numbers.ts";
import type { OpenScene } from "./open.ts";

const known = new WeakMap<OpenScene, Table | null>();

/** Mean over heads of the length of what a token's value writes, |W_O v|, by layer and token; null where it is not stored. */
export function valueLengths(open: OpenScene): Table | null {
  const found = known.get(open);
  if (found !== undefined) return found;
  const lengths = meanOverHeads(open.table("value_norms"));
  known.set(open, lengths);
  return lengths;
}

function meanOverHeads(norms: Table | null): Table | null {
  if (!norms) return null;
  const [layers = 0, heads = 0, tokens = 0] = norms.shape;
  const means = Float64Array.from({ length: layers * tokens }, (_, place) => {
    let sum = 0;
    for (let head = 0; head < heads; head += 1) sum += norms.at(Math.floor(place / tokens), head, place % tokens);
    return sum / heads;
  });
  const at = (layer = 0, token = 0) => means[layer * tokens + token] ?? Number.NaN;
  return { shape: [layers, tokens], at, largest: means.reduce((most, mean) => Math.max(most, mean), 0), error: norms.error };
}
