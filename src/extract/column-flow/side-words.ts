import type { SideWords } from './sides.ts';
export const SIDE_WORDS: SideWords = new Map();
