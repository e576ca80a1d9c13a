import { askInTurn } from "#components/data/ask-in-turn.ts";
import { dropUndo, pushUndo } from "#components/data/change/undo-stack.ts";
import { describeRequestFailure } from "#components/data/request-json.ts";
import { showToast } from "#components/ui/toast-store.ts";
import type { Words } from "#messages/create-words.ts";

interface Change<Answered> {
  /** The record's id. */
  id: string;
  /** Shows it as done, and returns what takes that back. */
  show: () => () => void;
  /** Asks the server for it. */
  ask: () => Promise<Answered>;
  /** Takes what was answered: as it is now, whatever was shown. */
  take: (answered: Answered) => void;
  /** Takes it out of the trash again, which is offered while it is still asked for: the last deletion is the first to be taken back. */
  undo?: () => void;
  t: Words;
}

/** Shows a change before the server has made it. Where that refuses, it is taken back and said: the one way back. */
export async function runChange<Answered>({
  id,
  show,
  ask,
  take,
  undo,
  t,
}: Change<Answered>): Promise<boolean> {
  const takeBack = show();
  if (undo) offerUndo(undo, t);
  try {
    take(await askInTurn(id, ask));
    return true;
  } catch (error) {
    if (undo) dropUndo(undo);
    showToast(describeRequestFailure(error, t));
    return false;
  } finally {
    takeBack();
  }
}

/** Says that something is in the trash, and offers to take it out again: for a while by the toast, and by Ctrl+Z while the tab lives. */
function offerUndo(undo: () => void, t: Words): void {
  showToast(t("image.trashed"), { action: { label: t("image.undo"), run: pushUndo(undo) } });
}
