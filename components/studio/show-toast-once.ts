import { readToast, showToast } from "#components/ui/toast-store.ts";

/** Shows a toast the first time only, as far as the storage remembers; where it is full, never. It takes no other's place: it waits for the next time. */
export function showToastOnce(
  storage: Storage,
  { name, message }: { name: string; message: string },
): void {
  if (readToast()) return;

  const key = `atelier.told.${name}`;
  try {
    if (storage.getItem(key)) return;
    storage.setItem(key, "yes");
  } catch {
    return;
  }
  showToast(message, { durationMs: 8_000 });
}
