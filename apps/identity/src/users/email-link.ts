import type { SecretBox } from '@diemcau/service/secrets/secret-box';

/** What a link in a mail is good for. It is kept nowhere but in the link. */
export interface EmailLink {
  readonly userId: string;
  /** The address it replaces: once it was replaced, the link is worth nothing. */
  readonly from: string | null;
  readonly to: string;
  /** Unix time in ms. */
  readonly until: number;
}

const purpose = 'email link';

export const sealLink = (box: SecretBox, link: EmailLink): string =>
  box.seal(purpose, JSON.stringify(link)).toString('base64url');

/** Null when nobody of this installation made it. */
export function openLink(box: SecretBox, token: string): EmailLink | null {
  try {
    return JSON.parse(box.open(purpose, Buffer.from(token, 'base64url'))) as EmailLink;
  } catch {
    return null;
  }
}
