import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseBlock } from "../src/data/decode.ts";
import { type OpenScene, sceneOf } from "../src/data/open.ts";
import type { Scene } from "../src/schema.ts";

const FOLDER = "../../tests/fixtures/viewer";

/** What Python worked out, by the name of its file; throws if there is nothing of the kind. */
export function expected<Content>(name: string): Content {
  if (!readdirSync(FOLDER).includes(name)) throw new Error(`${FOLDER} has no ${name}: python -m tests.viewer_fixtures writes it.`);
  const content = JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as Content;
  if (!Object.keys(content as object).length) throw new Error(`${name} holds no case.`);
  return content;
}

const BYTES = { u1: 1, i1: 1, u2: 2, i2: 2, f4: 4 } as const;
type Dtype = keyof typeof BYTES;

/** An array for a block made by hand. */
export interface Made {
  readonly name: string;
  readonly dtype: Dtype;
  readonly shape: readonly number[];
  readonly scale: number;
  readonly numbers: readonly number[];
}

const HEADER: Scene = {
  version: 1, example: "e1", tokens: ["[CLS]", "so", "good"], special: [true, false, false], words: [-1, 0, 1], segments: [-1, 0, 0],
  layers: 1, heads: 2, key_heads: 2, causal: false, sinks: [0], target: "yes", foil: "no", margin: 1.5, base: -0.25, method: "ledger",
  read: [0], keys_kept: null, scaling: [0.5], lens: [], grade: null, route: [], arrays: [], depth: null,
};

/** The bytes of a block with these arrays; `change` overrides parts of the header of a scene with one layer, two heads and three tokens. */
export function blockOf(arrays: readonly Made[], change: Partial<Scene> = {}): Uint8Array<ArrayBuffer> {
  let offset = 0;
  const entries = arrays.map(({ name, dtype, shape, scale, numbers }) => {
    const entry = { name, dtype, shape, scale, offset };
    offset += padded(numbers.length * BYTES[dtype]);
    return entry;
  });
  const text = JSON.stringify({ ...HEADER, arrays: entries, ...change });
  const length = padded(4 + new TextEncoder().encode(text).length) - 4;
  const bytes = new Uint8Array(4 + length + offset).fill(0x20, 4, 4 + length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, length, true);
  bytes.set(new TextEncoder().encode(text), 4);
  entries.forEach((entry, at) => arrays[at]!.numbers.forEach((number, place) =>
    write(view, entry.dtype, 4 + length + entry.offset + place * BYTES[entry.dtype], number)));
  return bytes;
}

/** A scene with these arrays. */
export function sceneWith(arrays: readonly Made[], change: Partial<Scene> = {}): OpenScene {
  return sceneOf(parseBlock(blockOf(arrays, change)));
}

/** Attention of two heads over three tokens: weights (q / 255)^2. */
export const ATTENTION: Made = {
  name: "attention", dtype: "u1", shape: [1, 2, 3, 3], scale: 1,
  numbers: [255, 0, 0, 51, 102, 204, 0, 204, 102, 0, 0, 255, 51, 51, 51, 102, 204, 0],
};

/** Relevance of the same: sign(q) (q / 127)^2 times 2. */
export const RELEVANCE: Made = {
  name: "relevance", dtype: "i1", shape: [1, 2, 3, 3], scale: 2,
  numbers: [127, 0, 0, 10, -20, -60, 0, 60, 5, 0, 0, 127, 0, 1, 60, -30, 0, 90],
};

const padded = (size: number) => Math.ceil(size / 8) * 8;

function write(view: DataView, dtype: Dtype, at: number, number: number): void {
  if (dtype === "u1") view.setUint8(at, number);
  else if (dtype === "i1") view.setInt8(at, number);
  else if (dtype === "u2") view.setUint16(at, number, true);
  else if (dtype === "i2") view.setInt16(at, number, true);
  else view.setFloat32(at, number, true);
}
