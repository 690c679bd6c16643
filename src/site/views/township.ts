/** The pages of townships: all of them by place, and one with its three lists in full. */
import { sourcePath, townshipPath } from '../../domain/address.ts';
import { LIST_SLUGS, LISTS } from '../../domain/lists.ts';
import type { Division, PrefaceClause, Township } from '../../domain/township.ts';
import { type Citation, townshipCitation } from '../citation.ts';
import { SITE_NAME } from '../config.ts';
import { type Download, downloads } from '../data.ts';
import { type Entry, groupBy, type Handbook } from '../entries.ts';
import { absolute, href, type Link, link } from '../links.ts';
import { type PageMeta, pageMeta } from '../meta.ts';
import { editionWords, fullName, listHeading, townshipName } from '../words.ts';
import {
  type CorrectionLine,
  correctionLines,
  countLists,
  type FigureRow,
  HOME_TOWNSHIPS,
  LIST_HEADS,
  type ListCount,
} from './shared.ts';
import { type TableView, tableView } from './table.ts';

/** A township as one line of an overview. */
export interface TownshipLine extends Link {
  code: string;
  edition: string;
  lists: ListCount[];
  total: number;
}

export interface CountyGroup {
  name: string;
  townships: TownshipLine[];
}

export interface PrefectureGroup {
  name: string;
  id: string;
  counties: CountyGroup[];
}

export interface TownshipsView {
  meta: PageMeta;
  heads: string[];
  prefectures: { name: string; id: string; rows: FigureRow[] }[];
}

export const townshipsView = (handbook: Handbook): TownshipsView => ({
  meta: pageMeta({
    path: '/townships/',
    title: '全部乡镇',
    here: '乡镇',
    description: `按地州和县市查找 ${handbook.townships.length} 个乡镇的履职事项清单`,
  }),
  heads: ['乡镇', '县市', ...LIST_HEADS, '合计', '版本'],
  prefectures: byPlace(handbook).map(({ name, id, counties }) => ({
    name,
    id,
    rows: counties.flatMap(countyRows),
  })),
});

const countyRows = ({ name, townships }: CountyGroup): FigureRow[] =>
  townships.map(({ text, href, lists, total, edition }) => ({
    text,
    href,
    cells: [name, ...lists.map(({ count }) => count), total, edition],
  }));

/** All townships by prefecture and county, in order of code. */
export function byPlace({ townships, ofTownship }: Handbook): PrefectureGroup[] {
  const line = (township: Township) => townshipLine(township, ofTownship.get(township.code) ?? []);
  return divisions(townships, (township) => township.prefecture).map(([prefecture, members]) => ({
    name: prefecture.name,
    id: `p${prefecture.code}`,
    counties: divisions(members, (township) => township.county).map(([county, inCounty]) => ({
      name: county.name,
      townships: inCounty.map(line),
    })),
  }));
}

function divisions(townships: Township[], of: (township: Township) => Division): [Division, Township[]][] {
  const groups = groupBy(townships, (township) => [of(township).code]);
  return [...groups.values()].flatMap((members) => (members[0] ? [[of(members[0]), members]] : []));
}

const townshipLine = (township: Township, entries: readonly Entry[]): TownshipLine => ({
  ...link(townshipPath(township.code), township.name),
  code: township.code,
  edition: editionWords(township.edition),
  lists: countLists(entries),
  total: entries.length,
});

export interface TownshipView {
  meta: PageMeta;
  township: Township;
  name: string;
  fullName: string;
  edition: string;
  total: number;
  preface: PrefaceClause[];
  tables: TableView[];
  source: string;
  /** The data of what the page shows. */
  downloads: Download[];
  corrections: CorrectionLine[];
  citation: Citation;
}

export function townshipView(
  township: Township,
  entries: readonly Entry[],
  townships: readonly Township[],
): TownshipView {
  return {
    meta: townshipMeta(township, entries.length),
    township,
    name: townshipName(township),
    fullName: fullName(township),
    edition: editionWords(township.edition),
    total: entries.length,
    preface: township.preface,
    tables: LIST_SLUGS.map((list) =>
      tableView(
        list,
        listHeading(township, list),
        entries.filter((entry) => entry.duty.list === list),
      ),
    ),
    source: href(sourcePath(township.code)),
    downloads: downloads(townshipPath(township.code), `${townshipName(township)}履职事项清单`),
    corrections: correctionLines(township, township.corrections, townships),
    citation: townshipCitation(township),
  };
}

function townshipMeta(township: Township, total: number): PageMeta {
  const name = townshipName(township);
  return pageMeta({
    path: townshipPath(township.code),
    title: `${name}履职事项清单`,
    paper: `${name}履职事项清单（${editionWords(township.edition)}）`,
    here: name,
    description: `${fullName(township)}履职事项清单全文，共 ${total} 项：${LIST_SLUGS.map((slug) => LISTS[slug].chinese).join('、')}。${SITE_NAME}`,
    crumbs: [HOME_TOWNSHIPS],
    kind: 'township',
    twin: { path: `/data/townships/${township.code}.md`, type: 'text/markdown' },
    jsonLd: [area(township)],
  });
}

/** The township and what lies around it, as schema.org sees places. */
function area(township: Township): object {
  const { county, prefecture, province } = township;
  const place = (names: string[]): object | undefined => {
    const [name, ...around] = names;
    return name ? { '@type': 'AdministrativeArea', name, containedInPlace: place(around) } : undefined;
  };
  return {
    '@type': 'AdministrativeArea',
    name: fullName(township),
    identifier: township.code,
    url: absolute(townshipPath(township.code)),
    containedInPlace: place([county.name, prefecture.name, province.name]),
  };
}
