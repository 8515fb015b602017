import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const overlays = join(dirname(fileURLToPath(import.meta.url)), 'overlays');

/** Copies the worker's sources and lays our overlays and edits over them; the npm package stays as it is. */
export function prepareSources(packageDir: string, target: string): void {
  cpSync(join(packageDir, 'worker'), target, { recursive: true, dereference: true });
  for (const name of readdirSync(overlays)) {
    // Where a wrap's folder holds a meson.build, meson takes it and downloads nothing.
    cpSync(join(overlays, name), join(target, 'subprojects', wrapFolder(target, name)), { recursive: true });
  }
  // Debian 12's meson is 1.0.1 and suffices.
  edit(join(target, 'meson.build'), /meson_version: *'[^']*'/, "meson_version: '>= 1.0.0'");
  // The BIO callback answers 1 to every BIO_ctrl(), also to "is kernel TLS on?". OpenSSL with kernel TLS, as Debian
  // builds it, then allocates no write buffer and crashes at the first DTLS flight.
  edit(
    join(target, 'src', 'RTC', 'DtlsTransport.cpp'),
    /\(operationType == BIO_CB_RETURN\)/g,
    '((operationType & BIO_CB_RETURN) != 0)',
  );
}

function wrapFolder(target: string, name: string): string {
  const wrap = readFileSync(join(target, 'subprojects', `${name}.wrap`), 'utf8');
  const folder = /^directory *= *(\S+)/m.exec(wrap)?.[1];
  if (!folder) throw new Error(`subprojects/${name}.wrap names no directory`);
  return folder;
}

function edit(file: string, what: RegExp, by: string): void {
  const before = readFileSync(file, 'utf8');
  const after = before.replace(what, by);
  if (after === before) throw new Error(`${file} no longer has ${what}`);
  writeFileSync(file, after);
}
