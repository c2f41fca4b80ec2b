import assert from "node:assert/strict";
import { test } from "node:test";
import { freePlace, overlap, thin } from "../src/layout/labels.ts";

const even = Array.from({ length: 20 }, (_, at) => at * 5);

test("names that stand have room, and all stand where there is room", () => {
  const standing = thin(even, 12);
  assert.deepEqual(standing, [0, 3, 6, 9, 12, 15, 18]);
  assert.deepEqual(thin(even, 5), even.map((_, at) => at));
});

test("chosen names stand and their neighbours make room", () => {
  const standing = thin(even, 12, [7, 8]);
  assert.ok(standing.includes(7) && !standing.includes(8) && !standing.includes(6) && !standing.includes(9));
  standing.slice(1).forEach((at, order) => assert.ok(even[at]! - even[standing[order]!]! >= 12));
});

test("a patch goes to the first free place, and nowhere if none is free", () => {
  const patch = (x: number) => ({ x, y: 0, halfWidth: 5, halfHeight: 5 });
  assert.equal(freePlace([patch(0), patch(20)], [patch(3)])?.x, 20);
  assert.equal(freePlace([patch(0), patch(4)], [patch(2)]), null);
  assert.ok(overlap(patch(0), patch(9)) && !overlap(patch(0), patch(10)));
});
