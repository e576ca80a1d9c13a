/** Generations that are drawn, or left out, together. */
export interface FeedBlock {
  /** The same as long as the block has one of those that it was made of. */
  key: string;
  /** Newest first. */
  ids: readonly string[];
}

/** As many as a window or two show: what stands a little further is drawn before one comes to it. */
const blockSize = 8;

/**
 * Parts a feed, newest first. `keys` says of each id in which block it is, and is added to: whatever comes, goes or comes back,
 * the others stay where they are, and so are not drawn anew.
 */
export function toBlocks(ids: readonly string[], keys: Map<string, string>): readonly FeedBlock[] {
  const lastKnown = ids.findLastIndex((id) => keys.has(id));
  const blocks: { key: string; ids: string[] }[] = [];
  for (const [at, id] of ids.entries()) {
    const block = blocks.at(-1);
    const isOpen = block && (at < lastKnown || block.ids.length < blockSize);
    const key = keys.get(id) ?? (isOpen ? block.key : id);
    keys.set(id, key);
    if (block?.key === key) block.ids.push(id);
    else blocks.push({ key, ids: [id] });
  }
  return blocks;
}
