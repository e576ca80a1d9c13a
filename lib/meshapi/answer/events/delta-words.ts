/** The words of a chat, told a few letters at a time. */
export interface DeltaWords {
  /** Takes the words of one event; gives what else is in it. */
  take(json: unknown): unknown;
  /** The whole, as a message that was not streamed; null where there were none. */
  message(): object | null;
}

/** A picture in base64 may stand among them. */
const charactersMax = 32 * 1024 * 1024;

/** Puts the words of `choices[].delta.content` together: an address may be cut anywhere. */
export function createDeltaWords(): DeltaWords {
  const words: string[] = [];
  let left = charactersMax;

  function keep(text: string): void {
    left -= text.length;
    if (left >= 0) words.push(text);
  }

  return {
    take(json) {
      if (!isRecord(json) || !Array.isArray(json["choices"])) return json;
      const choices = json["choices"].map((choice: unknown) => {
        if (!isRecord(choice)) return choice;
        const delta = choice["delta"];
        if (!isRecord(delta) || typeof delta["content"] !== "string") return choice;
        keep(delta["content"]);
        return { ...choice, delta: { ...delta, content: null } };
      });
      return { ...json, choices };
    },
    message() {
      return words.length > 0 ? { choices: [{ message: { content: words.join("") } }] } : null;
    },
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
