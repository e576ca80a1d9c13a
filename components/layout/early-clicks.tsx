import { InlineScript } from "#components/layout/inline-script.tsx";

/** What every page does before it is alive: a click on one of its buttons is kept, and made once that listens. */
export function EarlyClicks({ nonce }: { nonce: string }) {
  return <InlineScript nonce={nonce} run={keepClicks} />;
}

function keepClicks() {
  /** The last one alone: whoever clicks on something else, or writes, has gone on. */
  let kept: HTMLButtonElement | null = null;
  // React names its own on each element that it listens to; before that a click comes to nothing.
  const listens = (button: HTMLElement) =>
    Object.keys(button).some((key) => key.startsWith("__reactProps"));

  const makeWhenAlive = () => {
    if (kept?.isConnected && !listens(kept)) return requestAnimationFrame(makeWhenAlive);
    const button = kept;
    keep(null);
    button?.click();
  };

  const keep = (button: HTMLButtonElement | null) => {
    kept?.removeAttribute("aria-busy");
    kept = button;
    kept?.setAttribute("aria-busy", "true");
  };

  const forgetTaken = (event: Event) => {
    if (kept && listens(kept)) keep(null);
    // By itself the browser would open it, and empty.
    else if (kept?.popoverTargetElement) event.preventDefault();
  };

  // On the window, and so before React hears of it.
  window.addEventListener(
    "click",
    ({ target, isTrusted }) => {
      const button = target instanceof Element ? target.closest("button") : null;
      // As when an early change is told.
      if (!button && !isTrusted) return;
      const isWaiting = kept !== null;
      keep(button && button.type !== "submit" && !listens(button) ? button : null);
      if (!kept) return;
      // React, whose own listener there is older, wakes the button for this very click where it can.
      document.addEventListener("click", forgetTaken, { capture: true, once: true });
      if (!isWaiting) requestAnimationFrame(makeWhenAlive);
    },
    true,
  );
  window.addEventListener("input", ({ isTrusted }) => {
    if (isTrusted) keep(null);
  });
}
