/** Files are named by their contents, and never change under their names. */
import { hash } from 'node:crypto';

/** Among ten thousand files, two have the same ten digits once in twenty thousand builds. */
export const digitsOf = (content: Uint8Array): string => hash('sha256', content).slice(0, 10);
