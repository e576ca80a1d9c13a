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

/** Takes back what was done last. False when there is nothing. */
export function undoLast(): boolean {
  const undo = undos.pop();
  undo?.();
  return undo !== undefined;
}
