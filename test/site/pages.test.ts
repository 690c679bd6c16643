import { describe, expect, it } from 'vitest';
import { departmentPath, dutyPath, officePath, sourcePath, townshipPath } from '../../src/domain/address.ts';
import { contentDepartments, contentTownships } from '../support/content.ts';
import { builtPages } from '../support/dist.ts';

const pages = builtPages();
const paths = new Set(pages.map(({ path }) => path));
const townships = contentTownships();
const departments = contentDepartments();

const FIXED = [
  '',
  'townships/',
  'departments/',
  'categories/',
  'search/',
  'guide/',
  'about/',
  'quality/',
  'data/',
  'glossary/',
  '404.html',
];

describe('addresses', () => {
  it('answers every fixed address', () => {
    expect(FIXED.map((path) => `/${path}`).filter((path) => !paths.has(path))).toEqual([]);
  });

  it('has one page a duty, no more', () => {
    const expected = townships.flatMap(({ code, duties }) => duties.map((duty) => dutyPath(code, duty)));
    const found = [...paths].filter((path) => /^\/townships\/\d{9}\/[a-z]+\/\d+\/$/.test(path));
    expect(found.toSorted()).toEqual(expected.toSorted());
  });

  it('has the pages of every township, department and office', () => {
    const expected = [
      ...townships.flatMap(({ code }) => [townshipPath(code), sourcePath(code)]),
      ...departments.flatMap(({ id, offices }) => [
        departmentPath(id),
        ...offices.map(({ county }) => officePath(id, county)),
      ]),
    ];
    expect(expected.filter((path) => !paths.has(path))).toEqual([]);
    expect([...paths].some((path) => /^\/categories\/[^/]+\/$/.test(path))).toBe(true);
  });
});

describe('every page', () => {
  it('has a title of its own', () => {
    const titles = pages.map(({ title }) => title);
    expect(titles.filter((title, index) => !title || titles.indexOf(title) !== index)).toEqual([]);
  });

  it('has ids that are its own', () => {
    expect(pages.filter(({ ids }) => new Set(ids).size < ids.length).map(({ path }) => path)).toEqual([]);
  });

  it('is tagged as Chinese, has one h1 and something to read', () => {
    const poor = pages.filter(({ lang, h1, mainText }) => lang !== 'zh-CN' || h1 !== 1 || mainText < 30);
    expect(poor.map(({ path }) => path)).toEqual([]);
  });

  it('says that it is not a government site', () => {
    const saying = /<small>非政府网站<\/small>.*<footer.*本站不是政府网站/s;
    expect(pages.filter(({ html }) => !saying.test(html)).map(({ path }) => path)).toEqual([]);
  });

  it('has neither inline styles nor inline scripts', () => {
    expect(pages.flatMap(({ path, inline }) => inline.map((found) => path + found))).toEqual([]);
  });
});
