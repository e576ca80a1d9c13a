import { InlineScript } from "#components/layout/inline-script.tsx";

/** What every page does before it is alive: what is written, chosen or picked in one of its fields is kept, and told to it once that listens. */
export function EarlyChanges({ nonce }: { nonce: string }) {
  return <InlineScript nonce={nonce} run={keepChanges} />;
}

function keepChanges() {
  /** By field, in the order in which they were changed last. */
  const kept = new Map<HTMLInputElement, { value: string; checked: boolean }>();
  const { set: setValue } =
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value") ?? {};
  let isWaking = false;
  // React names its own on each element that it is about to listen to; before that a change comes to nothing.
  const listens = (field: HTMLElement) =>
    Object.keys(field).some((key) => key.startsWith("__reactProps"));

  // React hears of what differs from what it noted, and it notes what stands there when it comes, and what is set on the field itself.
  const tell = (
    field: HTMLInputElement,
    { value, checked }: { value: string; checked: boolean },
  ) => {
    if (field.type === "file") return field.dispatchEvent(new Event("change", { bubbles: true }));
    if (field.type === "checkbox" || field.type === "radio") {
      field.checked = !checked;
      return field.click();
    }
    field.value = field.defaultValue;
    setValue?.call(field, value);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    // Once that was drawn: what a field does when it is left, it does with what it knows by then.
    requestAnimationFrame(() => {
      const isLeft = document.activeElement !== field;
      if (isLeft) field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
    });
  };

  const tellThoseThatListen = () => {
    for (const [field, change] of kept) {
      if (field.isConnected && !listens(field)) continue;
      kept.delete(field);
      if (field.isConnected) tell(field, change);
    }
  };

  const tellWhenAlive = () => {
    // What changes nothing makes React ready with the field, where it only begins with it; else what is told is lost.
    isWaking = true;
    for (const field of kept.keys()) {
      if (listens(field)) field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    isWaking = false;
    tellThoseThatListen();
    if (kept.size > 0) requestAnimationFrame(tellWhenAlive);
  };

  window.addEventListener(
    "input",
    ({ target: field }) => {
      if (isWaking || !(field instanceof HTMLInputElement)) return;
      kept.delete(field);
      if (listens(field)) return;
      if (kept.size === 0) requestAnimationFrame(tellWhenAlive);
      kept.set(field, { value: field.value, checked: field.checked });
    },
    true,
  );
  window.addEventListener("atelier-alive", tellThoseThatListen);
}
