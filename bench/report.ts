/** The results as Markdown. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import type { FirstQuery } from './first-query.ts';
import type { Cost, Output } from './measure.ts';

/** By step of a build, or by generator. */
export type Costs = Record<string, Cost>;

export interface Result {
  townships: number;
  duties: number;
  /** A build from nothing, and one after a character of a document has changed. */
  first: Costs;
  second: Costs;
  yardsticks: Costs;
  outputs: Record<string, Output>;
  query: FirstQuery | null;
  /** Files of the site by what they are. */
  kinds: Record<string, Output>;
  largest: { path: string; gzip: number }[];
}

const WHOLE = '**whole**';
const OUTPUT_OF: Record<string, string> = { extraction: 'content', [WHOLE]: 'site' };

const HEAD = [
  ...['', 's', 'duties/s', 'CPU s', 'of it system', 'CPU ms a duty', 'CPU × Hugo'],
  ...['peak MiB', 'files', 'MB'],
];
const SECOND_HEAD = ['one character changed', 's', 'CPU s', 'of it system', 'CPU × first build'];

/** Two tables a size, and what a reader loads. */
export const report = (results: readonly Result[]): string =>
  results
    .map((result) => [heading(result), table(result), secondTable(result), notes(result)].join('\n\n'))
    .join('\n\n');

const heading = ({ townships, duties }: Result): string => `### ${townships} townships, ${duties} duties`;

const table = (result: Result): string =>
  markdown(
    HEAD,
    Object.entries({ ...withWhole(result.first), ...result.yardsticks }).map((row) => cells(...row, result)),
  );

function cells(name: string, cost: Cost, { duties, yardsticks, outputs }: Result): string[] {
  const output = outputs[OUTPUT_OF[name] ?? name];
  const isBeside = name === 'pages' || name in yardsticks;
  return [
    name,
    cost.seconds.toFixed(1),
    (duties / cost.seconds).toFixed(0),
    cpu(cost).toFixed(1),
    cost.system.toFixed(1),
    ((1000 * cpu(cost)) / duties).toFixed(2),
    isBeside ? ratio(cost, yardsticks['hugo']) : '',
    cost.memory.toFixed(0),
    output ? String(output.files) : '',
    output ? (output.bytes / 1e6).toFixed(1) : '',
  ];
}

function secondTable({ first, second }: Result): string {
  const before = withWhole(first);
  const rows = Object.entries(withWhole(second)).map(([name, cost]) => [
    name,
    cost.seconds.toFixed(1),
    cpu(cost).toFixed(1),
    cost.system.toFixed(1),
    ratio(cost, before[name]),
  ]);
  return markdown(SECOND_HEAD, rows);
}

const markdown = (head: readonly string[], rows: readonly string[][]): string =>
  [head, head.map((_, at) => (at === 0 ? '---' : '---:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

const cpu = ({ user, system }: Cost): number => user + system;

const ratio = (cost: Cost, other: Cost | undefined): string =>
  other ? (cpu(cost) / cpu(other)).toFixed(2) : '';

/** The steps of a build, and all of them together. */
function withWhole(steps: Costs): Costs {
  const costs = Object.values(steps);
  const sum = (key: keyof Cost): number => costs.reduce((total, cost) => total + cost[key], 0);
  const memory = Math.max(...costs.map((cost) => cost.memory));
  return { ...steps, [WHOLE]: { seconds: sum('seconds'), user: sum('user'), system: sum('system'), memory } };
}

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
export function machine(eleventy: string): string {
  const { version } = JSON.parse(readFileSync('node_modules/astro/package.json', 'utf8'));
  const hugo = execFileSync('hugo', ['version'], { encoding: 'utf8' }).match(/v[\d.]+/)?.[0];
  return [
    `${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores (${cpus()[0]?.model.trim()})`,
    `${Math.round(totalmem() / 2 ** 30)} GB, load ${loadavg()[1]?.toFixed(1)}`,
    `Node ${process.versions.node}, Astro ${version}, Hugo ${hugo}, Eleventy ${eleventy}.`,
  ].join(', ');
}

const BEGIN = '<!-- results: npm run bench -- --write -->';
const END = '<!-- end of results -->';

/** Puts the results into their place in a Markdown file, and has it formatted as all others are. */
export function writeReport(file: string, text: string): void {
  const [before = ''] = readFileSync(file, 'utf8').split(BEGIN);
  const [, after = ''] = readFileSync(file, 'utf8').split(END);
  writeFileSync(file, `${before}${BEGIN}\n\n${text}\n\n${END}${after}`);
  execFileSync('node_modules/.bin/biome', ['format', '--write', file], { stdio: 'pipe' });
}
