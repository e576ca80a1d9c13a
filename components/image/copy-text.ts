import { showToast } from "#components/ui/toast-store.ts";

/** Puts a text on the clipboard, and says so; a browser refuses where the page came over plain http from elsewhere. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast(done);
  } catch {
    showToast("The browser did not let it be copied.");
  }
}
