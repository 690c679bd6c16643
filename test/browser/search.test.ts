/** What the search finds: every query of queries.json asked in a browser, held against the published data. */
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { average, type Figures, table } from '../support/figures.ts';
import { type Truth, truthOf } from '../support/search-truth.ts';
import { type StaticSite, serveSite } from '../support/static-site.ts';

declare global {
  interface Window {
    found: typeof import('../../src/search/search.ts');
  }
}

const queries: Record<string, string[]> = JSON.parse(
  readFileSync(new URL('./queries.json', import.meta.url), 'utf8'),
);
const dist = process.env.DIST_DIR ?? 'dist';

/** What came back, as much of it as is judged. */
interface Answer {
  total: number;
  exact: boolean;
  expanded: { say: string; means: string[] }[];
  ids: string[];
  kinds: string[];
  titles: string[];
}

let site: StaticSite;
let browser: Browser;
let page: Page;
let truth: Truth;

beforeAll(async () => {
  site = await serveSite(dist, '/a/sub/path/');
  browser = await launchBrowser();
  page = await open();
  truth = truthOf(JSON.parse(readFileSync(`${dist}/data/duties.json`, 'utf8')));
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** A page of the site with /search/search.js as `window.found`. */
async function open(before?: () => void): Promise<Page> {
  const context = await browser.newContext();
  if (before) await context.addInitScript(before);
  const opened = await context.newPage();
  await opened.goto(`${site.url}about/`);
  // As a string: what vitest makes of import() does not run in a page.
  await opened.evaluate(`import('${site.url}search/search.js').then((found) => { window.found = found; })`);
  return opened;
}

/** Asks on a page; without a limit for all results. */
const ask = (
  list: readonly string[],
  options: { literal?: boolean; limit?: number } = {},
  on = page,
): Promise<Answer[]> =>
  on.evaluate(
    async ([asked, { literal = false, limit }]) => {
      const { search } = window.found;
      const answers: Answer[] = [];
      for (const query of asked) {
        const { total, exact, expanded, results } = await search(query, {
          literal,
          limit: limit ?? Number.POSITIVE_INFINITY,
        });
        const duties = results.filter(({ kind }) => kind === 'duty');
        answers.push({
          total,
          exact,
          expanded,
          ids: duties.flatMap(({ id }) => id ?? []),
          kinds: [...new Set(results.map(({ kind }) => kind))],
          titles: results.slice(0, 3).map(({ title }) => title),
        });
      }
      return answers;
    },
    [list, options] as const,
  );

const share = (part: Iterable<string>, of: ReadonlySet<string>): number => {
  const ids = [...part];
  return ids.length === 0 ? 1 : ids.filter((id) => of.has(id)).length / ids.length;
};

/**
 * Recall and precision of a class, as meant and literally. Precision as meant is that of queries that were searched as
 * typed: held against the characters, as the search understands them, and to the letter, punctuation included.
 */
async function judge(name: string, expected: (query: string) => Set<string>): Promise<Figures> {
  const list = queries[name] ?? [];
  const [meant, literal] = [await ask(list), await ask(list, { literal: true })];
  const rows = list.map((query, index) => {
    const wanted = expected(query);
    const asMeant = new Set(meant[index]?.ids);
    const asTyped = new Set(literal[index]?.ids);
    const exactly = truth.literal(query);
    const plain = meant[index]?.expanded.length === 0;
    return {
      query,
      recall: share(wanted, asMeant),
      precision: plain ? share(asMeant, truth.folded(query)) : null,
      letters: plain ? share(asMeant, exactly) : null,
      literalRecall: share(exactly, asTyped),
      literalPrecision: share(asTyped, exactly),
      empty: wanted.size > 0 && asMeant.size === 0 ? 1 : 0,
    };
  });
  const missed = rows
    .filter(({ recall, literalRecall }) => recall < 1 || literalRecall < 1)
    .map(({ query }) => query);
  return {
    class: name,
    queries: list.length,
    recall: average(rows.map(({ recall }) => recall)),
    precision: average(rows.flatMap(({ precision }) => precision ?? [])),
    'to the letter': average(rows.flatMap(({ letters }) => letters ?? [])),
    'literal recall': average(rows.map(({ literalRecall }) => literalRecall)),
    'literal precision': average(rows.map(({ literalPrecision }) => literalPrecision)),
    'without result': average(rows.map(({ empty }) => empty)),
    missed,
  };
}

const figures: Figures[] = [];
afterAll(() => console.log(table(figures)));

describe('literal substrings', () => {
  const classes = [
    'terms',
    'substrings',
    'nameSubstrings',
    'withPunctuation',
    'departments',
    'severalWords',
    'characters',
    'names',
  ];
  it.each(classes)(
    '%s: everything is found, and nothing else',
    async (name) => {
      const judged = await judge(name, truth.literal);
      figures.push(judged);
      expect(judged.missed).toEqual([]);
      expect(judged.precision).toBeGreaterThanOrEqual(0.99);
      expect(judged['literal precision']).toBe(1);
      expect(judged['without result']).toBe(0);
    },
    60_000,
  );

  it('are precise to the letter too, all classes together', () => {
    const queriesAsked = figures.reduce((sum, { queries: count }) => sum + count, 0);
    const precise = figures.reduce((sum, one) => sum + Number(one['to the letter']) * one.queries, 0);
    expect(precise / queriesAsked).toBeGreaterThanOrEqual(0.99);
  });

  it('are found across punctuation, markers and line ends that were not typed', async () => {
    const judged = await judge('acrossPunctuation', truth.folded);
    figures.push(judged);
    expect(judged.missed).toEqual([]);
    expect(judged.precision).toBeGreaterThanOrEqual(0.99);
  });
});

describe('rank', () => {
  it('puts an exact name first', async () => {
    const names = queries.names ?? [];
    const answers = await ask(names, { limit: 3 });
    expect(names.filter((name, index) => answers[index]?.titles[0] !== name)).toEqual([]);
  });

  it('puts names that have the query before texts that mention it', async () => {
    const terms = [...(queries.terms ?? []), ...(queries.nameSubstrings ?? [])];
    const answers = await ask(terms, { literal: true });
    const wrong = terms.filter((query, index) => {
      const named = (answers[index]?.ids ?? []).map((id) => truth.inName(id, query));
      return named.lastIndexOf(true) > named.indexOf(false) && named.includes(false);
    });
    expect(wrong).toEqual([]);
  });

  it('puts a department before the duties that name it', async () => {
    const [answer] = await ask(['民政局'], { limit: 3 });
    expect(answer?.titles[0]).toBe('民政局');
  });
});

describe('how people speak', () => {
  it('finds what a saying means, and shows what was searched', async () => {
    const sayings = queries.spoken ?? [];
    const answers = await ask(sayings);
    const wrong = sayings.filter((say, index) => {
      const { expanded = [], ids = [] } = answers[index] ?? {};
      const found = new Set(ids);
      const means = expanded.filter((one) => one.say === say).flatMap((one) => one.means);
      return (
        means.length === 0 ||
        [say, ...means].some((word) => share(truth.folded(word.replace(/[^\p{L}\p{N}]/gu, '')), found) < 1)
      );
    });
    expect(wrong).toEqual([]);
  });

  it.each(['pinyin', 'traditional'])('finds every name by %s', async (name) => {
    const pairs = (queries[name] ?? []).map((line) => line.split(' '));
    const answers = await ask(pairs.map(([typed = '']) => typed));
    const wrong = pairs.filter(([, word = ''], index) => {
      const found = new Set(answers[index]?.ids);
      const named = [...truth.literal(word)].filter((id) => name === 'traditional' || truth.inName(id, word));
      return named.length > 0 && share(named, found) < 1;
    });
    expect(wrong).toEqual([]);
  });

  it('finds what stands in quotation marks as if it stood without', async () => {
    const [plain, ...quoted] = await ask(['宅基地', '“宅基地”', '"宅基地"', '「宅基地」']);
    expect(quoted.map(({ ids }) => ids)).toEqual(quoted.map(() => plain?.ids));
  });

  it('finds by a word’s pinyin what the word finds', async () => {
    const [heard, typed] = await ask(['zhaijidi', '宅基地']);
    expect(typed?.ids.length).toBeGreaterThan(4);
    expect(heard?.ids.toSorted()).toEqual(typed?.ids.toSorted());
    expect(heard?.total).toBe(typed?.total);
  });

  it('hears full-width letters too', async () => {
    const [wide, plain] = await ask(['ｚｊｄ', 'zjd']);
    expect(plain?.ids.length).toBeGreaterThan(0);
    expect(wide?.ids).toEqual(plain?.ids);
  });

  it('offers words that find something where a query finds nothing', async () => {
    const absent = queries.absent ?? [];
    const answers = await ask(absent);
    expect(absent.filter((_, index) => (answers[index]?.total ?? 0) > 0)).toEqual([]);
    const offered = await page.evaluate(
      async (list) => (await Promise.all(list.map((query) => window.found.nearest(query)))).flat(),
      absent,
    );
    const found = await ask([...new Set(offered)], { limit: 1 });
    expect(found.filter(({ total }) => total === 0)).toEqual([]);
  });
});

describe('the public module', () => {
  it('tells total, exactness and addresses under the base path', async () => {
    const [few, all] = [await ask(['工作'], { limit: 5 }), await ask(['工作'])];
    expect(few[0]).toMatchObject({ exact: true, total: all[0]?.total });
    expect(few[0]?.ids.length).toBeLessThanOrEqual(5);
    const url = await page.evaluate(async () => {
      const { results } = await window.found.search('防溺水工作', {
        filters: { township: '654026101', list: ['cooperative'] },
      });
      return results[0];
    });
    expect(url).toMatchObject({
      url: '/a/sub/path/townships/654026101/cooperative/27/',
      title: '防溺水工作',
      kind: 'duty',
      id: '654026101/cooperative/27',
    });
    expect(url?.excerpt).toContain('溺水');
  });

  it('finds the same where Intl.Segmenter is missing', async () => {
    const old = await open(() => {
      Reflect.deleteProperty(Intl, 'Segmenter');
    });
    expect(await old.evaluate(() => 'Segmenter' in Intl)).toBe(false);
    const some = [
      ...(queries.substrings ?? []).slice(0, 60),
      ...(queries.departments ?? []).slice(0, 30),
      'zjd',
      '宅基地 審批',
    ];
    expect(await ask(some, { limit: 5 }, old)).toEqual(await ask(some, { limit: 5 }));
    await old.context().close();
  });

  it('lists without a query township by township and list by list, what is asked for by its numbers', async () => {
    const listed = (filters: object): Promise<string[]> =>
      page.evaluate(async (chosen) => {
        const { results } = await window.found.search('', {
          filters: chosen,
          limit: Number.POSITIVE_INFINITY,
        });
        return results.flatMap(({ id }) => id ?? []);
      }, filters);
    const published: { id: string; departments: { id: string }[] }[] = JSON.parse(
      readFileSync(`${dist}/data/duties.json`, 'utf8'),
    );
    const withoutNumber = (ids: string[]) => ids.map((id) => id.replace(/\/\d+$/, ''));
    const led = published.filter(({ departments }) => departments.some(({ id }) => id === 'gongan-ju'));
    const found = await listed({ department: 'gongan-ju' });
    expect(found.toSorted()).toEqual(led.map(({ id }) => id).toSorted());
    expect(withoutNumber(found)).toEqual(withoutNumber(led.map(({ id }) => id)));
    const own = published.map(({ id }) => id).filter((id) => id.startsWith('653024100/'));
    expect(await listed({ township: '653024100' })).toEqual(own);
  });

  it('leads to duties, departments, townships and guide pages only', async () => {
    const kinds = (await ask(['县', '履职', '清单'])).flatMap((answer) => answer.kinds);
    expect([...new Set(kinds)].sort()).toEqual(['department', 'duty', 'page', 'township']);
  });
});
