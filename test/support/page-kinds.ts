/** One address of every kind of page, chosen from the content, for tests that look at each kind. */
import { departmentPath, dutyPath, officePath, sourcePath, townshipPath } from '../../src/domain/address.ts';
import { LIST_SLUGS } from '../../src/domain/lists.ts';
import type { Township } from '../../src/domain/township.ts';
import { contentDepartments, contentTownships } from './content.ts';
import { builtPages } from './dist.ts';

/** Address by kind. */
export function pageKinds(): Record<string, string> {
  const [township] = contentTownships().toSorted((a, b) => b.corrections.length - a.corrections.length);
  const [department] = contentDepartments();
  const category = builtPages().find(
    ({ path }) => path.startsWith('/categories/') && path !== '/categories/',
  );
  if (!township || !department?.offices[0]) throw new Error('no content to test on');
  return {
    home: '/',
    townships: '/townships/',
    township: townshipPath(township.code),
    source: sourcePath(township.code),
    ...duties(township),
    departments: '/departments/',
    department: departmentPath(department.id),
    office: officePath(department.id, department.offices[0].county),
    categories: '/categories/',
    category: category?.path ?? '',
    compare: '/compare/',
    comparison: (category?.path ?? '').replace('categories', 'compare'),
    differences: builtPages().find(({ path }) => path.endsWith('/differences/'))?.path ?? '',
    figures: '/figures/',
    search: '/search/',
    guide: '/guide/',
    about: '/about/',
    glossary: '/glossary/',
    quality: '/quality/',
    data: '/data/',
    missing: '/404.html',
  };
}

/** A duty of each list, a corrected one where there is one. */
const duties = ({ code, duties }: Township): Record<string, string> =>
  Object.fromEntries(
    LIST_SLUGS.flatMap((slug) => {
      const ofList = duties.filter(({ list }) => list === slug);
      const duty = ofList.find(({ corrections }) => corrections.length > 0) ?? ofList[0];
      return duty ? [[slug, dutyPath(code, duty)]] : [];
    }),
  );
