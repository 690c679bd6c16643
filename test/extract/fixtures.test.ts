/**
 * One test a folder: fixtures/<module>/<case>/in.txt goes through the module, out.json is what must come out.
 * Adding a folder adds a test; `UPDATE=1 npx vitest run --project unit` writes each out.json that is missing, to be read
 * before it is committed.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCell } from '../../src/extract/cells.ts';
import { readClauses } from '../../src/extract/clauses.ts';
import type { Finding } from '../../src/extract/finding.ts';
import { readLines } from '../../src/extract/line.ts';
import { readCover, readDeclared, readEdition, readMark, readPreface } from '../../src/extract/preface.ts';
import { readDelimitedRows } from '../../src/extract/rows-delimited.ts';
import { splitSections } from '../../src/extract/sections.ts';

const folder = join(import.meta.dirname, 'fixtures');

const codes = (findings: Finding[]) => findings.map(({ code, line }) => `${code}:${line}`);
const linesOf = (text: string) => readLines(new TextEncoder().encode(text), 'in.txt').lines;

/** A heading as the department reader knows it, without its vocabulary. */
const isHeading = (text: string) =>
  /^[^，。；：]{0,12}[县市州][^，。；：]{1,24}(局|部|会|室)(（[^）]*）|负责[^，。]{2,10})?[：:]?$/.test(text);

const modules: Record<string, (text: string) => unknown> = {
  sections: (text) => {
    const { delimited, cover, preface, lists, claims, findings } = splitSections(linesOf(text), 'in.txt');
    return {
      delimited,
      cover: cover.map((line) => line.number),
      preface: preface.map((line) => line.number),
      lists: lists.map(({ list, heading, columns, body }) => ({
        list,
        heading: heading.number,
        columns,
        body: body.length,
      })),
      claims: Object.fromEntries(
        [...claims].map(([line, claim]) => [line.number, claim]).sort(([a], [b]) => Number(a) - Number(b)),
      ),
      findings: codes(findings),
    };
  },
  'rows-delimited': (text) => {
    const { lists } = splitSections(linesOf(text), 'in.txt');
    return lists.map((list) => {
      const { rows, findings } = readDelimitedRows(list, 'in.txt');
      return {
        rows: rows.map(({ number, cells, lines }) => ({
          number,
          lines: lines.map((line) => line.number),
          cells,
        })),
        findings: codes(findings),
      };
    });
  },
  cells: (text) => {
    const { blocks, findings } = readCell(text.trim(), 1, 'in.txt');
    return {
      blocks: blocks.map(({ text: words, item }) => (item ? { item: words } : words)),
      findings: codes(findings),
    };
  },
  clauses: (text) => {
    const blocks = readCell(text.trim(), 1, 'in.txt').blocks;
    return readClauses(blocks, isHeading).map(({ kind, marker, text: words }) => [kind, marker ?? '', words]);
  },
  preface: (text) => {
    const { cover, preface, delimited } = splitSections(linesOf(text), 'in.txt');
    return {
      cover: readCover(cover),
      edition: readEdition(cover),
      mark: readMark(cover),
      declared: readDeclared(preface),
      clauses: readPreface(preface, !delimited).map(
        ({ kind, line, text: words }) => `${kind}:${line} ${words.length}`,
      ),
    };
  },
};

for (const [module, read] of Object.entries(modules)) {
  for (const name of readdirSync(join(folder, module))) {
    test(`${module}: ${name}`, () => {
      const out = join(folder, module, name, 'out.json');
      const result = JSON.parse(
        JSON.stringify(read(readFileSync(join(folder, module, name, 'in.txt'), 'utf8'))),
      );
      if (process.env.UPDATE && !existsSync(out)) writeFileSync(out, `${JSON.stringify(result, null, 1)}\n`);
      expect(result).toEqual(JSON.parse(readFileSync(out, 'utf8')));
    });
  }
}
