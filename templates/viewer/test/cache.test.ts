import assert from "node:assert/strict";
import { test } from "node:test";
import { NOTHING } from "../src/bus.ts";
import { MOST_BOXES } from "../src/city/bodies.ts";
import { cacheOf, MOST_BLOCKS } from "../src/city/cache.ts";
import { sayCache } from "../src/city/key.ts";
import { shownOf } from "../src/city/shown.ts";
import { presentAt, sayWhere } from "../src/city/where.ts";
import { valueLengths } from "../src/data/cache.ts";
import { describe } from "../src/describe.ts";
import { City } from "../src/layout/city.ts";
import { Times } from "../src/layout/times.ts";
import { ATTENTION, type Made, RELEVANCE, sceneWith } from "./fixtures.ts";

/** Two heads over three tokens: means 3, 1.5 and 2 of at most 4. */
const NORMS: Made = { name: "value_norms", dtype: "u2", shape: [1, 2, 3], scale: 4, numbers: [32767.5, 16383.75, 0, 65535, 32767.5, 65535].map(Math.round) };
const open = sceneWith([ATTENTION, RELEVANCE, NORMS], { causal: true });
const bare = sceneWith([ATTENTION], { causal: true });
const BY_TOKEN = { ...NOTHING, order: "token" } as const;
const near = (a: number, b: number) => Math.abs(a - b) < 1e-4;
const height = ({ low, high }: { low: readonly number[]; high: readonly number[] }) => high[1]! - low[1]!;

function plan({ tokens, layers, from = 0 }: { tokens: number; layers: number; from?: number }) {
  const times = new Times({ order: "token", from, to: layers - 1, tokens });
  return [new City({ tokens, layers, heads: 2 }), times] as const;
}

test("lengths are means over heads", () => {
  const lengths = valueLengths(open)!;
  assert.deepEqual([0, 1, 2].map((token) => Math.round(lengths.at(0, token) * 100) / 100), [3, 1.5, 2]);
  assert.ok(near(lengths.largest, 3));
  assert.equal(valueLengths(bare), null);
});

test("a block is as high as its value is long, stands in its token's column, and behind all lanes", () => {
  const [city, times] = plan({ tokens: 3, layers: 1 });
  const { blocks, run, isMeasured } = cacheOf(open, city, times, NOTHING);
  assert.deepEqual([blocks.length, run, isMeasured], [3, 1, true]);
  const [first, second, third] = blocks.map(({ box }) => height(box));
  assert.ok(first! > third! && third! > second!);
  blocks.forEach(({ box, share, what }, token) => {
    assert.ok(near((box.low[0] + box.high[0]) / 2, city.column(token)));
    assert.ok(near(share, valueLengths(open)!.at(0, token) / 3));
    assert.ok(box.high[2] < -city.depth / 2 && box.high[1] < city.floor(1));
    assert.deepEqual([what.kind, what.layer, what.token], ["cache", 0, token]);
  });
});

test("without lengths all blocks are alike, and the legend says so", () => {
  const [city, times] = plan({ tokens: 3, layers: 1 });
  const cache = cacheOf(bare, city, times, NOTHING);
  assert.equal(new Set(cache.blocks.map(({ box }) => height(box))).size, 1);
  assert.match(sayCache(cache), /all alike: this example has no lengths/);
  assert.doesNotMatch(sayCache(cacheOf(open, city, times, NOTHING)), /alike/);
});

test("blocks are there from their time on", () => {
  const [city, times] = plan({ tokens: 3, layers: 1 });
  const { blocks } = cacheOf(open, city, times, NOTHING);
  const seen = (time: number | null) => presentAt(blocks, time).length;
  assert.deepEqual([0, times.of("cache", 0, 0) + 0.01, times.of("cache", 0, 2) - 0.01, times.end, null].map(seen), [0, 1, 2, 3, 3]);
  assert.equal(presentAt(shownOf(open, NOTHING).boxes, 0).length, shownOf(open, NOTHING).boxes.length);
});

