/** Categories (事项类别) as printed, found in the vocabulary (seeds/vocabulary/categories.yaml). */
import type { CategoryEntry } from '../domain/category.ts';
import { bareText } from './text.ts';

export interface CategoryReader {
  /** Whether the text, white space aside, is the name of a category: 应急管理 及消防 */
  isCategory(text: string): boolean;
  /** The category of that name or variant; null where the vocabulary does not know it. */
  find(text: string): CategoryEntry | null;
}

/** The reader of a vocabulary. */
export function createCategoryReader(entries: readonly CategoryEntry[]): CategoryReader {
  const byName = new Map(
    entries.flatMap((entry) => [entry.name, ...entry.variants].map((name) => [name, entry] as const)),
  );
  const find = (text: string): CategoryEntry | null => byName.get(bareText(text)) ?? null;
  return { find, isCategory: (text) => find(text) !== null };
}
