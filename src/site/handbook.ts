/**
 * The handbook: all collections, loaded and arranged once a build. Astro's getCollection clones every entry at every
 * call (astro#16297), so pages ask here and never there.
 */
import { getCollection } from 'astro:content';
import { readTownship } from '../build/content.ts';
import { arrange, type Handbook } from './entries.ts';
import { readVocabulary } from './vocabulary.ts';

export type { Entry, Handbook } from './entries.ts';

let loaded: Promise<Handbook> | undefined;

/** The handbook of this build; while developing it is read anew for every page. */
export function handbook(): Promise<Handbook> {
  if (import.meta.env.MODE === 'development' || !loaded) loaded = load();
  return loaded;
}

async function load(): Promise<Handbook> {
  const [townships, departments, counterparts] = await Promise.all([
    getCollection('townships'),
    getCollection('departments'),
    getCollection('counterparts'),
  ]);
  return arrange({
    townships: townships.map(({ data }) => readTownship(data.file)),
    departments: departments.map(({ data }) => data),
    counterparts: counterparts.map(({ data }) => data),
    ...readVocabulary(),
  });
}
