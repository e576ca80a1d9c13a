interface InlineScriptProps {
  nonce: string;
  /** Its text is all that the browser gets: it knows nothing from outside. */
  run: () => void;
}

/** A function that the browser runs where it reads it, long before the page's code has come. */
export function InlineScript({ nonce, run }: InlineScriptProps) {
  return (
    <script
      nonce={nonce}
      // The browser hides the nonce from scripts, and so from React when it compares.
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: it is our own function, and quotes in a script are not to be escaped.
      dangerouslySetInnerHTML={{ __html: `(${run})()` }}
    />
  );
}
