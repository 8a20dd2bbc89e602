import { createHash } from 'node:crypto';

/** The first 32 bits of the SHA-256 of a text: the same on every machine. */
export const hash32 = (text) => createHash('sha256').update(text).digest().readUInt32BE(0);

/** The first hexadecimal digits of the SHA-256 of a text, short enough for a file name. */
export const shortHash = (text) => createHash('sha256').update(text).digest('hex').slice(0, 10);

/** A seeded source of random numbers (mulberry32), so that a corpus can be made again exactly. */
export class Random {
  #state;

  constructor(seed) {
    this.#state = hash32(seed);
  }

  /** A number in [0, 1). */
  next() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number in [0, limit). */
  below(limit) {
    return Math.floor(this.next() * limit);
  }

  pick(items) {
    return items[this.below(items.length)];
  }

  shuffle(items) {
    const result = [...items];
    for (let i = result.length - 1; i > 0; i--) {
      const j = this.below(i + 1);
      [result[i], result[j]] = [result[j], result[i]];
    }

    return result;
  }
}
