import { focusField } from "#components/studio/draft/focus-field.ts";

const pictureLink = "[data-slot=picture-link]";

/** Before a picture of the feed that has the focus goes, in itself or in its tools: to the next one, to the last for want of it, else to its card's actions. */
export function focusNextPicture(within: Element | null | undefined): void {
  const own = within?.querySelector(pictureLink);
  if (!own || !within?.contains(document.activeElement)) return;

  const next = nextOf(own, pictureLink) ?? own.closest("article")?.querySelector("button");
  focusOrPrompt(next);
}

/** Before a card of the feed goes: to the next one, to the last for want of it, else to the prompt. */
export function focusNextCard(within: Element | null | undefined): void {
  const card = within?.closest("article");
  if (!card) return;

  const next = nextOf(card, "article");
  focusOrPrompt(next?.querySelector(pictureLink) ?? next?.querySelector("button"));
}

/** The newest picture, where the one that was looked at is gone meanwhile. */
export function focusNewest(feed: Element): void {
  focusOrPrompt([...feed.querySelectorAll(pictureLink)].at(-1));
}

function nextOf(own: Element, selector: string): Element | undefined {
  const all = [...(own.closest("section")?.querySelectorAll(selector) ?? [])];
  const at = all.indexOf(own);
  return all[at + 1] ?? all[at - 1];
}

function focusOrPrompt(target: Element | null | undefined): void {
  if (target instanceof HTMLElement) target.focus({ preventScroll: true });
  else focusField(document, "prompt");
}
