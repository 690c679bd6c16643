/** When a township's lists were added and last changed, from the history of its content file. */
import { execFileSync } from 'node:child_process';
import type { Township } from '../domain/township.ts';

export interface History {
  added: string;
  changed: string;
}

const { CONTENT_DIR = 'content' } = process.env;
const FOLDER = `${CONTENT_DIR}/townships`;

let read: Map<string, History> | undefined;

/** Days (2026-11-22); where there is no history, the day of retrieval or the edition's month; null where nobody knows. */
export function historyOf(township: Township): History | null {
  read ??= readHistory();
  const known = read.get(township.code);
  if (known) return known;
  const day = township.seed.retrieved ?? (township.edition && `${township.edition}-01`);
  return day ? { added: day, changed: day } : null;
}

/** One run of git for all files: days, each followed by the files changed then, newest first. */
function readHistory(): Map<string, History> {
  const found = new Map<string, History>();
  let day = '';
  for (const line of gitLog().split('\n')) {
    if (/^\d{4}-\d\d-\d\d$/.test(line)) day = line;
    const code = /(\d{9})\.json$/.exec(line)?.[1];
    if (code) found.set(code, { changed: found.get(code)?.changed ?? day, added: day });
  }
  return found;
}

function gitLog(): string {
  const args = ['log', '--format=%cs', '--name-only', '--', FOLDER];
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return ''; // no git, or a folder outside it
  }
}
