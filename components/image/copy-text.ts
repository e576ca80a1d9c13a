import { showToast } from "#components/ui/toast-store.ts";
import type { Words } from "#messages/create-words.ts";

/** Puts a text on the clipboard, and says so in the words of `done`. */
export async function copyText(
  text: string,
  { done, t }: { done: string; t: Words },
): Promise<void> {
  const isCopied = (await writeToClipboard(text)) || copyBySelection(text);
  showToast(isCopied ? done : t("image.notCopied"));
}

/** Over plain http from elsewhere there is no such thing as `navigator.clipboard`; it may also be forbidden. */
async function writeToClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // There is the old way yet.
    return false;
  }
}

/**
 * The old way, which needs no https: it copies what is selected. Outside an open modal dialog nothing can be, so the
 * text stands inside of it for that moment.
 */
function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.readOnly = true;
  field.setAttribute("aria-hidden", "true");
  field.style.cssText = "position: fixed; inset: 0 auto auto 0; opacity: 0;";

  const place = [...document.querySelectorAll("dialog:modal")].at(-1) ?? document.body;
  place.append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return isCopied;
}
