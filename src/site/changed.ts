/**
 * Which pages of a route have to be made: those that would not be as they were at the last build. A page says nothing
 * but what is in its view and in the code, so where neither has changed, the file that lies there is right.
 */
import type { AstroIntegration } from 'astro';
import { type Kept, openKept } from '../build/kept.ts';

const { DIST_DIR = 'dist' } = process.env;

/** One file of a route. */
interface Wanted<View> {
  params: Record<string, string>;
  /** Its address; that of a page ends with a slash. */
  path: string;
  /** What it says: plain data, all of which JSON can write. */
  view: () => View;
  /** What the view is made from, where that is sooner told: another text wherever the view is another one. */
  sources?: () => string;
}

/** Of a route's files those that have to be made, as `getStaticPaths` gives them; while developing, all. */
export function changed<View>(wanted: readonly Wanted<View>[]) {
  return wanted
    .filter(hasChanged)
    .map((file) => ({ params: file.params, props: { view: () => noted(file) } }));
}

/** Views are made one by one, and again for the page: thousands of them held at once would be costly. */
function hasChanged({ path, view, sources = () => JSON.stringify(view()) }: Wanted<unknown>): boolean {
  if (import.meta.env.MODE === 'development') return true;
  const files = [fileOf(path)];
  return !kept().knows(files) || !kept().has(files, sources());
}

/** The view of a file that is being made; what it was made from is taken note of. */
function noted<View>({ path, view: makeView, sources }: Wanted<View>): View {
  const view = makeView();
  if (import.meta.env.MODE !== 'development')
    kept().has([fileOf(path)], sources ? sources() : JSON.stringify(view));
  return view;
}

const fileOf = (path: string): string => `${path.slice(1)}${path.endsWith('/') ? 'index.html' : ''}`;

const KEY = Symbol.for('pages kept between builds');
type Shared = typeof globalThis & { [KEY]?: Kept };

/** One for the pages, which Astro bundles, and for the integration, which it does not. */
function kept(): Kept {
  const shared: Shared = globalThis;
  shared[KEY] ??= openKept('pages', DIST_DIR);
  return shared[KEY];
}

/** Notes at the end of a build what it made, and removes the pages of the last one that are no more. */
export const keepPages = (): AstroIntegration => ({
  name: 'keep-pages',
  hooks: { 'astro:build:done': () => kept().close() },
});
