/**
 * What a step of the build wrote at its last run: files of the built site that need not be made again while what they
 * are made from, the code and the environment are the same, and nobody has touched them since. Noted in
 * node_modules/.cache, for each folder of a built site; without that note, or without the folder, all is made anew.
 */
import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const NOTES = 'node_modules/.cache/site';
/** All that pages and downloads are made by; what they are made from is asked about file by file. */
const CODE = ['src', 'scripts', 'public', 'content/pages', 'astro.config.mjs', 'package-lock.json'];
const ENVIRONMENT = ['SITE_URL', 'BASE_PATH', 'REPORT_URL', 'REPORT_MAIL'];

export interface Kept {
  /** Whether code and environment are those of the last run. */
  readonly sameCode: boolean;
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

/** What `step` wrote into the folder `dist` at its last run. */
export function openKept(step: string, dist: string): Kept {
  const file = join(NOTES, hash('sha1', resolve(dist)), `${step}.json`);
  const code = codeDigest();
  const last = readNotes(file);
  const sameCode = last?.code === code;
  const before = new Map(last?.notes.map((note) => [note[1][0]?.[0] ?? '', note]));
  const wanted = new Map<string, { paths: readonly string[]; digest: string }>();
  return {
    sameCode,
    has(paths, input) {
      const [name = ''] = paths;
      const digest = hash('sha1', input);
      wanted.set(name, { paths, digest });
      return noted(paths)?.[0] === digest;
    },
    knows: (paths) => noted(paths) !== undefined,
    close() {
      const notes = [...wanted.values()].map(({ paths, digest }): Note => [digest, paths.map(look)]);
      const now = new Set(notes.flatMap(([, files]) => files.map(([path]) => path)));
      const then = [...before.values()].flatMap(([, files]) => files.map(([path]) => path));
      for (const path of then) if (!now.has(path)) rmSync(join(dist, path), { force: true });
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.${process.pid}`, JSON.stringify({ code, notes } satisfies Notes));
      renameSync(`${file}.${process.pid}`, file);
    },
  };

  /** The note on these files, where they lie there as it says. */
  function noted(paths: readonly string[]): Note | undefined {
    const note = sameCode ? before.get(paths[0] ?? '') : undefined;
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

function readNotes(file: string): Notes | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null; // no run yet, or a note cut short
  }
}

function codeDigest(): string {
  const texts = CODE.flatMap(filesIn).map((path) => `${path} ${hash('sha1', readFileSync(path))}`);
  const environment = ENVIRONMENT.map((name) => `${name}=${process.env[name] ?? ''}`);
  return hash('sha1', [process.version, ...environment, ...texts].join('\n'));
}

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
