"use client";

import { X } from "lucide-react";
import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useWords } from "#components/words/words.tsx";
import { cn } from "#lib/platform/cn.ts";

interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** The buttons at its foot. */
  actions?: ReactNode;
  /** A word that closes it, instead of a cross. */
  closeLabel?: string;
  /** Its children are all of its inside: the title is only its name. */
  isBare?: boolean;
  /** A sheet rises from the bottom edge, for thumbs; a search hangs from the top, and on a phone takes the whole screen. */
  placement?: "center" | "wide" | "bottom" | "top";
}

const placements = {
  center: "m-auto w-[min(28rem,calc(100vw-2rem))] rounded-panel open:animate-appear",
  wide: "m-auto w-[min(46rem,calc(100vw-2rem))] rounded-panel open:animate-appear",
  top: "mx-auto mt-[12dvh] mb-auto w-[min(40rem,calc(100vw-2rem))] rounded-panel open:animate-appear max-md:m-0 max-md:h-dvh max-md:max-h-none max-md:w-dvw max-md:max-w-none max-md:rounded-none",
  bottom:
    "mx-auto mt-auto mb-0 w-full max-w-lg rounded-t-composer pb-[env(safe-area-inset-bottom)] open:animate-rise",
};

/** A question or a form that holds the focus until it is answered, by the browser's own modal dialog. */
export function Dialog({
  isOpen,
  onClose,
  title,
  children,
  actions,
  closeLabel,
  isBare = false,
  placement = "center",
}: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const t = useWords();

  // Before the next key, which may be for it already.
  useLayoutEffect(() => {
    if (isOpen) ref.current?.showModal();
    if (!isOpen) ref.current?.close();
  }, [isOpen]);
  // One that is taken away while it is open closes first, or the browser would not give the focus back to what opened it.
  useLayoutEffect(() => {
    const dialog = ref.current;
    return () => dialog?.close();
  }, []);

  return (
    <dialog
      ref={ref}
      data-slot="dialog"
      closedby="any"
      {...(isBare ? { "aria-label": title } : { "aria-labelledby": titleId })}
      onClose={({ currentTarget }) => {
        // It is told a moment later, and may have been opened again by then.
        if (!currentTarget.open) onClose();
      }}
      className={cn(
        "max-h-[85dvh] overflow-y-auto bg-surface text-ink shadow-panel forced-colors:border",
        placements[placement],
      )}
    >
      {isOpen && isBare && children}
      {isOpen && !isBare && (
        <div className="flex flex-col gap-4 p-4 pt-0 [&>header]:pt-4">
          <header className="sticky top-0 z-10 flex items-center justify-between gap-4 bg-surface">
            <h2 id={titleId} className="font-semibold text-lg">
              {title}
            </h2>
            {closeLabel ? (
              <button
                type="button"
                className="-my-1.5 -me-2 h-11 rounded-control px-2 font-medium text-muted hover:bg-fill hover:text-ink"
                onClick={onClose}
              >
                {closeLabel}
              </button>
            ) : (
              <IconButton label={t("ui.close")} className="-m-1" onClick={onClose}>
                <X aria-hidden />
              </IconButton>
            )}
          </header>
          {children}
          {actions && <footer className="flex justify-end gap-2">{actions}</footer>}
        </div>
      )}
    </dialog>
  );
}
