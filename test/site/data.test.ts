/** The built site: its data and its pages say the same, and a second build writes the same bytes. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CheerioAPI, load } from 'cheerio';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { pathsIn } from '../../src/build/files.ts';
import type { DutyRecord, TownshipRecord } from '../../src/data/records.ts';
import { LICENCE } from '../../src/data/statement.ts';
import { clauseLine } from '../../src/data/text.ts';
import { matterAnchor } from '../../src/domain/address.ts';
import { LIST_SLUGS, NOT_STATED } from '../../src/domain/lists.ts';

const dist = process.env.DIST_DIR ?? 'dist';
const base = (process.env.BASE_PATH ?? '/').replace(/\/$/, '');
const read = (path: string) => readFileSync(join(dist, path), 'utf8');
const page = (path: string): CheerioAPI => {
  const $ = load(read(`${path}/index.html`));
  $('.was').remove(); // what stood there before a correction
  return $;
};
const squeezed = (text: string) => text.replace(/\s/g, '');

const duties: DutyRecord[] = JSON.parse(read('data/duties.json'));
const townships: TownshipRecord[] = JSON.parse(read('data/townships.json'));

const cellText = (clauses: DutyRecord['takeover']): string | null =>
  clauses && (clauses.map(clauseLine).join('') || NOT_STATED);

/** A duty's cells after its number, as its list's table shows them. */
function cellsOf(duty: DutyRecord): string[] {
  const departments = duty.list === 'cooperative' ? duty.departmentsText || NOT_STATED : null;
  const texts = [duty.superiorDuties, duty.townshipDuties, duty.takeover].map(cellText);
  return [duty.category, duty.name, departments, ...texts].filter((text) => text !== null).map(squeezed);
}

describe.each(townships.map(({ code }) => code))('data and pages of %s agree', (code) => {
  test.each(LIST_SLUGS)('the %s table, row by row and cell by cell', (list) => {
    const $ = page(`townships/${code}`);
    const rows = $(`table.list.${list} tbody tr`).map((_, row) => [
      $(row)
        .children()
        .map((_, cell) => squeezed($(cell).text()))
        .get(),
    ]);
    const expected = duties.filter((duty) => duty.township === code && duty.list === list);
    expect(rows.get()).toEqual(expected.map((duty) => [String(duty.number), ...cellsOf(duty)]));
  });

  test('each duty page and each duty file', () => {
    for (const duty of duties.filter(({ township }) => township === code)) {
      const $ = page(duty.url);
      expect(squeezed($('h1').text())).toBe(squeezed(duty.name));
      const sides = $('.sides .clauses')
        .map((_, side) => squeezed($(side).text()))
        .get();
      const texts = [duty.superiorDuties, duty.townshipDuties, duty.takeover].map(cellText);
      expect(sides).toEqual(texts.filter((text) => text !== null).map(squeezed));
      const published = squeezed($('.answer .published').text()).replace(/^清单原文：/, '');
      if (duty.list === 'cooperative') expect(published).toBe(squeezed(duty.departmentsText));
      expect(JSON.parse(read(`townships/${duty.id}.json`))).toEqual(duty);
      expect($('link[rel=alternate][type="application/json"]').attr('href')).toBe(
        `${base}/townships/${duty.id}.json`,
      );
    }
  });
});

test.each(readdirSync(join(dist, 'compare')).filter((name) => name !== 'index.html'))(
  'the matrix of compare/%s and its CSV agree, row by row and cell by cell',
  (category) => {
    const $ = page(`compare/${category}`);
    const words = (cell: Parameters<typeof $>[0]) => $(cell).text().trim().replace(/^—$/, '');
    const head = $('.matrix thead th').slice(1).toArray().map(words);
    const rows = $('.matrix tbody tr[id]')
      .toArray()
      .map((row) => {
        const remark = $(row).find('th small').remove().text();
        return [
          words($(row).find('th')),
          remark,
          ...$(row).find('td').toArray().map(words),
          $(row).attr('id'),
        ];
      });
    const [columns, ...written]: string[][] = parse(read(`data/compare/${category}.csv`), { bom: true });
    expect(columns).toEqual(['事项', '对照', ...head, '对应事项编号']);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows).toEqual(written.map((cells) => [...cells.slice(0, -1), matterAnchor(cells.at(-1) ?? '')]));
  },
);

