import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { categoryEntrySchema } from '../../src/domain/category.ts';
import { createCategoryReader } from '../../src/extract/categories.ts';

const file = new URL('../../seeds/vocabulary/categories.yaml', import.meta.url);
const entries = z.array(categoryEntrySchema).parse(parse(readFileSync(file, 'utf8')));
const reader = createCategoryReader(entries);

describe('categories.yaml', () => {
  it('has every id and every name once', () => {
    const ids = entries.map(({ id }) => id);
    const names = entries.flatMap(({ name, variants }) => [name, ...variants]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(entries.flatMap(({ id, name, variants }) => [name, ...variants].map((each) => [each, id])))(
    'finds %s as %s',
    (name, id) => expect(reader.find(name)?.id).toBe(id),
  );
});

describe('createCategoryReader', () => {
  it('takes a wrapped name for the name', () => {
    expect(reader.find('应急管理 及消防')?.name).toBe('应急管理及消防');
    expect(reader.find('文化\n旅游')?.name).toBe('文化和旅游');
  });

  it('takes nothing else for a category', () => {
    for (const text of ['', '党的', '党的建设工作', '事项类别', '应急管理及'])
      expect(reader.isCategory(text)).toBe(false);
  });
});
