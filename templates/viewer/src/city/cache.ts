import type { Selection } from "../bus.ts";
import { valueLengths } from "../data/cache.ts";
import type { OpenScene } from "../data/open.ts";
import type { City } from "../layout/city.ts";
import type { Times } from "../layout/times.ts";
import { isOther, NOWHERE, type ShownBox } from "./bodies.ts";

/** More blocks than this are not drawn: then a block stands for several neighbouring tokens. */
export const MOST_BLOCKS = 1000;

/** The cache as it is drawn. */
export interface ShownCache {
  readonly blocks: readonly ShownBox[];
  /** How many neighbouring tokens a block stands for. */
  readonly run: number;
  /** Whether heights say how long values are; else all blocks are alike. */
  readonly isMeasured: boolean;
}

/** The cache of the drawn layers: a block for the key and value of each token, there once the pulse has passed it. */
export function cacheOf(open: OpenScene, city: City, times: Times, chosen: Selection): ShownCache {
  const { from, to, tokens } = times.course;
  const lengths = valueLengths(open);
  const run = Math.ceil(tokens / Math.max(1, Math.floor(MOST_BLOCKS / times.layers)));
  const blocks: ShownBox[] = [];
  for (let layer = from; layer <= to; layer += 1) {
    for (let first = 0; first < tokens; first += run) {
      const held = Array.from({ length: Math.min(run, tokens - first) }, (_, step) => first + step);
      const last = first + held.length - 1;
      const share = lengths?.largest ? mean(held.map((token) => lengths.at(layer, token))) / lengths.largest : 1;
      blocks.push({
        box: city.block(layer, first, last, share), share, tone: "stored", when: times.of("cache", layer, last),
        isDimmed: held.every((token) => isOther(chosen, token)), what: { ...NOWHERE, kind: "cache", layer, token: first },
      });
    }
  }
  return { blocks, run, isMeasured: lengths !== null };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
