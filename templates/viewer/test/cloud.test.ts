import assert from "node:assert/strict";
import { test } from "node:test";
import { parseBlock } from "../src/data/decode.ts";
import { groupsOf, MOST_GROUPS, pointAt, reachOf, rotate, seenFrom, turnBy } from "../src/plan/cloud.ts";
import { cloudOf } from "../src/projection.ts";
import { blockOf, type Made } from "./fixtures.ts";

const POINTS = Float32Array.of(3, 0, 0, 0, 4, 0, 0, 0, -5, 1, 1, 1);
const FRONT = { azimuth: 0, elevation: 0 };
const near = (a: readonly number[], b: readonly number[]) => a.forEach((value, at) => assert.ok(Math.abs(value - b[at]!) < 1e-9, `${a} is not ${b}`));

test("turning keeps lengths and goes the way it says", () => {
  near(rotate(FRONT, [1, 2, 3]), [1, 2, 3]);
  near(rotate({ azimuth: 90, elevation: 0 }, [1, 0, 0]), [0, 0, 1]);
  near(rotate({ azimuth: 0, elevation: 90 }, [0, 1, 0]), [0, 0, 1]);
  near([Math.hypot(...rotate({ azimuth: 33, elevation: -21 }, [1, 2, 3]))], [Math.hypot(1, 2, 3)]);
});

test("turns go round, and no further up than the top", () => {
  assert.deepEqual(turnBy({ azimuth: 170, elevation: 80 }, 20, 30), { azimuth: -170, elevation: 90 });
  assert.deepEqual(turnBy({ azimuth: -170, elevation: -80 }, -20, -30), { azimuth: 170, elevation: -90 });
});

test("whatever the turn, every point is in the frame, the farthest is drawn first and the middle is the middle", () => {
  for (let azimuth = -180; azimuth < 180; azimuth += 15) {
    const seen = seenFrom(POINTS, { azimuth, elevation: azimuth / 2 }, 600, 400, 30);
    assert.ok(seen.every(({ x, y }) => x >= 30 && x <= 570 && y >= 30 && y <= 370));
    assert.ok(seen.every(({ depth }, at) => at === 0 || depth >= seen[at - 1]!.depth));
  }
  near([seenFrom(Float32Array.of(0, 0, 0), FRONT, 600, 400, 30)[0]!.x], [300]);
  assert.equal(reachOf(POINTS), 5);
});

test("a click finds the closest point, of two at one place the nearer to the eye, and nothing far away", () => {
  const seen = seenFrom(POINTS, FRONT, 600, 400, 30);
  for (const { point, x, y } of seen) assert.equal(pointAt(seen, x + 2, y, 14), point);
  assert.equal(pointAt(seen, 5, 5, 14), null);
  const behind = seenFrom(Float32Array.of(0, 0, -1, 0, 0, 1), FRONT, 600, 400, 30);
  assert.equal(pointAt(behind, 300, 200, 14), 1);
});

test("the most frequent labels have groups, equal ones by name, the rest none", () => {
  assert.deepEqual(groupsOf(["b", "a", "b", "c", "a"]), ["a", "b", "c"]);
  const many = Array.from({ length: 20 }, (_, at) => `label ${at}`);
  assert.equal(groupsOf([...many, "label 19"]).length, MOST_GROUPS);
  assert.equal(groupsOf([...many, "label 19"])[0], "label 19");
});

const ARRAYS: readonly Made[] = [
  { name: "points", dtype: "f4", shape: [2, 2, 3], scale: 1, numbers: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] },
  { name: "neighbours", dtype: "u2", shape: [2, 2, 1], scale: 1, numbers: [1, 0, 1, 0] },
  { name: "shares", dtype: "f4", shape: [2, 3], scale: 1, numbers: [0.5, 0.25, Number.NaN, 1, 0, 0] },
];
const ABOUT = { ids: ["a", "b"], names: ["A", "B"], gold: ["x", null], predicted: ["x", "y"], correct: [true, null], cuts: [0, 1] };

test("a projection is read cut by cut, and a component that is not there has no share", () => {
  const cloud = cloudOf(parseBlock(blockOf(ARRAYS, ABOUT as object)));
  assert.deepEqual([...cloud.points(1)], [6, 7, 8, 9, 10, 11]);
  assert.deepEqual(cloud.neighbours(0, 1), [0]);
  assert.deepEqual([0, 1, 2].map((axis) => cloud.share(0, axis)), [0.5, 0.25, null]);
});

test("arrays that do not fit the examples are refused", () => {
  assert.throws(() => cloudOf(parseBlock(blockOf(ARRAYS, { ...ABOUT, ids: ["a", "b", "c"] } as object))), /shape/);
  assert.throws(() => cloudOf(parseBlock(blockOf(ARRAYS.slice(1), ABOUT as object))), /no points/);
});
