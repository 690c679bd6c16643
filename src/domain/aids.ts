/** The hand-kept files beside the seeds: their schemas and what they mean (README tells how to write each). */
import { z } from 'zod';
import { correctionSchema } from './duty.ts';
import { divisionSchema, suspectSchema } from './township.ts';

/** A township that the division table does not hold, spelled out. */
const placeSchema = z.strictObject({
  code: z.string().regex(/^\d{9}$/),
  name: z.string().min(2),
  county: divisionSchema,
  prefecture: divisionSchema,
  province: divisionSchema,
});

/** seeds/manifest.yaml: what a document does not say of itself, by file name. */
export const manifestSchema = z.record(
  z.string(),
  z.strictObject({
    address: z.url().optional(),
    retrieved: z.iso.date().optional(),
    edition: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .optional(),
    township: z
      .union([z.string().regex(/^\d{9}$/), placeSchema], { error: '应为加引号的 9 位代码，或写全的乡镇' })
      .optional(),
    publish: z.boolean().optional(),
  }),
);
export type Manifest = z.infer<typeof manifestSchema>;

/** seeds/errata/<seed>.yaml */
export const errataSchema = z.array(correctionSchema);
/** seeds/suspects/<seed>.yaml */
export const suspectsSchema = z.array(suspectSchema);

/** seeds/accepted.yaml: findings we live with. */
export const acceptedSchema = z.array(
  z.strictObject({
    code: z.string(),
    file: z.string(),
    line: z.int().positive().nullable(),
    reason: z.string().min(4),
  }),
);
export type Acceptance = z.infer<typeof acceptedSchema>[number];
