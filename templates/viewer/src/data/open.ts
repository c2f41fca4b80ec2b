import type { Scene } from "../schema.ts";
import { type Block, decodeBlock } from "./decode.ts";
import { type Flows, flowsOf } from "./flows.ts";
import { meaningOf, type Table, tableOf } from "./numbers.ts";

/** An example that views can draw: its header, its arrays and its flows. */
export interface OpenScene {
  readonly scene: Scene;
  readonly block: Block;
  readonly flows: Flows;
  /** The named array in the units of the contract, or null where the example has none. */
  table(name: string): Table | null;
}

/** Unpack an example from base64 text; rejects with an error that can be shown. */
export async function openScene(base64: string): Promise<OpenScene> {
  return sceneOf(await decodeBlock(base64));
}

/** An example out of a block that is unpacked already; throws if it has an array that no example has. */
export function sceneOf(block: Block): OpenScene {
  for (const stored of block.arrays.values()) meaningOf(stored);
  const known = new Map<string, Table | null>();
  const table = (name: string): Table | null => {
    if (!known.has(name)) known.set(name, tableOf(block, name));
    return known.get(name) ?? null;
  };
  return { scene: block.scene, block, flows: flowsOf(block), table };
}
