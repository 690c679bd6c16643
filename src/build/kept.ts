/**
 * What a step of the build wrote at its last run: files of the built site that need not be made again while what they
 * are made from, the code and the environment are the same, and nobody has touched them since. Noted in
 * node_modules/.cache, for each folder of a built site; without that note, or without the folder, all is made anew.
 */
import { hash } from 'node:crypto';
import { existsSync, globSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { digestOf, writeWhole } from './files.ts';

const NOTES = 'node_modules/.cache/site';
/** All that pages and downloads are made by; what they are made from is asked about file by file. */
const CODE = ['src', 'scripts', 'public', 'content/pages', 'astro.config.mjs', 'package-lock.json'];
const ENVIRONMENT = ['SITE_URL', 'BASE_PATH', 'REPORT_URL', 'REPORT_MAIL'];
/** Stands for a step that has begun and not ended: nobody knows what it has written. */
const UNFINISHED = '.unfinished';

export interface Kept {
  /**
   * Says that the site shall have these files (paths below its folder), made from this input; true where they lie
   * there already, as they were made from the same input. Where false, the caller makes them before `close`.
   */
  has(paths: readonly string[], input: string): boolean;
  /** Whether `has` may be true of these files: they lie there as they were made, from whatever input. */
  knows(paths: readonly string[]): boolean;
  /** Removes the files of the last run that nobody asked for in this one, and notes the rest. */
  close(): void;
}

/** Files of one input: its digest, and of each file the size in bytes and the time of its last change. */
type Note = [digest: string, files: [path: string, size: number, changed: number][]];
interface Notes {
  code: string;
  notes: Note[];
}

/**
 * Begins a build into a folder: empties it unless it is as a finished build by the same code left it. Throws where the
 * project lies in that folder.
 */
export function beginSite(dist: string): void {
  const [folder, code] = [notesOf(dist), codeDigest()];
  if (readOr(join(folder, 'code'), '') === code && globSync(`*${UNFINISHED}`, { cwd: folder }).length === 0)
    return;
  if (!relative(dist, '.').startsWith('..'))
    throw new Error(`DIST_DIR（${dist}）里有本项目，不能清空，请换一个文件夹`);
  if (existsSync(dist)) for (const name of readdirSync(dist)) rmSync(join(dist, name), { recursive: true });
  rmSync(folder, { recursive: true, force: true });
  writeWhole(join(folder, 'code'), code);
}

/** What `step` wrote into the folder `dist` at its last run, if the code was the same. */
export function openKept(step: string, dist: string): Kept {
  const file = join(notesOf(dist), `${step}.json`);
  const code = codeDigest();
  const last: Notes = JSON.parse(readOr(file, '{}'));
  const before = new Map((last.code === code ? last.notes : []).map((note) => [note[1][0]?.[0] ?? '', note]));
  const wanted = new Map<string, { paths: readonly string[]; digest: string }>();
  writeWhole(file + UNFINISHED, '');
  return {
    has(paths, input) {
      const [name = ''] = paths;
      const digest = hash('sha1', Buffer.from(input, 'utf16le')); // as it lies in memory: twice as fast
      wanted.set(name, { paths, digest });
      return noted(paths)?.[0] === digest;
    },
    knows: (paths) => noted(paths) !== undefined,
    close() {
      const notes = [...wanted.values()].map(({ paths, digest }): Note => [digest, paths.map(look)]);
      const now = new Set(notes.flatMap(([, files]) => files.map(([path]) => path)));
      const then = [...before.values()].flatMap(([, files]) => files.map(([path]) => path));
      for (const path of then) if (!now.has(path)) rmSync(join(dist, path), { force: true });
      writeWhole(file, JSON.stringify({ code, notes } satisfies Notes));
      rmSync(file + UNFINISHED);
    },
  };

  /** The note on these files, where they lie there as it says. */
  function noted(paths: readonly string[]): Note | undefined {
    const note = before.get(paths[0] ?? '');
    return note && paths.every((path, at) => isAsNoted(path, note[1][at])) ? note : undefined;
  }

  function look(path: string): Note[1][number] {
    const { size, mtimeMs } = statSync(join(dist, path));
    return [path, size, mtimeMs];
  }

  function isAsNoted(path: string, noted: Note[1][number] | undefined): boolean {
    const found = statSync(join(dist, path), { throwIfNoEntry: false });
    return noted?.[0] === path && found?.size === noted[1] && found.mtimeMs === noted[2];
  }
}

const notesOf = (dist: string): string => join(NOTES, hash('sha1', resolve(dist)));

const readOr = (path: string, without: string): string =>
  existsSync(path) ? readFileSync(path, 'utf8') : without;

function codeDigest(): string {
  const environment = ENVIRONMENT.map((name) => `${name}=${process.env[name] ?? ''}`);
  return hash('sha256', [process.version, ...environment, digestOf(CODE)].join('\n'));
}
