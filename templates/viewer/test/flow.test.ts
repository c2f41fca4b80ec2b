import assert from "node:assert/strict";
import { test } from "node:test";
import { accountOf, bandsOf, columnSums, errorOf, largestCut, LEAST_BAND, MOST_LANES, remainderOf } from "../src/plan/ledger.ts";
import { BAR_WIDTH, chipsOf, outlineOf, sankeyOf, type Ribbon } from "../src/plan/sankey.ts";
import { overlap } from "../src/layout/labels.ts";
import { ATTENTION, type Made, sceneWith } from "./fixtures.ts";

const LAYERS = 3;
const HEADS = 2;

/** Whole numbers that look random and are the same every time. */
function* numbers(seed: number): Generator<number> {
  let state = seed;
  for (;;) {
    state = (state * 1103515245 + 12345) % 2147483648;
    yield state / 2147483648;
  }
}

/** A ledger over so many tokens. */
function ledger(tokens: number, seed = 1, route: readonly (readonly [number, number, number])[] = []) {
  const random = numbers(seed);
  const draw = (count: number, most: number) => Array.from({ length: count }, () => Math.round((2 * random.next().value! - 1) * most));
  const arrays: Made[] = [
    { name: "relevance", dtype: "i1", shape: [LAYERS, HEADS, tokens, tokens], scale: 1.5, numbers: draw(LAYERS * HEADS * tokens * tokens, 127) },
    { name: "cuts", dtype: "i2", shape: [LAYERS + 1, tokens], scale: 4, numbers: draw((LAYERS + 1) * tokens, 32767) },
  ];
  const links = route.map(([layer, query, key], rank) => ({
    rank, layer, query, key, head: 0, relevance: 0, foretold: 0, observed: 0, low: null, high: null, verdict: "confirmed", same_sign: null,
  }));
  return sceneWith(arrays, { layers: LAYERS, heads: HEADS, tokens: Array.from({ length: tokens }, (_, at) => `t${at}`), route: links });
}

const close = (a: number, b: number, what: string) => assert.ok(Math.abs(a - b) < 1e-9, `${what}: ${a} is not ${b}`);

test("bands and remainder together are what each token contributes, on both sides of every cut", () => {
  for (const tokens of [5, MOST_LANES, 60]) {
    const open = ledger(tokens);
    const account = accountOf(open)!;
    const bands = bandsOf(account);
    for (let cut = 0; cut <= LAYERS; cut += 1) {
      account.lanes.forEach(({ tokens: some }, lane) => {
        const contributed = some.reduce((sum, token) => sum + open.table("cuts")!.at(cut, token), 0);
        const { entering, leaving } = remainderOf(account, bands, cut, lane);
        const sum = (which: (band: (typeof bands)[number]) => boolean) => bands.filter(which).reduce((all, { value }) => all + value, 0);
        if (cut > 0) close(sum(({ layer, query }) => layer === cut - 1 && query === lane) + entering, contributed, "entering");
        if (cut < LAYERS) close(sum(({ layer, key }) => layer === cut && key === lane) + leaving, contributed, "leaving");
      });
    }
  }
});

test("a band that is taken away shows in the remainder of both its ends", () => {
  const account = accountOf(ledger(5))!;
  const bands = bandsOf(account);
  const band = bands.find(({ query, key }) => query !== key)!;
  const fewer = bands.filter((one) => one !== band);
  const before = remainderOf(account, bands, band.layer + 1, band.query);
  const after = remainderOf(account, fewer, band.layer + 1, band.query);
  close(after.entering - before.entering, band.value, "entering");
  close(remainderOf(account, fewer, band.layer, band.key).leaving - remainderOf(account, bands, band.layer, band.key).leaving, band.value, "leaving");
  assert.notEqual(after.entering, before.entering);
});

