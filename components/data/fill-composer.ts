/** What is put into the composer from elsewhere; the rest of the draft stays as it is. */
export interface ComposerFill {
  prompt?: string;
  /** As "1536x1024". */
  size?: string;
  model?: { gatewayId: string; id: string };
  /** Fields of the draft as it holds them: text, where "" is "not set". */
  values?: Readonly<Record<string, string>>;
  /** The generation that it is taken from. */
  sourceGenerationId?: string;
}

let waiting: ComposerFill | null = null;
let taker: ((fill: ComposerFill) => void) | null = null;

/** Puts it into the composer, which takes the focus. False where none is on screen: it is then for the next that is, and to be led to. */
export function fillComposer(fill: ComposerFill): boolean {
  if (taker) taker(fill);
  else waiting = { ...waiting, ...fill };
  return taker !== null;
}

/** Takes what is put into the composer, and what waits for it, until the returned function is called. */
export function takeFills(take: (fill: ComposerFill) => void): () => void {
  taker = take;
  if (waiting) take(waiting);
  waiting = null;
  return () => {
    if (taker === take) taker = null;
  };
}
