/** One JSON file a duty, beside its page: /townships/654026101/cooperative/27.json */
import { readFileSync, writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import type { DutyRecord } from '../data/records.ts';
import { jsonFile } from '../data/text.ts';

/**
 * Cuts the built duties.json into a file a duty. As pages of Astro's they would add a third to the build's time;
 * written plainly they add a hundredth.
 */
export const dutyFiles = (): AstroIntegration => ({
  name: 'duty-files',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const records: DutyRecord[] = JSON.parse(readFileSync(new URL('data/duties.json', dir), 'utf8'));
      for (const record of records) {
        writeFileSync(new URL(`townships/${record.id}.json`, dir), jsonFile(record));
      }
    },
  },
});
