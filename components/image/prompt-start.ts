/** The start of a prompt, for a title or an alternative text: a prompt may be thousands of words. */
export function promptStart(prompt: string, charactersMax = 120): string {
  const line = prompt.trim().replace(/\s+/g, " ");
  const characters = [...line.slice(0, charactersMax * 2)];
  if (characters.length <= charactersMax && line.length <= charactersMax * 2) return line;

  return `${characters.slice(0, charactersMax).join("").trimEnd()}…`;
}