test("only the drawn layers have blocks, and a long text has wider ones, as many as are allowed", () => {
  const [city, times] = plan({ tokens: 512, layers: 24 });
  const { blocks, run } = cacheOf(bare, city, times, NOTHING);
  assert.ok(blocks.length <= MOST_BLOCKS && run > 1);
  assert.ok(near(blocks[0]!.box.high[0] - blocks[0]!.box.low[0], run - 1 + 0.72));
  assert.equal(blocks[0]!.when, times.of("cache", 0, run - 1));
  assert.match(sayCache({ blocks, run, isMeasured: false }), new RegExp(`${run} neighbouring tokens`));
  const [tall, sliced] = plan({ tokens: 3, layers: 4, from: 3 });
  assert.deepEqual(cacheOf(bare, tall, sliced, NOTHING).blocks.map(({ what }) => what.layer), [3, 3, 3]);
});

test("the cache is drawn where tokens climb one by one, and other tokens than the chosen one are dimmed", () => {
  assert.equal(shownOf(open, NOTHING).cache, null);
  const shown = shownOf(open, { ...BY_TOKEN, query: 1 });
  assert.deepEqual(shown.cache!.blocks.map(({ isDimmed }) => isDimmed), [true, false, true]);
  assert.equal(shownOf(sceneWith([ATTENTION, NORMS]), BY_TOKEN).cache, null);
  assert.ok(shown.boxes.length + shown.cache!.blocks.length <= MOST_BOXES);
});

test("arcs start when their token enters their layer", () => {
  const shown = shownOf(open, BY_TOKEN);
  assert.ok(shown.arcs.length > 0);
  for (const { start, what } of shown.arcs) assert.equal(start, 2 * what.query! + what.layer!);
  for (const { start, what } of shownOf(open, NOTHING).arcs) assert.equal(start, what.layer);
});

test("the picture holds the cache only where it is drawn", () => {
  const [city] = plan({ tokens: 3, layers: 1 });
  const back = (points: readonly (readonly number[])[]) => Math.min(...points.map(([, , z]) => z!));
  assert.equal(back(city.outline()), -city.depth / 2);
  assert.equal(back(city.outline(0, 0, { withCache: true })), city.block(0, 0, 0, 1).low[2]);
  assert.equal(city.outline(0, 0, { withCache: true }).length, city.outline().length);
});

test("words say which token is in which layer and what the cache holds", () => {
  const [, times] = plan({ tokens: 3, layers: 1 });
  const say = (time: number | null) => sayWhere(open.scene, times, time);
  assert.equal(say(null), "all tokens, all layers; cache: 3 tokens");
  assert.equal(say(times.of("mlp", 0, 1)), "token 1 “so”, layer 0; cache: 2 tokens");
  assert.equal(say(times.of("state", 0, 1)), "token 1 “so”, layer 0; cache: 1 token");
  assert.equal(say(times.end), "token 2 “good”, output; cache: 3 tokens");
});

test("by layer, words name the layer alone, and a slice is no output unless it is the last layer", () => {
  const scene = { ...open.scene, layers: 3 };
  const say = (from: number, to: number, time: number | null) => sayWhere(scene, new Times({ order: "layer", from, to, tokens: 3 }), time);
  assert.deepEqual([null, 1.5, 3].map((time) => say(0, 2, time)), ["all layers", "layer 1", "output"]);
  assert.deepEqual([null, 0.5, 1].map((time) => say(1, 1, time)), ["layer 1", "layer 1", "after layer 1"]);
  assert.equal(say(1, 2, null), "layers 1 to 2");
});

test("a token in a layer of a causal model is described with its cache", () => {
  const say = (some: typeof open) => describe(some, { ...NOTHING, layer: 0, query: 1 }).join("\n");
  assert.match(say(open), /Cache of layer 0, “so” \(token 1\): .*mean length of 1\.50/);
  assert.doesNotMatch(say(bare), /length/);
  assert.match(say(sceneWith([ATTENTION], { causal: true, key_heads: 1 })), /1 for 2 heads/);
  assert.doesNotMatch(say(sceneWith([ATTENTION, NORMS])), /Cache/);
});
