/** Runs in the page as it opens: when it first painted, and when each picture in sight was, in ms since the navigation. */
export async function observeImages(): Promise<{ firstPaint: number; allImages: number }> {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const inSight = () =>
    [...document.querySelectorAll<HTMLImageElement>('[data-slot="picture"] img')].filter(
      (image) => {
        const { top, bottom } = image.getBoundingClientRect();
        return bottom > 0 && top < window.innerHeight;
      },
    );
  const isLoaded = (image: HTMLImageElement) => image.complete && image.naturalWidth > 0;

  for (let images = inSight(); ; images = inSight()) {
    const isParsed = document.readyState !== "loading";
    if (isParsed && images.length > 0 && images.every(isLoaded)) break;
    await frame();
  }
  await Promise.all(inSight().map((image) => image.decode()));
  await frame();
  await frame();

  const allImages = performance.now();
  // Its entry may come later than the paint itself.
  const firstPaint = await new Promise<number>((resolve) => {
    const observer = new PerformanceObserver((list) => {
      const [entry] = list.getEntriesByName("first-contentful-paint");
      if (entry) resolve(entry.startTime);
    });
    observer.observe({ type: "paint", buffered: true });
  });
  return { firstPaint, allImages };
}

/** Runs in the page while it is scrolled: the time from frame to frame, and the most that it held. */
export async function observeScrolling(durationMs: number) {
  const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
  const gaps: number[] = [];
  let elements = 0;
  let tiles = 0;

  const start = await frame();
  for (let before = start; before < start + durationMs; ) {
    const now = await frame();
    gaps.push(now - before);
    before = now;
    elements = Math.max(elements, document.getElementsByTagName("*").length);
    tiles = Math.max(tiles, document.querySelectorAll('[data-slot="picture"]').length);
  }
  return { gaps, elements, tiles, scrolledTo: window.scrollY };
}
