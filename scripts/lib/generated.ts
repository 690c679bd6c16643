/** The only writer of generated files: all of them or none, and only where something changed. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Generated files by path below the content folder. */
export type Generated = Map<string, string>;

export const toJson = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

/** Paths that differ from what is on disk: changed, missing, or no longer generated. */
export function differences(folder: string, generated: Generated): string[] {
  const changed = [...generated]
    .filter(([path, text]) => read(join(folder, path)) !== text)
    .map(([path]) => path);
  return [...changed, ...stale(folder, generated)].sort();
}

/**
 * Writes every generated file. Each is first written beside its place and then renamed, after all were written,
 * so that a full disk or a crash leaves the old content.
 */
export function writeGenerated(folder: string, generated: Generated): void {
  const changed = differences(folder, generated);
  const ready = changed
    .filter((path) => generated.has(path))
    .map((path) => {
      const target = join(folder, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(`${target}.new`, generated.get(path) ?? '');
      return target;
    });
  for (const target of ready) renameSync(`${target}.new`, target);
  for (const path of stale(folder, generated)) rmSync(join(folder, path));
}

const read = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8') : null);

function stale(folder: string, generated: Generated): string[] {
  const townships = join(folder, 'townships');
  if (!existsSync(townships)) return [];
  return readdirSync(townships)
    .filter((name) => name.endsWith('.json'))
    .map((name) => `townships/${name}`)
    .filter((path) => !generated.has(path));
}
