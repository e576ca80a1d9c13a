/** What a page does before it is alive: it lets a written prompt be pressed, and remembers the press. */
export function EarlyPress({ nonce }: { nonce: string }) {
  return (
    <script
      nonce={nonce}
      // The browser hides the nonce from scripts, and so from React when it compares.
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: it is our own function, and quotes in a script are not to be escaped.
      dangerouslySetInnerHTML={{ __html: `(${rememberPress})()` }}
    />
  );
}

/** Its text is all that the browser gets: it knows nothing from outside. */
function rememberPress() {
  const { dataset } = document.documentElement;
  const promptOf = ({ target }: Event) =>
    dataset.alive === undefined && target instanceof HTMLTextAreaElement && target.name === "prompt"
      ? target
      : null;

  document.addEventListener("input", (event) => {
    const prompt = promptOf(event);
    const button = prompt?.form?.querySelector<HTMLButtonElement>("[type=submit]");
    if (!prompt || !button) return;
    button.disabled = prompt.value.trim() === "";
    prompt.form?.toggleAttribute("data-early", !button.disabled);
  });
  document.addEventListener("keydown", (event) => {
    const isPress = event.key === "Enter" && (event.ctrlKey || event.metaKey) && !event.isComposing;
    if (isPress && promptOf(event)?.value.trim()) dataset.pressed = event.shiftKey ? "front" : "";
  });
  document.addEventListener("submit", (event) => {
    if (dataset.alive !== undefined) return;
    event.preventDefault();
    dataset.pressed = "";
  });
}
