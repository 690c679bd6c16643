/** The same duties for other site generators: as Markdown with front matter for Hugo, as JSON data for Eleventy. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { departmentPath, dutyPath, officePath, townshipPath } from '../src/domain/address.ts';
import type { Clause } from '../src/domain/clause.ts';
import type { Duty } from '../src/domain/duty.ts';
import { COLUMNS, LIST_SLUGS, LISTS } from '../src/domain/lists.ts';
import type { Township } from '../src/domain/township.ts';

export interface Link {
  url: string;
  title: string;
}

export interface Side {
  heading: string;
  clauses: readonly Clause[];
}

/** A duty as the templates have it. */
export interface Item extends Link {
  township: string;
  place: string;
  list: string;
  listName: string;
  owner: string;
  number: number;
  description: string;
  departmentsText: string;
  departments: Link[];
  offices: Link[];
  category: Link;
  sides: Side[];
  seed: string;
  lines: string;
}

/** Hugo's content folder: a Markdown file a duty, a section a township. */
export function writeHugo(content: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  const write = (path: string, frontMatter: object, body = '') => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${JSON.stringify(frontMatter, null, 1)}\n${body}`);
  };
  const lists = Object.fromEntries(LIST_SLUGS.map((list) => [list, `${LISTS[list].chinese}清单`]));
  write('townships/_index.md', { title: '乡镇' });
  for (const township of readTownships(content)) {
    write(`townships/${township.code}/_index.md`, { title: placeOf(township), layout: 'township', lists });
    township.duties.forEach((duty, index) => {
      const { url, sides, departments, offices, category, ...rest } = itemOf(township, duty);
      const titles = (links: readonly Link[]) => links.map(({ title }) => title);
      write(
        `${url.slice(1, -1)}.md`,
        {
          ...rest,
          weight: index + 1,
          departments: titles(departments),
          offices: titles(offices),
          categories: [category.title],
        },
        sides.map(markdown).join('\n'),
      );
    });
  }
}

/** A side in Markdown, its numbered items as a list. */
const markdown = ({ heading, clauses }: Side): string => {
  const line = ({ marker = '', text }: Clause) =>
    /^\d+[.．]$/.test(marker) ? `1. ${text}` : `${marker}${text}\n`;
  return `## ${heading}\n\n${clauses.map(line).join('\n')}\n`;
};

/** Eleventy's data: duties, townships with their lists, and the pages that gather duties. */
export function writeEleventy(content: string, file: string): void {
  const townships = readTownships(content).map((township) => {
    const duties = township.duties.map((duty) => itemOf(township, duty));
    return { url: townshipPath(township.code), title: placeOf(township), duties };
  });
  const duties = townships.flatMap((township) =>
    township.duties.map((item, at) => withLinks(item, township, at)),
  );
  const book = {
    duties,
    townships: townships.map(({ url, title, duties }) => ({ url, title, lists: listsOf(duties) })),
    groups: [
      ...gathered(duties, ({ departments }) => departments),
      ...gathered(duties, ({ offices }) => offices),
      ...gathered(duties, ({ category }) => [category]),
      { url: '/', title: '乡镇', pages: townships.map(({ url, title }) => ({ url, title })) },
    ],
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(book));
}

const withLinks = (item: Item, { url, title, duties }: Link & { duties: Item[] }, at: number) => ({
  ...item,
  links: [...item.departments, ...item.offices],
  crumbs: [
    { url: '/townships/', title: '乡镇' },
    { url, title },
  ],
  previous: linkOf(duties[at - 1]),
  next: linkOf(duties[at + 1]),
});

const linkOf = (item: Item | undefined): Link | undefined => item && { url: item.url, title: item.title };

const listsOf = (duties: readonly Item[]) =>
  LIST_SLUGS.map((slug) => ({
    name: `${LISTS[slug].chinese}清单`,
    duties: duties.filter(({ list }) => list === slug),
  }));

/** A page for each link that duties have in common, with those duties. */
function gathered(duties: readonly Item[], linksOf: (item: Item) => Link[]) {
  const groups = new Map<string, Link & { pages: Partial<Item>[] }>();
  for (const duty of duties)
    for (const link of linksOf(duty)) {
      const group = groups.get(link.url) ?? { ...link, pages: [] };
      groups.set(link.url, group);
      group.pages.push({ url: duty.url, title: duty.title, place: duty.place });
    }
  return [...groups.values()];
}

const readTownships = (content: string): Township[] =>
  readdirSync(join(content, 'townships'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(content, 'townships', name), 'utf8')));

const placeOf = ({ county, name }: Township): string => county.name + name;

function itemOf(township: Township, duty: Duty): Item {
  const { list, number, category, name, departmentsText, departments, source } = duty;
  const known = departments.flatMap(({ id, name, office }) => (id && name ? [{ id, name, office }] : []));
  const place = placeOf(township);
  return {
    ...{
      url: dutyPath(township.code, duty),
      title: name,
      township: township.code,
      place,
      list,
      number,
      departmentsText,
    },
    listName: LISTS[list].chinese,
    owner: LISTS[list].owner,
    description: `${place}${LISTS[list].chinese}清单第${number}项`,
    departments: unique(known.map(({ id, name }) => ({ url: departmentPath(id), title: name }))),
    offices: unique(
      known.flatMap(({ id, office }) =>
        office ? [{ url: officePath(id, township.county.code), title: office }] : [],
      ),
    ),
    category: { url: `/categories/${category}/`, title: category },
    sides: sidesOf(duty),
    ...{ seed: source.seed, lines: source.lines.join('–') },
  };
}

const unique = (links: readonly Link[]): Link[] => [
  ...new Map(links.map((link) => [link.url, link])).values(),
];

const sidesOf = (duty: Duty): Side[] =>
  (['superiorDuties', 'townshipDuties', 'takeover'] as const).flatMap((column) => {
    const clauses = duty[column];
    return clauses ? [{ heading: COLUMNS[column], clauses }] : [];
  });
