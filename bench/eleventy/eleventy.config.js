import { readFileSync } from 'node:fs';

/** The same pages as bench/hugo, from one JSON file of duties, townships and groups. */
export default function configure(eleventy) {
  eleventy.addGlobalData('book', () => JSON.parse(readFileSync(process.env.BENCH_DATA, 'utf8')));
  eleventy.addGlobalData('site', '乡镇履职事项清单手册');
  eleventy.setQuietMode(true);
  return { dir: { includes: 'includes', output: process.env.DIST_DIR } };
}
