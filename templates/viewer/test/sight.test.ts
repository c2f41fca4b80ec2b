import assert from "node:assert/strict";
import { test } from "node:test";
import { cellAt, FEWEST_SEEN, nearest, scrollTo, seenAt, sideOf, sightOf, step } from "../src/plan/matrix.ts";
import { barOf, cornerOf, headAt, sheetOf, stepHead } from "../src/plan/thumbs.ts";

test("the cell under the middle of every drawn cell is that cell, and none beside the square", () => {
  for (const [count, width, row, column] of [[25, 640, 0, 0], [13, 300, 5, 12], [512, 640, 0, 0], [512, 300, 0, 0]] as const) {
    const sight = sightOf({ row, column, count }, width, 50, 40);
    for (const [down, along] of [[0, 0], [count - 1, 0], [Math.floor(count / 2), count - 1]] as const) {
      const found = cellAt(sight, 50 + (along + 0.5) * sight.cell, 40 + (down + 0.5) * sight.cell);
      assert.deepEqual(found, { query: row + down, key: column + along });
    }
    assert.equal(cellAt(sight, 49, 60), null);
    assert.equal(cellAt(sight, 60, 39), null);
    assert.equal(cellAt(sight, 50 + sideOf(sight) + 0.5, 60), null);
    assert.ok(50 + sideOf(sight) < width);
  }
});

test("a place half a cell further on is another cell", () => {
  const sight = sightOf({ row: 0, column: 0, count: 25 }, 640, 50, 40);
  assert.notDeepEqual(cellAt(sight, 50 + 3.4 * sight.cell, 60), cellAt(sight, 50 + 4.1 * sight.cell, 60));
});

test("zoom halves what is seen down to the fewest", () => {
  assert.equal(seenAt(100, 0), 100);
  assert.equal(seenAt(100, 1), 50);
  assert.equal(seenAt(100, 9), FEWEST_SEEN);
  assert.equal(seenAt(5, 3), 5);
  assert.equal(nearest(5), 0);
  assert.equal(seenAt(100, nearest(100)), FEWEST_SEEN);
});

test("scrolling keeps the token in sight, moves no further than it must, and stops at the ends", () => {
  assert.equal(scrollTo(10, 8, 12, 50), 10);
  assert.equal(scrollTo(10, 8, 18, 50), 11);
  assert.equal(scrollTo(10, 8, 3, 50), 3);
  assert.equal(scrollTo(49, 8, 49, 50), 42);
  for (let token = 0; token < 50; token += 1) {
    const first = scrollTo(20, 8, token, 50);
    assert.ok(first <= token && token < first + 8);
  }
});

test("arrow keys stop at the edge, other keys do nothing", () => {
  assert.deepEqual(step({ query: 0, key: 0 }, "ArrowUp", 3), { query: 0, key: 0 });
  assert.deepEqual(step({ query: 0, key: 0 }, "ArrowRight", 3), { query: 0, key: 1 });
  assert.deepEqual(step({ query: 2, key: 2 }, "ArrowDown", 3), { query: 2, key: 2 });
  assert.deepEqual(step({ query: 1, key: 1 }, "End", 3), { query: 1, key: 2 });
  assert.equal(step({ query: 1, key: 1 }, "a", 3), null);
});

test("the picture under the middle of every head is that head's, and gaps are nobody's", () => {
  for (const [layers, heads, width] of [[6, 12, 900], [24, 16, 900], [24, 16, 320], [2, 2, 320]] as const) {
    const sheet = sheetOf(layers, heads, width);
    for (const head of [{ layer: 0, head: 0 }, { layer: layers - 1, head: heads - 1 }]) {
      const [x, y] = cornerOf(sheet, head);
      assert.deepEqual(headAt(sheet, x + sheet.side / 2, y + sheet.side / 2), head);
    }
    assert.equal(headAt(sheet, sheet.left - 1, sheet.top + 1), null);
    const [x, y] = cornerOf(sheet, { layer: 0, head: 1 });
    assert.equal(headAt(sheet, x - 1, y + 1), null);
    assert.ok(sheet.width <= width, `${layers} x ${heads} in ${width}`);
  }
});

test("bars go right for, left against, and the largest fills its half", () => {
  const sheet = sheetOf(2, 2, 400);
  const [x] = cornerOf(sheet, { layer: 0, head: 0 });
  const middle = x + sheet.side / 2;
  assert.deepEqual([barOf(sheet, { layer: 0, head: 0 }, 2, 2, true).x, barOf(sheet, { layer: 0, head: 0 }, 2, 2, true).width], [middle, sheet.side / 2]);
  const against = barOf(sheet, { layer: 0, head: 0 }, -1, 2, true);
  assert.equal(against.x + against.width, middle);
  assert.equal(against.width, sheet.side / 4);
  assert.equal(barOf(sheet, { layer: 0, head: 0 }, 2, 2, false).width, sheet.side);
  assert.equal(barOf(sheet, { layer: 0, head: 0 }, 0, 0, true).width, 0);
});

test("arrow keys go from head to head and stop at the edge", () => {
  const sheet = sheetOf(2, 3, 400);
  assert.deepEqual(stepHead({ layer: 0, head: 2 }, "ArrowRight", sheet), { layer: 0, head: 2 });
  assert.deepEqual(stepHead({ layer: 0, head: 2 }, "ArrowDown", sheet), { layer: 1, head: 2 });
  assert.equal(stepHead({ layer: 0, head: 2 }, "x", sheet), null);
});
