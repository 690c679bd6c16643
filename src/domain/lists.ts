/** The three lists (三张清单) of a township, in the order in which they are published. */
import { z } from 'zod';

export const LIST_SLUGS = ['basic', 'cooperative', 'reclaimed'] as const;
export const listSlugSchema = z.enum(LIST_SLUGS);
export type ListSlug = z.infer<typeof listSlugSchema>;

/** The columns a list can have, in printed order; the Chinese names are the published heads. */
export const COLUMNS = {
  number: '序号',
  category: '事项类别',
  name: '事项名称',
  departments: '对应上级部门',
  superiorDuties: '上级部门职责',
  townshipDuties: '配合职责',
  takeover: '承接部门及工作方式',
} as const;
export type Column = keyof typeof COLUMNS;

export interface List {
  slug: ListSlug;
  /** 基本履职事项 */
  chinese: string;
  /** 基本履职: what fits on a badge */
  short: string;
  /** Whose duty it is, in words for a reader. */
  owner: string;
  columns: readonly Column[];
}

export const LISTS: Record<ListSlug, List> = {
  basic: {
    slug: 'basic',
    chinese: '基本履职事项',
    short: '基本履职',
    owner: '乡镇负责',
    columns: ['number', 'category', 'name'],
  },
  cooperative: {
    slug: 'cooperative',
    chinese: '配合履职事项',
    short: '配合履职',
    owner: '上级部门牵头、乡镇配合',
    columns: ['number', 'category', 'name', 'departments', 'superiorDuties', 'townshipDuties'],
  },
  reclaimed: {
    slug: 'reclaimed',
    chinese: '上级部门收回事项',
    short: '上级收回',
    owner: '已由上级部门收回',
    columns: ['number', 'category', 'name', 'takeover'],
  },
};

/** What a page says where the published list leaves something out. */
export const NOT_STATED = '原清单未写明';
