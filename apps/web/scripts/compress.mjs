// Writes .br and .gz beside every text file of the build, so that the gateway compresses nothing while it serves.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url);
const texts = readdirSync(dist, { recursive: true }).filter((path) =>
  /\.(html|js|css|svg|webmanifest)$/.test(path),
);
for (const path of texts) {
  const content = readFileSync(new URL(path, dist));
  writeFileSync(new URL(`${path}.br`, dist), brotliCompressSync(content));
  writeFileSync(new URL(`${path}.gz`, dist), gzipSync(content, { level: 9 }));
}
console.log(`compressed ${texts.length} files`);
