import { InlineScript } from "#components/layout/inline-script.tsx";

/** The browser's own bar, from the page's first drawing on: it has the colour of the theme that is chosen, whatever the system's is. */
export function EarlyTheme({ nonce }: { nonce: string }) {
  return <InlineScript nonce={nonce} run={followTheme} />;
}

function followTheme() {
  const root = document.documentElement;
  // The first that fits counts, so this one stands before those that go by the system.
  const own = document.createElement("meta");
  own.name = "theme-color";

  const follow = () => {
    const ofTheme = document.querySelector<HTMLMetaElement>(
      `meta[name="theme-color"][media*="${root.dataset.theme}"]`,
    );
    if (!ofTheme) return;
    // In other letters: React takes what has the same words for its own, and away with the screen.
    own.content = ofTheme.content.toUpperCase();
    if (!own.isConnected) document.head.prepend(own);
  };

  follow();
  new MutationObserver(follow).observe(root, { attributeFilter: ["data-theme"] });
}
