/**
 * Run after every change of dependencies: `npm install && node scripts/complete-lock.ts`.
 *
 * Some packages bring one binary package for each system. A registry mirror need not hold those of other
 * systems; `npm install` then leaves them out of the lockfile, and `npm ci` refuses such a lockfile
 * (npm/cli#9846). This writes them in, with the system they are for, so that they are known and skipped.
 */
import { readFileSync, writeFileSync } from 'node:fs';

type Entry = { version: string; dev?: boolean; optionalDependencies?: Record<string, string> };
type Lock = { packages: Record<string, Entry> };

const file = new URL('../package-lock.json', import.meta.url);
const lock: Lock = JSON.parse(readFileSync(file, 'utf8'));
const present = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1)));

for (const owner of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
    if (present.has(name)) continue;
    lock.packages[`node_modules/${name}`] = entry(name, version, owner);
    console.log(`added ${name}@${version}`);
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);

/** `@biomejs/cli-linux-x64-musl` is for os linux, cpu x64, libc musl. */
function entry(name: string, version: string, owner: Entry) {
  const find = (pattern: RegExp) => name.match(pattern)?.[0];
  const os = find(/android|darwin|freebsd|linux|win32|windows/)?.replace('windows', 'win32');
  const cpu = find(/arm64|arm|riscv64|wasm32|x64/);
  const libc = find(/musl/) ?? (find(/gnu/) && 'glibc');
  if (!cpu) throw new Error(`${name}@${version} is in no lockfile entry and its name tells no system`);
  return {
    version,
    cpu: [cpu],
    ...(owner.dev && { dev: true }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  };
}
