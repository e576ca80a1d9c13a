/** As much of an answer as anybody reads in a card. */
const charactersMax = 8_000;

/** What moves the cursor, turns the direction of writing, or is nothing at all, is shown as a mark. */
const unshowable = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/gu;

/** The beginning of a kept answer as text that is safe to show; or, of a file, its kind where that is known. */
export type AnswerStart = { type: "text"; text: string } | { type: "binary"; kind: string | null };

/** The beginning of a kept answer. No more of it is loaded than is shown. Throws where it cannot be loaded. */
export async function readAnswerStart(address: string): Promise<AnswerStart> {
  const response = await fetch(address);
  if (!response.ok || !response.body)
    throw new Error(`The answer's address gave ${response.status}.`);

  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (text.length <= charactersMax) {
    const { done, value } = await reader.read();
    if (done) return judge(text, "");
    text += value;
  }
  await reader.cancel();
  return judge(text.slice(0, charactersMax).toWellFormed(), "…");
}

/** How files begin, once decoded as if they were text. */
const kinds: readonly [start: RegExp, kind: string][] = [
  [/^\ufffdPNG/, "PNG"],
  [/^\ufffd{4}.{2}(JFIF|Exif)/s, "JPEG"],
  [/^GIF8[79]a/, "GIF"],
  [/^RIFF.{4,16}WEBP/s, "WebP"],
  [/^.{4}ftypavi/s, "AVIF"],
  [/^%PDF/, "PDF"],
];

/** A page in an old encoding has letters that cannot be read, a file hardly any that can. */
function judge(text: string, ending: string): AnswerStart {
  const kind = kinds.find(([start]) => start.test(text))?.[1] ?? null;
  const unread = text.match(/[\ufffd\0]/g)?.length ?? 0;
  if (kind || unread > text.length / 4) return { type: "binary", kind };
  return { type: "text", text: `${showable(text)}${ending}` };
}

function showable(text: string): string {
  return text.replaceAll(unshowable, "\ufffd");
}
