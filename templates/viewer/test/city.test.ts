import assert from "node:assert/strict";
import { test } from "node:test";
import { arcWidth, City } from "../src/layout/city.ts";
import { pointOn } from "../src/layout/vector.ts";

const city = new City({ tokens: 20, layers: 6, heads: 12 });
const near = (a: number, b: number) => Math.abs(a - b) < 1e-12;

test("floors, lanes and the shelf follow from the numbers of tokens, layers and heads", () => {
  assert.equal(city.layerHeight, 2.5);
  assert.equal(city.depth, 7);
  assert.ok(near(city.lane, 7 / 12));
  assert.equal(city.shelf, 11);
  assert.equal(city.reach, 2);
  assert.equal(new City({ tokens: 4, layers: 6, heads: 2 }).layerHeight, 1.5);
});

test("columns, floors and lanes are centred and in order", () => {
  assert.equal(city.column(0), -9.5);
  assert.equal(city.column(19), 9.5);
  assert.equal(city.floor(6), 15);
  assert.ok(near(city.laneOf(0), -city.laneOf(11)));
  assert.ok(city.laneOf(1) > city.laneOf(0));
});

test("an arc runs from the key below to the query above and bulges into its head's lane", () => {
  const curve = city.arc({ layer: 2, head: 11, query: 7, key: 3 });
  assert.deepEqual(pointOn(curve, 0), [city.column(3), 5, 0]);
  assert.deepEqual(pointOn(curve, 1), [city.column(7), 7.5, 0]);
  const [x, y, z] = pointOn(curve, 0.5);
  assert.ok(near(x, (city.column(3) + city.column(7)) / 2));
  assert.ok(near(y, 6.25));
  assert.ok(near(z, city.laneOf(11)));
  assert.ok(!near(pointOn(city.arc({ layer: 2, head: 10, query: 7, key: 3 }), 0.5)[2], city.laneOf(11)));
});

test("sizes of boxes and arcs grow with their numbers", () => {
  const [small, large] = [city.tile(0, 0, 0), city.tile(0, 0, 1)];
  assert.ok(near(small.high[1] - small.low[1], 0.04));
  assert.ok(near(large.high[1] - large.low[1], 0.04 + 0.3 * 2.5));
  const cube = city.cube("mlp", 1, 4, 0.25);
  assert.ok(near(cube.high[0] - cube.low[0], 0.25));
  assert.ok(near((cube.high[1] + cube.low[1]) / 2, 2.5 * 1.8));
  const bar = city.headBar(1, 5, 0.5);
  assert.ok(near(bar.high[0] - bar.low[0], 1));
  assert.ok(near(bar.high[1] - bar.low[1], 0.22 * 2.5));
  assert.ok(near(city.mlpBar(0, 1).high[2], 1.75));
  assert.equal(arcWidth(0), 0.75);
  assert.equal(arcWidth(1), 5);
});

test("the outline of one layer is a slice of the whole", () => {
  const heights = (points: readonly (readonly number[])[]) => [Math.min(...points.map(([, y]) => y!)), Math.max(...points.map(([, y]) => y!))];
  assert.equal(city.outline().length, 12);
  assert.deepEqual(heights(city.outline()), [0, 15.75]);
  assert.deepEqual(heights(city.outline(2, 2)), [5, 8.25]);
});
