import assert from "node:assert/strict";
import { test } from "node:test";
import { cellOf, differenceOf, type Grid, gridOf, largestOf, shrink, shrunkOf } from "../src/plan/grid.ts";
import { likenessOf, pairingOf, sameTokens } from "../src/plan/pairing.ts";
import { ATTENTION, type Made, RELEVANCE, sceneWith } from "./fixtures.ts";

const open = sceneWith([ATTENTION, RELEVANCE]);
const close = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-12, `${a} is not ${b}`);

/** Two heads of which only the largest key of each row is stored. */
const KEPT: readonly Made[] = [
  { name: "attention", dtype: "u1", shape: [1, 2, 3, 1], scale: 1, numbers: [255, 204, 102, 51, 255, 0] },
  { name: "attention_keys", dtype: "u2", shape: [1, 2, 3, 1], scale: 1, numbers: [0, 2, 1, 0, 2, 0] },
];

test("a square holds what the flows hold, heads averaged for attention and added for relevance", () => {
  const one = gridOf(open, "attention", 0, 1);
  const both = gridOf(open, "relevance", 0, null);
  const mean = gridOf(open, "attention", 0, null);
  for (let query = 0; query < 3; query += 1) {
    for (let key = 0; key < 3; key += 1) {
      const at = query * 3 + key;
      close(one.values[at]!, open.flows.value("attention", 0, 1, query, key)!);
      close(both.values[at]!, open.flows.value("relevance", 0, 0, query, key)! + open.flows.value("relevance", 0, 1, query, key)!);
      close(both.values[at]!, cellOf(open, "relevance", 0, null, query, key)!.value);
      close(mean.values[at]!, cellOf(open, "attention", 0, null, query, key)!.value);
    }
  }
  assert.notDeepEqual(both, gridOf(open, "relevance", 0, 0));
});

test("what is not stored is not a zero", () => {
  const kept = sceneWith(KEPT, { keys_kept: 1 });
  const grid = gridOf(kept, "attention", 0, 0);
  assert.equal(grid.values[0], 1);
  assert.ok(Number.isNaN(grid.values[1]!));
  assert.equal(cellOf(kept, "attention", 0, 0, 0, 1), null);
  assert.ok(Number.isNaN(gridOf(kept, "attention", 0, 1).values[2 * 3]!), "a filled-up slot counts as not stored");
});

test("in a causal model the future is a true zero", () => {
  const kept = sceneWith(KEPT, { keys_kept: 1, causal: true });
  assert.equal(gridOf(kept, "attention", 0, 0).values[1], 0);
  assert.ok(Number.isNaN(gridOf(sceneWith(KEPT, { keys_kept: 1 }), "attention", 0, 0).values[1]!));
});

/** A square of numbers that are all different, one of them by far the largest. */
function squareWithPeak(size: number, peak: number, value: number): Grid {
  return { size, values: Float64Array.from({ length: size * size }, (_, at) => (at === peak ? value : ((at * 7919) % 100) / 1000)) };
}

test("shrinking keeps the largest number of every bin, with its sign", () => {
  for (const size of [9, 64, 100]) {
    for (const peak of [0, size + 3, size * size - 1]) {
      const small = shrink(squareWithPeak(size, peak, -5), { row: 0, column: 0, count: size }, 8);
      assert.equal(small.size, 8);
      const bin = (at: number) => Math.floor((at * 8) / size);
      assert.equal(small.values[bin(Math.floor(peak / size)) * 8 + bin(peak % size)], -5);
      assert.equal(small.values.filter((value) => value === -5).length, 1);
    }
  }
});

test("picking every so many cells would lose it", () => {
  const large = squareWithPeak(64, 64 + 3, -5);
  const picked = Array.from({ length: 64 }, (_, at) => large.values[Math.floor(at / 8) * 8 * 64 + (at % 8) * 8]);
  assert.ok(!picked.includes(-5));
});

test("a part that is shrunk is the part, and large squares are shrunk the same way without being made", () => {
  const grid = gridOf(open, "relevance", 0, 1);
  const part = shrink(grid, { row: 1, column: 0, count: 2 }, 2);
  assert.deepEqual([...part.values], [grid.values[3], grid.values[4], grid.values[6], grid.values[7]]);
  for (const bins of [1, 2, 3, 50]) {
    assert.deepEqual(shrunkOf(open, "relevance", 0, 1, bins), shrink(grid, { row: 0, column: 0, count: 3 }, bins));
  }
});

test("a difference is cell by cell, unknown where either is, and needs the same tokens", () => {
  const [a, b] = [gridOf(open, "relevance", 0, 0), gridOf(open, "relevance", 0, 1)];
  close(differenceOf(b, a).values[0]!, b.values[0]! - a.values[0]!);
  assert.ok(Number.isNaN(differenceOf({ size: 1, values: Float64Array.of(Number.NaN) }, { size: 1, values: Float64Array.of(1) }).values[0]!));
  assert.throws(() => differenceOf(a, { size: 1, values: Float64Array.of(1) }), /no difference/);
  const other = sceneWith([ATTENTION, RELEVANCE], { tokens: ["[CLS]", "so", "bad"] });
  assert.ok(!sameTokens(open, other));
  assert.equal(pairingOf({ open, layer: 0, head: 0 }, { open: other, layer: 0, head: 0 }, "relevance").difference, null);
  const pairing = pairingOf({ open, layer: 0, head: 0 }, { open, layer: 0, head: 1 }, "relevance");
  assert.equal(pairing.most, Math.max(largestOf(a), largestOf(b)));
});

test("likeness is 1 for itself, -1 for its negative, and null where nothing varies", () => {
  const grid = gridOf(open, "relevance", 0, 0);
  close(likenessOf(grid, grid)!, 1);
  close(likenessOf(grid, { size: 3, values: grid.values.map((value) => -value) })!, -1);
  assert.equal(likenessOf(grid, { size: 3, values: new Float64Array(9) }), null);
});
