import assert from "node:assert/strict";
import { test } from "node:test";
import { NOTHING } from "../src/bus.ts";
import { labelOf, stylesOf } from "../src/city/chip.ts";
import { sayGrade, sayMarks } from "../src/city/key.ts";
import { sayLink } from "../src/city/links.ts";
import { paintLinks } from "../src/city/paint.ts";
import { partsOf } from "../src/city/parts.ts";
import { shownOf } from "../src/city/shown.ts";
import type { Palette } from "../src/palette.ts";
import type { RouteLink, Scene } from "../src/schema.ts";
import { ATTENTION, type Made, RELEVANCE, sceneWith } from "./fixtures.ts";

const LINK: RouteLink = { rank: 0, layer: 0, query: 2, key: 1, head: 0, relevance: 0.5, foretold: 1, observed: 1, low: null, high: null, verdict: "confirmed", same_sign: null };
const AGAINST: RouteLink = { ...LINK, rank: 1, query: 1, key: 2, relevance: -0.25, verdict: "not_shown_causal" };
const GREY = [0.5, 0.5, 0.5] as const;
const PALETTE = new Proxy({}, { get: () => GREY }) as Palette;
const CUTS: Made = { name: "cuts", dtype: "i2", shape: [2, 3], scale: 1, numbers: [1, 2, 3, 4, 5, 6] };
const AT: Made = { name: "attention_at", dtype: "i2", shape: [1, 3], scale: 1, numbers: [1, 2, 3] };
const MLP: Made = { name: "mlp_totals", dtype: "f4", shape: [1], scale: 1, numbers: [1] };

const graded = (grade: string | null, route: readonly RouteLink[] = [LINK, AGAINST]) => sceneWith([ATTENTION, RELEVANCE], { grade, route } as Partial<Scene>);
const linksIn = (grade: string | null) => paintLinks(shownOf(graded(grade), NOTHING), PALETTE, NOTHING);

test("the grade stands in words, and what was not tested has none", () => {
  assert.match(sayGrade(graded("no_short_chain").scene)!, /^Not confirmed: .*one by one/);
  assert.match(sayGrade(graded("confirmed_chain").scene)!, /^Confirmed route: /);
  assert.match(sayGrade(graded("no_short_chain", []).scene)!, /^Not confirmed: no link/);
  assert.equal(sayGrade(graded(null).scene), null);
  assert.equal(sayGrade(graded("of_another_version").scene), null);
});

test("links that are no chain are thinner and fainter than a confirmed chain's, in the same place", () => {
  const [quiet, sure] = [linksIn("no_short_chain"), linksIn("confirmed_chain")];
  assert.equal(quiet.length, 4);
  quiet.forEach((line, at) => {
    assert.ok(line.width < sure[at]!.width && line.alpha < sure[at]!.alpha);
    assert.deepEqual(line.curve, sure[at]!.curve);
  });
});

test("dashes say the sign and nothing else", () => {
  const dashes = (links: readonly RouteLink[]) => paintLinks(shownOf(graded("no_short_chain", links), NOTHING), PALETTE, NOTHING).filter((_, at) => at % 2).map(({ dash }) => dash > 0);
  assert.deepEqual(dashes([LINK, AGAINST]), [false, true]);
  assert.deepEqual(dashes([{ ...LINK, verdict: "not_shown_causal" }, { ...AGAINST, verdict: "confirmed" }]), [false, true]);
});

test("numbers are filled where the effect was as predicted, and nowhere else", () => {
  assert.deepEqual([labelOf(LINK), labelOf(AGAINST)], ["1", "2−"]);
  assert.ok(stylesOf(LINK).includes("is-told"));
  for (const verdict of ["weaker", "stronger", "other_effect", "not_shown_causal", "contradicted", "unheard of"]) assert.ok(!stylesOf({ ...LINK, verdict }).includes("is-told"));
  assert.match(sayLink(graded(null).scene, AGAINST), /^“good” to “so”, layer 0: margin changed by −1\.00, hardly any effect$/);
  assert.match(sayLink(graded(null).scene, { ...LINK, verdict: "weaker" }), /weaker than predicted$/);
});

test("dashes and numbers are explained where there are any", () => {
  const say = (isSigned: boolean, route: readonly RouteLink[]) => sayMarks({ target: "yes" }, { isSigned, links: shownOf(graded(null, route), NOTHING).links });
  assert.match(say(true, [LINK]), /Dashed lines oppose yes.*filled/);
  assert.doesNotMatch(say(true, []), /filled/);
  assert.match(say(false, [LINK]), /Dashed/);
  assert.equal(say(false, []), "");
});

test("only the parts that are drawn are explained", () => {
  const parts = (arrays: readonly Made[], isSigned: boolean) => partsOf(sceneWith(arrays), { quantity: isSigned ? "relevance" : "attention", isSigned });
  const names = (...given: Parameters<typeof parts>) => parts(...given).map(([part]) => part);
  assert.deepEqual(names([ATTENTION, RELEVANCE, CUTS, AT, MLP], true), ["floor", "lane", "tile", "head", "mlp", "cube"]);
  assert.deepEqual(names([ATTENTION, RELEVANCE, CUTS, AT, MLP], false), ["floor", "lane", "tile", "head"]);
  assert.deepEqual(names([ATTENTION, RELEVANCE], true), ["floor", "lane", "tile", "head"]);
  const tiles = (...given: Parameters<typeof parts>) => parts(...given)[2]![1];
  assert.match(tiles([ATTENTION, RELEVANCE, CUTS], true), /what a token’s state contributes there, against the blank text/);
  assert.match(tiles([ATTENTION], false), /all alike/);
  assert.doesNotMatch(parts([ATTENTION, RELEVANCE, CUTS, AT], true).at(-1)![1], /feed-forward/);
});
