import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { officePath } from '../../src/domain/address.ts';
import { contentTownships } from '../support/content.ts';
import { type BuiltPage, builtPages, DIST, internal } from '../support/dist.ts';

const pages = new Map(builtPages().map((page) => [page.path, page]));
const idsOf = new Map([...pages].map(([path, { ids }]) => [path, new Set(ids)]));

/** What is wrong with a link, or null. */
function fault(written: string, from: BuiltPage): string | null {
  if (/^(https?|mailto):/.test(written)) return null;
  const target = internal(written, from.path);
  if (!target) return 'outside the base path';
  const { path, fragment } = target;
  if (!pages.has(path) && (path.endsWith('/') || !existsSync(join(DIST, path)))) return 'no such page';
  return fragment && pages.has(path) && !idsOf.get(path)?.has(fragment) ? 'no such fragment' : null;
}

describe('links', () => {
  it('all lead somewhere, fragments included', () => {
    const faults = [...pages.values()].flatMap((page) =>
      page.links.flatMap((written) => {
        const found = fault(written, page);
        return found ? [`${page.path} -> ${written}: ${found}`] : [];
      }),
    );
    expect(faults).toEqual([]);
  });

  it('load nothing from elsewhere', () => {
    const loading =
      /<(?:script|img|link|iframe|source)\b[^>]*\b(?:src|href)="(?:https?:)?\/\/(?!schema\.org)[^"]*"/g;
    const found = [...pages.values()].flatMap(({ html }) => html.match(loading) ?? []);
    expect(found.filter((tag) => !tag.includes('rel="canonical"'))).toEqual([]);
  });

  it('between duties and offices go both ways', () => {
    const missing = contentTownships().flatMap(({ code, county, duties }) =>
      duties.flatMap((duty) =>
        duty.departments.flatMap(({ id, office }) => {
          if (!id || !office) return [];
          const [there, here] = [
            officePath(id, county.code),
            `/townships/${code}/${duty.list}/${duty.number}/`,
          ];
          const both = linksTo(here, there) && linksTo(there, here);
          return both ? [] : [`${here} <-> ${there}`];
        }),
      ),
    );
    expect(missing).toEqual([]);
  });
});

const targets = new Map<string, Set<string>>();

function linksTo(from: string, to: string): boolean {
  let found = targets.get(from);
  if (!found) {
    found = new Set((pages.get(from)?.links ?? []).map((written) => internal(written, from)?.path ?? ''));
    targets.set(from, found);
  }
  return found.has(to);
}
