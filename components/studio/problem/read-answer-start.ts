/** As much of an answer as anybody reads in a card. */
const charactersMax = 8_000;

/** What moves the cursor, turns the direction of writing, or is nothing at all, is shown as a mark. */
const unshowable = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * The beginning of a kept answer, as text that is safe to show. No more of it is loaded than is shown. Throws where it
 * cannot be loaded.
 */
export async function readAnswerStart(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok || !response.body)
    throw new Error(`The answer's address gave ${response.status}.`);

  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (text.length <= charactersMax) {
    const { done, value } = await reader.read();
    if (done) return showable(text);
    text += value;
  }
  await reader.cancel();
  return `${showable(text.slice(0, charactersMax).toWellFormed())}…`;
}

function showable(text: string): string {
  return text.replaceAll(unshowable, "\ufffd");
}
