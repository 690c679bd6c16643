/**
 * Seeds to content: `npm run content [-- --seeds DIR --content DIR] [--check | --explain FILE:LINE]`.
 * Prints a line a township and every finding; on an error nothing is written and the exit code is 1.
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { counterpartsOf } from '../src/compare/index.ts';
import { type Township, townshipSchema } from '../src/domain/township.ts';
import { byPlace, type Finding, finding } from '../src/extract/finding.ts';
import { extractTownship } from '../src/extract/index.ts';
import { departmentsOf } from '../src/extract/offices.ts';
import { accept } from './lib/accept.ts';
import { explain } from './lib/explain.ts';
import { differences, type Generated, toJson, writeGenerated } from './lib/generated.ts';
import { printFindings } from './lib/print-findings.ts';
import { openDocumentAids, openSeedsFolder, readDocument, type SeedsFolder } from './lib/seeds-folder.ts';
import { summaryLine } from './lib/summary.ts';

const { values: options } = parseArgs({
  options: {
    seeds: { type: 'string', default: process.env.SEEDS_DIR ?? 'seeds' },
    content: { type: 'string', default: process.env.CONTENT_DIR ?? 'content' },
    check: { type: 'boolean', default: false },
    explain: { type: 'string' },
  },
});

process.exitCode = run();

function run(): number {
  if (!existsSync(options.seeds)) return fail(`没有文件夹 ${options.seeds}`);
  const folder = openSeedsFolder(options.seeds);
  if (options.explain) return explain(options.explain, folder, options.seeds);
  const { townships, findings } = readAll(folder);
  printFindings(findings);
  if (findings.some((entry) => entry.level === 'error')) return fail('有错误，content/ 未作任何改动');
  const generated = generate(townships, folder);
  if (options.check) return check(generated);
  writeGenerated(options.content, generated);
  return 0;
}

/** Every document read, the findings we live with taken out of the list and into the township's notes. */
function readAll(folder: SeedsFolder): { townships: Township[]; findings: Finding[] } {
  const findings = [...folder.findings];
  const read = folder.documents.map(({ file, path }) => {
    const { errata, borders, suspects, findings: aidFindings } = openDocumentAids(options.seeds, file);
    const manifest = folder.manifest[file] ?? {};
    const extraction = extractTownship(
      { file, bytes: readDocument(path) },
      { ...folder.vocabulary, errata, borders, manifest },
    );
    console.log(summaryLine(file, extraction));
    findings.push(...aidFindings, ...extraction.findings);
    return extraction.township && { ...extraction.township, suspects };
  });
  const townships = read.filter((township) => township !== null).sort((a, b) => a.code.localeCompare(b.code));
  findings.push(...doubled(townships));
  const accepted = accept(findings, folder.accepted, townships);
  return { townships: accepted.townships, findings: accepted.findings.sort(byPlace) };
}

function doubled(townships: Township[]): Finding[] {
  return townships.flatMap((township, index) => {
    const first = townships.slice(0, index).find(({ code }) => code === township.code);
    if (!first) return [];
    return [
      finding(
        'township-doubled',
        township.seed.file,
        null,
        `${township.name}（${township.code}）已有文件 ${first.seed.file}`,
      ),
    ];
  });
}

function generate(townships: Township[], folder: SeedsFolder): Generated {
  const files: Generated = new Map();
  for (const township of townships)
    files.set(`townships/${township.code}.json`, toJson(townshipSchema.parse(township)));
  files.set('departments.json', toJson(departmentsOf(townships, folder.vocabulary.departments.entries)));
  const categoryOf = (printed: string): string => folder.vocabulary.categories.find(printed)?.id ?? printed;
  files.set('counterparts.json', toJson(counterpartsOf(townships, categoryOf)));
  return files;
}

function check(generated: Generated): number {
  const changed = differences(options.content, generated);
  if (changed.length === 0) return 0;
  return fail(`content/ 与 seeds/ 不一致，请运行 npm run content：${changed.join('、')}`);
}

function fail(message: string): number {
  console.error(message);
  return 1;
}
