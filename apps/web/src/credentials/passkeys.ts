import {
  type AuthenticationResponseJSON,
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser';

/** `cancelled`: by the person, or nothing happened for too long. `known`: this device holds one for the account already. */
export type PasskeyFault = 'cancelled' | 'known' | 'address' | 'failed';

/** The browser or the device did not give a passkey. */
export class PasskeyError extends Error {
  override readonly name = 'PasskeyError';
  constructor(readonly fault: PasskeyFault) {
    super(fault);
  }
}

/** False where the page came over plain HTTP from another machine, too: browsers then offer none. */
export const canUsePasskeys = (): boolean => browserSupportsWebAuthn();

/** Has the person choose a passkey and prove to be its owner. @throws PasskeyError */
export async function askForPasskey(options: object): Promise<AuthenticationResponseJSON> {
  const optionsJSON = options as PublicKeyCredentialRequestOptionsJSON;
  return startAuthentication({ optionsJSON }).catch(explain);
}

/** Makes a passkey on this device, or on one that the browser can reach. @throws PasskeyError */
export async function makePasskey(options: object): Promise<RegistrationResponseJSON> {
  const optionsJSON = options as PublicKeyCredentialCreationOptionsJSON;
  return startRegistration({ optionsJSON }).catch(explain);
}

function explain(error: unknown): never {
  throw new PasskeyError(faultOf(error));
}

function faultOf(error: unknown): PasskeyFault {
  if (error instanceof WebAuthnError) {
    if (error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return 'known';
    if (error.code === 'ERROR_INVALID_DOMAIN' || error.code === 'ERROR_INVALID_RP_ID') return 'address';
    if (error.code === 'ERROR_CEREMONY_ABORTED') return 'cancelled';
  }
  const name = error instanceof Error ? error.name : '';
  return name === 'NotAllowedError' || name === 'AbortError' ? 'cancelled' : 'failed';
}
