/** How many layers the pulse climbs in a second at speed 1. */
const LAYERS_PER_SECOND = 0.8;

/** How far behind the last floor the light of the pulse has died away, in layers. */
const AFTERGLOW = 0.6;

/** The pulse that runs through the layers: where it is, and whether it moves. Times are in layers from the input. */
export class Playback {
  readonly end: number;
  speed = 1;
  #time: number | null = null;
  #last: number | null = null;

  constructor(layers: number) {
    this.end = layers + AFTERGLOW;
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
    if (this.#time === null || this.#time >= this.end) this.#time = 0;
    this.#last = now;
  }

  pause(): void {
    this.#last = null;
  }

  /** Go to a time and stay there. */
  seek(time: number): void {
    this.pause();
    this.#time = Math.max(0, Math.min(this.end, time));
  }

  /** Go on to the next floor and stay there; after the last, begin again. */
  next(): void {
    const floor = this.#time === null || this.#time >= this.end ? 0 : Math.floor(this.#time + 1e-9) + 1;
    this.seek(floor);
  }

  /** Light everything again. */
  stop(): void {
    this.pause();
    this.#time = null;
  }

  /** Move on to this moment (milliseconds); says whether the pulse still runs. */
  step(now: number): boolean {
    if (this.#last === null || this.#time === null) return false;
    this.#time += ((now - this.#last) / 1000) * LAYERS_PER_SECOND * this.speed;
    this.#last = now;
    if (this.#time >= this.end) this.stop();
    return this.isPlaying;
  }
}
