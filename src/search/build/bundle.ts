/** Makes the browser's modules from their sources. */
import { build, type Plugin } from 'esbuild';

/** Modules by the name of their address, and where their sources lie. */
export const MODULES = {
  search: 'src/search/search.ts',
  box: 'src/search/ui/box.ts',
  page: 'src/search/ui/page.ts',
  mark: 'src/search/ui/mark.ts',
};

/** The interfaces import the public module instead of holding a copy of it. */
const oneSearch: Plugin = {
  name: 'one-search',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^\.\.\/search\.ts$/ }, () => ({ path: './search.js', external: true }));
  },
};

export async function bundle(module: keyof typeof MODULES): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [MODULES[module]],
    bundle: true,
    format: 'esm',
    minify: true,
    target: 'es2021',
    plugins: [oneSearch],
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}
