import { expect, test } from 'vitest';
import * as address from '../../src/domain/address.ts';

const duty = { list: 'cooperative', number: 27 } as const;

/** The addresses that other people's links hang on. */
test('addresses of the public interface', () => {
  expect(address.dutyId('654026101', duty)).toBe('654026101/cooperative/27');
  expect(address.dutyPath('654026101', duty)).toBe('/townships/654026101/cooperative/27/');
  expect(address.rowPath('654026101', duty)).toBe('/townships/654026101/#cooperative-27');
  expect(address.sourcePath('654026101', 884)).toBe('/townships/654026101/source/#L884');
  expect(address.officePath('jiaoyu-ju', '654026')).toBe('/departments/jiaoyu-ju/654026/');
  expect(address.comparePath()).toBe('/compare/');
});
