/** Where finished files live. Keys are made by us from hashes, as `ab/abcdef….png`; never from a request. */
export interface BlobStore {
  /** How the start-up lines and the Settings screen name this store, as "folder ./data/files". */
  readonly description: string;
  /**
   * Keeps the bytes under the key; when it resolves they are durable and verified on the store.
   * The same key twice is the same content and is no error.
   */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Opens the bytes as a stream; null when there are none. */
  open(key: string): Promise<{ bytes: number; stream: ReadableStream<Uint8Array> } | null>;
  /** Whether the key is there with exactly this many bytes. */
  has(key: string, bytes: number): Promise<boolean>;
  /** Removes the bytes; none there is no error. */
  delete(key: string): Promise<void>;
}
