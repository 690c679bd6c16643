/**
 * The pipeline, from the bytes of one document to a township with its duties:
 * lines → errata → sections → rows (delimited or column flow) → duties (clauses, departments) → checks.
 * Every stage is pure; what each made of the document is kept in `stages`, so that it can be shown.
 */
import { createHash } from 'node:crypto';
import type { Correction, Duty } from '../domain/duty.ts';
import { byListThenNumber, type Suspect, type Tally, type Township } from '../domain/township.ts';
import { type Border, uselessBorders } from './borders.ts';
import type { CategoryReader } from './categories.ts';
import * as checks from './checks.ts';
import type { DepartmentReader } from './departments.ts';
import { type Divisions, type TownshipDivision, titlesOf } from './divisions.ts';
import { readDuty } from './duties.ts';
import { applyErrata } from './errata.ts';
import { byPlace, type Finding, finding } from './finding.ts';
import { readLines } from './line.ts';
import { impossibleDates, readCover, readDeclared, readEdition, readMark, readPreface } from './preface.ts';
import type { Line, Row } from './rows.ts';
import { readColumnFlowRows } from './rows-column-flow.ts';
import { readDelimitedRows } from './rows-delimited.ts';
import { headingText, type Sections, splitSections } from './sections.ts';
import { checkSuspects } from './suspects.ts';

/** What stands beside the documents and is needed to read one. */
export interface Aids {
  errata: readonly Correction[];
  suspects: readonly Suspect[];
  borders: readonly Border[];
  departments: DepartmentReader;
  categories: CategoryReader;
  divisions: Divisions;
  /** What the manifest says of this document. */
  manifest: {
    township?: TownshipDivision | string | undefined;
    edition?: string | undefined;
    address?: string | undefined;
    retrieved?: string | undefined;
  };
}

export interface Stages {
  received: Line[];
  corrected: Line[];
  sections: Sections;
  rows: Row[];
  duties: Duty[];
}

export interface Extraction {
  /** Null where an error leaves the document without rows or without an identity. */
  township: Township | null;
  findings: Finding[];
  stages: Stages | null;
}

/** Reads one document. `file` is its name in the seeds folder; nothing is written and nothing thrown for bad input. */
export function extractTownship(seed: { file: string; bytes: Uint8Array }, aids: Aids): Extraction {
  const { file } = seed;
  const read = readLines(seed.bytes, file);
  if (read.lines.length === 0) return { township: null, findings: read.findings, stages: null };
  const errata = applyErrata(read.lines, aids.errata, file);
  const sections = splitSections(errata.lines, file);
  const rowsRead = sections.lists.map((list) => readRows(list, sections.delimited, file, aids));
  const rows = rowsRead.flatMap(({ rows }) => rows);
  const place = identify(errata.lines, sections, aids, file);
  const findings = [
    ...read.findings,
    ...errata.findings,
    ...checkSuspects(read.lines, aids.suspects, file),
    ...sections.findings,
    ...(sections.delimited ? uselessBorders(aids.borders, file) : []),
    ...rowsRead.flatMap((list) => list.findings),
  ];
  findings.push(...checkRows(rows, errata.lines, sections, file));
  for (const list of rowsRead) findings.push(...checkDoubled(list.rows, findings, file));
  findings.push(...place.findings);
  const stages = { received: read.lines, corrected: errata.lines, sections, rows, duties: [] };
  if (!place.place) return { township: null, findings: settle(findings), stages };
  const township = assemble(seed, place.place, stages, aids, findings);
  return { township, findings: settle(findings), stages: { ...stages, duties: township.duties } };
}

function readRows(list: Sections['lists'][number], delimited: boolean, file: string, aids: Aids) {
  if (delimited) return readDelimitedRows(list, file);
  return readColumnFlowRows(list, file, {
    isDepartmentList: (text) => aids.departments.isList(text),
    isCategory: (text) => aids.categories.isCategory(text),
    borders: [...aids.borders],
  });
}

function checkRows(rows: Row[], lines: Line[], sections: Sections, file: string): Finding[] {
  return [
    ...checks.checkCharacters(lines, file),
    ...checks.checkClaims(lines, sections.claims, rows, file),
    ...rows.flatMap((row) => checks.checkRowText(row, sections.delimited, file)),
    ...rows.flatMap((row) => checks.checkEmptyCells(row, file)),
    ...checks.checkCut(rows, file),
  ];
}

