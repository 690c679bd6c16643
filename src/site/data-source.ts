/** What the open data is made from, of a handbook: its records, and the choices of duties that pages offer. Pure. */
import type { ComparedMatter, Comparison } from '../data/comparison.ts';
import type { DataSource, Selection } from '../data/index.ts';
import type { Similar } from '../data/records.ts';
import { SITE_ADDRESS } from './config.ts';
import { type Entry, type Handbook, officeKey } from './entries.ts';
import { dutiesOf, isLone, listsDiffer, type MatterEntries, mattersOf, usualName } from './matters.ts';
import { NEAREST, nearest } from './nearest.ts';
import { cellWords } from './words.ts';

export const dataSource = (book: Handbook): DataSource => ({
  townships: book.townships,
  departments: book.departments,
  matters: book.matters.all.map(({ entries, partial, within }) => ({
    duties: entries.map(({ id }) => id),
    partial: [...partial].map(({ id }) => id),
    within: within.map(({ id }) => id),
  })),
  similar: similarIn(book),
  selections: [...categorySelections(book), ...departmentSelections(book)],
  comparisons: comparisons(book),
  site: SITE_ADDRESS,
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

const comparisons = ({ categories, matters }: Handbook): Comparison[] =>
  categories.map((category) => ({
    path: `compare/${category.id}`,
    title: `${category.name}类事项对照`,
    category,
    matters: mattersOf(category, matters).map(comparedMatter),
  }));

const comparedMatter = (matter: MatterEntries): ComparedMatter => ({
  id: matter.id,
  name: usualName(matter),
  remark: listsDiffer(matter) ? '清单不同' : isLone(matter) ? '仅一地有' : '',
  duties: dutiesOf(matter).map(({ entry: { id, township, duty }, note }) => ({
    id,
    township: township.code,
    list: duty.list,
    number: duty.number,
    note,
    cell: cellWords(duty.list, duty.number, note),
  })),
});

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
