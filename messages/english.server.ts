import { createWords } from "#messages/create-words.ts";
import { readMessages } from "#messages/languages.server.ts";
import type { MessageKey } from "#messages/messages.ts";

/** The English words: for answers of the API, for the command line, and for tests. */
export const english = createWords("en", readMessages("en"));

/** Whether a text is the name of a message, as what is found wrong with a request says it. */
export function isMessageKey(text: string): text is MessageKey {
  const [space = "", name = ""] = text.split(".");
  return english.messages[space]?.[name] !== undefined;
}
