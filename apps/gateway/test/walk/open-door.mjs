// Loaded into a service instead of nothing: takes one guard out of its code, to see that the walk notices.
import { registerHooks } from 'node:module';

const { file, guard, instead } = JSON.parse(process.env['OPEN_DOOR'] ?? '{}');

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    if (!file || !url.endsWith(file)) return loaded;
    const source = String(loaded.source);
    if (!source.includes(guard)) throw new Error(`${file} has no ${guard}`);
    return { ...loaded, source: source.replace(guard, instead) };
  },
});
