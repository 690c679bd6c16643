/** The names the row reader is helped by, from the vocabulary in seeds/. */
import { fileURLToPath } from 'node:url';
import { openSeedsFolder } from '../../scripts/lib/seeds-folder.ts';

const { departments, categories } = openSeedsFolder(
  fileURLToPath(new URL('../../seeds', import.meta.url)),
).vocabulary;

export const knownNames = {
  isDepartmentList: (text: string): boolean => departments.isList(text),
  isCategory: (text: string): boolean => categories.isCategory(text),
};
