import { expect, test } from "vitest";
import { createMemoryStorage } from "#components/data/memory-storage.ts";
import { showToastOnce } from "#components/studio/show-toast-once.ts";
import { dismissToast, readToast, showToast } from "#components/ui/toast-store.ts";

test("what is told once takes the place of no other toast: it waits for the next time, and is then told once", () => {
  const storage = createMemoryStorage();
  const tell = () => showToastOnce(storage, { name: "close-tab", message: "You can close it." });

  showToast("Pressed 3 times.");
  tell();
  expect(readToast()?.message).toBe("Pressed 3 times.");
  dismissToast();
  tell();
  expect(readToast()?.message).toBe("You can close it.");
  dismissToast();
  tell();
  expect(readToast()).toBe(null);
});
