/** The handbook: all content, read and arranged once a build, whatever page asks first. */
import { readContent } from './content.ts';
import { arrange, type Handbook } from './entries.ts';

export type { Entry, Handbook } from './entries.ts';

let loaded: Handbook | undefined;

/** The handbook of this build; while developing it is read anew for every page. */
export async function handbook(): Promise<Handbook> {
  if (import.meta.env.MODE === 'development' || !loaded) loaded = arrange(readContent());
  return loaded;
}
