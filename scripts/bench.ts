/**
 * Build speed at several sizes, beside Hugo and Eleventy: `npm run bench [-- --sizes 1,10,25 --runs 1 --write]`.
 * Everything it makes lies in .bench/; what it measures and how to read it is told in bench/README.md.
 */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeCorpus } from '../bench/corpus.ts';
import { firstQuery } from '../bench/first-query.ts';
import { type Cost, kindsOf, largestPages, measure, outputOf } from '../bench/measure.ts';
import { machine, type Result, report, writeReport } from '../bench/report.ts';
import { writeEleventy, writeHugo } from '../bench/yardstick.ts';

/** Beside dist/, because Astro's builds into a folder outside the project share their half-made pages. */
const WORK = resolve('.bench');
/** What the steps keep between builds. */
const KEPT = 'node_modules/.cache';
const SEEDS = 5;
/** 喀什地区 and 阿克苏地区 have townships enough for the largest size. */
const PREFECTURES = ['6531', '6529'];
const ELEVENTY = '@11ty/eleventy@3.1.5';

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1,10,25' },
    runs: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
  },
});

await main();

async function main() {
  installEleventy();
  const results: Result[] = [];
  for (const size of options.sizes.split(',').map(Number)) results.push(await benchSize(size));
  const text = report(results);
  console.log(`\n${machine()}\n\n${text}`);
  if (options.write) writeReport('bench/README.md', `${machine()}\n\n${text}`);
}

/** All generators in turn, so that a busy moment of the machine falls on each alike; the median of the runs counts. */
async function benchSize(size: number): Promise<Result> {
  const folder = `${WORK}/${size}`;
  writeCorpus(`${folder}/seeds`, SEEDS * size, PREFECTURES);
  const runs: Record<string, Cost>[] = [];
  for (let run = 0; run < Number(options.runs); run += 1) {
    console.error(`${SEEDS * size} townships, run ${run + 1}`);
    const steps = await buildSite(folder);
    const again = await extractAgain(folder);
    runs.push({ ...steps, again, hugo: await hugo(folder), eleventy: await eleventy(folder) });
  }
  const dist = `${folder}/dist`;
  return {
    townships: SEEDS * size,
    duties: JSON.parse(readFileSync(`${dist}/data/duties.json`, 'utf8')).length,
    costs: medians(runs),
    outputs: {
      content: outputOf(`${folder}/content`),
      ...{ site: outputOf(dist), search: outputOf(`${dist}/pagefind`) },
      ...{ hugo: outputOf(`${folder}/hugo-out`), eleventy: outputOf(`${folder}/eleventy-out`) },
    },
    query: await firstQuery(dist),
    kinds: kindsOf(dist),
    largest: largestPages(dist, 6),
  };
}

/** The commands of `npm run build`, one by one. */
async function buildSite(folder: string): Promise<Record<string, Cost>> {
  const env = {
    SEEDS_DIR: `${folder}/seeds`,
    CONTENT_DIR: `${folder}/content`,
    DIST_DIR: `${folder}/dist`,
    SITE_URL: 'https://example.org',
  };
  for (const made of [env.CONTENT_DIR, env.DIST_DIR, KEPT]) rmSync(made, { recursive: true, force: true });
  const costs: Record<string, Cost> = {};
  for (const command of JSON.parse(readFileSync('package.json', 'utf8')).scripts.build.split(' && ')) {
    const name = nameOf(command);
    costs[name] = await measure(command, env, `${folder}/${name}.log`);
  }
  return costs;
}

/** Extraction when one document has changed since it was last run. */
async function extractAgain(folder: string): Promise<Cost> {
  const [first = ''] = readdirSync(`${folder}/seeds`);
  appendFileSync(`${folder}/seeds/${first}`, '\n');
  const env = { SEEDS_DIR: `${folder}/seeds`, CONTENT_DIR: `${folder}/content` };
  return measure('npm run content', env, `${folder}/again.log`);
}

/** `npm run content` is extraction, `astro build` pages, `node scripts/build-search.ts` search. */
function nameOf(command: string): string {
  if (command.includes('content')) return 'extraction';
  if (command.includes('astro build')) return 'pages';
  return /build-(\w+)/.exec(command)?.[1] ?? command;
}

async function hugo(folder: string): Promise<Cost> {
  const source = `${folder}/hugo`;
  cpSync('bench/hugo', source, { recursive: true });
  writeHugo(`${folder}/content`, `${source}/content`);
  rmSync(`${folder}/hugo-out`, { recursive: true, force: true });
  return measure(`hugo --source ${source} --destination ${folder}/hugo-out`, {}, `${folder}/hugo.log`);
}

async function eleventy(folder: string): Promise<Cost> {
  const env = {
    BENCH_DATA: `${folder}/eleventy.json`,
    DIST_DIR: `../${folder.slice(WORK.length + 1)}/eleventy-out`,
  };
  cpSync('bench/eleventy', `${WORK}/eleventy`, { recursive: true });
  writeEleventy(`${folder}/content`, env.BENCH_DATA);
  rmSync(`${folder}/eleventy-out`, { recursive: true, force: true });
  return measure(`cd ${WORK}/eleventy && eleventy`, env, `${folder}/eleventy.log`);
}

/** Eleventy is no dependency of the project: it comes from npm into the folder of the measurements. */
function installEleventy() {
  const folder = `${WORK}/eleventy`;
  process.env.PATH = `${resolve(folder, 'node_modules/.bin')}:${resolve('node_modules/.bin')}:${process.env.PATH}`;
  if (existsSync(`${folder}/node_modules`)) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/package.json`, '{ "type": "module", "private": true }\n');
  execFileSync('npm', ['install', '--no-save', ELEVENTY], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function medians(runs: readonly Record<string, Cost>[]): Record<string, Cost> {
  const names = Object.keys(runs[0] ?? {});
  const middle = (name: string, key: keyof Cost): number =>
    runs.map((run) => run[name]?.[key] ?? 0).sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0;
  return Object.fromEntries(
    names.map((name) => [
      name,
      { seconds: middle(name, 'seconds'), cpu: middle(name, 'cpu'), memory: middle(name, 'memory') },
    ]),
  );
}
