import assert from "node:assert/strict";
import { test } from "node:test";
import { NOTHING } from "../src/bus.ts";
import { describe, formatNumber, formatValue } from "../src/describe.ts";
import { ATTENTION, RELEVANCE, sceneWith } from "./fixtures.ts";

const route = [{ rank: 0, layer: 0, query: 1, key: 2, head: 0, relevance: -0.4, foretold: -0.4, observed: -0.3, low: -0.5, high: -0.1, verdict: "confirmed" }];
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
  assert.match(text, /Ledger relevance: −0\.446 \(against yes\)/);
  assert.match(text, /Attention weight: 0\.640\./);
  assert.match(text, /Link 1 of the chain.*confirmed/);
  assert.doesNotMatch(say({ layer: 0, head: 1, query: 2, key: 1 }), /Link/);
  assert.doesNotMatch(text, /[Vv]alue-weighted/);
});

test("the sign of the words follows the sign of the number", () => {
  assert.match(say({ layer: 0, head: 1, query: 0, key: 2 }), /\+2\.00 \(supports yes\)/);
  assert.doesNotMatch(say({ layer: 0, head: 1, query: 0, key: 2 }), /against yes\)/);
});

test("heads, tokens and layers are described", () => {
  assert.match(say({ layer: 0, head: 1 }), /Layer 0, head 1\.\nOver all tokens: ledger relevance/);
  assert.match(say({ query: 0 }), /“\[CLS\]” \(token 0\), a special token\. The classifier reads/);
  assert.match(say({ query: 2 }), /word 1 of the text/);
  assert.match(say({ layer: 0 }), /Layer 0 of 1/);
});
