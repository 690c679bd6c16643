/** What the pages of comparison say where townships are too many to have a column each. */
import { describe, expect, it } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import { arrange } from '../../src/site/entries.ts';
import { mattersOf } from '../../src/site/matters.ts';
import { compareCategoryView } from '../../src/site/views/compare.ts';
import { readVocabulary } from '../../src/site/vocabulary.ts';
import { multiplied } from '../support/multiplied.ts';

const content = readContent();
const few = arrange({ ...content, ...readVocabulary() });
const many = arrange({ ...multiplied(content, 3), ...readVocabulary() });
const rowsOf = (book: typeof many) =>
  book.categories.flatMap((category) =>
    compareCategoryView(category, book).groups.flatMap(({ rows }) =>
      mattersOf(category, book.matters).map((matter, at) => ({ matter, row: rows[at] })),
    ),
  );

describe('with many townships', () => {
  it('the first columns are of different counties', () => {
    for (const category of many.categories) {
      const codes = compareCategoryView(category, many).columns.map(({ code }) => code);
      expect(codes.length).toBeGreaterThan(3);
      expect(new Set(codes.map((code) => code.slice(0, 6))).size).toBe(codes.length);
      expect(codes).toEqual(codes.toSorted());
    }
  });

  it('every row tells how many townships have it in which list, those in different lists too', () => {
    let differing = 0;
    for (const { matter, row } of rowsOf(many)) {
      const told = new Map(
        row?.holders.map(({ words }) => words.split(' ')).map(([list, count]) => [list, Number(count)]),
      );
      for (const [list, word] of [
        ['basic', '基本'],
        ['cooperative', '配合'],
        ['reclaimed', '收回'],
      ])
        expect(told.get(word ?? '') ?? 0).toBe(
          matter.entries.filter(({ duty }) => duty.list === list).length,
        );
      expect(told.get('并入') ?? 0).toBe(matter.within.length);
      if (!row?.differs) continue;
      expect(row.holders.length).toBeGreaterThan(1);
      differing += 1;
    }
    expect(differing).toBeGreaterThan(2);
  });

  it('the places of a row add up: a number by county, or the only township by its name', () => {
    for (const { row } of rowsOf(many))
      for (const { words, places } of row?.holders ?? []) {
        const counts = places.split('、').map((place) => Number(/ (\d+) 个$/.exec(place)?.[1] ?? 1));
        expect(counts.reduce((sum, count) => sum + count)).toBe(Number(words.split(' ')[1]));
      }
  });

  it('the choice has every township once, under its county', () => {
    const [category] = many.categories;
    const choice = category ? compareCategoryView(category, many).choice : [];
    expect(choice.map(({ county }) => county)).toEqual([
      ...new Set(many.townships.map(({ county }) => county.name)),
    ]);
    expect(choice.flatMap(({ townships }) => townships.map(({ code }) => code))).toEqual(
      many.townships.map(({ code }) => code),
    );
  });
});

it('with few townships all have a column, and nothing is told twice', () => {
  const [category] = few.categories;
  const view = category && compareCategoryView(category, few);
  expect(view?.columns.map(({ code }) => code)).toEqual(few.townships.map(({ code }) => code));
  expect(rowsOf(few).filter(({ row }) => row?.holders.length !== 0)).toEqual([]);
});