test("what attention brings is the sum of the heads' messages, and what a token keeps is the rest", () => {
  const open = ledger(5);
  const account = accountOf(open)!;
  const message = (layer: number, query: number, key: number) =>
    open.flows.value("relevance", layer, 0, query, key)! + open.flows.value("relevance", layer, 1, query, key)!;
  close(account.brought[1]![3]![2]!, message(1, 3, 2), "brought");
  const others = [0, 1, 2, 4].reduce((sum, key) => sum + message(1, 3, key), 0);
  close(account.kept[1]![3]!, open.table("cuts")!.at(2, 3) - others, "kept");
  assert.equal(account.brought[1]![3]![3], 0);
});

test("what is booked elsewhere leaves no column longer or shorter where the cuts add up", () => {
  const open = ledger(6);
  const account = accountOf(open)!;
  for (let layer = 0; layer < LAYERS; layer += 1) {
    const total = (row: Float64Array) => row.reduce((sum, value) => sum + value, 0);
    close(total(account.booked[layer]!), total(account.cuts[layer]!) - total(account.cuts[layer + 1]!), "booked");
  }
});

test("rows whose keys are not all stored keep the rest of the row in the remainder", () => {
  const kept: Made[] = [
    { name: "relevance", dtype: "i1", shape: [1, 2, 3, 1], scale: 1, numbers: [127, 60, 30, 100, -40, 90] },
    { name: "relevance_keys", dtype: "u2", shape: [1, 2, 3, 1], scale: 1, numbers: [1, 0, 1, 2, 0, 0] },
    { name: "relevance_rest", dtype: "i2", shape: [1, 2, 3], scale: 0.5, numbers: [32767, 1000, 0, -9000, 0, 500] },
    { name: "cuts", dtype: "i2", shape: [2, 3], scale: 2, numbers: [100, 2000, 30000, 32767, 900, -600] },
  ];
  const open = sceneWith(kept, { keys_kept: 1 });
  const account = accountOf(open)!;
  close(account.unstored[0]![0]!, 0.5 - (9000 / 32767) * 0.5, "unstored");
  const { entering } = remainderOf(account, bandsOf(account), 1, 0);
  close(entering, account.unstored[0]![0]!, "entering");
});

test("small bands are left out, the chain's links never", () => {
  const open = ledger(8, 3);
  const account = accountOf(open)!;
  const least = LEAST_BAND * largestCut(account);
  const moved = bandsOf(account).filter(({ query, key }) => query !== key);
  assert.ok(moved.every(({ value }) => Math.abs(value) >= least));
  const small = account.brought.flatMap((into, layer) => into.flatMap((row, query) => [...row].map((value, key) => ({ layer, query, key, value }))))
    .find(({ query, key, value }) => query !== key && value !== 0 && Math.abs(value) < least)!;
  const isSame = (band: { layer: number; query: number; key: number }) => band.layer === small.layer && band.query === small.query && band.key === small.key;
  assert.ok(!moved.some(isSame));
  assert.ok(bandsOf(account, new Set([`${small.layer} ${small.query} ${small.key}`])).some(isSame));
});

test("of a long text the tokens that contribute most and those of the chain have lanes, every token is in one", () => {
  const { lanes } = accountOf(ledger(60, 2, [[0, 41, 59]]))!;
  assert.equal(lanes.length, MOST_LANES);
  assert.deepEqual(lanes.flatMap(({ tokens }) => [...tokens]).sort((a, b) => a - b), Array.from({ length: 60 }, (_, at) => at));
  for (const token of [41, 59]) assert.ok(lanes.some(({ tokens }) => tokens.length === 1 && tokens[0] === token));
});

test("without a ledger there is no account", () => {
  assert.equal(accountOf(sceneWith([ATTENTION])), null);
});

