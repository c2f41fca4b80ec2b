import assert from "node:assert/strict";
import { test } from "node:test";
import { cameraAt, PRESETS, project } from "../src/layout/camera.ts";
import { City, type Measure } from "../src/layout/city.ts";
import { type Body, pick } from "../src/layout/pick.ts";
import { pointOn } from "../src/layout/vector.ts";
import { expected } from "./fixtures.ts";

interface Bars {
  readonly plan: Measure;
  readonly preset: keyof typeof PRESETS;
  readonly pixels: [number, number][];
}

const FRAME = { width: 900, height: 560 };

function barsOf(city: City): Body<number>[] {
  return Array.from({ length: city.layers * city.heads }, (_, at) =>
    ({ box: city.headBar(Math.floor(at / city.heads), at % city.heads, 1), what: at }));
}

test("at the places worked out in Python lies the right head of the right layer", () => {
  for (const { plan, preset, pixels } of expected<Bars[]>("picks.json")) {
    const city = new City(plan);
    const camera = cameraAt(city.outline(), PRESETS[preset], FRAME);
    assert.equal(pixels.length, plan.layers * plan.heads);
    pixels.forEach(([x, y], at) => assert.equal(pick(camera, barsOf(city), [], x, y), at));
    const [x, y] = pixels[0]!;
    const [nextX] = pixels[1]!;
    assert.equal(pick(camera, barsOf(city), [], nextX, y), 1);
    assert.notEqual(pick(camera, barsOf(city), [], x, y), 1);
  }
});

const city = new City({ tokens: 10, layers: 2, heads: 4 });
const camera = cameraAt(city.outline(), PRESETS.orbit, FRAME);
const arc = { curve: city.arc({ layer: 0, head: 3, query: 8, key: 1 }), width: 3, what: "arc" };

test("a line is picked on it and beside it, but not far from it", () => {
  const { x, y } = project(camera, pointOn(arc.curve, 0.4));
  assert.equal(pick(camera, [], [arc], x, y), "arc");
  assert.equal(pick(camera, [], [arc], x, y + 5), "arc");
  assert.equal(pick(camera, [], [arc], x, y + 25), null);
});

test("what lies nearer is picked: a wall before a line hides it, one behind does not", () => {
  const [x0, y0, z0] = pointOn(arc.curve, 0.5);
  const spot = project(camera, [x0, y0, z0]);
  const wall = (z: number, what: string) => ({ box: { low: [-20, -20, z] as const, high: [20, 20, z + 0.1] as const }, what });
  assert.equal(pick(camera, [wall(z0 + 2, "before")], [arc], spot.x, spot.y), "before");
  assert.equal(pick(camera, [wall(z0 - 2, "behind")], [arc], spot.x, spot.y), "arc");
  assert.equal(pick(camera, [wall(z0 - 2, "behind"), wall(z0 - 5, "further")], [], spot.x, spot.y), "behind");
});
