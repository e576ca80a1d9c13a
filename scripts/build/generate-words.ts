import { mkdirSync, writeFileSync } from "node:fs";
import { languages, readMessages } from "#messages/languages.server.ts";
import { seldomSpaces } from "#messages/seldom-spaces.ts";
import { makeWhenStale } from "./make-when-stale.ts";

const folder = "messages/compiled";

/** Writes, for each language, the messages that the browser loads when they are first drawn, in the form that needs no parser. */
export async function generateWords(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await makeWhenStale({
    stampFile: `${folder}/.sources`,
    sources: [
      ...languages.map((language) => `messages/${language}.json`),
      "messages/seldom-spaces.ts",
      "scripts/build/generate-words.ts",
      "node_modules/icu-minify/package.json",
    ],
    make: async () => {
      for (const language of languages) {
        const messages = readMessages(language);
        const seldom = Object.fromEntries(seldomSpaces.map((space) => [space, messages[space]]));
        writeFileSync(`${folder}/${language}.ts`, toModule(JSON.stringify(seldom)));
      }
    },
  });
}

function toModule(messages: string): string {
  return `import type { Messages } from "#messages/messages.ts";

export const messages: Messages = ${messages};
`;
}
