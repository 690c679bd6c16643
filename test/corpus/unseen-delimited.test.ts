/** Documents of the delimited kind that nobody has seen: every cell must be read exactly. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSeedsFolder } from '../../scripts/lib/seeds-folder.ts';
import type { Township } from '../../src/domain/township.ts';
import { extractTownship } from '../../src/extract/index.ts';
import { bareText } from '../../src/extract/text.ts';
import { cellsOf, setAsTable, TABLE_SETTINGS } from '../support/set-as-table.ts';

const root = join(import.meta.dirname, '../..');
const { vocabulary } = openSeedsFolder(join(root, 'seeds'));
const aids = { ...vocabulary, errata: [], suspects: [], borders: [], manifest: {} };
const townships = readdirSync(join(root, 'content/townships')).map(
  (name): Township => JSON.parse(readFileSync(join(root, 'content/townships', name), 'utf8')),
);

/** Of another kind of county than the seeds': a district of a city, with its 街道. */
const title = '乌鲁木齐市天山区燕儿窝街道';
const bare = (cells: string[][]): string[] => cells.map((cell) => bareText(cell.join('')));

describe.each(TABLE_SETTINGS)('$name', (setting) => {
  test.each(townships.map((township): [string, Township] => [township.seed.file, township]))(
    '%s as a table',
    (_, township) => {
      const text = setAsTable(township, setting, title).replaceAll('\n', '\r\n');
      const { township: read, findings } = extractTownship(
        { file: 'a.txt', bytes: new TextEncoder().encode(`\uFEFF${text}`) },
        aids,
      );
      expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
      expect(read?.county.name).toBe('天山区');
      expect(read?.duties.map((duty) => bare(cellsOf(duty)))).toEqual(
        township.duties.map((duty) => bare(cellsOf(duty))),
      );
    },
  );
});
