/** Reads JSON as it arrives, and tells when its object or list is closed: nothing more is needed then. */
export function createJsonMeter(): (text: string) => boolean {
  const marks = /["\\[\]{}]/g;
  let depth = 0;
  let isInString = false;
  let isEscaped = false;
  let isClosed = false;

  return (text) => {
    marks.lastIndex = isEscaped ? 1 : 0;
    if (text !== "") isEscaped = false;
    for (let found = marks.exec(text); found; found = marks.exec(text)) {
      const [mark] = found;
      if (mark === '"') isInString = !isInString;
      else if (mark === "\\") {
        isEscaped = found.index + 1 === text.length;
        marks.lastIndex = found.index + 2;
      } else if (!isInString) depth += mark === "{" || mark === "[" ? 1 : -1;
      isClosed = depth === 0 && !isInString;
    }
    return isClosed;
  };
}
