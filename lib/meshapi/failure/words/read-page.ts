/** What an answer that is not JSON says: a page of HTML by its title and heading, XML by its elements, a text by itself. */
export interface Page {
  code: string | null;
  words: string | null;
}

const wordsMax = 400;

/** Reads a page as a person would skim it. */
export function readPage(text: string): Page {
  if (!/^\s*</.test(text)) return { code: null, words: shorten(text) };
  if (!/<(html|head|body|title|h1|p|!doctype html)\b/i.test(text)) return readXml(text);

  const heading = [elementOf(text, "title"), elementOf(text, "h1")].filter((part) => part !== null);
  const words = [...new Set(heading)].join(". ") || textOf(text);
  return { code: null, words: shorten(words) };
}

/** As storage and Azure's management have it: `<Error><Code>…</Code><Message>…</Message></Error>`. */
function readXml(text: string): Page {
  const code = elementOf(text, "code");
  return { code, words: shorten(elementOf(text, "message") ?? textOf(text)) };
}

function elementOf(text: string, name: string): string | null {
  const [, content] = new RegExp(`<${name}\\b[^>]*>([\\s\\S]*?)</${name}>`, "i").exec(text) ?? [];
  return textOf(content ?? "") || null;
}

function textOf(markup: string): string {
  return markup
    .replaceAll(/<(script|style)\b[\s\S]*?(<\/\1>|$)/gi, " ")
    .replaceAll(/<[^>]*(>|$)/g, " ")
    .replaceAll(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name) => entities.get(name) ?? " ")
    .replaceAll(/\s+/g, " ")
    .trim();
}

const entities = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["#39", "'"],
]);

function shorten(text: string): string | null {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return (line.length > wordsMax ? `${line.slice(0, wordsMax).toWellFormed()}…` : line) || null;
}
