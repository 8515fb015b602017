import type { NodeAlive } from '@diemcau/contracts/media/room';

/** Nodes speak each second; three times unheard is gone, in ms. */
export const silentAfterMs = 3000;

interface Heard {
  /** Null for a node that has answered but not spoken yet. */
  bootId: string | null;
  at: number;
}

/** Which media nodes are there, by what is heard of them. Pure: the time is given. */
export class NodeLiveness {
  private readonly nodes = new Map<string, Heard>();

  /** A node has just answered something. */
  met(node: string, now: number): void {
    this.nodes.set(node, { bootId: this.nodes.get(node)?.bootId ?? null, at: now });
  }

  /** @returns whether it is another process than before, which knows nothing of what the one before held */
  heard({ node, bootId }: NodeAlive, now: number): boolean {
    const before = this.nodes.get(node)?.bootId ?? null;
    this.nodes.set(node, { bootId, at: now });
    return before !== null && before !== bootId;
  }

  /** Nodes that have gone silent; each is told once. */
  silent(now: number): string[] {
    const gone = [...this.nodes].filter(([, { at }]) => now - at > silentAfterMs).map(([node]) => node);
    for (const node of gone) this.nodes.delete(node);
    return gone;
  }

  /** Nobody could be heard: the bus was away, or this process stood still. */
  pardon(now: number): void {
    for (const heard of this.nodes.values()) heard.at = now;
  }
}
