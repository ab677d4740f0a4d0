// Finds a Chromium for tests and benches. Run as a program, it installs one where none is found.
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const MAC_APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const isRoot = () => process.getuid?.() === 0;

/**
 * The path of a Chromium, or null: `$CHROMIUM`, then Playwright's own download, then a Chrome or Chromium on the machine.
 * Throws where `$CHROMIUM` names no program.
 */
export function findChromium() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (canRun(named)) return named;
    throw new Error(`$CHROMIUM is "${named}", which is no program, so no browser test can run. Correct or unset it.`);
  }
  const ownDownload = chromium.executablePath();
  if (ownDownload && canRun(ownDownload)) return ownDownload;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [...onPath, ...MAC_APPLICATIONS].find(canRun) ?? null;
}

/** The flags under which Chromium reaches nothing but this machine, plays without a gesture, and starts for root. */
export function chromiumFlags() {
  return [
    '--disable-quic',
    '--disable-sync',
    '--disable-component-update',
    '--disable-background-networking',
    '--no-first-run',
    '--autoplay-policy=no-user-gesture-required',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ...(isRoot() ? ['--no-sandbox'] : []),
  ];
}

/** @param {string} path */
function canRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {string} command @param {string[]} parameters */
function run(command, parameters) {
  console.log(`$ ${[command, ...parameters].join(' ')}`);
  execFileSync(command, parameters, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    shell: process.platform === 'win32',
  });
}

function installChromium() {
  // Ubuntu is left out: its chromium package is a stub that asks for a snap.
  const isDebian = existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  if (isDebian && isRoot()) {
    try {
      // A bare Debian has no font, without which every character is an empty box.
      run('apt-get', ['update', '--quiet']);
      run('apt-get', ['install', '--yes', '--quiet', '--no-install-recommends', 'chromium', 'fonts-liberation']);
      return;
    } catch {
      console.log('apt could not install chromium; trying the download of Playwright.');
    }
  }
  run('npx', ['playwright', 'install', ...(isRoot() ? ['--with-deps'] : []), '--no-shell', 'chromium']);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!findChromium()) installChromium();
  const found = findChromium();
  if (!found) {
    console.error('No Chromium was found, and none could be installed, so browser tests cannot run.');
    console.error('Install Chrome or Chromium, or set $CHROMIUM to the path of one.');
    process.exit(1);
  }
  console.log(`Chromium: ${found}`);
}
