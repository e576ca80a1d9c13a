/** How the decoders' libraries, glib, C++ and Node say that they got no memory. */
const words =
  /out of memory|memory allocation|cannot allocate|insufficient memory|not enough memory|no memory|bad_alloc|allocation fail|ENOMEM|ERR_MEMORY/i;

/** Whether a decoder failed because it got no memory, rather than because of what it read. */
export function isOutOfMemory(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return words.test(error.message) || ("code" in error && words.test(String(error.code)));
}
