import { existsSync, mkdirSync, mkdtempSync, renameSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];
const unpacked = fileURLToPath(new URL('../../node_modules/.cache/chromium', import.meta.url));

const args = [
  '--no-sandbox', // CI runs as root
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--font-render-hinting=none', // the same glyph widths on every machine
];

/** CHROME_PATH, else an installed Chrome or Chromium, else (or with CHROME_PATH empty) the one that npm brought. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await browserPath(), args });
}

export async function browserPath(): Promise<string> {
  const given = process.env.CHROME_PATH ?? installed.find((path) => existsSync(path));
  if (given) return given;
  if (!existsSync(unpacked)) await unpack();
  return `${unpacked}/chromium`;
}

/** The package unpacks into TMPDIR and trusts what lies there: give it a new folder, keep it when complete. */
async function unpack() {
  mkdirSync(`${unpacked}/..`, { recursive: true });
  const before = process.env.TMPDIR;
  process.env.TMPDIR = mkdtempSync(`${unpacked}-`);
  await sparticuz.executablePath();
  renameSync(process.env.TMPDIR, unpacked);
  if (before) process.env.TMPDIR = before;
  else delete process.env.TMPDIR;
}
