import assert from "node:assert/strict";
import { test } from "node:test";
import { type Order, type Part, Times } from "../src/layout/times.ts";

const PARTS: readonly Part[] = ["state", "cache", "head", "attention", "mlp"];
const climb = (order: Order, { from = 0, to = 2, tokens = 4 } = {}) => new Times({ order, from, to, tokens });

test("by layer, all tokens pass a part together; by token, each after all of the one before", () => {
  for (const part of PARTS) {
    const [together, alone] = [climb("layer"), climb("token")];
    assert.equal(together.of(part, 1, 0), together.of(part, 1, 3));
    assert.ok(alone.of(part, 0, 3) > alone.of("state", 3, 2), part);
    assert.equal(alone.of(part, 1, 3) - alone.of(part, 1, 2), 4);
    assert.equal(alone.of(part, 2, 1) - alone.of(part, 1, 1), 1);
  }
});

test("within a layer the parts come in the order in which they are computed", () => {
  const times = climb("token");
  const passed = PARTS.map((part) => times.of(part, 1, 2));
  assert.deepEqual(passed, [...passed].sort((a, b) => a - b));
  assert.ok(passed.at(-1)! < times.of("state", 2, 2));
  assert.equal(times.of("arc", 1, 2), times.of("state", 1, 2));
});

test("a sum over tokens is complete with the last one", () => {
  assert.equal(climb("token").ofAll("head", 1), climb("token").of("head", 1, 3));
  assert.notEqual(climb("token").ofAll("head", 1), climb("token").of("head", 1, 2));
});

test("the lowest drawn layer is passed first", () => {
  const sliced = climb("token", { from: 2, to: 2 });
  assert.equal(sliced.of("state", 2, 0), 0);
  assert.equal(sliced.of("state", 2, 1), 2);
  assert.deepEqual(sliced.place(0.5), { layer: 2, isAbove: false, token: 0 });
  assert.equal(climb("layer", { from: 1 }).end, 2.6);
});

test("where the pulse is undoes when it is there", () => {
  const times = climb("token", { from: 1, to: 3 });
  for (const token of [0, 1, 3]) {
    for (const layer of [1, 2, 3]) {
      assert.deepEqual(times.place(times.of("mlp", layer, token)), { layer, isAbove: false, token });
    }
    assert.deepEqual(times.place(times.of("state", 4, token) + 0.5), { layer: 3, isAbove: true, token });
  }
  assert.deepEqual(times.place(times.end), { layer: 3, isAbove: true, token: 3 });
  assert.deepEqual(climb("layer").place(1.2), { layer: 1, isAbove: false, token: null });
});

test("the cache of a layer holds a token as soon as its key and value are computed, not before", () => {
  const times = climb("token");
  assert.equal(times.cached(0), 0);
  assert.equal(times.cached(times.of("cache", 1, 2) - 0.01), 2);
  assert.equal(times.cached(times.of("cache", 1, 2)), 3);
  assert.equal(times.cached(times.end), 4);
  assert.equal(climb("layer").cached(0), 4);
});

test("however long the text, a play takes no longer than half a minute", () => {
  for (const [tokens, to] of [[40, 23], [512, 23], [3, 1]] as const) {
    const times = climb("token", { tokens, to });
    assert.ok(times.end / times.pace <= 30 + 1e-9);
    assert.ok(times.pace >= 0.8);
  }
  assert.equal(climb("layer").pace, 0.8);
});

test("the light lingers longer where a climb is long", () => {
  assert.equal(climb("layer", { to: 23 }).linger, 1);
  assert.equal(climb("token", { to: 1 }).linger, 1);
  assert.ok(climb("token", { to: 23 }).linger > 6);
});
