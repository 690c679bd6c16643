/** All duties as the files of the open data need them: each written once, however many files it stands in. */
import { hash } from 'node:crypto';
import { perObject } from '../build/per-object.ts';
import type { Township } from '../domain/township.ts';
import { dutyLine, placeCells } from './duty-rows.ts';
import { byCode, type DutyRecord, dutyRecords, type Similar } from './records.ts';

export interface Table {
  /** In order of township code, list and number. */
  records: DutyRecord[];
  /** By code, in its order. */
  townships: ReadonlyMap<string, Township>;
  /** A duty as one line of JSON. */
  json(record: DutyRecord): string;
  /** A duty as one line of CSV. */
  csv(record: DutyRecord): string;
  /** Stands for a duty and what is said of its township beside it. */
  digest(record: DutyRecord): string;
}

export function tableOf(source: readonly Township[], similar: Similar): Table {
  const townships = new Map(byCode(source).map((township) => [township.code, township]));
  const place = perObject((township: Township) => JSON.stringify(placeCells(township)));
  const json = perObject((record: DutyRecord) => JSON.stringify(record));
  return {
    records: dutyRecords(source, similar),
    townships,
    json,
    csv: perObject((record) => dutyLine(record, townships.get(record.township))),
    digest: perObject((record) => {
      const township = townships.get(record.township);
      return hash('sha1', (township ? place(township) : '') + json(record));
    }),
  };
}
