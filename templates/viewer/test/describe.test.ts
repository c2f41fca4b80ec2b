import assert from "node:assert/strict";
import { test } from "node:test";
import { NOTHING } from "../src/bus.ts";
import { changeOf, describe, formatNumber, formatValue, ROUNDING } from "../src/describe.ts";
import { ATTENTION, type Made, RELEVANCE, sceneWith } from "./fixtures.ts";

const route = [{ rank: 0, layer: 0, query: 1, key: 2, head: 0, relevance: -0.4, foretold: -0.4, observed: -0.3, low: -0.5, high: -0.1, verdict: "confirmed", same_sign: 20 }];
const open = sceneWith([ATTENTION, RELEVANCE], { route });
const say = (chosen: Partial<typeof NOTHING>) => describe(open, { ...NOTHING, ...chosen }).join("\n");

test("numbers keep three digits and a true sign", () => {
  assert.equal(formatNumber(-1.23456), "−1.23");
  assert.equal(formatNumber(0.00012), "1.20e-4");
  assert.equal(formatNumber(0), "0");
  assert.equal(formatValue("relevance", 0.5), "+0.500");
  assert.equal(formatValue("attention", 0.5), "0.500");
});

test("nothing chosen describes the decision", () => {
  assert.match(say({}), /margin of yes against no is 1\.50; without the text it is −0\.250/);
});

test("a flow is described by its ends, its numbers and its verdict", () => {
  const text = say({ layer: 0, head: 0, query: 1, key: 2 });
  assert.match(text, /Layer 0, head 0: from “good” \(token 2\) to “so” \(token 1\)/);
  assert.match(text, /Contribution, against the blank text: −0\.446 ± 0\.008 \(opposes yes\)/);
  assert.match(text, /Attention weight: 0\.640 ± 0\.004\./);
  assert.match(text, /Link 1 of the tested route.*margin changed by \+0\.300 \(with reference texts \+0\.100 to \+0\.500\), predicted \+0\.400: effect as predicted\. It contributes −0\.400, against the average message/);
  assert.doesNotMatch(say({ layer: 0, head: 1, query: 2, key: 1 }), /Link/);
  assert.doesNotMatch(text, /[Vv]alue-weighted/);
});

test("a change is minus the fall, and nothing has no sign", () => {
  assert.equal(changeOf(0.79), "−0.790");
  assert.equal(changeOf(-0.3), "+0.300");
  assert.equal(changeOf(0), formatValue("relevance", 0));
});

test("the sign of the words follows the sign of the number", () => {
  assert.match(say({ layer: 0, head: 1, query: 0, key: 2 }), /\+2\.00 ± 0\.02 \(supports yes\)/);
  assert.doesNotMatch(say({ layer: 0, head: 1, query: 0, key: 2 }), /opposes yes\)/);
});

test("heads, tokens and layers are described", () => {
  assert.match(say({ layer: 0, head: 1 }), /Layer 0, head 1\.\nContribution, against the blank text/);
  assert.match(say({ query: 0 }), /“\[CLS\]” \(token 0\), a special token\. The classifier reads/);
  assert.match(say({ query: 2 }), /word 1 of the text/);
  assert.match(say({ layer: 0 }), /Layer 0 of 1/);
});

test("a sum over a head says what it leaves out", () => {
  const totals: Made = { name: "head_totals", dtype: "f4", shape: [1, 2], scale: 1, numbers: [0.5, -0.25] };
  const whole = describe(sceneWith([ATTENTION, RELEVANCE, totals]), { ...NOTHING, layer: 0, head: 1 }).join("\n");
  assert.match(whole, /Contribution, against the blank text −0\.250 over all tokens \(opposes yes\)\./);
  assert.match(whole, /Attention weight \S+ ± \S+ over all tokens, without what they read from themselves and from special tokens\./);
  assert.match(say({ layer: 0, head: 1 }), /Contribution, against the blank text \S+ ± \S+ over all tokens, without what they read/);
  const first = describe(sceneWith([ATTENTION], { causal: true }), { ...NOTHING, layer: 0, head: 1 }).join("\n");
  assert.match(first, /from special tokens and the first token/);
});

test("a pair of tokens with all heads together is described by its sum", () => {
  const text = say({ layer: 0, query: 2, key: 1 });
  assert.match(text, /Layer 0, all heads together: from “so” \(token 1\) to “good” \(token 2\)/);
  assert.match(text, /Contribution, against the blank text \(sum of heads\): \+0\.446 ± 0\.008/);
  assert.match(text, /Attention weight \(mean of heads\): 0\.640 ± 0\.004/);
  assert.doesNotMatch(say({ layer: 0, query: 1 }), /all heads together/);
});

test("± is explained where it stands, and only there", () => {
  assert.ok(say({ layer: 0, head: 0, query: 1, key: 2 }).endsWith(ROUNDING));
  assert.ok(!say({}).includes(ROUNDING));
});

test("a number that rounding may have turned is on no side", () => {
  const tiny = sceneWith([{ ...RELEVANCE, numbers: RELEVANCE.numbers.map((_, at) => (at === 1 ? 1 : 0)), shape: [1, 2, 3, 3] }]);
  assert.doesNotMatch(describe(tiny, { ...NOTHING, layer: 0, head: 0, query: 0, key: 2 }).join(), /supports|opposes/);
  assert.match(say({ layer: 0, head: 1, query: 0, key: 2 }), /supports/);
});
