"use client";

import { X } from "lucide-react";
import { useSyncExternalStore } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import {
  dismissToast,
  holdToast,
  readToast,
  resumeToast,
  subscribeToToasts,
} from "#components/ui/toast-store.ts";
import { useWords } from "#components/words/words.tsx";

/**
 * Where a toast appears: in the middle of the head of a wide screen, above the composer of a narrow one, so that it lies on no
 * picture. Once in the layout; screen readers hear it as it comes.
 */
export function Toaster() {
  const toast = useSyncExternalStore(subscribeToToasts, readToast, () => null);
  const t = useWords();

  return (
    <section
      aria-label={t("ui.notifications")}
      aria-live="polite"
      onPointerEnter={holdToast}
      onPointerLeave={resumeToast}
      onFocus={holdToast}
      onBlur={resumeToast}
      className="pointer-events-none fixed inset-x-2 bottom-[calc(var(--tabs-height)+var(--composer,0px)+0.5rem)] z-50 flex justify-center lg:inset-x-0 lg:top-2 lg:bottom-auto lg:ps-(--rail-width)"
    >
      {toast && (
        <div
          key={toast.id}
          data-slot="toast"
          className="pointer-events-auto flex min-h-10 max-w-xl animate-rise items-center gap-1 rounded-composer bg-ink ps-4 pe-1 text-canvas text-md max-lg:shadow-panel max-md:min-h-12 max-md:flex-1 forced-colors:border"
        >
          <p className="flex-1 py-2">
            {toast.count > 1
              ? t("ui.toastCount", { message: toast.message, count: toast.count })
              : toast.message}
          </p>
          {toast.action && (
            <button
              type="button"
              className="rounded-control px-2 py-1.5 font-semibold underline underline-offset-3 hover:bg-muted/30 pointer-coarse:min-h-11"
              onClick={() => {
                toast.action?.run();
                dismissToast();
              }}
            >
              {toast.action.label}
            </button>
          )}
          <IconButton
            label={t("ui.dismiss")}
            className="text-canvas! hover:bg-muted/30!"
            onClick={dismissToast}
          >
            <X aria-hidden />
          </IconButton>
        </div>
      )}
    </section>
  );
}
