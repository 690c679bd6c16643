/** Writes CBOR (RFC 8949) as Pagefind reads it. */
import type { Cbor } from '../cbor.ts';

export function encodeCbor(value: Cbor): Buffer {
  const chunks: Buffer[] = [];
  write(value, chunks);
  return Buffer.concat(chunks);
}

function write(value: Cbor, chunks: Buffer[]) {
  if (typeof value === 'number') chunks.push(value < 0 ? head(1, -1 - value) : head(0, value));
  else if (typeof value === 'string') {
    const bytes = Buffer.from(value);
    chunks.push(head(3, bytes.length), bytes);
  } else if (Array.isArray(value)) {
    chunks.push(head(4, value.length));
    for (const entry of value) write(entry, chunks);
  } else throw new Error('CBOR: Pagefind writes no maps into its index');
}

function head(kind: number, amount: number): Buffer {
  const lead = kind << 5;
  if (amount < 24) return Buffer.from([lead | amount]);
  if (amount < 0x100) return Buffer.from([lead | 24, amount]);
  if (amount < 0x10000) return Buffer.from([lead | 25, amount >> 8, amount & 255]);
  const bytes = Buffer.alloc(5, lead | 26);
  bytes.writeUInt32BE(amount, 1);
  return bytes;
}
