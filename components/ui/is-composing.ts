/**
 * Whether a key is an input method's own: it chooses a letter, and nothing of ours. Safari tells of the key that ends a letter only
 * when that has ended, and then by the number 229 (https://www.w3.org/TR/uievents/#determine-keydown-keyup-keyCode).
 */
export function isComposing(event: Pick<KeyboardEvent, "isComposing" | "keyCode">): boolean {
  return event.isComposing || event.keyCode === 229;
}
