/** By what they are about, the last request that was made. */
const turns = new Map<string, Promise<unknown>>();

/** One request about a thing after the other: on a slow line, too, what was asked last is what stays, and is answered last. */
export async function askInTurn<Answered>(
  about: string,
  ask: () => Promise<Answered>,
): Promise<Answered> {
  const turn = (turns.get(about) ?? Promise.resolve()).then(ask, ask);
  turns.set(about, turn);
  globalThis.addEventListener?.("beforeunload", askToStay);
  try {
    return await turn;
  } finally {
    if (turns.get(about) === turn) turns.delete(about);
    if (turns.size === 0) globalThis.removeEventListener?.("beforeunload", askToStay);
  }
}

/** What waits for its turn would be lost with the page. */
function askToStay(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
