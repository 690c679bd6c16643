/** What a reader loads for the first search of a visit, in a browser with an empty cache. */
import { gzipSync } from 'node:zlib';
import { launchBrowser } from '../test/support/browser.ts';
import { serveFolder } from '../test/support/serve-folder.ts';

export interface FirstQuery {
  term: string;
  /** As a host that compresses text sends them; the page itself and its styles left out. */
  bytes: number;
  requests: number;
  /** Of these, what the results shown add: their texts. */
  texts: number;
}

const TERM = '宅基地';
const RESULT = 'main a:is([href*="/basic/"], [href*="/cooperative/"], [href*="/reclaimed/"])';

/** The bytes of one search on a built site; null where the search page finds nothing. */
export async function firstQuery(dist: string): Promise<FirstQuery | null> {
  const site = await serveFolder(dist);
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ serviceWorkers: 'block' }); // it would get scripts again, to keep them
    const last = page.waitForResponse(/hints\.json$/); // names for pinyin follow when the results stand
    await page.goto(`${site.url}/search/?q=${encodeURIComponent(TERM)}`, { waitUntil: 'networkidle' });
    await last;
    if ((await page.locator(RESULT).count()) === 0) return null;
    const loaded = site.sent.filter(
      ({ path }) => /^\/(search|pagefind)\/.*[^/]$/.test(path) && !/css$/.test(path),
    );
    return {
      term: TERM,
      bytes: total(loaded),
      requests: loaded.length,
      texts: total(loaded.filter(({ path }) => path.includes('/fragment/'))),
    };
  } finally {
    await browser.close();
    site.stop();
  }
}

const total = (files: readonly { body: Buffer }[]): number =>
  files.reduce((sum, { body }) => sum + Math.min(body.length, gzipSync(body).length), 0);
