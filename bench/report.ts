/** The results as Markdown. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import type { FirstQuery } from './first-query.ts';
import type { Cost, Output } from './measure.ts';

export interface Result {
  townships: number;
  duties: number;
  /** By step of the build, and by generator for the yardsticks. */
  costs: Record<string, Cost>;
  outputs: Record<string, Output>;
  query: FirstQuery | null;
  /** Files of the site by what they are. */
  kinds: Record<string, Output>;
  largest: { path: string; gzip: number }[];
}

const YARDSTICKS = ['hugo', 'eleventy'];
/** Measured beside the steps of a build. */
const BESIDE = ['again', ...YARDSTICKS];
const OUTPUT_OF: Record<string, string> = { extraction: 'content', whole: 'site' };

const NAMES: Record<string, string> = {
  whole: '**whole**',
  again: 'extraction again, one document changed',
};
const HEAD = ['', 's', 'duties/s', 'CPU s', 'CPU ms a duty', 'CPU × Hugo', 'peak MiB', 'files', 'MB'];

/** One table a size, and what a reader loads. */
export const report = (results: readonly Result[]): string =>
  results.map((result) => [heading(result), table(result), notes(result)].join('\n\n')).join('\n\n');

const heading = ({ townships, duties }: Result): string => `### ${townships} townships, ${duties} duties`;

function table(result: Result): string {
  const steps = Object.entries(result.costs).filter(([name]) => !BESIDE.includes(name));
  const rows = [
    ...steps,
    ['whole', whole(steps.map(([, cost]) => cost))] as const,
    ...BESIDE.flatMap((name) => (result.costs[name] ? [[name, result.costs[name]] as const] : [])),
  ];
  const lines = rows.map(([name, cost]) => cells(name, cost, result));
  return [HEAD, HEAD.map((_, at) => (at === 0 ? '---' : '---:')), ...lines]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

function cells(name: string, { seconds, cpu, memory }: Cost, { duties, costs, outputs }: Result): string[] {
  const output = outputs[OUTPUT_OF[name] ?? name];
  const hugo = costs['hugo']?.cpu ?? Number.NaN;
  return [
    NAMES[name] ?? name,
    seconds.toFixed(1),
    (duties / seconds).toFixed(0),
    cpu.toFixed(1),
    ((1000 * cpu) / duties).toFixed(2),
    name === 'pages' || YARDSTICKS.includes(name) ? (cpu / hugo).toFixed(1) : '',
    memory.toFixed(0),
    output ? String(output.files) : '',
    output ? (output.bytes / 1e6).toFixed(1) : '',
  ];
}

const whole = (steps: readonly Cost[]): Cost => ({
  seconds: sum(steps.map(({ seconds }) => seconds)),
  cpu: sum(steps.map(({ cpu }) => cpu)),
  memory: Math.max(...steps.map(({ memory }) => memory)),
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function notes({ query, kinds, largest }: Result): string {
  const files = Object.entries(kinds).map(
    ([kind, { files, bytes }]) => `${kind} ${files} (${(bytes / 1e6).toFixed(1)} MB)`,
  );
  const pages = largest.map(({ path, gzip }) => `${path.replace('index.html', '')} ${kilobytes(gzip)}`);
  return [
    ...(query ? [firstQueryLine(query)] : []),
    `- files: ${files.join(' · ')}`,
    `- largest pages, gzip: ${pages.join(' · ')}`,
  ].join('\n');
}

const firstQueryLine = ({ term, bytes, requests, texts }: FirstQuery): string =>
  `- first query (${term}), gzip: ${kilobytes(bytes)} in ${requests} requests, of which the texts of ten results ${kilobytes(texts)}`;

const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1000)} KB`;

/** What the figures were taken on. */
export function machine(): string {
  const { version } = JSON.parse(readFileSync('node_modules/astro/package.json', 'utf8'));
  const hugo = execFileSync('hugo', ['version'], { encoding: 'utf8' }).match(/v[\d.]+/)?.[0];
  const eleventy = JSON.parse(
    readFileSync('.bench/eleventy/node_modules/@11ty/eleventy/package.json', 'utf8'),
  ).version;
  return [
    `${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores (${cpus()[0]?.model.trim()})`,
    `${Math.round(totalmem() / 2 ** 30)} GB, load ${loadavg()[1]?.toFixed(1)}`,
    `Node ${process.versions.node}, Astro ${version}, Hugo ${hugo}, Eleventy ${eleventy}.`,
  ].join(', ');
}

const BEGIN = '<!-- results: npm run bench -- --write -->';
const END = '<!-- end of results -->';

/** Puts the results into their place in a Markdown file. */
export function writeReport(file: string, text: string): void {
  const [before = ''] = readFileSync(file, 'utf8').split(BEGIN);
  const [, after = ''] = readFileSync(file, 'utf8').split(END);
  writeFileSync(file, `${before}${BEGIN}\n\n${text}\n\n${END}${after}`);
}
