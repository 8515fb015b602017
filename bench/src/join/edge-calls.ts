import type { OwnLobbyEntry, Ticket } from '@diemcau/contracts/meetings/lobby';

/** The few REST calls on the way into a room. */
export class Edge {
  private readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  /** A guest asks, a host admits, the guest gets a ticket. */
  async ticketThroughLobby(slug: string, fullName: string, hostToken: string): Promise<string> {
    const { id, token } = await this.post<OwnLobbyEntry>(`rooms/${slug}/lobby`, undefined, { fullName });
    await this.post(`entries/${id}/admit`, `Bearer ${hostToken}`);
    const { ticket } = await this.post<Ticket>(`entries/${id}/ticket`, `Entry ${token}`);
    return ticket;
  }

  private async post<T>(path: string, authorization?: string, body: object = {}): Promise<T> {
    const response = await fetch(`${this.url}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
}
