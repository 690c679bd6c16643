/** The open data of this build: made once from the handbook, for its own addresses and for the pages that link to it. */
import type { DataFile, Format } from '../data/files.ts';
import { allFiles, type OpenData, openData, type Selection } from '../data/index.ts';
import type { Similar } from '../data/records.ts';
import { type Entry, type Handbook, officeKey } from './entries.ts';
import { handbook } from './handbook.ts';
import { type Link, link } from './links.ts';
import { NEAREST, nearest } from './nearest.ts';

let made: Promise<OpenData> | undefined;

/** The data of this build; while developing it is made anew each time. */
export function siteData(): Promise<OpenData> {
  if (import.meta.env.MODE === 'development' || !made) made = handbook().then(dataOf);
  return made;
}

/** Every file below /data/. */
export const dataFiles = async (): Promise<DataFile[]> => allFiles(await siteData());

/** Links to the files of what a page shows; its address without slashes at the ends is their path below /data/. */
export async function downloads(address: string): Promise<Link[]> {
  const { pages } = await siteData();
  return (pages.get(address.slice(1, -1)) ?? []).map(fileLink);
}

const FORMATS: Record<Format, string> = {
  xlsx: 'Excel',
  csv: 'CSV',
  json: 'JSON',
  md: 'Markdown',
  jsonld: 'JSON-LD',
  txt: '文本',
};

/** Excel（53 KB） */
export const fileLink = ({ path, format, bytes }: DataFile): Link =>
  link(`/data/${path}`, `${FORMATS[format]}（${sizeWords(bytes.length)}）`);

/** 53 KB */
export const sizeWords = (bytes: number): string =>
  bytes < 1e6 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;

/** The data of a handbook. */
export const dataOf = (book: Handbook): Promise<OpenData> =>
  openData({
    townships: book.townships,
    departments: book.departments,
    matters: book.matters.all.map(({ entries, partial, within }) => ({
      duties: entries.map(({ id }) => id),
      partial: [...partial].map(({ id }) => id),
      within: within.map(({ id }) => id),
    })),
    similar: similarIn(book),
    selections: [...categorySelections(book), ...compareSelections(book), ...departmentSelections(book)],
  });

/** Finds the same duty in other townships, the nearest where there are many, in order of their codes. */
function similarIn({ entries, matters }: Handbook): Similar {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return (id) => {
    const [entry, matter] = [byId.get(id), matters.of.get(id)];
    if (!entry || !matter) return [];
    const others = nearest(matter.entries, entry, NEAREST).map((other) => other.id);
    return others.sort((a, b) => (a < b ? -1 : 1)); // ids begin with the township's code
  };
}

const categorySelections = ({ categories, ofCategory }: Handbook): Selection[] =>
  categories.map(({ id, name }) => selection(`categories/${id}`, `${name}类事项`, ofCategory.get(id)));

/** The duties of a category's matters, those that some township files under another category included. */
const compareSelections = ({ categories, matters }: Handbook): Selection[] =>
  categories.map((category) =>
    selection(
      `compare/${category.id}`,
      `${category.name}类事项对照`,
      matters.all.filter((matter) => matter.category === category).flatMap(({ entries }) => entries),
    ),
  );

const departmentSelections = ({ departments, ofDepartment, ofOffice }: Handbook): Selection[] =>
  departments.flatMap(({ id, name, offices }) => [
    selection(`departments/${id}`, `${name}的事项`, ofDepartment.get(id)),
    ...offices.map((office) =>
      selection(
        `departments/${id}/${office.county}`,
        `${office.name}的事项`,
        ofOffice.get(officeKey(id, office.county)),
      ),
    ),
  ]);

const selection = (path: string, title: string, entries: readonly Entry[] = []): Selection => ({
  path,
  title,
  ids: entries.map(({ id }) => id),
});
