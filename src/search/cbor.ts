/** Reads CBOR (RFC 8949) as far as Pagefind writes it: integers, strings, arrays, maps, null. */

export type Cbor = number | string | null | Cbor[] | { [key: string]: Cbor };

const text = new TextDecoder();

/** The one value that the bytes hold. */
export function decodeCbor(bytes: Uint8Array): Cbor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  return value();

  function value(): Cbor {
    const head = bytes[at++] ?? 0;
    const kind = head >> 5;
    const amount = argument(head & 31);
    if (kind === 0) return amount;
    if (kind === 1) return -1 - amount;
    if (kind === 3) return string(amount);
    if (kind === 4) return Array.from({ length: amount }, value);
    if (kind === 5) return Object.fromEntries(Array.from({ length: amount }, () => [value(), value()]));
    if (kind === 7) return null;
    throw new Error(`CBOR: kind ${kind} at ${at}`);
  }

  function string(length: number): string {
    at += length;
    return text.decode(bytes.subarray(at - length, at));
  }

  function argument(short: number): number {
    if (short < 24) return short;
    const size = 1 << (short - 24);
    at += size;
    if (size === 1) return view.getUint8(at - 1);
    return size === 2 ? view.getUint16(at - 2) : view.getUint32(at - 4);
  }
}
