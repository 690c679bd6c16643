/** Every department that has a link from a duty has a page. */
import { expect, it } from 'vitest';
import { readContent } from '../../src/build/content.ts';
import { departmentEntrySchema } from '../../src/domain/department.ts';
import { departmentsOf } from '../../src/extract/offices.ts';

const [township] = readContent().townships;
const entry = departmentEntrySchema.parse({
  id: 'minzhengju',
  name: '民政局',
  examples: [{ text: '县民政局', county: '昭苏县', offices: ['昭苏县民政局'] }],
});

it('a body above the county is a department, without an office there', () => {
  const duties = township?.duties.slice(0, 1).map((duty) => ({
    ...duty,
    departments: [{ id: entry.id, office: null, name: '民政局', published: '州民政局' }],
  }));
  const found = departmentsOf([{ ...township, duties } as never], [entry]);
  expect(found).toEqual([{ id: 'minzhengju', name: '民政局', aliases: [], offices: [] }]);
});
