import { type Block, decodeBlock } from "./data/decode.ts";
import type { Projection } from "./schema.ts";

/** A projection that is unpacked: coordinates and neighbours by cut and example, both counted from 0. */
export interface Cloud {
  readonly about: Projection;
  /** x, y and z of all examples at a cut, one after the other. */
  points(cut: number): Float32Array;
  /** Places of the nearest examples in the whole space, nearest first. */
  neighbours(cut: number, example: number): number[];
  /** Share of the variance of an axis; null where there is no such component. */
  share(cut: number, axis: number): number | null;
}

/** Unpack a projection from base64 text; rejects with an error that can be shown. */
export async function openProjection(base64: string): Promise<Cloud> {
  return cloudOf(await decodeBlock(base64));
}

/** A projection out of a block that is unpacked already; throws if its arrays do not fit together. */
export function cloudOf(block: Block): Cloud {
  const about = block.scene as unknown as Projection;
  const examples = about.ids.length;
  const points = arrayOf(block, "points", [about.cuts.length, examples, 3]);
  const shares = arrayOf(block, "shares", [about.cuts.length, 3]);
  const near = block.arrays.get("neighbours");
  const count = near?.entry.shape[2] ?? 0;
  if (near) arrayOf(block, "neighbours", [about.cuts.length, examples, count]);
  return {
    about,
    points: (cut) => Float32Array.from(points.subarray(cut * examples * 3, (cut + 1) * examples * 3)),
    neighbours: (cut, example) => {
      const first = (cut * examples + example) * count;
      return near ? Array.from(near.data.subarray(first, first + count)) : [];
    },
    share: (cut, axis) => {
      const share = shares[cut * 3 + axis] ?? Number.NaN;
      return Number.isNaN(share) ? null : share;
    },
  };
}

function arrayOf({ arrays }: Block, name: string, shape: readonly number[]) {
  const found = arrays.get(name);
  if (!found) throw new Error(`The projection has no ${name}.`);
  if (found.entry.shape.join() !== shape.join()) {
    throw new Error(`${name} of the projection has the shape ${found.entry.shape}; ${shape} was expected.`);
  }
  return found.data;
}
