import { createWords } from "#messages/create-words.ts";
import { readMessages } from "#messages/languages.server.ts";

/** The English words: for answers of the API, for the command line, and for tests. */
export const english = createWords("en", readMessages("en"));
