/** Pagefind's files as they lie on a disk: compressed, after a signature. */
import { gunzipSync, gzipSync } from 'node:zlib';

const SIGNATURE = Buffer.from('pagefind_dcd');

/** Not compressed: for what is compressed together with others. */
export const signed = (content: Uint8Array): Uint8Array => Buffer.concat([SIGNATURE, content]);

export const pack = (content: Uint8Array): Uint8Array => gzipSync(signed(content), { level: 9 });

export const unpack = (packed: Uint8Array): Uint8Array => gunzipSync(packed).subarray(SIGNATURE.length);
