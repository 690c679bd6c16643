/** From the bytes of a seed to numbered lines. */
import { type Finding, finding } from './finding.ts';
import type { Line } from './rows.ts';

/** Larger than any township's document by a factor of a hundred; a bigger file is a mistake, not a document. */
export const MAX_SEED_BYTES = 20 * 1024 * 1024;

export interface LinesRead {
  lines: Line[];
  findings: Finding[];
}

/**
 * The lines of a seed: UTF-8 (with or without BOM) or GB 18030; LF, CRLF or CR. Numbers count from 1.
 * Bytes of neither encoding and NUL bytes are errors.
 */
export function readLines(bytes: Uint8Array, file: string): LinesRead {
  const refused = refuse(bytes, file);
  if (refused) return { lines: [], findings: [refused] };
  const text = decode(bytes);
  if (text === null) return { lines: [], findings: [undecodable(bytes, file)] };
  const lines = text.split(/\r\n|\n|\r/).map((line, index) => ({ number: index + 1, text: line }));
  return { lines, findings: [] };
}

function refuse(bytes: Uint8Array, file: string): Finding | null {
  if (bytes.length > MAX_SEED_BYTES)
    return finding(
      'file-too-large',
      file,
      null,
      `文件有 ${Math.round(bytes.length / 1048576)} MB，超过 20 MB`,
    );
  if (bytes.includes(0)) return finding('binary-file', file, null, '文件含有空字节，不是纯文本');
  if (new TextDecoder().decode(bytes).trim() === '') return finding('empty-file', file, null, '文件是空的');
  return null;
}

/** UTF-8 first: GB 18030 would accept most UTF-8 bytes as other characters, never the other way round. */
function decode(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // not this encoding
    }
  }
  return null;
}

function undecodable(bytes: Uint8Array, file: string): Finding {
  const { line, cut } = firstBadByte(bytes);
  return cut
    ? finding('cut-row', file, line, '文件末尾的一个汉字只有一半，文件似被截断')
    : finding('unknown-encoding', file, line, '既不是 UTF-8 也不是 GB 18030 编码');
}

/** Where UTF-8 decoding stops, and whether only the last character is incomplete. */
function firstBadByte(bytes: Uint8Array): { line: number; cut: boolean } {
  const text = new TextDecoder('utf-8').decode(bytes);
  const at = text.indexOf('\uFFFD');
  return { line: text.slice(0, at).split('\n').length, cut: at === text.length - 1 };
}
