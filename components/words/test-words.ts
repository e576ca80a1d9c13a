import { createWords } from "#components/words/create-words.ts";
import { readMessages } from "#messages/languages.server.ts";

/** The English words, all of them. */
export const t = createWords("en", readMessages("en"));
