import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from '../../src/compare/differences.ts';

const joined = (here: string[], there: string[], side: 'here' | 'there'): string =>
  differences(here, there)
    .flat()
    .filter((change) => change.in === 'both' || change.in === side)
    .map(({ text }) => text)
    .join('')
    .normalize('NFKC');
const plain = (texts: string[]): string => texts.join('').normalize('NFKC');

describe('differences', () => {
  it('marks what only one side has, clause by clause', () => {
    const changes = differences(
      ['1.县水利局负责巡查；', '2.上报。'],
      ['1.市水利局负责巡查；', '2.开展培训；', '3.上报。'],
    );
    expect(changes).toHaveLength(3);
    expect(changes[0]).toEqual([
      { in: 'both', text: '1.' },
      { in: 'here', text: '县' },
      { in: 'there', text: '市' },
      { in: 'both', text: '水利局负责巡查；' },
    ]);
    expect(changes[1]).toEqual([{ in: 'there', text: '2.开展培训；' }]);
  });

  it('does not mark the width of a comma', () => {
    expect(
      differences(['甲，乙'], ['甲,乙'])
        .flat()
        .every((change) => change.in === 'both'),
    ).toBe(true);
  });

  it('loses no character of either text', () => {
    const text = fc.array(fc.string({ unit: fc.constantFrom(...'县市水利局负责巡查，,。1.') }), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(text, text, (here, there) => {
        expect(joined(here, there, 'here')).toBe(plain(here));
        expect(joined(here, there, 'there')).toBe(plain(there));
      }),
    );
  });
});
