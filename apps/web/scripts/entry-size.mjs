// Fails when the guest's entry page grows: everything its first load pulls in, compressed, against the budget of the
// interface (`interface.md`: 200 KB of JavaScript).
import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const budgetKB = 200;
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));

/** The chunk and what it imports statically, at any depth. */
function graph(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const imported of manifest[key].imports ?? []) graph(imported, seen);
  return seen;
}

const sizes = [...graph('index.html')].map((key) => {
  const { file } = manifest[key];
  return { file, bytes: brotliCompressSync(readFileSync(new URL(file, dist))).byteLength };
});
const totalKB = sizes.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
for (const { file, bytes } of sizes) console.log(`${(bytes / 1000).toFixed(1).padStart(8)} KB  ${file}`);
console.log(`guest entry page: ${totalKB.toFixed(1)} KB of compressed JavaScript, at most ${budgetKB} KB`);
if (totalKB > budgetKB) process.exitCode = 1;
