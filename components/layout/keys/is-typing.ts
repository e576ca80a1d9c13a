import { isComposing } from "#components/ui/is-composing.ts";

/** Whether a key belongs to a field or an input method, and is therefore no shortcut. */
export function isTyping(event: KeyboardEvent): boolean {
  if (isComposing(event)) return true;

  return (
    event.target instanceof Element &&
    event.target.closest(
      "input, textarea, select, dialog[open], [contenteditable], [popover]:popover-open",
    ) !== null
  );
}
