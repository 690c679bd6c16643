/**
 * Begins a build into `dist/`: what lies there is kept only where a finished build by the same code left it. A folder
 * that holds anything but a site of this project is left as it is, with an error. Run by `npm run build` before the
 * first step that writes there.
 */
import { beginSite, refusalOf } from '../src/build/kept.ts';

const { DIST_DIR = 'dist' } = process.env;
const refusal = refusalOf(DIST_DIR);
if (refusal) {
  console.error(refusal);
  process.exitCode = 1;
} else beginSite(DIST_DIR);
