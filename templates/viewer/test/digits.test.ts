import assert from "node:assert/strict";
import { test } from "node:test";
import { formatNumber, formatRough, formatRounded } from "../src/digits.ts";
import { ATTENTION, type Made, RELEVANCE, sceneWith } from "./fixtures.ts";

test("a number says no more than it holds", () => {
  assert.equal(formatRounded(-0.4464, 0.0075), "−0.446 ± 0.008");
  assert.equal(formatRounded(0.0124, 0.0013, true), "+0.012 ± 0.002");
  assert.equal(formatRounded(-0.00003, 0.0005), "0 ± 0.0005");
  assert.equal(formatRounded(18.04, 3), "18 ± 3");
  assert.equal(formatRounded(123.4, 32), "120 ± 40");
  assert.equal(formatRounded(0.5, 0.0951), "0.5 ± 0.1");
  assert.equal(formatRounded(3e-8, 2e-8), "3e-8 ± 2e-8");
});

test("a number that holds three digits has no error beside it", () => {
  assert.equal(formatRounded(1.23456, 0.001), formatNumber(1.23456));
  assert.equal(formatRounded(1.23456, 0, true), "+1.23");
  assert.notEqual(formatRounded(1.23456, 0.006), formatNumber(1.23456));
  assert.equal(formatRounded(0, 0), "0");
});

test("rough numbers have two digits", () => {
  assert.deepEqual([0, -0.0447, 18.04, 640.4, 0.00012].map(formatRough), ["0", "−0.045", "18", "640", "1.2e-4"]);
});

/** The largest distance of a number from what it is read as, over numbers that lie close together. */
function largestMiss(store: (share: number) => number, read: (stored: number) => number, errorOf: (stored: number) => number) {
  let [most, within] = [0, true];
  for (let share = 0; share <= 1; share += 1 / 20011) {
    const stored = store(share);
    const miss = Math.abs(read(stored) - share);
    within &&= miss <= errorOf(stored) + 1e-12;
    most = Math.max(most, miss / errorOf(stored));
  }
  return { most, within };
}

test("what a stored flow may be off by is half a step, and no less would do", () => {
  const numbers = Array.from({ length: 256 }, (_, at) => at);
  const layers = 8;
  const attention: Made = { ...ATTENTION, shape: [layers, 2, 4, 4], numbers };
  const { flows } = sceneWith([attention], { layers, tokens: ["a", "b", "c", "d"] });
  const place = (stored: number) => [stored >> 5, (stored >> 4) & 1, (stored >> 2) & 3, stored & 3] as const;
  const { most, within } = largestMiss((share) => Math.round(Math.sqrt(share) * 255),
    (stored) => flows.value("attention", ...place(stored))!, (stored) => flows.error("attention", ...place(stored)));
  assert.ok(within && most > 0.99, `${most}`);
});

test("a total's error is the sum of the errors of what it sums", () => {
  const { flows } = sceneWith([ATTENTION, RELEVANCE]);
  let sum = 0;
  for (const query of [0, 1, 2]) for (const key of [1, 2]) if (key !== query) sum += flows.error("relevance", 0, 1, query, key);
  assert.ok(sum > 0 && Math.abs(flows.headTotalError("relevance", 0, 1) - sum) < 1e-12);
  const totals: Made = { name: "head_totals", dtype: "f4", shape: [1, 2], scale: 1, numbers: [0.5, -0.25] };
  const whole = sceneWith([RELEVANCE, totals]).flows;
  assert.ok(whole.isWhole("relevance") && !flows.isWhole("relevance"));
  assert.equal(whole.headTotalError("relevance", 0, 1), 0);
});

test("what a causal model cannot read is zero and not almost zero", () => {
  const later = [0, 0, 0, 1] as const;
  assert.equal(sceneWith([ATTENTION], { causal: true }).flows.error("attention", ...later), 0);
  assert.ok(sceneWith([ATTENTION]).flows.error("attention", ...later) > 0);
});
