/** Who is responsible, who leads, who helps, who does it now and how: from the text alone. */
import type { Clause } from '../../domain/clause.ts';
import { NOT_STATED } from '../../domain/lists.ts';
import type { Entry } from '../entries.ts';
import { columnHead } from '../words.ts';

export interface Answer {
  question: string;
  answer: string;
  /** Where on the page it is written out. */
  href: string | null;
}

/** What the page's first lines do not already say; a silent list is said to be silent. */
export function boundaryAnswers({ township, duty }: Entry): Answer[] {
  const own = `本${township.kind}`;
  if (duty.list === 'basic')
    return [stated('谁牵头、谁配合', NOT_STATED), stated('上级部门做什么', NOT_STATED)];
  if (duty.list === 'reclaimed')
    return [
      stated(`还归${own}吗`, `不再是${own}的事项`),
      written('现在怎样办', ways(duty.takeover ?? []), 'takeover'),
    ];
  const [superior, help] = (['superiorDuties', 'townshipDuties'] as const).map((column) => ({
    heading: columnHead(township, duty.list, column),
    clauses: duty[column] ?? [],
  }));
  return [
    written('上级部门做什么', superior?.clauses ?? [], 'superior', superior?.heading),
    written(`${own}配合做什么`, help?.clauses ?? [], 'township', help?.heading),
  ];
}

/** The clauses that say more than who takes over. */
const ways = (clauses: readonly Clause[]): Clause[] => clauses.filter(({ kind }) => kind !== 'department');

const stated = (question: string, answer: string): Answer => ({ question, answer, href: null });

/** Characters of a clause that fits an answer. */
const SHORT = 60;

/** A single short clause word for word (不再开展此项工作), else counted; with the place where it is written out. */
function written(
  question: string,
  clauses: readonly Clause[],
  id: string,
  heading = '承接部门及工作方式',
): Answer {
  const [only, second] = clauses;
  if (only && !second && only.text.length <= SHORT)
    return { question, answer: (only.marker ?? '') + only.text, href: `#${id}` };
  const points = clauses.filter(({ kind }) => kind === 'item' || kind === 'paragraph').length;
  if (points === 0) return stated(question, NOT_STATED);
  return { question, answer: `${heading}，${points} 条`, href: `#${id}` };
}
