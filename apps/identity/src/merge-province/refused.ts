/** Why nothing was done, and what to do; a sentence in each language. */
export class MergeRefused extends Error {
  override readonly name = 'MergeRefused';

  constructor(vi: string, en: string) {
    super(`${vi}\n${en}`);
  }
}
