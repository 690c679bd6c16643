/** What the texts say of one county's office: duty by duty, the clauses that speak of it. */
import type { ListSlug } from '../../domain/lists.ts';
import type { Entry, Handbook } from '../entries.ts';
import type { Link } from '../links.ts';
import { type MarkedClause, marksOn } from '../marked.ts';
import { type ReadClause, TEXT_COLUMNS } from '../office-clauses.ts';
import { columnHead, townshipName } from '../words.ts';
import type { Jump } from './by-county.ts';
import { dutyLink } from './shared.ts';
import { linkedClause } from './texts.ts';

export interface SpokenDuty extends Link {
  place: string;
  list: ListSlug;
  /** Column by column; empty where the text does not name the office. */
  columns: { heading: string; clauses: MarkedClause[] }[];
}

export interface OfficeTexts {
  /** Duties that list it as a department and whose clauses speak of it, by category. */
  spoken: { category: string; duties: SpokenDuty[] }[];
  /** Those that list it and whose clauses do not name it. */
  silent: SpokenDuty[];
  /** Other duties whose texts name it. */
  named: SpokenDuty[];
}

export function officeTexts(key: string, entries: readonly Entry[], book: Handbook): OfficeTexts {
  const own = entries.map((entry) => ({
    entry,
    duty: spoken(entry, book, ({ speaksOf }) => speaksOf.includes(key)),
  }));
  const speaking = own.filter(({ duty }) => duty.columns.length > 0);
  const groups = Map.groupBy(speaking, ({ entry }) => entry.category.name);
  const others = book.texts.naming.get(key) ?? [];
  return {
    spoken: [...groups].map(([category, members]) => ({ category, duties: members.map(({ duty }) => duty) })),
    silent: own.filter(({ duty }) => duty.columns.length === 0).map(({ duty }) => duty),
    named: others.map((entry) =>
      spoken(entry, book, ({ names }) => names.some(({ office }) => office === key)),
    ),
  };
}

/** The headings of its parts; the parts have their names as ids. */
export const TEXT_HEADINGS = {
  spoken: '清单写明由本部门做的',
  silent: '条款没有点名本部门的事项',
  named: '文字中提到本部门的其他事项',
} as const;

/** To the parts that are not empty. */
export const textJumps = ({ spoken, silent, named }: OfficeTexts): Jump[] =>
  Object.entries({ spoken: spoken.flatMap(({ duties }) => duties), silent, named }).flatMap(
    ([part, { length }]) =>
      length > 0
        ? [
            {
              href: `#${part}`,
              text: TEXT_HEADINGS[part as keyof typeof TEXT_HEADINGS],
              amount: `${length} 项`,
            },
          ]
        : [],
  );

function spoken(entry: Entry, book: Handbook, wanted: (clause: ReadClause) => boolean): SpokenDuty {
  const read = book.texts.of.get(entry.id);
  const columns = TEXT_COLUMNS.flatMap((column) => {
    const clauses = (read?.[column] ?? []).flatMap((clause, at) =>
      wanted(clause) ? [linkedClause(clause, marksOn(entry.duty, column, at))] : [],
    );
    return clauses.length > 0
      ? [{ heading: columnHead(entry.township, entry.duty.list, column), clauses }]
      : [];
  });
  return { ...dutyLink(entry), place: townshipName(entry.township), list: entry.duty.list, columns };
}
