import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, type Workshop } from './shell.ts';

const OPTIONS = [
  '--libdir=lib',
  '--buildtype=release',
  '--default-library=static',
  '--wrap-mode=nodownload',
  '-Db_staticpic=true',
  '-Db_ndebug=true',
  '-Dcrypto-library=openssl',
  '-Dcrypto-library-kdf=disabled',
  '-Dtests=disabled',
  '-Dpcap-tests=disabled',
  '-Ddoc=disabled',
];

/**
 * Builds Debian's libsrtp 2 source package against OpenSSL: Debian's own binary package uses NSS, which protects
 * packets 3 to 6 times slower. Returns the folder with its pkg-config file.
 */
export async function buildLibsrtp(shop: Workshop, jobs: number): Promise<string> {
  shop.detail('libsrtp');
  const folder = join(shop.folder, 'libsrtp');
  const stage = join(shop.folder, 'stage');
  mkdirSync(folder);
  const env = { APT_CONFIG: writeAptConfig(shop.folder) };
  await run(shop, { run: ['apt-get', '-qq', 'update'], cwd: folder, env });
  await run(shop, { run: ['apt-get', '-qq', 'source', '--download-only', 'libsrtp2'], cwd: folder, env });
  const description = readdirSync(folder).find((name) => name.endsWith('.dsc')) ?? 'libsrtp2.dsc';
  // apt has checked the signature already.
  await run(shop, { run: ['dpkg-source', '--no-check', '-x', description, 'src'], cwd: folder });
  await run(shop, { run: ['meson', 'setup', '--prefix', stage, ...OPTIONS, 'build', 'src'], cwd: folder });
  await run(shop, { run: ['ninja', '-C', 'build', `-j${jobs}`, 'install'], cwd: folder });
  return join(stage, 'lib', 'pkgconfig');
}

/** apt with the machine's own archives as source archives; entries and lists lie in the build folder only. */
function writeAptConfig(shopFolder: string): string {
  const home = join(shopFolder, 'apt');
  const parts = join(home, 'sources.list.d');
  for (const dir of [
    parts,
    join(home, 'preferences.d'),
    join(home, 'lists', 'partial'),
    join(home, 'archives', 'partial'),
  ]) {
    mkdirSync(dir, { recursive: true });
  }
  for (const [name, text] of sourceEntries()) writeFileSync(join(parts, name), text);
  const config = join(home, 'apt.conf');
  writeFileSync(
    config,
    `Dir::Etc::sourcelist "${home}/none";
Dir::Etc::sourceparts "${parts}";
Dir::Etc::preferencesparts "${home}/preferences.d";
Dir::State::lists "${home}/lists";
Dir::Cache "${home}";
APT::Sandbox::User "root";
Acquire::Languages "none";
`,
  );
  return config;
}

function sourceEntries(): [name: string, text: string][] {
  const folder = '/etc/apt/sources.list.d';
  const files = ['/etc/apt/sources.list', ...list(folder).map((name) => join(folder, name))];
  return files
    .map((file): [string, string] => [file.split('/').at(-1) ?? '', read(file)])
    .filter(([, text]) => /debian|ubuntu/.test(text))
    .map(([name, text]) => [
      name === 'sources.list' ? 'main.list' : name,
      text.replace(/^deb /gm, 'deb-src ').replace(/^Types:.*$/gm, 'Types: deb-src'),
    ]);
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /\.(list|sources)$/.test(name));
  } catch {
    return [];
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
