import type { DraftField } from "#components/studio/draft/composer-draft.ts";

/**
 * Puts the focus on the control of a field. One that stands behind a button, in a popover or in the sheet of a small
 * screen, is opened: what then appears calls this again for its own inside.
 */
export function focusField(around: ParentNode, field: DraftField): void {
  const place = findVisible(around, `[data-field="${field}"]`);
  if (place) {
    const control =
      place.querySelector<HTMLElement>("textarea, select, input") ??
      place.querySelector<HTMLElement>("button") ??
      place;
    control.focus();
    return;
  }
  findVisible(around, `[data-holds~="${field}"]`)?.click();
}

function findVisible(around: ParentNode, selector: string): HTMLElement | undefined {
  return [...around.querySelectorAll<HTMLElement>(selector)].find((element) =>
    element.checkVisibility(),
  );
}
