/** Whether a text goes on within an object, a list or a string of JSON; all that it opened is closed; or it has none. */
export type JsonState = "open" | "closed" | "none";

/** Reads JSON as it arrives, and tells where it stands. */
export function createJsonMeter(): (text: string) => JsonState {
  const marks = /["\\[\]{}]/g;
  let depth = 0;
  let isInString = false;
  let isEscaped = false;
  let hasOpened = false;

  return (text) => {
    marks.lastIndex = isEscaped ? 1 : 0;
    if (text !== "") isEscaped = false;
    for (let found = marks.exec(text); found; found = marks.exec(text)) {
      const [mark] = found;
      if (mark === '"') isInString = !isInString;
      else if (mark === "\\") {
        isEscaped = found.index + 1 === text.length;
        marks.lastIndex = found.index + 2;
      } else if (!isInString) {
        hasOpened = true;
        depth += mark === "{" || mark === "[" ? 1 : -1;
      }
    }
    if (depth !== 0 || isInString) return "open";
    return hasOpened ? "closed" : "none";
  };
}
