/** All pages that are results: duties, townships, departments and their offices, guide pages. Lists and matrices are not. */
import { departmentPath, dutyPath, officePath, townshipPath } from '../../domain/address.ts';
import type { Department } from '../../domain/department.ts';
import type { Duty } from '../../domain/duty.ts';
import { LISTS } from '../../domain/lists.ts';
import { byListThenNumber, nameWithCounty, type Township } from '../../domain/township.ts';
import type { SearchRecord } from './record.ts';

export const townshipLabel = ({ county, name }: Township): string => nameWithCounty(county.name, name);

/** Finds the name of a category from its published wording. */
export type CategoryName = (published: string) => string;

/** The duties of a township in the order in which they are published. */
export const dutyRecords = (township: Township, categoryName: CategoryName): SearchRecord[] =>
  township.duties.toSorted(byListThenNumber).map((duty) => dutyRecord(township, duty, categoryName));

function dutyRecord(township: Township, duty: Duty, categoryName: CategoryName): SearchRecord {
  const { departmentsText, superiorDuties, townshipDuties, takeover } = duty;
  const departments = departmentsText === '' ? null : [{ text: departmentsText }];
  return {
    url: dutyPath(township.code, duty),
    title: duty.name,
    names: [],
    cells: [departments, superiorDuties, townshipDuties, takeover].filter((cell) => cell !== null),
    filters: {
      township: [townshipLabel(township)],
      list: [LISTS[duty.list].chinese],
      category: [categoryName(duty.category)],
      department: [...new Set(duty.departments.flatMap((mention) => mention.name ?? []))],
    },
  };
}

export function townshipRecord(township: Township): SearchRecord {
  const whole = township.province.name + township.prefecture.name + townshipLabel(township);
  return {
    url: townshipPath(township.code),
    title: townshipLabel(township),
    names: [],
    cells: [[{ text: whole }]],
    filters: {},
  };
}

/** A department's page and those of its county offices. */
export function departmentRecords({ id, name, aliases, offices }: Department): SearchRecord[] {
  const page = (url: string, title: string, names: readonly string[]) => ({
    url,
    title,
    names,
    cells: [],
    filters: {},
  });
  return [
    page(departmentPath(id), name, aliases),
    ...offices.map((office) => page(officePath(id, office.county), office.name, [])),
  ];
}
