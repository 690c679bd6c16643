/** Pagefind's files as they lie on a disk: compressed, after a signature. */
import { gunzipSync, gzipSync } from 'node:zlib';

const SIGNATURE = Buffer.from('pagefind_dcd');

export const pack = (content: Uint8Array): Uint8Array =>
  gzipSync(Buffer.concat([SIGNATURE, content]), { level: 9 });

export const unpack = (packed: Uint8Array): Uint8Array => gunzipSync(packed).subarray(SIGNATURE.length);
