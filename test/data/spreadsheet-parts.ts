import { unzipSync } from 'fflate';

/** The XML of a workbook's part. */
export const part = (bytes: Uint8Array, name: string): string =>
  new TextDecoder().decode(unzipSync(bytes)[name]);
