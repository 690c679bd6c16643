/**
 * Build speed at several sizes, beside other generators: `npm run bench [-- --sizes 1,10,25 --runs 1 --write]`.
 * Everything it makes lies in .bench/, and it forgets what builds have kept; how to read it is told in bench/README.md.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { changeOneCharacter, writeCorpus } from '../bench/corpus.ts';
import { firstQuery } from '../bench/first-query.ts';
import { type Cost, kindsOf, largestPages, measure, outputOf } from '../bench/measure.ts';
import { type Costs, machine, type Result, report, writeReport } from '../bench/report.ts';
import { writeEleventy, writeHugo } from '../bench/yardstick.ts';

/** Beside dist/, because Astro's builds into a folder outside the project share their half-made pages. */
const WORK = resolve('.bench');
/** What comes from npm for the yardsticks. */
const NPM = join(WORK, 'npm');
/** What the steps keep between builds. */
const KEPT = ['.cache/extraction', '.cache/search', '.cache/site', '.cache/node', '.astro'].map((name) =>
  join('node_modules', name),
);
const SEEDS = 5;
/** 喀什地区 and 阿克苏地区 have townships enough for the largest size. */
const PREFECTURES = ['6531', '6529'];
const ELEVENTY = '3.1.5';

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1,10,25' },
    runs: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
  },
});

await main();

async function main() {
  prepareWork();
  const results: Result[] = [];
  for (const size of options.sizes.split(',').map(Number)) results.push(await benchSize(size));
  const text = `${machine(ELEVENTY)}\n\n${report(results)}`;
  console.log(`\n${text}`);
  if (options.write) writeReport('bench/README.md', text);
}

/** Nothing of an earlier run is left but what came from npm. */
function prepareWork() {
  mkdirSync(NPM, { recursive: true });
  for (const name of readdirSync(WORK))
    if (join(WORK, name) !== NPM) rmSync(join(WORK, name), { recursive: true });
  for (const generator of ['astro', 'eleventy'])
    cpSync(`bench/${generator}`, `${WORK}/${generator}`, { recursive: true });
  installEleventy();
  process.env.PATH = `${NPM}/node_modules/.bin:${resolve('node_modules/.bin')}:${process.env.PATH}`;
}

/** Eleventy is no dependency of the project. */
function installEleventy() {
  const own = `${NPM}/node_modules/@11ty/eleventy/package.json`;
  if (existsSync(own) && JSON.parse(readFileSync(own, 'utf8')).version === ELEVENTY) return;
  execFileSync('npm', ['install', '--prefix', NPM, '--no-save', `@11ty/eleventy@${ELEVENTY}`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** All generators in turn, so that a busy moment of the machine falls on each alike; the median of the runs counts. */
async function benchSize(size: number): Promise<Result> {
  const folder = `${WORK}/${size}`;
  const runs: Pick<Result, 'first' | 'second' | 'yardsticks'>[] = [];
  for (let run = 0; run < Number(options.runs); run += 1) {
    console.error(`${SEEDS * size} townships, run ${run + 1}`);
    for (const made of [folder, ...KEPT]) rmSync(made, { recursive: true, force: true });
    writeCorpus(`${folder}/seeds`, SEEDS * size, PREFECTURES);
    const first = await buildSite(folder, 'first');
    changeOneCharacter(`${folder}/seeds`, `${folder}/content`);
    const second = await buildSite(folder, 'second');
    runs.push({ first, second, yardsticks: await buildYardsticks(folder) });
  }
  const dist = `${folder}/dist`;
  return {
    townships: SEEDS * size,
    duties: JSON.parse(readFileSync(`${dist}/data/duties.json`, 'utf8')).length,
    first: medians(runs.map(({ first }) => first)),
    second: medians(runs.map(({ second }) => second)),
    yardsticks: medians(runs.map(({ yardsticks }) => yardsticks)),
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
async function buildSite(folder: string, build: string): Promise<Costs> {
  const env = {
    SEEDS_DIR: `${folder}/seeds`,
    CONTENT_DIR: `${folder}/content`,
    DIST_DIR: `${folder}/dist`,
    SITE_URL: 'https://example.org',
  };
  const costs: Costs = {};
  for (const command of JSON.parse(readFileSync('package.json', 'utf8')).scripts.build.split(' && ')) {
    const name = nameOf(command);
    costs[name] = await measure(command, env, `${folder}/${build}-${name}.log`);
  }
  return costs;
}

/** `node scripts/build-content.ts` is extraction, `astro build` pages, `node scripts/build-search.ts` search. */
function nameOf(command: string): string {
  if (command.includes('content')) return 'extraction';
  if (command.includes('begin')) return 'begin';
  if (command.includes('astro build')) return 'pages';
  return /build-(\w+)/.exec(command)?.[1] ?? command;
}

/** The same duties by others, and what Astro costs without any, and with the others' pages. */
async function buildYardsticks(folder: string): Promise<Costs> {
  return {
    hugo: await hugo(folder),
    eleventy: await eleventy(folder),
    'astro, empty': await astro(folder, 'empty'),
    'astro, one page': await astro(folder, 'one-page'),
    'astro, same pages': await astro(folder, 'same-pages'),
  };
}

async function hugo(folder: string): Promise<Cost> {
  const source = `${folder}/hugo`;
  cpSync('bench/hugo', source, { recursive: true });
  writeHugo(`${folder}/content`, `${source}/content`);
  return measure(`hugo --source ${source} --destination ${folder}/hugo-out`, {}, `${folder}/hugo.log`);
}

async function eleventy(folder: string): Promise<Cost> {
  const env = {
    BENCH_DATA: pageData(folder),
    DIST_DIR: relative(`${WORK}/eleventy`, `${folder}/eleventy-out`),
  };
  writeEleventy(`${folder}/content`, env.BENCH_DATA);
  return measure(`cd ${WORK}/eleventy && eleventy`, env, `${folder}/eleventy.log`);
}

/** What Eleventy reads, and Astro for the same pages. */
function pageData(folder: string): string {
  return resolve(folder, 'eleventy.json');
}

async function astro(folder: string, project: string): Promise<Cost> {
  const root = `${WORK}/astro/${project}`;
  for (const kept of ['node_modules', '.astro', 'dist'])
    rmSync(`${root}/${kept}`, { recursive: true, force: true });
  const env = { ASTRO_TELEMETRY_DISABLED: '1', BENCH_DATA: pageData(folder) };
  return measure(`astro build --root ${root}`, env, `${folder}/${project}.log`);
}

function medians(runs: readonly Costs[]): Costs {
  const middle = (name: string, key: keyof Cost): number =>
    runs.map((run) => run[name]?.[key] ?? 0).sort((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0;
  return Object.fromEntries(
    Object.keys(runs[0] ?? {}).map((name) => [
      name,
      {
        seconds: middle(name, 'seconds'),
        user: middle(name, 'user'),
        system: middle(name, 'system'),
        memory: middle(name, 'memory'),
      },
    ]),
  );
}
