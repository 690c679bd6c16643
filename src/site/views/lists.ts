/** What the three lists mean to a reader, with how many duties each holds. */
import type { ListSlug } from '../../domain/lists.ts';
import type { Entry } from '../entries.ts';
import { countLists } from './shared.ts';

export interface ListGuide {
  list: ListSlug;
  count: number;
  meaning: string;
}

const MEANINGS: Record<ListSlug, string> = {
  basic: '乡镇必须做，并由乡镇自己负全责。',
  cooperative: '上级部门牵头负责，乡镇配合；双方各做什么，清单逐项写明。',
  reclaimed: '不再由乡镇承担；清单写明承接部门和工作方式，或写明不再开展。',
};

export const guide = (entries: readonly Entry[]): ListGuide[] =>
  countLists(entries).map(({ list, count }) => ({ list, count, meaning: MEANINGS[list] }));
