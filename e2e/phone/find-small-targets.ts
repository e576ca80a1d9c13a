import type { Page } from "playwright/test";

/**
 * What can be pressed, and is not pressed by a finger that lands 21 pixels from its middle: each a target of less than 44 pixels. What is
 * drawn may be smaller, and what lies at the edge of the screen ends there. A link within a sentence is as high as its line, which WCAG 2.5.8 allows.
 */
export function findSmallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const pressable =
      "a[href], button:not(:disabled), input:not(:disabled), select, textarea, summary, [role=button], [role=switch]";
    const reach = 21;
    // What stands at the very edge is measured at its last pixel.
    const within = (at: number, end: number) => Math.min(end - 1, Math.max(0, at));
    // What lies over the rest is all that can be pressed.
    const above = document.querySelector("dialog:modal, [role=dialog]:popover-open");

    return (
      [...(above ?? document).querySelectorAll<HTMLElement>(pressable)]
        .filter((element) =>
          element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
        )
        // For keyboards alone, until they have the focus.
        .filter((element) => element instanceof HTMLInputElement || !element.matches(".sr-only"))
        .filter((element) => !(element instanceof HTMLAnchorElement && element.closest("p")))
        .flatMap((element) => {
          // A radio button or a switch is pressed by its label.
          const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
          const isHidden = element.getBoundingClientRect().width < 2;
          const drawn = isHidden ? label : element;
          if (!drawn) return [];

          drawn.scrollIntoView({ block: "center", inline: "center" });
          const { left, top, width, height } = drawn.getBoundingClientRect();
          const [x, y] = [left + width / 2, top + height / 2];
          const points = [
            [within(x - reach, innerWidth), y],
            [within(x + reach, innerWidth), y],
            [x, within(y - reach, innerHeight)],
            [x, within(y + reach, innerHeight)],
          ] as const;
          const missed = points.filter(([atX, atY]) => {
            const hit = document.elementFromPoint(atX, atY);
            return !(
              hit &&
              (drawn.contains(hit) ||
                label?.contains(hit) ||
                (hit.contains(drawn) && hit === label))
            );
          });
          const isSeen = x > 0 && y > 0 && x < innerWidth && y < innerHeight;
          const name = element.getAttribute("aria-label") ?? element.textContent?.trim() ?? "";
          return isSeen && missed.length > 0
            ? [
                `${element.tagName} "${name.slice(0, 40)}" ${Math.round(width)}×${Math.round(height)}`,
              ]
            : [];
        })
    );
  });
}
