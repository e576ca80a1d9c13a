import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * The spaces of messages that a page's code asks for, and that neither the page nor the layout brings to the browser. What
 * is imported when it is needed counts as well.
 */
export function findMissingSpaces(folder: string, spaces: readonly string[]): string[] {
  const read = (file: string) => readFileSync(path.join(folder, file), "utf8");
  const layout = broughtBy(read("app/layout.tsx"));

  return globSync("app/**/{page,error,not-found,layout}.tsx", { cwd: folder }).flatMap((page) => {
    const brought = new Set([...layout, ...broughtBy(read(page))]);
    const needed = spaces.filter((space) =>
      reachedFrom(page, { folder, read }).some((file) => asksFor(space, read(file))),
    );
    return needed
      .filter((space) => !brought.has(space))
      .map((space) => `${page} does not bring the words of "${space}"`);
  });
}

function broughtBy(source: string): string[] {
  const [, list = ""] = /spaces=\{\[([^\]]*)\]\}/.exec(source) ?? [];
  return [...list.matchAll(/"(\w+)"/g)].map(([, space = ""]) => space);
}

function asksFor(space: string, source: string): boolean {
  return new RegExp(`["\`]${space}\\.[a-zA-Z$]`).test(source);
}

interface Project {
  folder: string;
  read: (file: string) => string;
}

/** The files of `components` that a file imports, through others as well. */
function reachedFrom(start: string, { folder, read }: Project): string[] {
  const reached = new Set<string>();
  const left = [start];
  for (let file = left.pop(); file !== undefined; file = left.pop()) {
    for (const [, next = ""] of read(file).matchAll(/"#(components\/[^"]+\.tsx?)"/g)) {
      if (reached.has(next) || !existsSync(path.join(folder, next))) continue;
      reached.add(next);
      left.push(next);
    }
  }
  return [...reached];
}
