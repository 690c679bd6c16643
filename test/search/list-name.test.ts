/** Names of lists in queries. */
import { describe, expect, it } from 'vitest';
import { LISTS } from '../../src/domain/lists.ts';
import { readLists, withLists } from '../../src/search/query/list-name.ts';

const read = (query: string): string => {
  const { rest, lists } = readLists(query);
  return `${rest}|${lists.join(' ')}`;
};

describe('names of lists in a query', () => {
  it.each(Object.values(LISTS))('$chinese, $short', ({ chinese, short, slug }) => {
    for (const name of [chinese, short, `${chinese}清单`]) expect(read(name)).toBe(`|${slug}`);
  });
  it.each([
    ['温宿县 上级收回', '温宿县|reclaimed'],
    ['温宿县 收回', '温宿县|reclaimed'],
    ['收回 宅基地', '宅基地|reclaimed'],
    ['温宿县的收回事项', '温宿县|reclaimed'],
    ['上级回收事项', '|reclaimed'],
    ['配合履职的防溺水　公安局', '防溺水 公安局|cooperative'],
    ['基本履职 配合履职', '|basic cooperative'],
  ])('%s: %s', (query, words) => expect(read(query)).toBe(words));
  it.each(['收回', '土地收回', '履职', '地膜回收 乡镇', '表的履职服务、保', ''])('%s: none', (query) =>
    expect(read(query)).toBe(`${query}|`),
  );
  it('are filters beside those chosen', () => {
    expect(withLists({ list: 'basic', township: 'a' }, ['reclaimed'])).toEqual({
      list: ['basic', 'reclaimed'],
      township: 'a',
    });
    expect(withLists({ list: 'basic' }, [])).toEqual({ list: 'basic' });
  });
});
