/** The index as the build puts it together, read back by the browser's reader. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { LISTS } from '../../src/domain/lists.ts';
import type { Township } from '../../src/domain/township.ts';
import { type Finished, finish } from '../../src/search/build/finish.ts';
import { guideRecord } from '../../src/search/build/guide-page.ts';
import { pack } from '../../src/search/build/pack.ts';
import { buildIndex, close } from '../../src/search/build/pagefind.ts';
import { indexPart } from '../../src/search/build/part.ts';
import { printedText, type SearchRecord } from '../../src/search/build/record.ts';
import { dutyRecords, townshipLabel } from '../../src/search/build/records.ts';
import { core, facets, hints, pageFacets } from '../../src/search/build/side-data.ts';
import { readSynonyms } from '../../src/search/build/synonyms.ts';
import { recordWords } from '../../src/search/build/words.ts';
import { fold } from '../../src/search/fold.ts';
import { type IndexReader, openIndex } from '../../src/search/index-reader.ts';
import { FACET_KEYS } from '../../src/search/layout.ts';
import { facetPages } from '../../src/search/query/filter.ts';
import { namesOf, nearestWords } from '../../src/search/query/nearest.ts';
import { fromSteps } from '../../src/search/steps.ts';
import { BADGES } from '../../src/search/ui/badges.ts';

const townships: Township[] = readdirSync('content/townships').map((file) =>
  JSON.parse(readFileSync(`content/townships/${file}`, 'utf8')),
);
const records = townships.flatMap((township) => dutyRecords(township, (published) => published));

afterAll(close);

describe('the index of 80 duties', () => {
  const some = records.filter((_, index) => index % 15 === 0).slice(0, 80);
  let finished: Finished;
  let index: IndexReader;
  beforeAll(async () => {
    finished = finish(await buildIndex([]), [await indexPart(some)], some, ({ url }) => url);
    const files = new Map(finished.files.map(({ path, content }) => [path, pack(content)]));
    index = openIndex(finished, async (path) => files.get(path) ?? new Uint8Array());
  });

  it('has every word of every page, with its place and weight', async () => {
    for (const [page, record] of some.entries()) {
      for (const [place, { text, weight }] of recordWords(record).entries()) {
        const posting = (await index.postings(text)).find((one) => one.page === page);
        const at = posting?.places.indexOf(place) ?? -1;
        expect([text, place, posting?.weights[at]]).toEqual([text, place, weight]);
      }
    }
  });

  it('has texts as printed, and the numbers of duties', async () => {
    for (const [page, record] of some.entries()) {
      const fragment = await index.fragment(page);
      expect(fragment.content).toBe(printedText(record));
      expect(fragment).toMatchObject({ url: record.url, meta: { title: record.title } });
      expect(record.url.endsWith(`/${await index.number(page)}/`)).toBe(true);
    }
  });

  it('is cut into small files', () => {
    const sizes = finished.files
      .filter(({ path }) => path.startsWith('index/'))
      .map(({ content }) => pack(content).length);
    expect(sizes.length).toBeGreaterThan(10);
    expect(Math.max(...sizes)).toBeLessThan(8000);
  });

  it('knows the filter values of every page', () => {
    const ids = {
      township: new Map(townships.map((township) => [townshipLabel(township), township.code])),
      list: new Map(Object.values(LISTS).map(({ chinese, slug }) => [chinese, slug])),
      category: new Map(),
      department: new Map(),
    };
    const values = facets(some, ids);
    const side = core(some, { ...finished, facets: values, counties: {}, synonyms: [], groups: new Map() });
    const pages = facetPages({ ...side, township: fromSteps(side.township) }, pageFacets(some, values));
    for (const key of FACET_KEYS) {
      const having = [...pages[key]].flatMap(([label, list]) => [...list].map((page) => `${page} ${label}`));
      const wanted = some.flatMap(({ filters }, page) =>
        (filters[key] ?? []).map((label) => `${page} ${label}`),
      );
      expect(having.sort()).toEqual(wanted.sort());
    }
  });

  it('knows duties that are the same, and how long names are', () => {
    const groups = new Map([some[3], some[70]].map((record) => [record?.url ?? '', 'one']));
    const values = { township: [], list: [], category: [], department: [] };
    const side = core(some, { ...finished, facets: values, counties: {}, synonyms: [], groups });
    const group = fromSteps(side.group);
    expect(group.flatMap((one, page) => (one === group[3] ? [page] : []))).toEqual([3, 70]);
    expect(side.length).toEqual(some.map(({ title }) => fold(title).length));
  });

  it('knows how names sound, and traditional characters', () => {
    const { titles, of, words, readings, traditional } = hints(some);
    expect(fromSteps(of).map((title) => titles[title])).toEqual(some.map(({ title }) => title));
    const lengths = words.map((digits) =>
      Array.from(digits, Number).reduce((sum, length) => sum + length, 0),
    );
    expect(lengths).toEqual(titles.map((title) => Array.from(title).length));
    expect(readings.gong).toContain('工');
    expect(traditional).toContain('務务');
  });
});

describe('words near a query, out of the names of the seeds', () => {
  const names = namesOf(hints(records));
  it.each([
    ['宅基地复肯', '宅基地'], // not 地复
    ['农机购置补贴发放', '补贴发放 农机'], // not 置补贴
    ['老人高龄补贴', '高龄 补贴'], // not 人高龄
    ['违法占地建房拆迁补偿', '违法 建房 补偿'], // not 地建
    ['企业用工难', '企业'], // not 业用
    ['矛盾纠分调解', '矛盾 调解'], // not 矛盾纠
  ])('%s: %s', (query, words) => expect(nearestWords(query, names)).toEqual(words.split(' ')));
});

describe('synonyms', () => {
  const synonyms = readSynonyms(parse(readFileSync('seeds/vocabulary/synonyms.yaml', 'utf8')));
  const texts = records
    .flatMap((record: SearchRecord) => [record.title, printedText(record)])
    .map((text) => fold(text));

  it('are at least 150', () => expect(synonyms.length).toBeGreaterThanOrEqual(150));
  it('mean words that stand in the lists', () => {
    const unknown = synonyms.flatMap(([say, ...means]) =>
      means
        .filter((mean) => !texts.some((text) => text.includes(fold(mean))))
        .map((mean) => `${say} → ${mean}`),
    );
    expect(unknown).toEqual([]);
  });
});

it('guide pages are read block by block, without scripts and what surrounds them', () => {
  const html =
    '<nav>首页</nav><main><h1>读懂<wbr>清单</h1><p>三张<b>清单</b></p><ul><li>基本</li></ul></main><footer>页脚</footer>';
  expect(guideRecord('/guide/', html)).toMatchObject({
    title: '读懂清单',
    cells: [[{ text: '三张清单' }], [{ text: '基本' }]],
  });
});

it('the badges of results are those of the lists', () => {
  expect(BADGES).toEqual(Object.fromEntries(Object.values(LISTS).map(({ slug, short }) => [slug, short])));
});
