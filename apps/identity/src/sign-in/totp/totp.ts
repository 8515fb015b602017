import { verifySync } from 'otplib';

/** Seconds of one code, and how far the phone's clock may be off either way. RFC 6238, 5.2 */
const periodS = 30;

/**
 * The time step of which this is the code, so that it can be refused a second time; null when it is no code of now.
 * @param now Unix time in seconds
 */
export function stepOf(code: string, secret: string, now = Math.floor(Date.now() / 1000)): number | null {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const result = verifySync({ secret, token, epoch: now, period: periodS, epochTolerance: periodS });
  return result.valid ? Math.floor(now / periodS) + (result.delta ?? 0) : null;
}
