/** Writes CBOR (RFC 8949) as Pagefind reads it, and walks over what it wrote without making values of it. */
import type { Cbor } from '../cbor.ts';

export const KIND = { number: 0, negative: 1, text: 3, array: 4 } as const;

export function encodeCbor(value: Cbor): Uint8Array {
  const writer = new CborWriter();
  write(value, writer);
  return writer.take();
}

function write(value: Cbor, to: CborWriter) {
  if (typeof value === 'number') {
    if (value < 0) to.head(KIND.negative, -1 - value);
    else to.head(KIND.number, value);
  } else if (typeof value === 'string') to.text(value);
  else if (Array.isArray(value)) {
    to.head(KIND.array, value.length);
    for (const entry of value) write(entry, to);
  } else throw new Error('CBOR: Pagefind writes no maps into its index');
}

/** Bytes that grow as they are written. */
export class CborWriter {
  #bytes = Buffer.alloc(4096);
  #length = 0;

  /** What stands before every value: its kind, and the number itself or how long it is. */
  head(kind: number, amount: number) {
    const lead = kind << 5;
    this.#reserve(5);
    if (amount < 24) this.#length = this.#bytes.writeUInt8(lead | amount, this.#length);
    else if (amount < 0x100)
      this.#length = this.#bytes.writeUInt16BE(((lead | 24) << 8) | amount, this.#length);
    else if (amount < 0x10000) {
      this.#length = this.#bytes.writeUInt8(lead | 25, this.#length);
      this.#length = this.#bytes.writeUInt16BE(amount, this.#length);
    } else {
      this.#length = this.#bytes.writeUInt8(lead | 26, this.#length);
      this.#length = this.#bytes.writeUInt32BE(amount, this.#length);
    }
  }

  text(text: string) {
    const length = Buffer.byteLength(text);
    this.head(KIND.text, length);
    this.#reserve(length);
    this.#length += this.#bytes.write(text, this.#length);
  }

  /** Values written before, as they are. */
  copy(bytes: Uint8Array, from = 0, to = bytes.length) {
    this.#reserve(to - from);
    for (let at = from; at < to; at += 1) this.#bytes[this.#length++] = bytes[at] as number; // most are short
  }

  /** What has been written since this was last asked. */
  take(): Uint8Array {
    const taken = new Uint8Array(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return taken;
  }

  #reserve(more: number) {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = Buffer.alloc(2 * (this.#length + more));
    this.#bytes.copy(larger, 0, 0, this.#length);
    this.#bytes = larger;
  }
}

/** A place in CBOR, moved on value by value. */
export class CborWalker {
  readonly bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  /** Passes a head: of a number, a number; of a text or an array, how long it is. */
  head(): number {
    const short = (this.bytes[this.at++] as number) & 31;
    if (short < 24) return short;
    let amount = 0;
    for (let left = 1 << (short - 24); left > 0; left -= 1)
      amount = amount * 256 + (this.bytes[this.at++] as number);
    return amount;
  }

  text(): string {
    const length = this.head();
    this.at += length;
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + this.at - length, length).toString();
  }

  /** Passes a value whole. */
  skip() {
    const kind = (this.bytes[this.at] as number) >> 5;
    const amount = this.head();
    if (kind === KIND.text) this.at += amount;
    if (kind === KIND.array) for (let left = amount; left > 0; left -= 1) this.skip();
  }
}
