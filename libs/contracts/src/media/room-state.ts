/**
 * What everybody in a live room knows, and how one change alters it. Pure: the media service folds its log with this,
 * clients fold what they hear, and both arrive at the same state at the same version.
 */
export const peerRoles = ['host', 'presenter', 'participant'] as const;
/** TM-2c. */
export type PeerRole = (typeof peerRoles)[number];

export interface PeerView {
  readonly id: string;
  /** Full name as given at the door; a guest's is the unit's or the person's. */
  readonly name: string;
  readonly unitName: string | null;
  readonly role: PeerRole;
  /** Came with an account. */
  readonly member: boolean;
  /** RFC 3339; of the latest entry. */
  readonly enteredAt: string;
}

export interface ChatLine {
  readonly id: string;
  readonly peerId: string;
  readonly name: string;
  readonly text: string;
  readonly at: string;
}

export type RoomChange =
  | { readonly type: 'entered'; readonly peer: PeerView }
  | { readonly type: 'left'; readonly peerId: string }
  | { readonly type: 'roleChanged'; readonly peerId: string; readonly role: PeerRole; readonly by: string }
  | { readonly type: 'muted'; readonly peerId: string; readonly by: string }
  | { readonly type: 'removed'; readonly peerId: string; readonly by: string }
  | { readonly type: 'handRaised'; readonly peerId: string }
  | { readonly type: 'handLowered'; readonly peerId: string; readonly by: string }
  | { readonly type: 'said'; readonly line: ChatLine };

export interface RoomState {
  /** 0 before the first change; each change raises it by one. */
  readonly version: number;
  readonly peers: Readonly<Record<string, PeerView>>;
  /** Raised hands, first come first (I23). */
  readonly hands: readonly string[];
  /** The newest {@link chatKept} lines. */
  readonly chat: readonly ChatLine[];
  /** Put out for good in this session (I21). */
  readonly removed: readonly string[];
}

/** Chat lines a newcomer gets. */
export const chatKept = 200;

export const emptyRoom: RoomState = { version: 0, peers: {}, hands: [], chat: [], removed: [] };

/** May this role send picture and sound? (TM-2c, I33) */
export const mayProduce = (role: PeerRole): boolean => role === 'host' || role === 'presenter';

const without = <T>(items: readonly T[], gone: T): readonly T[] => items.filter((item) => item !== gone);

function goes(state: RoomState, peerId: string): RoomState {
  const { [peerId]: _gone, ...peers } = state.peers;
  return { ...state, peers, hands: without(state.hands, peerId) };
}

function altered(state: RoomState, change: RoomChange): RoomState {
  switch (change.type) {
    case 'entered':
      return { ...state, peers: { ...state.peers, [change.peer.id]: change.peer } };
    case 'left':
      return goes(state, change.peerId);
    case 'removed':
      return {
        ...goes(state, change.peerId),
        removed: [...without(state.removed, change.peerId), change.peerId],
      };
    case 'roleChanged': {
      const peer = state.peers[change.peerId];
      if (!peer) return state;
      const hands = mayProduce(change.role) ? without(state.hands, change.peerId) : state.hands;
      return { ...state, hands, peers: { ...state.peers, [peer.id]: { ...peer, role: change.role } } };
    }
    case 'handRaised':
      return { ...state, hands: [...without(state.hands, change.peerId), change.peerId] };
    case 'handLowered':
      return { ...state, hands: without(state.hands, change.peerId) };
    case 'said':
      return { ...state, chat: [...state.chat, change.line].slice(-chatKept) };
    case 'muted':
      return state;
  }
}

/** The state after one change; the version rises by one whatever the change. */
export function applyChange(state: RoomState, change: RoomChange): RoomState {
  return { ...altered(state, change), version: state.version + 1 };
}
