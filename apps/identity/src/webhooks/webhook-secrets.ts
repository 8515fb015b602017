import type { SecretBox } from '@diemcau/service/secrets/secret-box';

const purpose = (webhookId: string): string => `webhook ${webhookId}`;

export const sealSecret = (box: SecretBox, webhookId: string, secret: string): Buffer =>
  box.seal(purpose(webhookId), secret);

export const openSecret = (box: SecretBox, webhookId: string, sealed: Buffer): string =>
  box.open(purpose(webhookId), sealed);
