/** Something that can be done, for the palette. */
export interface Command {
  id: string;
  label: string;
  run: () => void;
}

const offered = new Map<string, readonly Command[]>();

/** A screen offers what can be done with it, from then on; the same again takes the place of what it offered before. */
export function offerCommands(screen: string, commands: readonly Command[]): void {
  offered.set(screen, commands);
}

export function readCommands(): Command[] {
  return [...offered.values()].flat();
}
