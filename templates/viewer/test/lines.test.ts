import assert from "node:assert/strict";
import { test } from "node:test";
import { type Columns, curveOf, LEAST, linesOf, MOST_LINES, portAt, rowAt, rowOf, weightOf } from "../src/plan/lines.ts";
import { oneHeadOf, strongest, totalsOf } from "../src/plan/place.ts";
import { NOTHING } from "../src/bus.ts";
import { ATTENTION, type Made, RELEVANCE, sceneWith } from "./fixtures.ts";

const open = sceneWith([ATTENTION, RELEVANCE]);
const columns: Columns = { left: 100, right: 400, top: 20, row: 18, heads: 2 };
const sizes = (values: readonly { value: number }[]) => values.reduce((sum, { value }) => sum + Math.abs(value), 0);

/** All flows of two heads over `tokens` tokens, each of another size. */
function crowded(tokens: number) {
  const numbers = Array.from({ length: 2 * tokens * tokens }, (_, at) => 60 + ((at * 31) % 60));
  const relevance: Made = { name: "relevance", dtype: "i1", shape: [1, 2, tokens, tokens], scale: 1, numbers };
  return sceneWith([relevance], { tokens: Array.from({ length: tokens }, (_, at) => `t${at}`), sinks: [0] });
}

test("the lines and what is not drawn are together all there is", () => {
  for (const focus of [null, { side: "query", token: 2 }, { side: "key", token: 0 }, { side: "both", token: 1 }] as const) {
    const found = linesOf(open, "relevance", 0, [0, 1], focus);
    let all = 0;
    for (const head of [0, 1]) for (const query of [0, 1, 2]) open.flows.eachOf("relevance", 0, head, query, (key, value) => {
      const isIn = !focus || (focus.side !== "key" && query === focus.token) || (focus.side !== "query" && key === focus.token);
      if (isIn) all += Math.abs(value);
    });
    assert.ok(Math.abs(found.drawn + found.self + found.sinks + found.rest - all) < 1e-12);
    assert.ok(Math.abs(sizes(found.lines) - found.drawn) < 1e-12);
  }
});

test("without a focus no line goes to its own token or comes from a sink; with one they do", () => {
  const { lines, self, sinks } = linesOf(open, "relevance", 0, [0, 1], null);
  assert.ok(lines.length > 0 && lines.every(({ query, key }) => query !== key && key !== 0));
  assert.ok(self > 0 && sinks > 0);
  const focused = linesOf(open, "relevance", 0, [0, 1], { side: "key", token: 0 });
  assert.ok(focused.lines.length > 0 && focused.lines.every(({ key }) => key === 0));
  assert.equal(focused.self + focused.sinks, 0);
});

test("only the chosen heads have lines, the largest come first, and none is under the least", () => {
  const { lines } = linesOf(open, "relevance", 0, [1], null);
  assert.ok(lines.every(({ head }) => head === 1));
  const all = linesOf(open, "relevance", 0, [0, 1], null).lines.map(({ value }) => Math.abs(value));
  assert.deepEqual(all, [...all].sort((a, b) => b - a));
  assert.ok(all.every((size) => size >= LEAST * all[0]!));
});

test("a crowded layer keeps as many lines of each token as fit, and no more", () => {
  const { lines, perToken } = linesOf(crowded(20), "relevance", 0, [0, 1], null);
  const counts = new Map<number, number>();
  for (const { query } of lines) counts.set(query, (counts.get(query) ?? 0) + 1);
  assert.ok(perToken !== null && Math.max(...counts.values()) === perToken);
  assert.ok(lines.length <= MOST_LINES && (perToken + 1) * 20 > MOST_LINES, "one more of each would be too many");
  assert.ok(linesOf(crowded(4), "relevance", 0, [0, 1], null).perToken! > perToken);
});

test("a line runs from what is read on the left to what looks on the right, each head at its own height", () => {
  const line = { head: 1, query: 2, key: 0, value: 1, error: 0 };
  const [from, to] = curveOf(columns, line).match(/^M(\S+ \S+)C.* (\S+ \S+)$/)!.slice(1).map((point) => point.split(" ").map(Number));
  const isAt = (point: readonly number[], x: number, y: number) => point[0] === x && Math.abs(point[1]! - y) <= 0.05 + 1e-9;
  assert.ok(isAt(from!, 100, portAt(columns, 0, 1)) && isAt(to!, 400, portAt(columns, 2, 1)));
  assert.ok(!isAt(from!, 100, portAt(columns, 0, 0)), "the other head's port is another place");
  assert.ok(portAt(columns, 1, 0) < rowAt(columns, 1) && rowAt(columns, 1) < portAt(columns, 1, 1));
  assert.ok(portAt(columns, 1, 1) < portAt(columns, 2, 0), "rows do not mix");
});

test("a larger line is wider and stronger, a longer text has lower rows", () => {
  assert.ok(rowOf(25) === 19 && rowOf(512) >= 5 && rowOf(128) < rowOf(64));
  assert.ok(weightOf(-0.5, 1).width > weightOf(0.25, 1).width && weightOf(-0.5, 1).opacity > weightOf(0.25, 1).opacity);
  assert.deepEqual(weightOf(1, 1), { width: 5, opacity: 0.95 });
  assert.equal(weightOf(0, 0).width, 0.75);
});

test("the strongest head stands for those not chosen", () => {
  const totals = totalsOf(open, [{ layer: 0, head: 0 }, { layer: 0, head: 1 }]);
  const best = Math.abs(totals.of({ layer: 0, head: 0 })) > Math.abs(totals.of({ layer: 0, head: 1 })) ? 0 : 1;
  assert.equal(strongest(open, "relevance", null)[0]!.head, best);
  assert.deepEqual(oneHeadOf(open, "relevance", NOTHING), { layer: 0, head: best });
  assert.deepEqual(oneHeadOf(open, "relevance", { ...NOTHING, layer: 0, head: 1 - best }), { layer: 0, head: 1 - best });
  assert.ok(totals.isSigned && !totalsOf(sceneWith([ATTENTION]), []).isSigned);
});
