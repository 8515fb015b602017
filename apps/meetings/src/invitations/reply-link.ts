import type { SecretBox } from '@diemcau/service/secrets/secret-box';

/** What a link in a mail is good for: to answer one invitation, as it was asked, in the name of who got the mail. */
export interface ReplyLink {
  readonly invitationId: string;
  /** Of an account, or of the roster's entry. */
  readonly recipientId: string;
  readonly round: number;
}

const purpose = 'invitation reply';

/** Kept nowhere but in the link. */
export const sealLink = (box: SecretBox, { invitationId, recipientId, round }: ReplyLink): string =>
  box.seal(purpose, JSON.stringify([invitationId, recipientId, round])).toString('base64url');

/** Null when nobody of this installation made it. */
export function openLink(box: SecretBox, token: string): ReplyLink | null {
  try {
    const [invitationId, recipientId, round] = JSON.parse(
      box.open(purpose, Buffer.from(token, 'base64url')),
    ) as [string, string, number];
    return { invitationId, recipientId, round };
  } catch {
    return null;
  }
}
