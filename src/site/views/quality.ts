/** What was checked, corrected and left open, township by township. */
import { sourcePath, townshipPath } from '../../domain/address.ts';
import { LIST_SLUGS, LISTS } from '../../domain/lists.ts';
import type { Counts, Note, Township } from '../../domain/township.ts';
import type { Entry, Handbook } from '../entries.ts';
import { href, type Link } from '../links.ts';
import { type PageMeta, pageMeta } from '../meta.ts';
import {
  type CorrectionLine,
  correctionLines,
  type FigureRow,
  type SuspectLine,
  suspectLines,
  townshipLink,
} from './shared.ts';

export interface NoteLine extends Note {
  href: string | null;
}

export interface QualityOf {
  id: string;
  place: Link;
  seed: Township['seed'];
  source: string;
  /** How many duties were found. */
  duties: number;
  /** What the document states of itself, beside what was found. */
  comparisons: FigureRow[];
  suspects: SuspectLine[];
  corrections: CorrectionLine[];
  accepted: NoteLine[];
  open: NoteLine[];
  mentions: { resolved: number; unresolved: { text: string; href: string }[] };
}

export interface QualityView {
  meta: PageMeta;
  townships: QualityOf[];
  /** A line a township, each leading to its section. */
  summary: { heads: string[]; rows: FigureRow[] };
  totals: { duties: number; lines: number; corrections: number; open: number };
}

export function qualityView({ townships, ofTownship, entries }: Handbook): QualityView {
  const qualities = townships.map((township) =>
    qualityOf(township, ofTownship.get(township.code) ?? [], townships),
  );
  return {
    meta: pageMeta({
      path: '/quality/',
      title: '质量与核对',
      description: '每份清单自述的数目与实际读出的数目、改正之处、存疑之处，以及如何证明没有遗漏',
    }),
    townships: qualities,
    summary: {
      heads: ['乡镇', '文件行数', '事项', '改正', '不需改动', '存疑', '未认出的部门'],
      rows: qualities.map(summaryRow),
    },
    totals: {
      duties: entries.length,
      lines: sum(townships.map((township) => township.seed.lines)),
      corrections: sum(townships.map((township) => township.corrections.length)),
      open: sum(qualities.map(openCount)),
    },
  };
}

const openCount = ({ open, suspects }: QualityOf): number => open.length + suspects.length;

const summaryRow = (quality: QualityOf): FigureRow => ({
  text: quality.place.text,
  href: `#${quality.id}`,
  cells: [
    quality.seed.lines,
    quality.duties,
    quality.corrections.length,
    quality.accepted.length,
    openCount(quality),
    quality.mentions.unresolved.length,
  ],
});

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

function qualityOf(township: Township, entries: readonly Entry[], townships: readonly Township[]): QualityOf {
  const notes = township.notes.map((note) => ({ ...note, href: lineHref(township, note.line) }));
  return {
    id: `t${township.code}`,
    place: townshipLink(township),
    seed: township.seed,
    source: href(sourcePath(township.code)),
    duties: entries.length,
    comparisons: comparisons(township),
    corrections: correctionLines(township, township.corrections, townships),
    accepted: notes.filter((note) => note.reason !== null),
    open: notes.filter((note) => note.reason === null),
    suspects: suspectLines(township, townships),
    mentions: mentions(township, entries),
  };
}

const lineHref = (township: Township, line: number | null): string | null =>
  line === null ? null : href(sourcePath(township.code, line));

const COUNTED: [keyof Counts, string][] = [
  ['duties', '事项'],
  ['categories', '类别'],
  ['departments', '部门'],
];

function comparisons({ declared, found }: Township): FigureRow[] {
  const total = comparison('三张清单事项总数', declared.total, found.total);
  const ofLists = LIST_SLUGS.flatMap((slug) =>
    COUNTED.map(([key, what]) =>
      comparison(`${LISTS[slug].chinese}：${what}`, declared[slug][key], found[slug][key]),
    ),
  );
  return [total, ...ofLists];
}

const comparison = (text: string, declared: number | null, found: number | null): FigureRow => ({
  text,
  cells: [declared ?? '未写明', found ?? '—', verdict(declared, found)],
});

function verdict(declared: number | null, found: number | null): string {
  if (declared === null || found === null) return '—';
  return declared === found ? '一致' : '不一致';
}

function mentions(township: Township, entries: readonly Entry[]): QualityOf['mentions'] {
  const all = entries.flatMap(({ duty }) => duty.departments.map((mention) => ({ mention, duty })));
  const unresolved = all.filter(({ mention }) => mention.id === null);
  return {
    resolved: all.length - unresolved.length,
    unresolved: unresolved.map(({ mention, duty }) => ({
      text: `${mention.published}（${LISTS[duty.list].short} ${duty.number}）`,
      href: href(`${townshipPath(township.code)}#${duty.list}-${duty.number}`),
    })),
  };
}
