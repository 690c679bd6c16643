/** A script and all that it imports as one classic script: for workers, and for pages that are opened from a folder. */
import { type BuildOptions, build } from 'esbuild';

/** `define` replaces names in it by expressions. */
export async function bundleScript(entry: string, define: BuildOptions['define'] = {}): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    format: 'iife',
    minify: true,
    target: 'es2021',
    define,
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
