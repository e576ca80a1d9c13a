import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";

interface Spaces {
  /** All that there are. */
  all: readonly string[];
  /** Those that come with a `wordedPart` rather than with a page. */
  seldom: readonly string[];
}

/**
 * The spaces of messages that a page's code asks for, and that neither the page, the layout nor the part that draws it
 * brings to the browser; and those that a page brings although nothing asks for them. What is imported when it is needed
 * counts as well.
 */
export function findMissingSpaces(folder: string, { all, seldom }: Spaces): string[] {
  const read = (file: string) => readFileSync(path.join(folder, file), "utf8");
  const layout = broughtBy(read("app/layout.tsx"));

  return globSync("app/**/{page,error,not-found,layout}.tsx", { cwd: folder }).flatMap((page) => {
    const own = broughtBy(read(page));
    const reached = reachedFrom(page, { folder, read });
    const asked = all.filter((space) =>
      reached.some(
        ({ file, isWorded }) => !(isWorded && seldom.includes(space)) && asksFor(space, read(file)),
      ),
    );
    return [
      ...asked
        .filter((space) => !own.includes(space) && !layout.includes(space))
        .map((space) => `${page} does not bring the words of "${space}"`),
      ...own
        .filter((space) => page !== "app/layout.tsx" && !asked.includes(space))
        .map((space) => `${page} brings the words of "${space}", which nothing asks for`),
    ];
  });
}

function broughtBy(source: string): string[] {
  const [, list = ""] = /spaces=\{\[([^\]]*)\]\}/.exec(source) ?? [];
  return [...list.matchAll(/"(\w+)"/g)].map(([, space = ""]) => space);
}

/** What a file loads by itself needs no page. */
function loadsWords(source: string): boolean {
  return /\bloadSeldomWords\(/.test(source);
}

/** By a key, or by the function that tells what rows have. */
function asksFor(space: string, source: string): boolean {
  if (space === "reasons" && /\btellReason\(/.test(source)) return true;
  if (space === "notes" && /\btellNote\(/.test(source)) return true;
  return new RegExp(`["\`]${space}\\.[a-zA-Z$]`).test(source);
}

interface Project {
  folder: string;
  read: (file: string) => string;
}

interface Reached {
  file: string;
  /** Whether the seldom words are there when it is drawn, on this way to it. */
  isWorded: boolean;
}

/** The files of `components` that a file imports, through others as well; twice where it is reached with and without words. */
function reachedFrom(start: string, { folder, read }: Project): Reached[] {
  const reached = new Map<string, Reached>();
  const left: Reached[] = [{ file: start, isWorded: false }];
  for (let from = left.pop(); from !== undefined; from = left.pop()) {
    const source = read(from.file);
    const worded = [...source.matchAll(/wordedPart\(.*?import\("#(components\/[^"]+)"\)/gs)];
    const files = new Set(worded.map(([, file = ""]) => file));
    for (const [, file = ""] of source.matchAll(/"#(components\/[^"]+\.tsx?)"/g)) {
      if (!existsSync(path.join(folder, file))) continue;
      const isWorded = from.isWorded || files.has(file) || loadsWords(read(file));
      const next = { file, isWorded };
      const name = `${file} ${isWorded}`;
      if (reached.has(name)) continue;
      reached.set(name, next);
      left.push(next);
    }
  }
  return [...reached.values()];
}
