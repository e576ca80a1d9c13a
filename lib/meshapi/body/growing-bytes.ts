/** Bytes of which nobody knows yet how many there will be. */
export interface GrowingBytes {
  /** Makes room for so many more, and gives that room. */
  grow(bytes: number): Buffer;
  /** What is there, until it grows again. */
  soFar(): Uint8Array;
  /** All of them. Nothing grows after that. */
  end(): Uint8Array;
}

const stepBytes = 256 * 1024;

/**
 * Bytes that grow where they are, up to `bytesMax`: address space is set aside, and memory taken as it is needed. Pieces
 * that are joined at the end need twice the memory, and leave holes that the process never gives back.
 */
export function createGrowingBytes({ bytesMax }: { bytesMax: number }): GrowingBytes {
  const memory = new ArrayBuffer(0, { maxByteLength: bytesMax });
  let length = 0;

  return {
    grow(bytes) {
      const start = length;
      length += bytes;
      if (length > memory.byteLength) {
        memory.resize(Math.min(Math.ceil(length / stepBytes) * stepBytes, bytesMax));
      }
      return Buffer.from(memory, start, bytes);
    },
    soFar: () => Buffer.from(memory, 0, length),
    end() {
      memory.resize(length);
      return Buffer.from(memory, 0, length);
    },
  };
}
