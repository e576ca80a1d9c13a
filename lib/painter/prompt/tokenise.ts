/** A word of the prompt as it stood, and in lower case without accents' variants; or an emoji. */
export interface Token {
  text: string;
  word: string;
  isEmoji: boolean;
}

/** Enough for any description of one picture, and little enough that a prompt of 32,000 characters costs nothing. */
const charactersMax = 4_000;
const tokensMax = 400;

const segmenter = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Cuts a prompt into words and emoji. What is neither (punctuation, digits of no word) falls away. */
export function tokenise(prompt: string): Token[] {
  const matches = startOf(prompt).matchAll(/(\p{RGI_Emoji})|[\p{L}\p{M}\p{N}]+(?:['’]\p{L}+)?/gv);
  const tokens: Token[] = [];
  for (const [text, emoji] of matches) {
    if (tokens.length === tokensMax) break;
    const isEmoji = emoji !== undefined && !/^[\p{N}\p{L}]/u.test(emoji);
    tokens.push({ text, word: isEmoji ? text : text.toLowerCase().replace(/['’]s$/, ""), isEmoji });
  }
  return tokens;
}

/** Never cut within a character as people see it: a family of emoji is 11. */
function startOf(prompt: string): string {
  if (prompt.length <= charactersMax) return prompt;

  let characters = 0;
  for (const { index } of segmenter.segment(prompt)) {
    if (characters === charactersMax) return prompt.slice(0, index);
    characters += 1;
  }
  return prompt;
}
