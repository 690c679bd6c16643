/** Seeds to content: reads every document, checks, and writes all of `content/` or nothing. */
import { counterpartsOf } from '../../src/compare/index.ts';
import type { Matter } from '../../src/domain/counterpart.ts';
import { type Township, townshipSchema } from '../../src/domain/township.ts';
import { byPlace, type Finding, finding } from '../../src/extract/finding.ts';
import { extractTownship } from '../../src/extract/index.ts';
import { departmentsOf } from '../../src/extract/offices.ts';
import { accept } from './accept.ts';
import { explain } from './explain.ts';
import { type ExtractionCache, NO_CACHE, openExtractionCache } from './extraction-cache.ts';
import { differences, type Generated, toJson, writeGenerated } from './generated.ts';
import { type Printer, printFindings } from './print-findings.ts';
import {
  isFolder,
  openDocumentAids,
  openSeedsFolder,
  readDocument,
  type SeedsFolder,
  vocabularyOf,
} from './seeds-folder.ts';
import { summaryLine } from './summary.ts';

export interface ContentOptions {
  seeds: string;
  content: string;
  /** Compare with what is on disk and write nothing. */
  check?: boolean;
  /** `file:line`: show what each stage made of that place, and write nothing. */
  explain?: string | undefined;
}

/** Returns the exit code: 1 on an error, a difference or an unknown place. */
export function buildContent(
  { seeds, content, check, explain: place }: ContentOptions,
  print: Printer,
): number {
  const fail = (message: string): number => {
    print.error(message);
    return 1;
  };
  if (!isFolder(seeds)) return fail(`没有文件夹 ${seeds}`);
  const cache = check ? NO_CACHE : openExtractionCache(vocabularyOf(seeds));
  const folder = openSeedsFolder(seeds, cache);
  if (place !== undefined) return explain(place, folder, seeds, print);
  const { townships, findings, inputs } = readAll(folder, seeds, cache, print);
  printFindings(findings, print);
  if (findings.some((entry) => entry.level === 'error')) return fail('有错误，content/ 未作任何改动');
  const matters = cache.get(`${seeds}/counterparts`, inputs, () => compare(townships, folder));
  const generated = generate(townships, matters, folder);
  const changed = check ? differences(content, generated) : [];
  if (changed.length > 0)
    return fail(`content/ 与 seeds/ 不一致，请运行 npm run content：${changed.join('、')}`);
  if (!check) writeGenerated(content, generated);
  return 0;
}

/**
 * Every document read, the findings we live with taken out of the list and into the township's notes. `inputs` is all
 * that the documents' duties were read from.
 */
function readAll(
  folder: SeedsFolder,
  seeds: string,
  cache: ExtractionCache,
  print: Printer,
): { townships: Township[]; findings: Finding[]; inputs: (string | Uint8Array)[] } {
  const findings = [...folder.findings];
  const inputs: (string | Uint8Array)[] = [];
  const read = folder.documents.map(({ file, path }) => {
    const { findings: aidFindings, ...aids } = openDocumentAids(seeds, file);
    const manifest = folder.manifest[file] ?? {};
    const bytes = readDocument(path);
    const own = [file, bytes, JSON.stringify([aids, manifest])];
    inputs.push(...own);
    const read = cache.get(path, own, () => {
      const extraction = extractTownship({ file, bytes }, { ...folder.vocabulary, ...aids, manifest });
      const { township, findings } = extraction;
      return {
        township: township && townshipSchema.parse(township),
        findings,
        summary: summaryLine(file, extraction),
      };
    });
    print.log(read.summary);
    findings.push(...aidFindings, ...read.findings);
    return read.township;
  });
  const townships = read.filter((township) => township !== null).sort((a, b) => a.code.localeCompare(b.code));
  findings.push(...doubled(townships));
  const accepted = accept(findings, folder.accepted, townships);
  return { townships: accepted.townships, findings: accepted.findings.sort(byPlace), inputs };
}

/** `townships` stand in the order of their codes. */
function doubled(townships: Township[]): Finding[] {
  return townships.flatMap(({ code, name, seed }, index) => {
    const first = townships[index - 1];
    if (first?.code !== code) return [];
    return [finding('township-doubled', seed.file, null, `${name}（${code}）已有文件 ${first.seed.file}`)];
  });
}

const compare = (townships: Township[], { vocabulary }: SeedsFolder): Matter[] =>
  counterpartsOf(townships, (printed) => vocabulary.categories.find(printed)?.id ?? printed);

function generate(townships: Township[], matters: Matter[], folder: SeedsFolder): Generated {
  const files: Generated = new Map();
  for (const township of townships) files.set(`townships/${township.code}.json`, toJson(township));
  files.set('departments.json', toJson(departmentsOf(townships, folder.vocabulary.departments.entries)));
  files.set('counterparts.json', toJson(matters));
  return files;
}
