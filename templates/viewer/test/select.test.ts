import assert from "node:assert/strict";
import { test } from "node:test";
import type { Quantity } from "../src/data/flows.ts";
import { openScene } from "../src/data/open.ts";
import { MOST_ARCS, selectArcs, usualFilter } from "../src/data/select.ts";
import { ATTENTION, expected, RELEVANCE, sceneWith } from "./fixtures.ts";

interface Chosen {
  readonly arcs: number[][];
  readonly values: number[];
  readonly k: number;
  readonly totals: [number, number, number, number];
}
type Cases = Record<string, { block: string; chosen: Record<Quantity, Chosen> }>;

test("the same flows are drawn as in Python, in the same order", async () => {
  for (const [name, { block, chosen }] of Object.entries(expected<Cases>("arcs.json"))) {
    const { scene, flows } = await openScene(block);
    for (const quantity of flows.quantities) {
      const { arcs, k, totals } = selectArcs(scene, flows, quantity, usualFilter(scene, flows, quantity));
      const wanted = chosen[quantity];
      assert.deepEqual(arcs.map(({ layer, head, query, key }) => [layer, head, query, key]), wanted.arcs, `${name}, ${quantity}`);
      assert.deepEqual(arcs.map(({ value }) => value), wanted.values, `${name}, ${quantity}`);
      assert.equal(k, wanted.k);
      [totals.drawn, totals.self, totals.sinks, totals.rest].forEach((sum, at) =>
        assert.ok(Math.abs(sum - wanted.totals[at]!) < 1e-9 * (1 + Math.abs(wanted.totals[at]!)), `${name}, ${quantity}: sum ${at}`));
    }
  }
});

test("one exchanged number changes what is drawn", async () => {
  const [{ block, chosen }] = Object.values(expected<Cases>("arcs.json")) as [Cases[string]];
  const open = await openScene(block);
  const stored = open.block.arrays.get("relevance")!.data;
  stored[stored.findIndex((number) => number === 127 || number === -127)] = 1;
  const { arcs } = selectArcs(open.scene, open.flows, "relevance", usualFilter(open.scene, open.flows, "relevance"));
  assert.notDeepEqual(arcs.map(({ value }) => value), chosen.relevance.values);
});

test("tokens to themselves and sinks are summed, not drawn", () => {
  const { scene, flows } = sceneWith([ATTENTION, RELEVANCE]);
  const { arcs, k, totals } = selectArcs(scene, flows, "relevance", usualFilter(scene, flows, "relevance"));
  assert.deepEqual(arcs.map(({ head, query, key, rank }) => [head, query, key, rank]), [[1, 0, 2, 0], [0, 1, 2, 0], [1, 1, 2, 1], [0, 2, 1, 0]]);
  const size = (stored: number) => (stored / 127) ** 2 * 2;
  assert.equal(k, 8);
  assert.ok(Math.abs(totals.self - size(127) - size(20) - size(5) - size(1) - size(90)) < 1e-12);
  assert.ok(Math.abs(totals.sinks - size(10) - size(30)) < 1e-12);
  assert.equal(totals.rest, 0);
});

test("equal sizes are ordered by head", () => {
  const { scene, flows } = sceneWith([RELEVANCE]);
  const { arcs } = selectArcs(scene, flows, "relevance", usualFilter(scene, flows, "relevance"));
  const tied = arcs.filter(({ query }) => query === 1);
  assert.deepEqual(tied.map(({ head, value }) => [head, Math.sign(value)]), [[0, -1], [1, 1]]);
});

test("filters let only their own flow through", () => {
  const { scene, flows } = sceneWith([RELEVANCE]);
  const usual = usualFilter(scene, flows, "relevance");
  const drawn = (filter: Partial<typeof usual>) => selectArcs(scene, flows, "relevance", { ...usual, ...filter }).arcs.length;
  assert.equal(drawn({}), 4);
  assert.equal(drawn({ head: { layer: 0, head: 1 } }), 2);
  assert.equal(drawn({ token: 0 }), 1);
  assert.equal(drawn({ least: flows.largest("relevance") }), 1);
  assert.equal(drawn({ from: 1, to: 0 }), 0);
});

test("no more than the stated number is drawn of a crowd", () => {
  const tokens = 40;
  const layers = 20;
  const numbers = Array.from({ length: layers * tokens * tokens }, (_, at) => 1 + ((at * 7919) % 255));
  const crowd = { name: "attention", dtype: "u1", shape: [layers, 1, tokens, tokens], scale: 1, numbers } as const;
  const names = Array.from({ length: tokens }, (_, at) => `t${at}`);
  const { scene, flows } = sceneWith([crowd], { tokens: names, layers, heads: 1 });
  const { arcs, k } = selectArcs(scene, flows, "attention", usualFilter(scene, flows, "attention"));
  assert.equal(k, 1);
  assert.equal(arcs.length, MOST_ARCS);
  assert.ok(arcs.every(({ layer, query }, at) => at === 0 || arcs[at - 1]!.layer * tokens + arcs[at - 1]!.query < layer * tokens + query));
});
