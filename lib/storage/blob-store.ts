/** Where finished files live. Keys are made by us from hashes, as `ab/abcdef….png`; never from a request. */
export interface BlobStore {
  /** How the start-up lines and the Settings screen name this store, as "folder ./data/files". */
  readonly description: string;
  /**
   * Keeps the bytes under the key; when it resolves they are durable and verified on the store.
   * The same key twice is the same content and is no error.
   */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Opens the bytes as a stream, all of them or a range; null when there are none. */
  open(key: string, range?: ByteRange): Promise<OpenedBlob | null>;
  /** Whether the key is there with exactly this many bytes. */
  has(key: string, bytes: number): Promise<boolean>;
  /** Removes the bytes; none there is no error. */
  delete(key: string): Promise<void>;
  /**
   * Removes a file only if it is still as it was listed, unfinished ones too; false when it is another one by now, or gone. One that is put
   * meanwhile is not lost.
   */
  deleteUnchanged(file: StoredFile): Promise<boolean>;
  /** Throws `storage_unavailable` when the store takes no files, or does not give back what it took; nothing of it stays. */
  check(): Promise<void>;
  /** All that lies in the store, by name, what is unfinished or foreign included: its key is then none of ours. */
  list(): AsyncIterable<StoredFile>;
}

/** From a byte, counted from 0, to before another. */
export interface ByteRange {
  from: number;
  to: number;
}

export interface OpenedBlob {
  /** How many there are in all. */
  bytes: number;
  modifiedMs: number;
  /** Holds nothing open until it is read. */
  stream: ReadableStream<Uint8Array>;
}

export interface StoredFile {
  key: string;
  bytes: number;
  modifiedMs: number;
}
