import path from "node:path";

export interface Import {
  from: string;
  to: string;
}

/**
 * The imports by which folders depend on each other in a circle, though no two files do, and those that lead from one circle to
 * another. A folder is where a file lies: its sub-folders are others.
 */
export function findFolderCycles(imports: readonly Import[]): Import[] {
  let left = imports.filter(({ from, to }) => path.dirname(from) !== path.dirname(to));

  for (;;) {
    // Whoever imports nothing of what is left, or is imported by nobody, lies on no circle.
    const importing = new Set(left.map(({ from }) => path.dirname(from)));
    const imported = new Set(left.map(({ to }) => path.dirname(to)));
    const next = left.filter(
      ({ from, to }) => importing.has(path.dirname(to)) && imported.has(path.dirname(from)),
    );
    if (next.length === left.length) return left;
    left = next;
  }
}
