/** Days of lists as git tells them, in small repositories, and what the feed makes of them. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Township } from '../../src/domain/township.ts';
import { readHistory } from '../../src/site/history.ts';
import { contentTownships } from '../support/content.ts';

const [OLD, NEW, LOST] = ['653024100', '654002203', '654026101'] as const;

let work = '';
let said: string[] = [];
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'history-'));
  said = [];
  vi.spyOn(console, 'error').mockImplementation((line) => said.push(line));
});
afterEach(() => {
  rmSync(work, { recursive: true });
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

/** Commits files of townships, each with a text, on a day. */
function commit(day: string, texts: Record<string, string>, folder = 'content/townships') {
  const git = (...args: string[]) =>
    execFileSync(
      'git',
      [
        '-C',
        work,
        '-c',
        'user.name=t',
        '-c',
        'user.email=t@t.example',
        '-c',
        'commit.gpgsign=false',
        ...args,
      ],
      {
        env: { ...process.env, GIT_COMMITTER_DATE: `${day}T12:00:00Z` },
      },
    );
  git('init', '--quiet');
  mkdirSync(join(work, folder), { recursive: true });
  for (const [code, text] of Object.entries(texts)) writeFileSync(join(work, folder, `${code}.json`), text);
  git('add', '.');
  git('commit', '--quiet', '--message', day);
}

function commitThree() {
  commit('2025-11-01', { [OLD]: '1' });
  commit('2025-12-24', { [OLD]: '2' });
  commit('2026-03-05', { [NEW]: '1' });
}

/** A copy of the repository that holds its last commit only. */
function shallow(): string {
  const copy = join(work, 'shallow');
  execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${work}`, copy], { stdio: 'pipe' });
  return copy;
}

describe('the history of a folder', () => {
  test('tells when each township was added and last changed', () => {
    commitThree();
    expect([...readHistory(join(work, 'content/townships'))]).toEqual([
      [NEW, { added: '2026-03-05', changed: '2026-03-05' }],
      [OLD, { added: '2025-11-01', changed: '2025-12-24' }],
    ]);
  });

  test('is told of a folder with a Chinese name too', () => {
    commit('2025-11-01', { [OLD]: '1' }, '内容/townships');
    expect([...readHistory(join(work, '内容/townships')).keys()]).toEqual([OLD]);
  });

  test('is unknown in a shallow clone, which says how to get it', () => {
    commitThree();
    expect(readHistory(join(shallow(), 'content/townships')).size).toBe(0);
    expect(said).toEqual([expect.stringMatching(/浅克隆.*git fetch --unshallow.*fetch-depth: 0/)]);
  });

  test('is empty, and nothing is said, where git knows no townships', () => {
    commit('2025-11-01', { readme: '' });
    expect(readHistory(join(shallow(), 'content/townships')).size).toBe(0);
    mkdirSync(join(work, 'shallow/new'));
    expect(readHistory(join(work, 'shallow/new')).size).toBe(0);
    expect(readHistory(join(work, 'none')).size).toBe(0);
    expect(said).toEqual([]);
  });
});

describe('the feed', () => {
  /** Entries of the feed, made from the repository `folder`: township and its days. */
  async function entries(folder: string, townships: readonly Township[]) {
    vi.stubEnv('CONTENT_DIR', join(folder, 'content'));
    vi.resetModules();
    const { feed } = await import('../../src/site/feed.ts');
    const $ = load(feed(townships), { xml: true });
    const found = $('entry').map((_, entry) => {
      const own = (name: string) => $(entry).children(name).text();
      return `${own('id').slice(-10, -1)} ${own('published')} ${own('updated')}`;
    });
    return { updated: $('feed > updated').text(), entries: found.get() };
  }

  const townships = contentTownships().filter(({ code }) => [OLD, NEW, LOST].some((one) => one === code));
  const dated = (edition: string | null, retrieved: string | null) =>
    townships.map((township) => ({ ...township, edition, seed: { ...township.seed, retrieved } }));

  test('has the days of git, the newest first, and of the others the day of retrieval', async () => {
    commitThree();
    expect(await entries(work, dated('2025-07', '2026-01-31'))).toEqual({
      updated: '2026-03-05T00:00:00Z',
      entries: [
        `${NEW} 2026-03-05T00:00:00Z 2026-03-05T00:00:00Z`,
        `${LOST} 2026-01-31T00:00:00Z 2026-01-31T00:00:00Z`,
        `${OLD} 2025-11-01T00:00:00Z 2025-12-24T00:00:00Z`,
      ],
    });
  });

  test('has the month of the edition where no day is known, and leaves out a township without either', async () => {
    commitThree();
    const [first, ...others] = dated('2025-07', null);
    expect(
      await entries(shallow(), [first, ...others.map((one) => ({ ...one, edition: null }))] as Township[]),
    ).toEqual({
      updated: '2025-07-01T00:00:00Z',
      entries: [`${OLD} 2025-07-01T00:00:00Z 2025-07-01T00:00:00Z`],
    });
  });

  test('tells no day at all where none is known', async () => {
    commit('2025-11-01', { readme: '' });
    expect(await entries(work, dated(null, null))).toEqual({ updated: '', entries: [] });
  });
});
