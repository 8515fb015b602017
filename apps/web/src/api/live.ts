import { createSocket, type Socket } from '@diemcau/client/socket';
import { currentLanguage } from '../i18n/language';
import { session } from './rest';

let socket: Socket | undefined;

/** The one connection of this tab for everything live; opened with its first use. */
export function live(): Socket {
  socket ??= opened();
  return socket;
}

function opened(): Socket {
  const socket = createSocket({ auth: session, language: currentLanguage });
  socket.on('edge.signedOut', () => session.forget());
  return socket;
}
