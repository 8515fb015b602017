import { Ids } from '../core/fields.js';
import { facts } from '../core/messages.js';

/** These imports came to their end, done or failed; what became of their rows, the import itself says. */
export class ImportsFinished {
  @Ids({ max: 1000 }) importIds: string[];
}

export const ImportFacts = facts('identity.imports', { finished: ImportsFinished });
