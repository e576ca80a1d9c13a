/** Whether text is base64 as `Buffer` reads it: in both alphabets, with white space, with or without padding. */
export function isBase64(text: string): boolean {
  let end = text.length;
  let padding = 0;
  while (end > 0 && /[\s=]/.test(text[end - 1] ?? "")) {
    end -= 1;
    if (text[end] === "=") padding += 1;
  }

  const written = text.slice(0, end);
  if (padding > 2 || !/^[A-Za-z0-9+/_\-\s]+$/.test(written)) return false;
  const digits = /\s/.test(written) ? written.replaceAll(/\s+/g, "").length : written.length;
  return digits % 4 !== 1;
}
