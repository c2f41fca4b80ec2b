import { type ArrayEntry, type Scene, VERSION } from "../schema.ts";

/** Integers or floats as they lie in the block. */
export type Stored = Uint8Array | Int8Array | Uint16Array | Int16Array | Float32Array;

/** One array of a block: `data` is in C order, `entry` has its shape and scale. */
export interface StoredArray {
  readonly entry: ArrayEntry;
  readonly data: Stored;
}

/** A block taken apart; arrays by name. */
export interface Block {
  readonly scene: Scene;
  readonly arrays: ReadonlyMap<string, StoredArray>;
}

const KINDS = {
  u1: Uint8Array,
  i1: Int8Array,
  u2: Uint16Array,
  i2: Int16Array,
  f4: Float32Array,
} as const;

const HEADER_LENGTH_BYTES = 4;
const ALIGNMENT = 8;

/** Take gzipped bytes apart that stand in the page as base64 text; rejects with a clear error. */
export async function decodeBlock(base64: string): Promise<Block> {
  return parseBlock(await inflate(bytesOf(base64)));
}

/** Take the unpacked bytes of a block apart; throws an error that says what is wrong with them. */
export function parseBlock(bytes: Uint8Array<ArrayBuffer>): Block {
  const scene = readHeader(bytes);
  const start = HEADER_LENGTH_BYTES + headerLength(bytes);
  const arrays = new Map<string, StoredArray>();
  for (const entry of scene.arrays) {
    if (arrays.has(entry.name)) throw new Error(`The block has two arrays named ${entry.name}.`);
    arrays.set(entry.name, readArray(bytes, start, entry));
  }
  return { scene, arrays };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64.trim());
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}

async function inflate(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function headerLength(bytes: Uint8Array): number {
  if (bytes.byteLength < HEADER_LENGTH_BYTES) throw new Error("The block is too short to hold a header.");
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  if (HEADER_LENGTH_BYTES + length > bytes.byteLength) {
    throw new Error(`The header is said to have ${length} bytes; the block has ${bytes.byteLength}.`);
  }
  if ((HEADER_LENGTH_BYTES + length) % ALIGNMENT) throw new Error("The header does not end at a multiple of 8 bytes.");
  return length;
}

function readHeader(bytes: Uint8Array): Scene {
  const end = HEADER_LENGTH_BYTES + headerLength(bytes);
  const scene = JSON.parse(new TextDecoder().decode(bytes.subarray(HEADER_LENGTH_BYTES, end))) as Scene;
  if (scene.version !== VERSION) throw new Error(`The block has version ${scene.version}; this viewer reads ${VERSION}.`);
  return scene;
}

function readArray(bytes: Uint8Array<ArrayBuffer>, start: number, entry: ArrayEntry): StoredArray {
  const Kind = KINDS[entry.dtype];
  if (!Kind) throw new Error(`${entry.name} has the unknown type ${entry.dtype}.`);
  if (!entry.shape.every((size) => Number.isInteger(size) && size >= 0)) throw new Error(`${entry.name} has no proper shape.`);
  const count = entry.shape.reduce((product, size) => product * size, 1);
  const from = bytes.byteOffset + start + entry.offset;
  if (entry.offset % ALIGNMENT) throw new Error(`${entry.name} does not begin at a multiple of 8 bytes.`);
  if (start + entry.offset + count * Kind.BYTES_PER_ELEMENT > bytes.byteLength) {
    throw new Error(`${entry.name} ends beyond the block.`);
  }
  return { entry, data: new Kind(bytes.buffer, from, count) };
}
