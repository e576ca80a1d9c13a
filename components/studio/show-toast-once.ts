import { readToast, showToast } from "#components/ui/toast-store.ts";

/** Shows a toast the first time only, as far as the storage remembers; where it is full, never. One that offers something is not taken away for it. */
export function showToastOnce(
  storage: Storage,
  { name, message }: { name: string; message: string },
): void {
  if (readToast()?.action) return;

  const key = `atelier.told.${name}`;
  try {
    if (storage.getItem(key)) return;
    storage.setItem(key, "yes");
  } catch {
    return;
  }
  showToast(message, { durationMs: 8_000 });
}
