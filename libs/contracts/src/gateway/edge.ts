import { contract, takes } from '../core/contract.js';
import { Id, Secret } from '../core/fields.js';
import { pushes } from '../core/messages.js';
import { Nothing } from '../core/page.js';
import { BeginLineTest, LineTestOpened } from '../media/line.js';
import { BeginMirror, MirrorOpened } from '../media/mirror.js';
import { JoinedRoom, JoinRoom } from '../media/room.js';
import { LobbyEntry, LobbyPage, OwnEntryRef } from '../meetings/lobby.js';
import { Room, RoomIdRef } from '../meetings/rooms.js';

/** Sent as the socket's handshake `auth`, and again before the access token runs out. */
export class Identify {
  /** Access JWT; null to go on as a guest. */
  @Secret({ max: 8000, nullable: true }) accessToken: string | null;
}
export class Identified {
  @Id({ nullable: true }) userId: string | null;
}

/** Socket messages that the edge answers itself: who is on this socket and which live messages it wants. */
export const Edge = contract('edge', {
  identify: takes(Identify).gives(Identified),
  /** Hosts: the waiting list now, and every change of the lobby from now on as `edge.lobbyChanged`. */
  watchLobby: takes(RoomIdRef).gives(LobbyPage),
  unwatchLobby: takes(RoomIdRef),
  /** A guest who asked: the entry now, and every change of it from now on as `edge.lobbyChanged`. */
  watchEntry: takes(OwnEntryRef).gives(LobbyEntry),
});

export const EdgePushes = pushes('edge', {
  /** To the hosts who watch the lobby and to the guest whose entry it is. */
  lobbyChanged: LobbyEntry,
  /** To everybody in the room or watching its lobby: name, lock, support contacts. */
  roomChanged: Room,
  /** The sign-in session was ended; the socket closes after this (I6). */
  signedOut: Nothing,
});

/** Doors: socket messages that the edge answers by finding the right media node first. */
export const RoomDoor = contract('media.room', {
  /** Binds the socket to a seat; every other `media.room.*` and `media.streams.*` message speaks for that seat. */
  join: takes(JoinRoom).gives(JoinedRoom),
});
export const LineDoor = contract('media.line', {
  /** Binds the socket to a line test; needs no ticket. */
  begin: takes(BeginLineTest).gives(LineTestOpened),
});
export const MirrorDoor = contract('media.mirror', {
  /** Binds the socket to a mirror; the ticket says for which check or trial. A second one takes the first one's place. */
  begin: takes(BeginMirror).gives(MirrorOpened),
});
