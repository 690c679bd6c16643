/** Counterparts, comparison, offices and figures of the built site against its data, every link both ways. */
import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { dutyPath } from '../../src/domain/address.ts';
import { LIST_SLUGS } from '../../src/domain/lists.ts';
import { builtPages, internal, readBuilt } from '../support/dist.ts';

interface Record {
  id: string;
  name: string;
  superiorDuties: unknown;
  townshipDuties: unknown;
  takeover: unknown;
  url: string;
  township: string;
  list: (typeof LIST_SLUGS)[number];
  number: number;
  category: string;
  departments: { id: string | null; office: string | null }[];
  similar: string[];
}

const duties: Record[] = JSON.parse(readBuilt('data/duties.json'));
const townships: { code: string; name: string; county: string }[] = JSON.parse(
  readBuilt('data/townships.json'),
);
const byId = new Map(duties.map((duty) => [duty.id, duty]));
const byUrl = new Map(duties.map((duty) => [duty.url, duty]));
const pages = new Map(builtPages().map((page) => [page.path, page]));
const targets = new Map(
  [...pages.values()].map(({ path, links }) => [
    path,
    new Set(links.map((written) => internal(written, path)?.path)),
  ]),
);
const links = (from: string, to: string): boolean => targets.get(from)?.has(to) ?? false;
const isDuty = (path: string): boolean => /^\/townships\/\d+\/\w+\/\d+\/$/.test(path);

const wordsOf = (duty: Record | undefined): string =>
  JSON.stringify([duty?.name, duty?.superiorDuties, duty?.townshipDuties, duty?.takeover]);

describe('counterparts', () => {
  it('are mutual, at most one a township, and their pages link to one another', () => {
    for (const { id, url, similar } of duties) {
      expect(new Set([id, ...similar].map((each) => each.slice(0, 9))).size).toBe(similar.length + 1);
      for (const other of similar) {
        expect(byId.get(other)?.similar).toContain(id);
        expect(links(url, byId.get(other)?.url ?? ''), `${id} → ${other}`).toBe(true);
      }
    }
  });

  it('stand in a row of the comparison, to which every duty leads', () => {
    const inMatrix = [...pages.keys()].filter((path) => /^\/compare\/.+/.test(path));
    for (const { url } of duties) {
      const page = inMatrix.filter((path) => links(url, path));
      expect(page, url).toHaveLength(1);
      expect(links(page[0] ?? '', url), url).toBe(true);
      expect(links('/compare/', url), url).toBe(true);
    }
  });

  it('show their differences on a page of their own where there is no room, linked both ways', () => {
    const found = [...pages.keys()].filter((path) => path.endsWith('/differences/'));
    for (const path of found) {
      const duty = path.replace('differences/', '');
      expect(links(path, duty) && links(duty, path), path).toBe(true);
    }
  });

  it('set a text that several townships share against their own once', () => {
    let shared = 0;
    for (const { url } of duties) {
      const items = load(readBuilt(`${url.slice(1)}index.html`))('.similar > ul:first-of-type > li');
      const written = items.toArray().map((item, at) => {
        const $ = load(item);
        const [, like] = /^文字与(.+)相同$/.exec($('small').text()) ?? [];
        const isTold = $('details').length > 0;
        return { at, like, isTold, duty: byUrl.get($('a').attr('href') ?? ''), place: $.text() };
      });
      const texts = written.filter(({ isTold }) => isTold).map(({ duty }) => wordsOf(duty));
      expect(new Set(texts).size, url).toBe(texts.length);
      for (const { like, at, duty } of written.filter(({ like }) => like)) {
        const one = written.slice(0, at).find(({ place, isTold }) => isTold && place.includes(`${like}：`));
        expect(wordsOf(one?.duty), url).toBe(wordsOf(duty));
        shared += 1;
      }
    }
    expect(shared).toBeGreaterThan(50);
  });
});

