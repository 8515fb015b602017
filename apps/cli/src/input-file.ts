import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Context } from './context.js';
import { Exit, exitCodes } from './exit-codes.js';

/** A JSON object from a file, or from the input for `-`. What it must hold, the server judges. @throws Exit `usage` */
export async function contentOf(context: Context, file: string): Promise<object> {
  const content = parsed(await read(context, file));
  if (typeof content === 'object' && content !== null && !Array.isArray(content)) return content;
  throw new Exit(
    exitCodes.usage,
    context.say(`Không đọc được JSON trong «${file}».`, `"${file}" holds no readable JSON object.`),
  );
}

/** Null for a file that cannot be read. */
async function read(context: Context, file: string): Promise<string | null> {
  if (file === '-') return text(context.in);
  return readFile(file, 'utf8').catch(() => null);
}

function parsed(json: string | null): unknown {
  try {
    return json === null ? null : JSON.parse(json);
  } catch {
    return null;
  }
}
