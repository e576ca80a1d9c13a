"use client";

import { X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import {
  dismissToast,
  readToasts,
  subscribeToToasts,
  type Toast,
} from "#components/ui/toast-store.ts";
import { useWords } from "#components/words/words.tsx";

const none: readonly Toast[] = [];

/** Where toasts appear. Once in the layout; screen readers hear them as they come. */
export function Toaster() {
  const toasts = useSyncExternalStore(subscribeToToasts, readToasts, () => none);
  const t = useWords();

  return (
    <section
      aria-label={t("ui.notifications")}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-0 top-3 z-50 flex flex-col items-center gap-2 px-4"
    >
      {toasts.map((toast) => (
        <div
          key={toast.id}
          data-slot="toast"
          className="pointer-events-auto flex max-w-md animate-rise items-center gap-2 rounded-block border border-line bg-surface py-1 ps-4 pe-1 text-md shadow-panel"
        >
          <p className="py-1.5">{toast.message}</p>
          {toast.action && (
            <button
              type="button"
              className="rounded-control px-2 py-1.5 font-medium text-ink hover:bg-fill pointer-coarse:min-h-11"
              onClick={() => {
                toast.action?.run();
                dismissToast(toast.id);
              }}
            >
              {toast.action.label}
            </button>
          )}
          <IconButton label={t("ui.dismiss")} onClick={() => dismissToast(toast.id)}>
            <X aria-hidden />
          </IconButton>
        </div>
      ))}
    </section>
  );
}
