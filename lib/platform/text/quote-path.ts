/** A path as a shell takes it, for a command that people copy. */
export function quotePath(path: string): string {
  return /^[\w./:@%+=,-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
