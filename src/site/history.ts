/** When a township's lists were added and last changed, from the history of its content file. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Township } from '../domain/township.ts';

export interface History {
  added: string;
  changed: string;
}

const { CONTENT_DIR = 'content' } = process.env;

let read: Map<string, History> | undefined;

/** Days (2026-11-22); where there is no history, the day of retrieval; null where nobody knows. */
export function historyOf({ code, seed }: Township): History | null {
  read ??= readHistory(join(CONTENT_DIR, 'townships'));
  const { retrieved } = seed;
  return read.get(code) ?? (retrieved ? { added: retrieved, changed: retrieved } : null);
}

/**
 * The history of a folder of townships, by code. Empty where git knows nothing of them, and in a shallow clone, which
 * gives every file to the last commit: that is said on stderr.
 */
export function readHistory(folder: string): Map<string, History> {
  const history = daysOf(git(folder, 'log', '--format=%cs', '--name-only', '--relative', '--', '.'));
  if (history.size === 0 || git(folder, 'rev-parse', '--is-shallow-repository').trim() !== 'true')
    return history;
  console.error(
    '浅克隆没有 git 历史：网站地图不写修改日期，订阅只写版本年月。要有日期，先运行 git fetch --unshallow（actions/checkout 用 fetch-depth: 0）。',
  );
  return new Map();
}

/** From days, each followed by the files changed then, newest first. */
function daysOf(log: string): Map<string, History> {
  const found = new Map<string, History>();
  let day = '';
  for (const line of log.split('\n')) {
    if (/^\d{4}-\d\d-\d\d$/.test(line)) day = line;
    const code = /^(\d{9})\.json$/.exec(line)?.[1];
    if (code) found.set(code, { changed: found.get(code)?.changed ?? day, added: day });
  }
  return found;
}

/** What git prints; nothing where there is no git, or the folder lies outside it. */
function git(folder: string, ...args: string[]): string {
  const options = { encoding: 'utf8', maxBuffer: Number.POSITIVE_INFINITY } as const;
  const { status, stdout } = spawnSync('git', ['-C', folder, ...args], options);
  return status === 0 ? stdout : '';
}
