/** From the bytes of a seed to numbered lines. */
import { type Finding, finding } from './finding.ts';
import type { Line } from './rows.ts';

/** Larger than any township's document by a factor of a hundred; a bigger file is a mistake, not a document. */
export const MAX_SEED_BYTES = 20 * 1024 * 1024;

export interface LinesRead {
  lines: Line[];
  findings: Finding[];
}

/** The numbered lines of a seed, counted from 1. Bytes of neither encoding and NUL bytes are errors. */
export function readLines(bytes: Uint8Array, file: string): LinesRead {
  const refused = refuse(bytes, file);
  if (refused) return { lines: [], findings: [refused] };
  const texts = textLines(bytes);
  if (texts === null) return { lines: [], findings: [undecodable(bytes, file)] };
  return { lines: texts.map((text, index) => ({ number: index + 1, text })), findings: [] };
}

/**
 * The lines of a text in UTF-8 (with or without BOM) or GB 18030, ended by LF, CRLF or CR; null where it is neither.
 * UTF-8 first: GB 18030 would accept most UTF-8 bytes as other characters, never the other way round.
 */
export function textLines(bytes: Uint8Array): string[] | null {
  const text = decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030');
  return text === null ? null : splitLines(text);
}

const splitLines = (text: string): string[] => text.split(/\r\n|\n|\r/);

/** Null where a byte is wrong; `cut` bytes may end inside a character, which is then left out. */
function decode(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030', cut = false): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: cut });
  } catch {
    return null;
  }
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

/** Told by the encoding that the bytes are of for longest. */
function undecodable(bytes: Uint8Array, file: string): Finding {
  const utf8 = goodBytes(bytes, 'utf-8');
  const gb18030 = goodBytes(bytes, 'gb18030');
  const [encoding, good] = gb18030 > utf8 ? (['gb18030', gb18030] as const) : (['utf-8', utf8] as const);
  const line = splitLines(decode(bytes.subarray(0, good), encoding, true) ?? '').length;
  return good === bytes.length
    ? finding('cut-row', file, line, '文件末尾的一个汉字只有一半，文件似被截断')
    : finding('unknown-encoding', file, line, '既不是 UTF-8 也不是 GB 18030 编码');
}

/** How many bytes stand before the first that is wrong. */
function goodBytes(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): number {
  let good = 0;
  for (let wrong = bytes.length + 1; wrong - good > 1; ) {
    const middle = Math.floor((good + wrong) / 2);
    if (decode(bytes.subarray(0, middle), encoding, true) === null) wrong = middle;
    else good = middle;
  }
  return good;
}