/** A number is the address of one duty of its list. For a row right after its like `told` holds the finding already. */
function checkDoubled(rows: Row[], told: Finding[], file: string): Finding[] {
  const seen = new Set<number>();
  return rows.flatMap(({ number, lines: [line = null] }) => {
    const again = seen.has(number);
    seen.add(number);
    const at = line?.number ?? null;
    if (!again || told.some((entry) => entry.code === 'number-doubled' && entry.line === at)) return [];
    return [finding('number-doubled', file, at, `第 ${number} 项出现了不止一次`)];
  });
}

/** The township a document belongs to: by the manifest, else by the titles it gives itself. */
function identify(
  lines: Line[],
  sections: Sections,
  aids: Aids,
  file: string,
): { place: TownshipDivision | null; findings: Finding[] } {
  const { township } = aids.manifest;
  const unknown = (message: string) => ({
    place: null,
    findings: [finding('unknown-township', file, sections.lists[0]?.heading.number ?? null, message)],
  });
  if (township) {
    const place = typeof township === 'string' ? aids.divisions.byCode(township) : township;
    return place ? { place, findings: [] } : unknown(`行政区划表中没有 manifest.yaml 写的代码 ${township}`);
  }
  const titles = titlesOf(
    sections.cover,
    sections.lists.map((list) => list.heading),
  );
  const text = lines.map((line) => line.text).join('');
  for (const title of titles) {
    const [place, ...others] = aids.divisions.byTitle(title, text);
    if (place && others.length === 0) return { place, findings: [] };
  }
  return unknown(`行政区划表中找不到唯一的乡镇“${titles[0] ?? '（文件没有标题）'}”`);
}

function assemble(
  seed: { file: string; bytes: Uint8Array },
  place: TownshipDivision,
  stages: Stages,
  aids: Aids,
  findings: Finding[],
): Township {
  const { cover, preface } = stages.sections;
  const duties = readDuties(seed.file, place, stages, aids, findings);
  const declared = readDeclared(preface);
  const found = checks.tally(duties);
  findings.push(...checks.checkDeclared(declared, found, seed.file, preface[0]?.number ?? null));
  for (const { date, line } of impossibleDates(cover))
    findings.push(finding('impossible-date', seed.file, line, `封面上的日期“${date}”不存在`));
  const mark = readMark(cover);
  if (mark) findings.push(finding('restricted-mark', seed.file, mark.line, `封面标有“${mark.mark}”`));
  return {
    ...place,
    kind: kindOf(place.name),
    edition: readEdition(cover) ?? aids.manifest.edition ?? null,
    cover: readCover(cover),
    mark: mark?.mark ?? null,
    preface: readPreface(preface, !stages.sections.delimited),
    lists: stages.sections.lists.map(({ list, heading, columns }) => ({
      list,
      heading: heading === undefined ? '' : headingText(heading),
      columns,
      line: heading.number,
    })),
    declared: declared satisfies Tally,
    found,
    seed: {
      file: seed.file,
      sha256: createHash('sha256').update(seed.bytes).digest('hex'),
      lines: stages.received.length,
      address: aids.manifest.address ?? null,
      retrieved: aids.manifest.retrieved ?? null,
    },
    duties,
    corrections: [...aids.errata].sort((a, b) => a.line - b.line),
    notes: [],
    suspects: [...aids.suspects],
  };
}

/** How a township's own lists speak of it: 本镇, 本乡, 本街道. */
const kindOf = (name: string): string => /(街道|镇|乡|区|场)(?:办事处)?$/.exec(name)?.[1] ?? '乡镇';

function readDuties(
  file: string,
  place: TownshipDivision,
  stages: Stages,
  aids: Aids,
  findings: Finding[],
): Duty[] {
  const { sections, rows } = stages;
  const duties = rows.map((row) => {
    const { duty, unresolved } = readDuty(row, file, place, aids.departments, sections.delimited);
    const line = duty.source.lines[0];
    findings.push(...checks.checkClauses(duty, row, file));
    for (const name of unresolved)
      findings.push(finding('unknown-department', file, line, `词表中没有部门“${name}”`));
    if (!aids.categories.isCategory(duty.category))
      findings.push(finding('unknown-category', file, line, `词表中没有类别“${duty.category}”`));
    return duty;
  });
  return duties.sort(byListThenNumber);
}

const settle = (findings: Finding[]): Finding[] => checks.gather(findings, 'unpaired-tag').sort(byPlace);
