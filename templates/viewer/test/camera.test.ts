import assert from "node:assert/strict";
import { test } from "node:test";
import { cameraAt, eyeOf, PRESETS, project, rayThrough } from "../src/layout/camera.ts";
import { City, type Measure } from "../src/layout/city.ts";
import { plus, times, type Vector } from "../src/layout/vector.ts";
import { expected } from "./fixtures.ts";

interface Seen {
  readonly plan: Measure;
  readonly preset: keyof typeof PRESETS;
  readonly frame: [number, number];
  readonly distance: number;
  readonly points: [number, number, number][];
  readonly pixels: [number, number][];
}

const NEAR = 1e-6;

function cameraOf({ plan, preset, frame: [width, height] }: Seen) {
  return cameraAt(new City(plan).outline(), PRESETS[preset], { width, height });
}

function farthest(seen: Seen, camera = cameraOf(seen)): number {
  return Math.max(...seen.points.map((point, at) => {
    const { x, y } = project(camera, point);
    return Math.hypot(x - seen.pixels[at]![0], y - seen.pixels[at]![1]);
  }));
}

test("points are seen at the same pixels as in Python", () => {
  for (const seen of expected<Seen[]>("camera.json")) {
    assert.ok(Math.abs(cameraOf(seen).distance - seen.distance) < NEAR);
    assert.ok(farthest(seen) < NEAR, `${JSON.stringify(seen.plan)} ${seen.preset}: ${farthest(seen)} pixels away`);
  }
});

test("a camera turned by a tenth of a degree sees them elsewhere", () => {
  for (const seen of expected<Seen[]>("camera.json").filter(({ preset }) => preset === "orbit")) {
    const [width, height] = seen.frame;
    const turned = cameraAt(new City(seen.plan).outline(), { azimuth: 24.1, elevation: 14 }, { width, height });
    assert.ok(farthest(seen, turned) > 0.01);
  }
});

test("the outline fits into the frame and nearly fills it, and zooming comes nearer", () => {
  const outline = new City({ tokens: 20, layers: 6, heads: 12 }).outline();
  const frame = { width: 900, height: 560 };
  for (const angles of Object.values(PRESETS)) {
    const seen = outline.map((point) => project(cameraAt(outline, angles, frame), point));
    assert.ok(seen.every(({ x, y }) => x >= 0 && x <= 900 && y >= 0 && y <= 560));
    const zoomed = cameraAt(outline, angles, frame, 2);
    assert.ok(Math.abs(zoomed.distance * 2 - cameraAt(outline, angles, frame).distance) < 1e-9);
  }
  const close = outline.map((point) => project(cameraAt(outline, PRESETS.orbit, frame, 2), point));
  assert.ok(close.some(({ x, y }) => x < 0 || x > 900 || y < 0 || y > 560));
});

test("a ray through a pixel meets the point seen there", () => {
  const camera = cameraAt(new City({ tokens: 9, layers: 2, heads: 3 }).outline(), PRESETS.orbit, { width: 900, height: 560 });
  const point: Vector = [1.5, 2.25, -0.75];
  const { x, y, depth } = project(camera, point);
  const met = plus(eyeOf(camera), times(rayThrough(camera, x, y), depth));
  met.forEach((place, axis) => assert.ok(Math.abs(place - point[axis]!) < 1e-9));
});
