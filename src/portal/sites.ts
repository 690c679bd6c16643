/** The sites that a portal joins, one a prefecture: what the portal's page and its script know of each. */
import type { TownshipRecord } from '../data/records.ts';
import { nameWithCounty } from '../domain/township.ts';

/** One site, as sites.json has it. */
export interface Site {
  /** The prefecture: 喀什地区 */
  name: string;
  /** Where the site stands, with a slash at the end: /6531/ or https://kashi.example.org/ */
  url: string;
  townships: number;
  duties: number;
}

/** One township, as townships.json has it: its name with the county's, its code, and the place of its site in sites.json. */
export type TownshipPlace = [name: string, code: string, site: number];

export interface Portal {
  sites: Site[];
  townships: TownshipPlace[];
}

/** A portal from the sites' own /data/townships.json. */
export function portalOf(
  built: readonly { name: string; url: string; townships: TownshipRecord[] }[],
): Portal {
  return {
    sites: built.map(({ name, url, townships }) => ({
      ...{ name, url },
      townships: townships.length,
      duties: townships.reduce((sum, { found }) => sum + (found.total ?? 0), 0),
    })),
    townships: built.flatMap(({ townships }, site) =>
      townships.map(({ county, name, code }): TownshipPlace => [nameWithCounty(county, name), code, site]),
    ),
  };
}
