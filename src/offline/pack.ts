/**
 * Many small files as one, so that a poor line carries them in one request, alike ones in little more than the bytes of
 * one: gzip around the length of the table of contents (uint32, little-endian), the table (JSON: where each path begins
 * and ends, counted from the table's end), the files.
 */
type Contents = Record<string, [start: number, end: number]>;

const LENGTH = 4;

/** Written while building, by Node, which then compresses it. */
export function pack(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const contents: Contents = {};
  let end = 0;
  for (const [path, { length }] of files) {
    contents[path] = [end, end + length];
    end += length;
  }
  const table = Buffer.from(JSON.stringify(contents));
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32LE(table.length);
  return Buffer.concat([length, table, ...files.values()]);
}

/** Finds the files of a pack; undefined for one that is not in it. Throws where it is no pack. */
export async function openPack(compressed: Blob): Promise<(path: string) => Blob | undefined> {
  const plain = compressed.stream().pipeThrough(new DecompressionStream('gzip'));
  const whole = await new Response(plain).blob();
  const length = new DataView(await whole.slice(0, LENGTH).arrayBuffer()).getUint32(0, true);
  const contents: Contents = JSON.parse(await whole.slice(LENGTH, LENGTH + length).text());
  const files = whole.slice(LENGTH + length);
  return (path) => {
    const [start, end] = contents[path] ?? [];
    return start === undefined ? undefined : files.slice(start, end);
  };
}
