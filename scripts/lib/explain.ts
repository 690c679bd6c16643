/** `--explain FILE:LINE`: what each stage made of one place of a document. */
import { clausesText } from '../../src/domain/clause.ts';
import { COLUMNS, type Column, LISTS } from '../../src/domain/lists.ts';
import { extractTownship, type Stages } from '../../src/extract/index.ts';
import type { Line, Row } from '../../src/extract/rows.ts';
import type { Printer } from './print-findings.ts';
import { openDocumentAids, readDocument, type SeedsFolder } from './seeds-folder.ts';

/** Prints the stages for a place given as `file:line`; the exit code is 1 where there is no such place. */
export function explain(place: string, folder: SeedsFolder, seeds: string, print: Printer): number {
  const [, name = '', line] = /^(?:.*\/)?([^/:]+):(\d+)$/.exec(place) ?? [];
  const document = name && folder.documents.find(({ file }) => file.startsWith(name));
  if (!document) {
    print.error(`用法：--explain 文件名:行号（没有 ${place}）`);
    return 1;
  }
  const manifest = folder.manifest[document.file] ?? {};
  const { stages, findings } = extractTownship(
    { file: document.file, bytes: readDocument(document.path) },
    { ...folder.vocabulary, ...openDocumentAids(seeds, document.file), manifest },
  );
  const received = stages?.received.find((each) => each.number === Number(line));
  if (!stages || !received) {
    const many = stages ? `共 ${stages.received.length} 行` : '无法读取';
    print.error(`${document.file} 没有第 ${line} 行（${many}）`);
    return 1;
  }
  explainLine(stages, received, print);
  for (const { line: at, code, message } of findings)
    if (at === received.number) print.log(`结论      [${code}] ${message}`);
  return 0;
}

function explainLine(stages: Stages, { number, text }: Line, print: Printer): void {
  print.log(`原文      ${text}`);
  for (const line of stages.corrected.filter((each) => each.number === number)) {
    print.log(line.text === text ? '勘误      （无）' : `勘误后    ${line.text}`);
    print.log(`归入      ${stages.sections.claims.get(line) ?? '（空行或未归入）'}`);
  }
  for (const row of stages.rows.filter(({ lines }) => lines.some((line) => line.number === number)))
    explainRow(row, stages, print);
}

function explainRow(row: Row, stages: Stages, print: Printer): void {
  print.log(
    `行        ${LISTS[row.list].chinese}第 ${row.number} 项，第 ${row.lines[0]?.number}–${row.lines.at(-1)?.number} 行，分栏把握 ${row.confidence}`,
  );
  for (const column of LISTS[row.list].columns)
    print.log(
      `单元格    ${COLUMNS[column]}：${(row.cells[column] ?? []).map((block) => block.text).join(' ⏎ ')}`,
    );
  const duty = stages.duties.find(
    (candidate) => candidate.list === row.list && candidate.number === row.number,
  );
  for (const column of ['superiorDuties', 'townshipDuties', 'takeover'] as const satisfies Column[])
    for (const clause of duty?.[column] ?? [])
      print.log(`条款      ${COLUMNS[column]} [${clause.kind}] ${clausesText([clause])}`);
  for (const { published, office } of duty?.departments ?? [])
    print.log(`部门      ${published} → ${office ?? '（未识别）'}`);
}
