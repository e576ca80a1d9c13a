/** Of the control that had the focus when a picture's screen gave way to another's. */
let held: string | null = null;

const attribute = "data-keeps-focus";

/** The picture that is shown next takes the focus, whatever had it. */
export function moveFocusToPicture(): void {
  held = "picture";
}

/** Before a screen goes: the same control of the next one goes on from there. */
export function holdFocus(): void {
  held ??= document.activeElement?.closest(`[${attribute}]`)?.getAttribute(attribute) ?? null;
}

/** Gives the focus that went with another screen to the same control of this one, for want of it to the picture. */
export function takeFocus(picture: HTMLElement | null): void {
  const name = held;
  held = null;
  if (document.activeElement !== document.body) return;

  const place = document.querySelector<HTMLElement>(`[${attribute}="${name}"]`);
  // Of a strip of pictures it is the one that is shown.
  const control = place?.querySelector<HTMLElement>("[aria-current]") ?? place;
  (control ?? picture)?.focus({ preventScroll: true });
}

/** Where the focus went with a screen, and the one that came has no place for it. */
export function focusMain(): void {
  if (document.activeElement === document.body) document.getElementById("main")?.focus();
}