describe('offices', () => {
  it('link back to every duty that names them, in its cell or in its text', () => {
    const missing = [...pages.values()]
      .filter(({ path }) => isDuty(path))
      .flatMap(({ path }) =>
        [...(targets.get(path) ?? [])].flatMap((target) =>
          target && /^\/departments\/[^/]+\/\d+\/$/.test(target) && !links(target, path)
            ? [`${target} → ${path}`]
            : [],
        ),
      );
    expect(missing).toEqual([]);
  });

  it('are linked from every duty they name', () => {
    const offices = [...pages.values()].filter(({ path }) => /^\/departments\/[^/]+\/\d+\/$/.test(path));
    expect(offices.length).toBeGreaterThan(100);
    const missing = offices.flatMap(({ path }) =>
      [...(targets.get(path) ?? [])]
        .filter((target) => target && isDuty(target) && !links(target, path))
        .map((target) => `${target} → ${path}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('figures', () => {
  const $ = load(readBuilt('figures/index.html'));
  /** The cells of a figure's table, row by row, names first. */
  const table = (id: string): string[][] =>
    $(`section[aria-labelledby="${id}-heading"] table tbody tr`)
      .toArray()
      .map((row) =>
        $(row)
          .children()
          .toArray()
          .map((cell) => $(cell).text().trim()),
      );
  const count = (wanted: (duty: Record) => boolean): string => String(duties.filter(wanted).length);
  const byList = (wanted: (duty: Record) => boolean): string[] => [
    ...LIST_SLUGS.map((list) => count((duty) => duty.list === list && wanted(duty))),
    count(wanted),
  ];
  const name = ({ county, name }: { county: string; name: string }): string => county + name;

  it('count the duties of every township and list', () => {
    const expected = townships.map((one) => [name(one), ...byList(({ township }) => township === one.code)]);
    expect(table('townships')).toEqual(expected);
  });

  it('count the duties of every category, by township too', () => {
    const rows = table('categories');
    const category = (name: string) => (duty: Record) =>
      (duty.category === '文化旅游' ? '文化和旅游' : duty.category) === name;
    expect(rows.map(([text = '', ...cells]) => [text, ...cells.slice(0, 4)])).toEqual(
      rows.map(([text = '']) => [text, ...byList(category(text))]),
    );
    expect(rows.reduce((sum, row) => sum + Number(row[4]), 0)).toBe(duties.length);
    for (const { code } of townships)
      for (const [text = '', ...cells] of table(`t${code}`))
        expect(cells, code + text).toEqual(byList((duty) => duty.township === code && category(text)(duty)));
  });

  it('count what every two townships share, and what stands in different lists', () => {
    const expected = townships.map((a) => [
      name(a),
      ...townships.map((b) =>
        count(
          (duty) => duty.township === a.code && (a === b || duty.similar.some((id) => id.startsWith(b.code))),
        ),
      ),
    ]);
    expect(table('shared')).toEqual(expected);
    const moved = duties.filter(({ id, similar }) => {
      const matter = [id, ...similar].sort();
      return matter[0] === id && new Set(matter.map((each) => byId.get(each)?.list)).size > 1;
    });
    expect(table('moved')).toHaveLength(moved.length);
  });

  it('draw the numbers of their tables, with a title and a description and no style', () => {
    const drawings = $('svg[role="img"]').toArray();
    expect(drawings.length).toBeGreaterThan(8);
    for (const drawing of drawings) {
      expect($(drawing).find('title').text()).not.toBe('');
      expect($(drawing).find('desc').text()).not.toBe('');
      expect($(drawing).find('style, [style]')).toHaveLength(0);
      const drawn = $(drawing)
        .find('.number text')
        .toArray()
        .map((text) => $(text).text());
      const told = new Set(
        $(drawing)
          .closest('section')
          .find('td')
          .toArray()
          .map((cell) => $(cell).text()),
      );
      if ($(drawing).attr('aria-labelledby')?.startsWith('moved')) continue; // its table names townships
      expect(drawn.filter((number) => !told.has(number))).toEqual([]);
    }
  });
});

it('addresses of duties in the data are those of the pages', () => {
  for (const { township, list, number, url } of duties)
    expect(dutyPath(township, { list, number })).toBe(url);
});
