import { loadPatiently } from "#components/data/load-patiently.ts";
import { createWords, type Words } from "#messages/create-words.ts";

const loaded: Record<string, Promise<Words>> = {};

/** The words that no page brings, for they are seldom drawn. They come as code does: once, and from a cache after that. */
export function loadSeldomWords(language: string): Promise<Words> {
  loaded[language] ??= loadPatiently(() => import("#messages/compiled/en.ts")).then(
    ({ messages }) => createWords(language, messages),
  );
  return loaded[language];
}
