/** Ids and addresses. Public: others link to them. No base path: the site adds it. */
import type { ListSlug } from './lists.ts';

interface DutyKey {
  list: ListSlug;
  number: number;
}

/** 654026101/cooperative/27 */
export const dutyId = (township: string, duty: DutyKey): string => `${township}/${duty.list}/${duty.number}`;
export const dutyPath = (township: string, duty: DutyKey): string => `/townships/${dutyId(township, duty)}/`;
/** The duty's own JSON file. */
export const dutyDataPath = (township: string, duty: DutyKey): string =>
  `/townships/${dutyId(township, duty)}.json`;
export const townshipPath = (township: string): string => `/townships/${township}/`;
/** The row of a duty on its township's page. */
export const rowPath = (township: string, duty: DutyKey): string =>
  `${townshipPath(township)}#${duty.list}-${duty.number}`;
export const sourcePath = (township: string, line?: number): string =>
  `/townships/${township}/source/${line === undefined ? '' : `#L${line}`}`;
export const departmentPath = (department: string): string => `/departments/${department}/`;
export const officePath = (department: string, county: string): string =>
  `/departments/${department}/${county}/`;
export const categoryPath = (category: string): string => `/categories/${category}/`;
/** Where a duty's text differs from those of other townships, if its own page has no room for them all. */
export const differencesPath = (duty: string): string => `/townships/${duty}/differences/`;
/** The row of a matter, named by its first duty, on its category's page of comparison. */
export const matterAnchor = (duty: string): string => `m${duty.replaceAll('/', '-')}`;
export const comparePath = (category?: string): string => (category ? `/compare/${category}/` : '/compare/');
