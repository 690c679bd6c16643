/** The parts of an address that routes are named by. */
import type { Entry } from './entries.ts';

/** Of a duty's pages: /townships/[code]/[list]/[number]/ */
export const dutyParams = ({ township, duty }: Entry) => ({
  code: township.code,
  list: duty.list,
  number: String(duty.number),
});
