import type { Times } from "../layout/times.ts";

/** The pulse that runs through the layers: where it is, and whether it moves. */
export class Playback {
  speed = 1;
  #times: Times;
  #time: number | null = null;
  #last: number | null = null;

  constructor(times: Times) {
    this.#times = times;
  }

  get times(): Times {
    return this.#times;
  }

  /** Run by other times; where they differ, everything is lit again. */
  follow(times: Times): void {
    if (!times.isLike(this.#times)) this.stop();
    this.#times = times;
  }

  /** Where the pulse is, or null while there is none and everything is lit. */
  get time(): number | null {
    return this.#time;
  }

  get isPlaying(): boolean {
    return this.#last !== null;
  }

  /** Run on from where the pulse is, or from the input. */
  play(now: number): void {
    if (this.#time === null || this.#time >= this.#times.end) this.#time = 0;
    this.#last = now;
  }

  pause(): void {
    this.#last = null;
  }

  /** Go to a time and stay there. */
  seek(time: number): void {
    this.pause();
    this.#time = Math.max(0, Math.min(this.#times.end, time));
  }

  /** Go on to the next floor or token and stay there; after the last, begin again. */
  next(): void {
    this.seek(this.#times.next(this.#time));
  }

  /** Light everything again. */
  stop(): void {
    this.pause();
    this.#time = null;
  }

  /** Move on to this moment (milliseconds); says whether the pulse still runs. */
  step(now: number): boolean {
    if (this.#last === null || this.#time === null) return false;
    this.#time += ((now - this.#last) / 1000) * this.#times.pace * this.speed;
    this.#last = now;
    if (this.#time >= this.#times.end) this.stop();
    return this.isPlaying;
  }
}
