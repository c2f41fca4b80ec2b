import assert from "node:assert/strict";
import { test } from "node:test";
import { Playback } from "../src/city/playback.ts";

test("the pulse climbs with time and speed, and everything is lit at the end", () => {
  const playback = new Playback(2);
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
  const playback = new Playback(3);
  playback.play(0);
  playback.step(500);
  const held = playback.time;
  playback.pause();
  assert.equal(playback.step(9000), false);
  assert.equal(playback.time, held);
});

test("steps go from floor to floor and begin again", () => {
  const playback = new Playback(2);
  const seen = Array.from({ length: 5 }, () => {
    playback.next();
    return playback.time;
  });
  assert.deepEqual(seen, [0, 1, 2, 2.6, 0]);
});

test("a time beyond the end is the end", () => {
  const playback = new Playback(2);
  playback.seek(99);
  assert.equal(playback.time, playback.end);
  playback.seek(-1);
  assert.equal(playback.time, 0);
});
