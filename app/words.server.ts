import { headers } from "next/headers";
import { cache } from "react";
import { createWords, type Words } from "#messages/create-words.ts";
import { chooseLanguage, type Language, readMessages } from "#messages/languages.server.ts";

/** The language of the page that is being drawn. */
async function getLanguage(): Promise<Language> {
  return chooseLanguage((await headers()).get("accept-language"));
}

/** All words in the language of the page that is being drawn, for what the server draws. */
export const getWords = cache(async (): Promise<Words> => {
  const language = await getLanguage();
  return createWords(language, readMessages(language));
});
