/** The settings in which the reader of column flow is measured. */
import type { Setting } from './set-as-column-flow.ts';

const AS_SEED: Setting = {
  widths: {
    category: 12,
    name: 14,
    departments: 14,
    superiorDuties: 54,
    townshipDuties: 48,
    basicName: 96,
    reclaimedName: 36,
    takeover: 58,
  },
  page: { lines: 90, begins: 'head' },
  blanks: 'seed',
  punctuationBegins: true,
  runTogether: true,
  fullWidth: false,
};

export const SETTINGS: Record<string, Setting> = {
  'as-seed': AS_SEED,
  'narrow-superior': {
    ...AS_SEED,
    widths: { ...AS_SEED.widths, superiorDuties: 42, townshipDuties: 50, name: 16, departments: 18 },
    page: { lines: 60, begins: 'space' },
    punctuationBegins: false,
  },
  'equal-no-blanks': {
    ...AS_SEED,
    widths: {
      ...AS_SEED.widths,
      superiorDuties: 46,
      townshipDuties: 46,
      name: 18,
      departments: 18,
      category: 8,
    },
    blanks: 'none',
    punctuationBegins: false,
    runTogether: false,
  },
  'blank-after-all': {
    ...AS_SEED,
    widths: {
      ...AS_SEED.widths,
      superiorDuties: 60,
      townshipDuties: 40,
      name: 20,
      departments: 12,
      takeover: 40,
      reclaimedName: 40,
    },
    page: { lines: 70, begins: 'mark-and-head' },
    blanks: 'every',
  },
  'wide-cells': {
    ...AS_SEED,
    widths: {
      ...AS_SEED.widths,
      superiorDuties: 76,
      townshipDuties: 70,
      name: 26,
      departments: 24,
      category: 10,
    },
    blanks: 'cells',
    fullWidth: true,
    punctuationBegins: false,
  },
  'equal-cells': {
    ...AS_SEED,
    widths: {
      ...AS_SEED.widths,
      superiorDuties: 40,
      townshipDuties: 40,
      name: 12,
      departments: 16,
      category: 6,
    },
    blanks: 'seed',
    runTogether: false,
    page: { lines: 50, begins: 'space' },
  },
};
