import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { decodeBlock, parseBlock } from "../src/data/decode.ts";
import { vectorOf } from "../src/data/numbers.ts";
import { openScene } from "../src/data/open.ts";
import { ATTENTION, blockOf, expected, RELEVANCE, sceneWith } from "./fixtures.ts";

test("a block comes out of base64 and gzip as it went in", async () => {
  const packed = gzipSync(blockOf([ATTENTION, RELEVANCE])).toString("base64");
  const { scene, arrays } = await decodeBlock(`\n${packed}\n`);
  assert.equal(scene.example, "e1");
  assert.deepEqual([...arrays.get("relevance")!.data], RELEVANCE.numbers);
});

test("stored integers mean what the format says", () => {
  const cuts = { name: "cuts", dtype: "i2", shape: [2, 3], scale: 4, numbers: [32767, -32767, 0, 1, 2, 3] } as const;
  const norms = { name: "norms", dtype: "u2", shape: [2, 3], scale: 10, numbers: [65535, 0, 0, 0, 0, 6553.5] } as const;
  const open = sceneWith([ATTENTION, RELEVANCE, cuts, norms]);
  assert.equal(open.flows.value("attention", 0, 0, 1, 2), (204 / 255) * (204 / 255));
  assert.equal(open.flows.value("relevance", 0, 0, 1, 2), -((60 / 127) * (60 / 127)) * 2);
  assert.equal(open.table("cuts")!.at(0, 1), -4);
  assert.equal(open.table("norms")!.largest, 10);
  assert.equal(open.table("mlp_at"), null);
});

test("weighted flow is attention times the length of what is read", () => {
  const norms = { name: "value_norms", dtype: "u2", shape: [1, 2, 3], scale: 3, numbers: [0, 0, 65535, 0, 0, 0] } as const;
  const { flows } = sceneWith([ATTENTION, norms]);
  assert.deepEqual(flows.quantities, ["attention", "weighted"]);
  assert.equal(flows.value("weighted", 0, 0, 1, 2), ((204 / 255) * (204 / 255)) * 3);
  assert.throws(() => flows.value("relevance", 0, 0, 1, 2), /no relevance/);
});

test("of kept keys only those have a value, and padding is none", () => {
  const kept = { name: "attention", dtype: "u1", shape: [1, 2, 3, 2], scale: 1, numbers: [255, 0, 204, 51, 0, 102, 0, 0, 0, 0, 0, 0] } as const;
  const keys = { name: "attention_keys", dtype: "u2", shape: [1, 2, 3, 2], scale: 1, numbers: [0, 0, 1, 2, 2, 1, 0, 0, 0, 0, 0, 0] } as const;
  const rest = { name: "attention_rest", dtype: "u1", shape: [1, 2, 3], scale: 1, numbers: [0, 51, 0, 0, 0, 0] } as const;
  const { flows } = sceneWith([kept, keys, rest], { keys_kept: 2 });
  assert.equal(flows.value("attention", 0, 0, 0, 0), 1);
  assert.equal(flows.value("attention", 0, 0, 1, 0), null);
  assert.equal(flows.value("attention", 0, 0, 2, 1), (102 / 255) * (102 / 255));
  assert.equal(flows.rest("attention", 0, 0, 1), (51 / 255) * (51 / 255));
});

test("vectors are scaled row by row", () => {
  const queries = { name: "queries", dtype: "i1", shape: [1, 2, 3, 2], scale: 1, numbers: [0, 0, 25, -25, 0, 0, 0, 0, 0, 0, 0, 0] } as const;
  const scales = { name: "queries_scale", dtype: "u2", shape: [1, 2, 3], scale: 2.5, numbers: [0, 65535, 0, 0, 0, 0] } as const;
  const { block } = sceneWith([ATTENTION, queries, scales]);
  assert.deepEqual(vectorOf(block, "queries", 0, 0, 1), [2.5, -2.5]);
  assert.equal(vectorOf(block, "keys", 0, 0, 1), null);
});

test("damaged blocks are refused with the reason", () => {
  const whole = blockOf([ATTENTION]);
  assert.throws(() => parseBlock(whole.slice(0, -8)), /attention ends beyond the block/);
  assert.throws(() => parseBlock(whole.slice(0, 3)), /too short/);
  assert.throws(() => parseBlock(blockOf([], { version: 2 })), /version 2/);
  const longer = whole.slice();
  new DataView(longer.buffer).setUint32(0, 1e9, true);
  assert.throws(() => parseBlock(longer), /header is said to have/);
  assert.throws(() => sceneWith([{ ...ATTENTION, dtype: "u2" }]), /stored as u2; u1 was expected/);
  assert.throws(() => sceneWith([{ ...ATTENTION, name: "surprise" }]), /surprise/);
  assert.throws(() => sceneWith([{ ...ATTENTION, shape: [1, 2, 9] }]), /attention has the shape/);
  assert.throws(() => sceneWith([ATTENTION], { keys_kept: 3 }), /does not say which/);
});

test("blocks written by Python open", async () => {
  for (const { block } of Object.values(expected<Record<string, { block: string }>>("arcs.json"))) {
    const open = await openScene(block);
    assert.deepEqual(open.flows.quantities, ["relevance", "attention", "weighted"]);
  }
});
