/** The rows of the delimited seeds, where the cells are known. */
import { readdirSync, readFileSync } from 'node:fs';
import { readLines } from '../../src/extract/line.ts';
import type { ListText, Row } from '../../src/extract/rows.ts';
import { readDelimitedRows } from '../../src/extract/rows-delimited.ts';
import { splitSections } from '../../src/extract/sections.ts';

const SEEDS = new URL('../../seeds/', import.meta.url);

export interface DelimitedSeed {
  /** 001, 002 … */
  name: string;
  lists: { list: ListText; rows: Row[] }[];
}

/** All delimited seeds with their rows. */
export function readDelimitedSeeds(): DelimitedSeed[] {
  return readdirSync(SEEDS)
    .filter((file) => /^\d{3}_.*\.txt$/.test(file))
    .sort()
    .map((file) => ({
      file,
      sections: splitSections(readLines(readFileSync(new URL(file, SEEDS)), file).lines, file),
    }))
    .filter(({ sections }) => sections.delimited)
    .map(({ file, sections }) => ({
      name: file.slice(0, 3),
      lists: sections.lists.map((list) => ({ list, rows: readDelimitedRows(list, file).rows })),
    }));
}

/** Each delimited seed's own places, and others to set it with. */
export const PLACES: Record<
  string,
  { county: string; township: string; as: { prefecture: string; county: string; township: string } }
> = {
  '001': {
    county: '伊宁市',
    township: '喀尔墩乡',
    as: { prefecture: '博州', county: '博乐市', township: '青得里街道' },
  },
  '002': {
    county: '英吉沙县',
    township: '萨罕镇',
    as: { prefecture: '阿克苏地区', county: '沙雅县', township: '海楼镇' },
  },
  '003': {
    county: '吉木萨尔县',
    township: '庆阳湖乡',
    as: { prefecture: '塔城地区', county: '额敏县', township: '玉什喀拉苏镇' },
  },
  '004': {
    county: '乌恰县',
    township: '乌恰镇',
    as: { prefecture: '巴州', county: '和静县', township: '巴仑台乡' },
  },
};

/** The cooperative rows of a seed with its own places taken out, as words are to be learnt from them. */
export function placelessRows(seed: DelimitedSeed): Row[] {
  const { county, township } = PLACES[seed.name] ?? { county: '', township: '' };
  const plain = (text: string): string =>
    text
      .replaceAll(county, county.at(-1) ?? '')
      .replaceAll(county.slice(0, -1), '')
      .replaceAll(township, `本${township.at(-1)}`);
  return seed.lists
    .filter(({ list }) => list.list === 'cooperative')
    .flatMap(({ rows }) => rows)
    .map((row) => ({
      ...row,
      cells: Object.fromEntries(
        Object.entries(row.cells).map(([column, blocks]) => [
          column,
          blocks.map((block) => ({ ...block, text: plain(block.text) })),
        ]),
      ),
    }));
}
