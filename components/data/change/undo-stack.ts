/** What can be taken back, the last at the end. */
const undos: (() => void)[] = [];

/** Keeps it, and returns what takes it back, once. */
export function pushUndo(undo: () => void): () => void {
  undos.push(undo);
  return () => {
    const at = undos.indexOf(undo);
    if (at < 0) return;

    undos.splice(at, 1);
    undo();
  };
}

/** Forgets what was not done after all. */
export function dropUndo(undo: () => void): void {
  const at = undos.indexOf(undo);
  if (at >= 0) undos.splice(at, 1);
}

/** Takes back what was done last. False when there is nothing. */
export function undoLast(): boolean {
  const undo = undos.pop();
  undo?.();
  return undo !== undefined;
}
