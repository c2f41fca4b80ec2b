import assert from "node:assert/strict";
import { test } from "node:test";
import { Playback } from "../src/city/playback.ts";
import { type Order, Times } from "../src/layout/times.ts";

const climb = (layers: number, order: Order = "layer") => new Times({ order, from: 0, to: layers - 1, tokens: 3 });

test("the pulse climbs with time and speed, and everything is lit at the end", () => {
  const playback = new Playback(climb(2));
  assert.equal(playback.time, null);
  playback.play(1000);
  assert.ok(playback.step(2000));
  assert.ok(Math.abs(playback.time! - 0.8) < 1e-12);
  playback.speed = 2;
  playback.step(3000);
  assert.ok(Math.abs(playback.time! - 2.4) < 1e-12);
  assert.equal(playback.step(4000), false);
  assert.equal(playback.time, null);
});

test("a pause holds the pulse", () => {
  const playback = new Playback(climb(3));
  playback.play(0);
  playback.step(500);
  const held = playback.time;
  playback.pause();
  assert.equal(playback.step(9000), false);
  assert.equal(playback.time, held);
});

test("steps go from floor to floor and begin again", () => {
  const playback = new Playback(climb(2));
  const seen = Array.from({ length: 5 }, () => {
    playback.next();
    return playback.time;
  });
  assert.deepEqual(seen, [0, 1, 2, 2.6, 0]);
});

test("steps go from token to token where tokens climb one by one", () => {
  const playback = new Playback(climb(2, "token"));
  const seen = Array.from({ length: 5 }, () => {
    playback.next();
    return playback.time;
  });
  assert.deepEqual(seen, [2, 5, 8, 2, 5]);
  playback.seek(3.5);
  playback.next();
  assert.equal(playback.time, 5);
  playback.play(0);
  assert.ok(playback.isPlaying);
});

test("a time beyond the end is the end", () => {
  const playback = new Playback(climb(2));
  playback.seek(99);
  assert.equal(playback.time, playback.times.end);
  playback.seek(-1);
  assert.equal(playback.time, 0);
});

test("another order or other layers light everything again, the same times do not", () => {
  const playback = new Playback(climb(3));
  playback.seek(1.5);
  playback.follow(climb(3));
  assert.equal(playback.time, 1.5);
  playback.follow(climb(3, "token"));
  assert.equal(playback.time, null);
  playback.play(0);
  playback.follow(climb(2, "token"));
  assert.equal(playback.isPlaying, false);
  assert.equal(playback.times.layers, 2);
});