test("heights are the numbers on one scale, and every end of a ribbon is at its bar", () => {
  const account = accountOf(ledger(6))!;
  const bands = bandsOf(account);
  const sankey = sankeyOf(account, bands, 800, 80);
  assert.equal(sankey.ribbons.length, bands.length);
  for (const { value, height } of sankey.bars) close(height, Math.abs(value) * sankey.unit, "bar");
  for (const { value, thick, layer, x0, x1 } of sankey.ribbons) {
    close(thick, Math.abs(value) * sankey.unit, "ribbon");
    close(x0, sankey.cuts[layer]! + BAR_WIDTH / 2, "start");
    close(x1, sankey.cuts[layer + 1]! - BAR_WIDTH / 2, "end");
  }
  assert.ok(sankey.cuts[0] === 80 && Math.abs(sankey.cuts.at(-1)! - 720) < 1e-9);
});

/** Whether no two ribbons lie over each other at the bars they share. */
function areApart(ribbons: readonly Ribbon[], end: "y0" | "y1", owner: "key" | "query"): boolean {
  return ribbons.every((a) => ribbons.every((b) => a === b || a.layer !== b.layer || a[owner] !== b[owner]
    || a[end] + a.thick <= b[end] + 1e-9 || b[end] + b.thick <= a[end] + 1e-9));
}

test("ribbons at a bar lie one below the other, and in their own lane", () => {
  const account = accountOf(ledger(6))!;
  const { ribbons, lanes } = sankeyOf(account, bandsOf(account), 800, 80);
  assert.ok(areApart(ribbons, "y0", "key") && areApart(ribbons, "y1", "query"));
  for (const ribbon of ribbons) {
    const next = lanes[ribbon.key + 1] ?? Infinity;
    assert.ok(ribbon.y0 + ribbon.thick <= next);
  }
  const [first, second] = ribbons.filter(({ layer, key }) => layer === 0 && key === 0);
  assert.ok(!areApart([first!, { ...second!, y0: first!.y0 }], "y0", "key"), "the check sees ribbons that do overlap");
});

test("numbers on ribbons do not cover each other", () => {
  const route = [1, 2, 3, 4, 5].map((key) => [2, 0, key] as const);
  const account = accountOf(ledger(6, 5, route))!;
  const ranks = new Map(route.map(([layer, query, key], rank) => [`${layer} ${query} ${key}`, rank]));
  const { ribbons } = sankeyOf(account, bandsOf(account, new Set(ranks.keys())), 500, 80);
  const chips = chipsOf(ribbons, ranks);
  assert.deepEqual(chips.map(({ rank }) => rank).sort(), [0, 1, 2, 3, 4]);
  const patches = chips.map(({ x, y }) => ({ x, y, halfWidth: 9, halfHeight: 7 }));
  assert.ok(patches.every((a, at) => patches.every((b, other) => at === other || !overlap(a, b))));
  const stacked = ribbons.filter(({ layer, query, key }) => ranks.has(`${layer} ${query} ${key}`));
  assert.ok(stacked.length === 5 && outlineOf(stacked[0]!).startsWith("M"));
});

test("what a band may be off by is the sum over what it is made of", () => {
  const open = ledger(4);
  const account = accountOf(open)!;
  const sum = Array.from({ length: HEADS }, (_, head) => open.flows.error("relevance", 1, head, 2, 3)).reduce((all, one) => all + one, 0);
  close(errorOf(account, { layer: 1, query: 2, key: 3, value: 0 }), sum, "brought");
  const kept = errorOf(account, { layer: 1, query: 2, key: 2, value: 0 });
  const others = [0, 1, 3].reduce((all, key) => all + errorOf(account, { layer: 1, query: 2, key, value: 0 }), 0);
  close(kept, others + (0.5 / 32767) * 4, "kept");
});

test("columns are summed one by one", () => {
  const open = ledger(5);
  const { least, most, error } = columnSums(accountOf(open)!);
  const sums = Array.from({ length: LAYERS + 1 }, (_, cut) => [0, 1, 2, 3, 4].reduce((all, token) => all + open.table("cuts")!.at(cut, token), 0));
  close(least, Math.min(...sums), "least");
  close(most, Math.max(...sums), "most");
  assert.ok(most > least && error > 0);
});