describe('what can be downloaded', () => {
  const packaged: { resources: { path: string; bytes?: number; hash: string }[] } = JSON.parse(
    read('data/datapackage.json'),
  );

  test('files are the bytes that datapackage.json and SHA256SUMS.txt say', () => {
    const sums = new Map(
      read('data/SHA256SUMS.txt')
        .trimEnd()
        .split('\n')
        .map((line) => [line.slice(66), line.slice(0, 64)]),
    );
    for (const [path, sum] of sums) expect(sha256(readFileSync(join(dist, 'data', path))), path).toBe(sum);
    for (const { path, bytes, hash } of packaged.resources) {
      expect(hash).toBe(`sha256:${sums.get(path)}`);
      if (bytes !== undefined) expect(readFileSync(join(dist, 'data', path)).length, path).toBe(bytes);
    }
  });

  test('the data page links to every described file', () => {
    const links = linksOf('data');
    for (const { path } of packaged.resources) expect(links).toContain(`${base}/data/${path}`);
  });

  test('a file is kept under a name that tells what is in it', () => {
    const nameOf = (path: string) => page(path)('a[download$=".xlsx"]').attr('download');
    expect(nameOf('townships/654026101')).toBe('昭苏县喀夏加尔镇履职事项清单.xlsx');
    expect(nameOf('departments/jiaoyu-ju/654026')).toBe('昭苏县教育局.xlsx');
    expect(nameOf('departments/jiaoyu-ju')).toBe('教育局的事项.xlsx');
    expect(nameOf('categories/pingan-fazhi')).toBe('平安法治类事项.xlsx');
    expect(nameOf('compare/pingan-fazhi')).toBe('各乡镇平安法治事项对照.xlsx');
  });

  test('pages of townships, departments, offices and categories offer CSV and Excel of what they show', () => {
    const folders = ['townships', 'categories', 'compare', 'departments'].flatMap((kind) =>
      readdirSync(join(dist, kind))
        .filter((name) => name !== 'index.html')
        .map((name) => `${kind}/${name}`),
    );
    expect(folders.length).toBeGreaterThan(20);
    for (const folder of folders.flatMap((name) => [name, ...officesOf(name)])) {
      const links = linksOf(folder).filter((href) => href.startsWith(`${base}/data/${folder}.`));
      for (const format of ['xlsx', 'csv']) expect(links).toContain(`${base}/data/${folder}.${format}`);
      for (const href of links) expect(existsSync(join(dist, href.slice(base.length))), href).toBe(true);
    }
  });

  test('llms.txt says under which licence, and leads to files that are there', () => {
    expect(read('llms.txt')).toContain(`<${LICENCE.path}>`);
    const links = [...read('llms.txt').matchAll(/\]\(([^)]+)\)/g)].map(([, href]) => href ?? '');
    expect(links.length).toBeGreaterThan(townships.length);
    for (const href of links) {
      const path = new URL(href, 'http://localhost').pathname.slice(base.length);
      expect(existsSync(join(dist, path)), href).toBe(true);
    }
  });

  /** Folders of offices below a department's; those without a duty have nothing to offer. */
  const officesOf = (folder: string): string[] =>
    folder.startsWith('departments/')
      ? readdirSync(join(dist, folder), { withFileTypes: true })
          .filter((entry) => entry.isDirectory() && page(`${folder}/${entry.name}`)('table').length > 0)
          .map((entry) => `${folder}/${entry.name}`)
      : [];
});

function linksOf(path: string): string[] {
  const $ = page(path);
  return $('main a')
    .map((_, link) => $(link).attr('href'))
    .get();
}

test('a second build of the same seeds writes the same bytes, search index included', {
  timeout: 300_000,
}, () => {
  const again = mkdtempSync(join(tmpdir(), 'second-build-'));
  try {
    execFileSync('npm', ['run', 'build'], { env: { ...process.env, DIST_DIR: again }, stdio: 'pipe' });
    expect(differing(sumsOf(again), sumsOf(dist))).toEqual([]);
  } finally {
    rmSync(again, { recursive: true });
  }
});

/** Checksums of all files of a site. */
const sumsOf = (folder: string): Map<string, string> =>
  new Map(pathsIn(folder).map((path) => [path, sha256(readFileSync(join(folder, path)))]));

const differing = (one: Map<string, string>, other: Map<string, string>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path));

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
