/** The portal's command: what it is given is checked whole before anything is written. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

let work = '';
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'portal-'));
  mkdirSync(join(work, '6531/data'), { recursive: true });
  const township = { code: '653123103', county: '英吉沙县', name: '萨罕镇', found: { total: 262 } };
  writeFileSync(join(work, '6531/data/townships.json'), JSON.stringify([township]));
  writeFileSync(join(work, 'pagefind.js'), '');
});
afterEach(() => rmSync(work, { recursive: true }));

/** Runs the command on a list of sites; `pagefind` names a file beside it. */
function build(list: string, pagefind = 'pagefind.js') {
  const [sites, out] = [join(work, 'portal.yaml'), join(work, 'out')];
  writeFileSync(sites, list);
  const args = ['--sites', sites, '--out', out, '--pagefind', join(work, pagefind)];
  return spawnSync('node', ['scripts/build-portal.ts', ...args], { encoding: 'utf8' });
}

const kashi = () => `- name: 喀什地区\n  url: /6531/\n  folder: ${join(work, '6531')}\n`;

test('writes the portal of the sites listed', () => {
  expect(build(kashi())).toMatchObject({ status: 0, stderr: '' });
  const files = ['index.html', 'pagefind.js', 'portal.css', 'portal.js', 'sites.json', 'townships.json'];
  expect(readdirSync(join(work, 'out'))).toEqual(files);
  expect(JSON.parse(readFileSync(join(work, 'out/sites.json'), 'utf8'))).toEqual([
    { name: '喀什地区', url: '/6531/', townships: 1, duties: 262 },
  ]);
});

/** What must be refused: the list, and words with their line. */
const refused: [string, () => string, RegExp][] = [
  ['an address without a slash at its end', () => kashi().replace('/6531/', '/6531'), /:2: .*要以 \/ 结尾/],
  ['an address that is none', () => kashi().replace('/6531/', 'https:///'), /:2: .*不是网址/],
  ['a site without a name', () => kashi().replace('name: 喀什地区\n  ', ''), /:1: .*name：.*缺少这一项/],
  [
    'a folder without a site',
    () => kashi().replace(/(folder: .*)/, '$1/none'),
    /:3: .*其中没有 data\/townships\.json/,
  ],
  [
    'neither folder nor whole address',
    () => `${kashi()}- { name: 阿克苏地区, url: /6529/ }`,
    /:4: .*没有 folder 时/,
  ],
  [
    'a site that gives no answer',
    () => '- { name: 喀什地区, url: "http://127.0.0.1:9/" }',
    /127\.0\.0\.1:9\/data\/townships\.json：读不到/,
  ],
  ['a list of nothing', () => '', /:1: .*没有列出网站/],
  ['a list that is no YAML', () => '- {', /:1: .*YAML 语法错误/],
];

test.each(refused)('refuses %s, and writes nothing', (_, list, words) => {
  const { status, stderr } = build(list());
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(status).toBe(1);
  expect(existsSync(join(work, 'out'))).toBe(false);
});

test('refuses a site whose list of townships is none, and writes nothing', () => {
  writeFileSync(join(work, '6531/data/townships.json'), '{}');
  const { status, stderr } = build(kashi());
  expect(stderr).toMatch(/6531\/data\/townships\.json：读不到/);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(status).toBe(1);
  expect(existsSync(join(work, 'out'))).toBe(false);
});

test('refuses to begin without the client of the search, and writes nothing', () => {
  const { status, stderr } = build(kashi(), 'none.js');
  expect(stderr).toMatch(/none\.js：没有这个文件/);
  expect(status).toBe(1);
  expect(existsSync(join(work, 'out'))).toBe(false);
});
