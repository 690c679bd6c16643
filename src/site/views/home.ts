/** The home page: what this is, find a township, search, what the three lists mean. */
import { SITE_NAME } from '../config.ts';
import type { Handbook } from '../entries.ts';
import { type PageMeta, pageMeta } from '../meta.ts';
import { type CategoryLine, categoryLines } from './category.ts';
import { type DepartmentLine, departmentLines } from './department.ts';
import { guide, type ListGuide } from './lists.ts';
import { byPlace, type PrefectureGroup } from './township.ts';

const BUSIEST = 12;

export interface HomeView {
  meta: PageMeta;
  duties: number;
  townships: number;
  prefectures: PrefectureGroup[];
  lists: ListGuide[];
  categories: CategoryLine[];
  /** The departments with the most duties. */
  departments: DepartmentLine[];
  allDepartments: number;
}

export const homeView = (handbook: Handbook): HomeView => ({
  meta: pageMeta({
    path: '/',
    title: SITE_NAME,
    description: `${handbook.townships.length} 个乡镇、${handbook.entries.length} 项履职事项：哪些由乡镇负责，哪些由上级部门牵头，哪些已由上级部门收回`,
  }),
  duties: handbook.entries.length,
  townships: handbook.townships.length,
  prefectures: byPlace(handbook),
  lists: guide(handbook.entries),
  categories: categoryLines(handbook),
  departments: departmentLines(handbook).slice(0, BUSIEST),
  allDepartments: handbook.departments.length,
});
