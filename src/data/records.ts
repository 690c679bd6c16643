/** Duties and townships as the open data has them. Public: others read it. */
import { dutyId, dutyPath } from '../domain/address.ts';
import type { Duty } from '../domain/duty.ts';
import { byListThenNumber, type Tally, type Township } from '../domain/township.ts';

/** One duty of /data/duties.json, its keys in published order. Where its corrections stand is for pages only. */
export interface DutyRecord extends Omit<Duty, 'marks'> {
  /** 654026101/cooperative/27 */
  id: string;
  /** Without the site's base path: /townships/654026101/cooperative/27/ */
  url: string;
  /** The township's code. */
  township: string;
  /** Ids of the same duty in other townships. */
  similar: string[];
}

/** One township of /data/townships.json. County, prefecture and province are names: their codes begin its own. */
export interface TownshipRecord {
  code: string;
  name: string;
  county: string;
  prefecture: string;
  province: string;
  edition: string | null;
  declared: Tally;
  found: Tally;
  seed: string;
  sha256: string;
}

/** Finds a duty's counterparts in other townships by its id. */
export type Similar = (id: string) => string[];

/** The duties of some townships, in order of township code, list and number. */
export const dutyRecords = (townships: readonly Township[], similar: Similar): DutyRecord[] =>
  byCode(townships).flatMap((township) => recordsOf(township, similar));

/** Townships in order of code. */
export const townshipRecords = (townships: readonly Township[]): TownshipRecord[] =>
  byCode(townships).map(townshipRecord);

export const byCode = (townships: readonly Township[]): Township[] =>
  townships.toSorted((a, b) => (a.code < b.code ? -1 : 1));

const recordsOf = ({ code, duties }: Township, similar: Similar): DutyRecord[] =>
  duties.toSorted(byListThenNumber).map((duty) => dutyRecord(code, duty, similar));

/** A duty's keys are named one by one, since their order is published. */
function dutyRecord(township: string, duty: Duty, similar: Similar): DutyRecord {
  const id = dutyId(township, duty);
  const { list, number, category, name, departments, departmentsText } = duty;
  const { superiorDuties, townshipDuties, takeover, corrections, source } = duty;
  return {
    id,
    url: dutyPath(township, duty),
    township,
    ...{ list, number, category, name, departments, departmentsText },
    ...{ superiorDuties, townshipDuties, takeover },
    similar: similar(id),
    corrections,
    source,
  };
}

function townshipRecord(township: Township): TownshipRecord {
  const { code, name, county, prefecture, province, edition, declared, found, seed } = township;
  return {
    ...{ code, name, county: county.name, prefecture: prefecture.name, province: province.name },
    ...{ edition, declared, found },
    seed: seed.file,
    sha256: seed.sha256,
  };
}
