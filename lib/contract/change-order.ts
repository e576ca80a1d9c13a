import type { QueuePlace } from "#lib/contract/queue-view.ts";

interface Move {
  /** The generations that are moved, as one. */
  moved: ReadonlySet<string>;
  /** The generation that they come after, and where it stood last, for it may not wait any more; null: before all. */
  after: { generationId: string; position: number } | null;
}

/**
 * Puts what waits in another order, and tells where those stand then whose place has changed. `waiting` is all that one user has
 * waiting, in order. The places are those that it had: they are traded among themselves, so that nobody else's turn comes later.
 */
export function changeOrder(waiting: readonly QueuePlace[], { moved, after }: Move): QueuePlace[] {
  const isMoved = ({ generationId }: QueuePlace) => moved.has(generationId);
  const others = waiting.filter((one) => !isMoved(one));
  const at = after ? placeAfter(others, after) : 0;
  const order = others.toSpliced(at, 0, ...waiting.filter(isMoved));

  return order.flatMap((one, place) => {
    const position = waiting[place]?.position ?? one.position;
    return position === one.position ? [] : [{ ...one, position }];
  });
}

/** Where a generation's first ones end: one of its own that was tried again may stand much later. */
function placeAfter(
  others: readonly QueuePlace[],
  { generationId, position }: NonNullable<Move["after"]>,
): number {
  const first = others.findIndex((one) => one.generationId === generationId);
  const ends =
    first < 0
      ? others.findIndex((one) => one.position > position)
      : others.findIndex((one, place) => place > first && one.generationId !== generationId);
  return ends < 0 ? others.length : ends;
}
