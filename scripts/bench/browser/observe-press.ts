/** When what became of one press happened in the page, in milliseconds since 1970, so that the gateway's times compare. */
export interface ObservedPress {
  pressedAt: number;
  /** The tile was on screen. */
  feedbackAt: number;
  /** The studio had answered the POST. */
  answeredAt: number;
  /** The event of the stored picture had come. */
  toldAt: number;
  requestedAt: number;
  receivedAt: number;
  /** The picture was decoded, and on screen. */
  shownAt: number;
}

/** Runs in each page before its own scripts: leaves a mark when a stored picture is told of. */
export function markStoredImages(): void {
  window.EventSource = class extends EventSource {
    constructor(url: string | URL, init?: EventSourceInit) {
      super(url, init);
      this.addEventListener("image-stored", () => performance.mark("image-stored"));
    }
  };
}

/**
 * Runs in the page, from before a press until its picture is shown; uses nothing from outside of itself. A thing
 * counts as on screen at the start of the second frame after it was put there: the first has then been handed over.
 */
export async function observePress(prompt: string): Promise<ObservedPress> {
  performance.clearMarks();
  performance.clearResourceTimings();
  const pressed = new Promise<number>((resolve) => {
    const options = { capture: true, once: true };
    document.addEventListener("click", (event) => resolve(event.timeStamp), options);
  });
  const find = <Found extends Element>(selector: string) =>
    new Promise<Found>((resolve) => {
      const whole = `article[aria-label="Generation: ${prompt}"] ${selector}`;
      const look = () => {
        const found = document.querySelector<Found>(whole);
        if (!found) return;
        observer.disconnect();
        resolve(found);
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { subtree: true, childList: true });
      look();
    });
  const onScreen = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
    });

  await find("li");
  const feedbackAt = await onScreen();
  const image = await find<HTMLImageElement>('img[src^="/api/images/"]');
  await image.decode();
  const shownAt = await onScreen();

  const resources = performance.getEntriesByType("resource");
  const resource = (isIt: (url: URL) => boolean) => {
    const entry = resources.find(({ name }) => isIt(new URL(name)));
    if (entry instanceof PerformanceResourceTiming) return entry;
    throw new Error(`The page did not ask for what ${isIt} describes.`);
  };
  const post = resource(({ pathname }) => pathname === "/api/batches");
  const file = resource(({ href }) => href === image.currentSrc);
  const [mark] = performance.getEntriesByName("image-stored");
  // Taken anew each time: a page's own clock runs on when the machine's is set.
  const since1970 = Date.now() - performance.now();

  return {
    pressedAt: (await pressed) + since1970,
    feedbackAt: feedbackAt + since1970,
    answeredAt: post.responseEnd + since1970,
    toldAt: (mark?.startTime ?? Number.NaN) + since1970,
    requestedAt: file.startTime + since1970,
    receivedAt: file.responseEnd + since1970,
    shownAt: shownAt + since1970,
  };
}
