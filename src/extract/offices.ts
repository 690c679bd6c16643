/** The departments of all documents and their offices, one a county. */
import type { Department, DepartmentEntry } from '../domain/department.ts';
import type { Township } from '../domain/township.ts';

/** Every department that some document names, by id; offices by county code. */
export function departmentsOf(
  townships: readonly Township[],
  entries: readonly DepartmentEntry[],
): Department[] {
  const known = new Map(entries.map((entry) => [entry.id, entry]));
  const found = new Map<string, Department>();
  for (const { county, duties } of townships)
    for (const { departments } of duties)
      for (const { id, office, published } of departments) {
        const entry = known.get(id ?? '');
        if (!entry) continue;
        const department = found.get(entry.id) ?? {
          id: entry.id,
          name: entry.name,
          aliases: entry.aliases,
          offices: [],
        };
        found.set(entry.id, department);
        if (!office) continue; // a body above the county
        addOffice(department, {
          county: county.code,
          countyName: county.name,
          name: office,
          published: [published],
        });
      }
  for (const department of found.values())
    department.offices.sort((a, b) => a.county.localeCompare(b.county));
  return [...found.values()].sort((a, b) => a.id.localeCompare(b.id, 'en'));
}

type Office = Department['offices'][number];

function addOffice(department: Department, office: Office): void {
  const same = department.offices.find(({ county }) => county === office.county);
  if (!same) department.offices.push(office);
  else for (const name of office.published) if (!same.published.includes(name)) same.published.push(name);
}
