/** What the search page shows, as its address says it: /search/?q=低保&list=cooperative&literal=1 */
import { FACET_KEYS, type Facet } from '../layout.ts';

export interface State {
  query: string;
  literal: boolean;
  filters: Record<Facet, string[]>;
}

export function readState(address: URLSearchParams): State {
  const filters = Object.fromEntries(FACET_KEYS.map((key) => [key, address.getAll(key)]));
  return {
    query: address.get('q')?.trim() ?? '',
    literal: address.get('literal') === '1',
    filters: filters as State['filters'],
  };
}

export function writeState({ query, literal, filters }: State): URLSearchParams {
  const address = new URLSearchParams();
  if (query) address.set('q', query);
  if (literal) address.set('literal', '1');
  for (const key of FACET_KEYS) for (const value of filters[key]) address.append(key, value);
  return address;
}
