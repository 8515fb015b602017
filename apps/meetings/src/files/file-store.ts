/** Where the bytes of files lie. Keys are ids of files; nothing is ever written twice with another content. */
export abstract class FileStore {
  /** All or nothing: no reader sees a part of it. The same key again replaces it. */
  abstract put(key: string, bytes: Buffer, mediaType: string): Promise<void>;
  /** @returns up to `length` bytes; fewer, or none, at the end. Null when there is nothing under the key */
  abstract read(key: string, from: number, length: number): Promise<Buffer | null>;
  /** Nothing there is as good as deleted. */
  abstract delete(key: string): Promise<void>;
}
