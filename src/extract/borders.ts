/**
 * Reviewed cell borders (seeds/borders/<seed>.yaml): for the few rows of a column-flow document whose borders
 * detection cannot settle, a person says where a cell begins.
 *
 *   - list: cooperative
 *     number: 120
 *     why: 两格都只有一句话，按含义分开
 *     begins:
 *       townshipDuties: { line: 4192, text: 出具明确房产权属主体 }
 *   - list: reclaimed
 *     number: 47
 *     why: 原件中注在末格之内
 *     ends: 4815
 */
import { z } from 'zod';
import { COLUMNS, type Column, LISTS, listSlugSchema } from '../domain/lists.ts';
import { type Finding, finding } from './finding.ts';

/** The place where a cell begins: the line as received, and the words it begins with there. */
const placeSchema = z.strictObject({ line: z.int().positive(), text: z.string().min(1) });

const columnSchema = z.enum(Object.keys(COLUMNS) as [Column, ...Column[]]);

/** One entry of a border file. */
export const borderSchema = z
  .strictObject({
    list: listSlugSchema,
    number: z.int().positive(),
    why: z.string().min(1),
    begins: z.partialRecord(columnSchema, placeSchema).default({}),
    /** The line as received with which the row ends, where notes and other words may be none of its own. */
    ends: z.int().positive().optional(),
  })
  .refine(
    ({ list, begins }) =>
      Object.keys(begins).every((column) => LISTS[list].columns.includes(column as Column)),
    { message: '该清单没有这一栏' },
  )
  .refine(({ begins, ends }) => Object.keys(begins).length > 0 || ends !== undefined, {
    message: '须写明 begins 或 ends',
  });
export type Border = z.infer<typeof borderSchema>;

/** The border file of a seed, as findings name it: 000_….txt → borders/000_….yaml */
export const bordersFile = (seed: string): string => `borders/${seed.replace(/\.[^.]*$/, '')}.yaml`;

/** Entries for a document with tabs between its cells, which leaves no border to settle. */
export const uselessBorders = (borders: readonly Border[], file: string): Finding[] =>
  borders.map(({ list, number }) =>
    finding('stale-border', bordersFile(file), null, `${list} 第 ${number} 项：本文件的单元格以制表符分开`),
  );
