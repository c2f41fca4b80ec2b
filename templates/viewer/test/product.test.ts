import assert from "node:assert/strict";
import { test } from "node:test";
import { entryAt, orderOf, productOf } from "../src/plan/product.ts";
import { ATTENTION, type Made, sceneWith } from "./fixtures.ts";

/** Two query heads over one key head, three tokens, vectors of two entries. */
const VECTORS: readonly Made[] = [
  { name: "queries", dtype: "i1", shape: [1, 2, 3, 2], scale: 1, numbers: [25, 0, 0, 25, 25, -25, 10, 20, -25, 5, 25, 25] },
  { name: "queries_scale", dtype: "u2", shape: [1, 2, 3], scale: 5, numbers: [13107, 26214, 13107, 13107, 52428, 39321] },
  { name: "keys", dtype: "i1", shape: [1, 1, 3, 2], scale: 1, numbers: [25, 25, -25, 0, 15, -25] },
  { name: "keys_scale", dtype: "u2", shape: [1, 1, 3], scale: 5, numbers: [26214, 13107, 39321] },
];
const open = sceneWith([ATTENTION, ...VECTORS], { key_heads: 1, scaling: [0.25] });

test("the score is the sum of products times the scaling, heads sharing key heads", () => {
  const { products, sum, score } = productOf(open, 0, 1, 1, 2)!;
  const expected = [-4 * (15 / 25) * 3, 4 * (5 / 25) * -3];
  products.forEach((product, at) => assert.ok(Math.abs(product - expected[at]!) < 1e-12));
  assert.ok(Math.abs(sum - (expected[0]! + expected[1]!)) < 1e-12);
  assert.ok(Math.abs(score - sum / 4) < 1e-12);
  assert.notEqual(productOf(open, 0, 0, 1, 2)!.score, score);
});

test("no vectors within half a step give a score further off than the error", () => {
  const { query, key, score, error, scaling } = productOf(open, 0, 1, 0, 0)!;
  const half = (entries: readonly number[]) => Math.max(...entries.map(Math.abs)) * (0.5 / 25);
  for (const signs of [[1, 1], [1, -1], [-1, 1], [-1, -1]]) {
    const moved = query.reduce((sum, entry, at) =>
      sum + (entry + signs[0]! * Math.sign(key[at]!) * half(query)) * (key[at]! + signs[1]! * Math.sign(entry) * half(key)), 0);
    assert.ok(Math.abs(moved * scaling - score) <= error + 1e-12);
  }
  assert.ok(error > 0 && error < Math.abs(score));
});

test("without vectors there is no product", () => {
  assert.equal(productOf(sceneWith([ATTENTION]), 0, 0, 0, 0), null);
});

test("entries come as they are or the largest product first, and the pointer finds them", () => {
  assert.deepEqual(orderOf([1, -3, 2], false), [0, 1, 2]);
  assert.deepEqual(orderOf([1, -3, 2], true), [2, 0, 1]);
  assert.equal(entryAt(0, 90, 3), 0);
  assert.equal(entryAt(89, 90, 3), 2);
  assert.equal(entryAt(90, 90, 3), null);
  assert.equal(entryAt(-1, 90, 3), null);
});
