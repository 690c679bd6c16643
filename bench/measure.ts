/** What a command costs: time, processor time, memory and what it leaves on disk. */
import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { filesIn } from '../src/build/files.ts';

export interface Cost {
  seconds: number;
  /** Processor seconds of the command and all that it started: in its own code, and in the kernel for it. */
  user: number;
  system: number;
  /** The most that the command and all that it started held at one moment, MiB. */
  memory: number;
}

/** How often memory is looked at. */
const EVERY_MS = 100;

/** Runs a shell command to its end, its output in a file; throws where it fails. */
export async function measure(command: string, env: Record<string, string>, log: string): Promise<Cost> {
  mkdirSync(dirname(log), { recursive: true });
  const timed = `TIMEFORMAT='%R %U %S'; time { ${command}; } >"$0" 2>&1`;
  const shell = spawn('bash', ['-c', timed, log], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let memory = 0;
  const watch = setInterval(() => {
    memory = Math.max(memory, treeMemory(String(shell.pid)));
  }, EVERY_MS);
  const [times, code] = await Promise.all([textOf(shell.stderr), exitOf(shell)]);
  clearInterval(watch);
  if (code !== 0) throw new Error(`${command}: exit ${code}\n${readFileSync(log, 'utf8').slice(-2000)}`);
  const [seconds = 0, user = 0, system = 0] = times.trim().split(' ').map(Number);
  return { seconds, user, system, memory };
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += chunk;
  return text;
}

const exitOf = (child: ReturnType<typeof spawn>): Promise<number | null> =>
  new Promise((resolve) => child.on('exit', resolve));

const PAGES_PER_MIB = 256;

/** Resident memory of a process and its descendants, MiB; a page that they share counts for each. */
function treeMemory(pid: string): number {
  try {
    const own = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) / PAGES_PER_MIB;
    const threads = readdirSync(`/proc/${pid}/task`);
    const children = threads.flatMap((id) =>
      readFileSync(`/proc/${pid}/task/${id}/children`, 'utf8').split(' ').filter(Boolean),
    );
    return children.reduce((sum, child) => sum + treeMemory(child), own);
  } catch {
    return 0; // it has just ended
  }
}

export interface Output {
  files: number;
  bytes: number;
}

/** What lies in a folder. */
export function outputOf(folder: string): Output {
  const sizes = filesIn(folder).map((path) => statSync(path).size);
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** Files of a built site by what they are. */
export function kindsOf(folder: string): Record<string, Output> {
  const kinds: Record<string, Output> = {};
  for (const path of filesIn(folder)) {
    const kind = kindOf(path.slice(folder.length + 1));
    const { files = 0, bytes = 0 } = kinds[kind] ?? {};
    kinds[kind] = { files: files + 1, bytes: bytes + statSync(path).size };
  }
  return kinds;
}

function kindOf(path: string): string {
  if (/^townships\/.*\.json$/.test(path)) return 'JSON of a duty';
  if (path.endsWith('.html')) return 'pages';
  if (path.startsWith('data/')) return 'downloads';
  return /^(pagefind|search)\//.test(path) ? 'search' : 'rest';
}

/** The largest HTML pages, as a host sends them. */
export function largestPages(folder: string, count: number): { path: string; gzip: number }[] {
  return filesIn(folder)
    .filter((path) => path.endsWith('.html'))
    .map((path) => ({ path, size: statSync(path).size }))
    .sort((a, b) => b.size - a.size)
    .slice(0, 10 * count)
    .map(({ path }) => ({ path: path.slice(folder.length), gzip: gzipSync(readFileSync(path)).length }))
    .sort((a, b) => b.gzip - a.gzip)
    .slice(0, count);
}
