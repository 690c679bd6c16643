/** The page of one duty, in the order in which it answers. */
import { categoryPath, dutyDataPath, dutyPath, rowPath, sourcePath } from '../../domain/address.ts';
import { LISTS, type ListSlug } from '../../domain/lists.ts';
import { type Citation, dutyCitation } from '../citation.ts';
import type { Entry, Handbook } from '../entries.ts';
import { href, type Link, link } from '../links.ts';
import { type MarkedClause, marked, marksOn, type Part } from '../marked.ts';
import { type PageMeta, pageMeta } from '../meta.ts';
import { TEXT_COLUMNS } from '../office-clauses.ts';
import { reportLink } from '../report.ts';
import { columnHead, editionWords, lineWords, ownership, shorten, townshipName } from '../words.ts';
import { type Answer, boundaryAnswers } from './boundary.ts';
import { type CounterpartsView, counterpartsView } from './counterparts.ts';
import {
  type CorrectionLine,
  correctionLines,
  dutyLine,
  HOME_TOWNSHIPS,
  type MentionLink,
  mentionLink,
  type SuspectLine,
  suspectLines,
  townshipLink,
} from './shared.ts';
import { type LinkedTexts, linkedTexts } from './texts.ts';

/** What one side does: a published cell under its head. */
export interface Side {
  id: string;
  heading: string;
  clauses: MarkedClause[];
}

export interface Neighbour extends Link {
  list: ListSlug;
  number: number;
}

export interface DutyView {
  meta: PageMeta;
  /** The duty's public id, for what others hang on this page. */
  id: string;
  list: ListSlug;
  number: number;
  name: Part[];
  /** A sentence rather than a name: set smaller. */
  long: boolean;
  owner: string;
  township: Link;
  /** Null where the list has no such column. */
  departments: { heading: string; mentions: MentionLink[]; published: Part[] } | null;
  sides: Side[];
  counterparts: CounterpartsView | null;
  /** Questions of the boundary that the lines above do not answer. */
  answers: Answer[];
  /** In the words of the list. */
  category: { href: string; parts: Part[] };
  row: Link;
  previous: Neighbour | null;
  next: Neighbour | null;
  edition: string;
  /** This duty's own JSON file. */
  data: string;
  source: Link;
  seed: string;
  corrections: CorrectionLine[];
  suspects: SuspectLine[];
  citation: Citation;
  report: string | null;
}

export function dutyView(entry: Entry, book: Handbook): DutyView {
  const { township, duty, category, previous, next } = entry;
  const list = LISTS[duty.list];
  const texts = linkedTexts(entry, book);
  return {
    meta: dutyMeta(entry),
    id: entry.id,
    list: duty.list,
    number: duty.number,
    name: texts.name,
    long: duty.name.length > 40,
    owner: ownership(duty.list, township),
    township: townshipLink(township),
    departments: departments(entry),
    answers: boundaryAnswers(entry),
    sides: sides(entry, texts),
    counterparts: counterpartsView(entry, book),
    category: {
      href: href(categoryPath(category.id)),
      parts: marked(duty.category, marksOn(duty, 'category')),
    },
    row: link(rowPath(township.code, duty), `${list.chinese}清单第 ${duty.number} 项`),
    previous: previous && neighbour(previous),
    next: next && neighbour(next),
    edition: editionWords(township.edition),
    data: href(dutyDataPath(township.code, duty)),
    source: link(sourcePath(township.code, duty.source.lines[0]), lineWords(duty.source.lines)),
    seed: duty.source.seed,
    corrections: correctionLines(township, duty.corrections, book.townships),
    suspects: suspectLines(township, book.townships, duty.source.lines),
    citation: dutyCitation(entry),
    report: reportLink(entry),
  };
}

const neighbour = (entry: Entry): Neighbour => {
  const line = dutyLine(entry);
  return { href: line.href, text: shorten(line.name, 30), list: entry.duty.list, number: line.number };
};

function departments({ township, duty }: Entry): DutyView['departments'] {
  if (duty.list === 'basic') return null;
  return {
    heading: duty.list === 'cooperative' ? columnHead(township, 'cooperative', 'departments') : '承接部门',
    mentions: duty.departments.map((mention) => mentionLink(mention, township)),
    published: marked(duty.departmentsText, marksOn(duty, 'departments')),
  };
}

const SIDE_IDS = { superiorDuties: 'superior', townshipDuties: 'township', takeover: 'takeover' };

function sides({ township, duty }: Entry, texts: LinkedTexts): Side[] {
  return TEXT_COLUMNS.flatMap((column) => {
    if (!duty[column]) return [];
    const heading = columnHead(township, duty.list, column);
    return [{ id: SIDE_IDS[column], heading, clauses: texts.clauses(column) }];
  });
}

function dutyMeta({ township, duty }: Entry): PageMeta {
  const list = LISTS[duty.list];
  const place = townshipName(township);
  return pageMeta({
    path: dutyPath(township.code, duty),
    title: `${shorten(duty.name, 40)} · ${place}${list.short}第${duty.number}项`,
    description: `${place}${list.chinese}清单第${duty.number}项（${duty.category}）：${ownership(duty.list, township)}。${duty.departmentsText}`,
    crumbs: [
      HOME_TOWNSHIPS,
      townshipLink(township),
      { ...townshipLink(township, `#${list.slug}`), text: list.chinese },
    ],
    here: `第 ${duty.number} 项`,
    kind: 'duty',
    twin: { path: dutyDataPath(township.code, duty), type: 'application/json' },
  });
}
