/**
 * What a step of the build wrote at its last run: files of the built site that need not be made again while what they
 * are made from, the code and the environment are the same, and nobody has touched them since. Noted in
 * node_modules/.cache, for each folder of a built site; without that note, or without the folder, all is made anew.
 */
import { hash } from 'node:crypto';
import { existsSync, globSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { SITE_NAME } from '../site/config.ts';
import { digestOf, writeWhole } from './files.ts';

const NOTES = 'node_modules/.cache/site';
/** All that pages and downloads are made by; what they are made from is asked about file by file. */
const CODE = ['src', 'scripts', 'public', 'content/pages', 'astro.config.mjs', 'package-lock.json'];
const ENVIRONMENT = ['SITE_URL', 'BASE_PATH', 'REPORT_URL', 'REPORT_MAIL'];
/** Stands for a step that has begun and not ended: nobody knows what it has written. */
const UNFINISHED = '.unfinished';
/** The file of every site by which one of ours is known, also where the notes are gone (`npm ci`). */
const SIGN = 'manifest.webmanifest';

export interface Kept {
  /**
   * Says that the site shall have these files (paths below its folder), made from this input; true where they lie
   * there already, as they were made from the same input. Where false, the caller makes them before `close`.
   */
  has(paths: readonly string[], input: string): boolean;
  /** Whether `has` may be true of these files: the last run made them, from whatever input. */
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
 * Why nothing is written into a folder, in words for who chose it; null where it is ours to write and to empty: not
 * there, empty, or a site of this project, finished or not.
 */
export function refusalOf(dist: string): string | null {
  if (!relative(dist, '.').startsWith('..')) return `DIST_DIR（${dist}）里有本项目，不能清空，请换一个文件夹`;
  if (!existsSync(dist)) return null;
  const isEmpty = statSync(dist).isDirectory() && readdirSync(dist).length === 0;
  if (isEmpty || readOr(join(dist, SIGN), '').includes(`"${SITE_NAME}"`)) return null;
  return `DIST_DIR（${dist}）不是空文件夹，也不是本项目生成的网站，不能清空，请换一个文件夹`;
}

/** Begins a build into a folder: empties it unless it is as a finished build by the same code left it. Throws where refused. */
export function beginSite(dist: string): void {
  claim(dist);
  const [folder, code] = [notesOf(dist), codeDigest()];
  if (readOr(join(folder, 'code'), '') === code && globSync(`*${UNFINISHED}`, { cwd: folder }).length === 0)
    return;
  for (const name of readdirSync(dist)) if (name !== SIGN) rmSync(join(dist, name), { recursive: true });
  rmSync(folder, { recursive: true, force: true });
  writeWhole(join(folder, 'code'), code);
}

/** Signs a folder before anything else is written there, so that a build that breaks off can begin again. Throws where refused. */
function claim(dist: string): void {
  const refusal = refusalOf(dist);
  if (refusal) throw new Error(refusal);
  const sign = join(dist, SIGN);
  if (!existsSync(sign)) writeWhole(sign, JSON.stringify({ name: SITE_NAME })); // the pages' own takes its place
}

/** What `step` wrote into the folder `dist` at its last run; only what the same code made is known. Throws where refused. */
export function openKept(step: string, dist: string): Kept {
  claim(dist);
  const file = join(notesOf(dist), `${step}.json`);
  const code = codeDigest();
  const last: Notes = JSON.parse(readOr(file, '{"notes":[]}'));
  const before = new Map((last.code === code ? last.notes : []).map((note) => [note[1][0]?.[0] ?? '', note]));
  const isBroken = existsSync(file + UNFINISHED); // only a build that empties the folder mends it
  const wanted = new Map<string, { paths: readonly string[]; digest: string }>();
  writeWhole(file + UNFINISHED, '');
  return {
    has(paths, input) {
      const [name = ''] = paths;
      const digest = hash('sha1', Buffer.from(input, 'utf16le')); // as it lies in memory: twice as fast
      wanted.set(name, { paths, digest });
      return noted(paths)?.[0] === digest;
    },
    knows: ([name = '']) => before.has(name),
    close() {
      const notes = [...wanted.values()].map(({ paths, digest }): Note => [digest, paths.map(look)]);
      const now = new Set(notes.flatMap(([, files]) => files.map(([path]) => path)));
      const then = last.notes.flatMap(([, files]) => files.map(([path]) => path));
      for (const path of then) if (!now.has(path)) rmSync(join(dist, path), { force: true });
      writeWhole(file, JSON.stringify({ code, notes } satisfies Notes));
      if (!isBroken) rmSync(file + UNFINISHED);
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
