/**
 * Begins a build into `dist/`: what lies there is kept only where a finished build by the same code left it.
 * Run by `npm run build` before the first step that writes there.
 */
import { beginSite } from '../src/build/kept.ts';

beginSite(process.env.DIST_DIR ?? 'dist');
