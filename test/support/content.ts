/** The content that the site was built from. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Department } from '../../src/domain/department.ts';
import type { Township } from '../../src/domain/township.ts';

const CONTENT = process.env.CONTENT_DIR ?? 'content';

export const contentTownships = (): Township[] =>
  readdirSync(join(CONTENT, 'townships')).map((name) =>
    JSON.parse(readFileSync(join(CONTENT, 'townships', name), 'utf8')),
  );

export const contentDepartments = (): Department[] =>
  JSON.parse(readFileSync(join(CONTENT, 'departments.json'), 'utf8'));
