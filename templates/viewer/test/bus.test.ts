import assert from "node:assert/strict";
import { test } from "node:test";
import { Bus, fromHash, NO_PLACE, NOTHING, type Selection, toHash, within } from "../src/bus.ts";

const FULL: Selection = { view: "city", quantity: "relevance", layer: 3, head: 7, query: 5, key: 2, from: 1, to: 4, least: 0.05, order: "token",
  other: "f é~", otherLayer: 2, otherHead: 1 };

test("an address says only what is chosen", () => {
  assert.equal(toHash("12", { ...NOTHING, view: "city", quantity: "relevance", layer: 3, head: 7, query: 5, key: 2 }), "#ex-12~v=city&n=relevance&l=3&h=7&q=5&k=2");
  assert.equal(toHash("12", NOTHING), "#ex-12");
});

test("a selection comes back from its address", () => {
  assert.deepEqual(fromHash(toHash("a~b é", FULL)), { example: "a~b é", selection: FULL });
  assert.deepEqual(fromHash(toHash("x", NOTHING)), { example: "x", selection: NOTHING });
  assert.notDeepEqual(fromHash(toHash("x", { ...FULL, head: 6 })), { example: "x", selection: FULL });
});

test("what cannot be read in an address is left out", () => {
  assert.equal(fromHash("#examples?q=good"), null);
  assert.equal(fromHash(""), null);
  const found = fromHash("#ex-1~l=-2&h=x&q=1e9&n=love&t=7&f=4&k=&o=word");
  assert.deepEqual(found, { example: "1", selection: NOTHING });
});

test("an address whose escapes stand for no text names no example", () => {
  assert.equal(fromHash("#ex-%E0%A4%A~v=city"), null);
  assert.equal(fromHash("#ex-%C3%A9~v=city")?.example, "é");
});

test("a selection is kept within the example", () => {
  const size = { layers: 3, heads: 8, tokens: 6 };
  assert.deepEqual(within(FULL, size), { ...FULL, layer: null, from: null, to: null });
  assert.deepEqual(within(FULL, { layers: 6, heads: 12, tokens: 9 }), FULL);
});

test("listeners hear of changes, of nothing else, and no longer once they left", () => {
  const bus = new Bus("e");
  const heard: (number | null)[] = [];
  const leave = bus.subscribe((now, before) => heard.push(now.layer, before.layer));
  bus.set({ layer: 2 });
  bus.set({ layer: 2 });
  bus.set(NO_PLACE);
  leave();
  bus.set({ layer: 1 });
  assert.deepEqual(heard, [2, null, null, 2]);
});
