import { InlineScript } from "#components/layout/inline-script.tsx";

/** A file that is dropped where nothing takes it would be opened by the browser in the studio's place: from the first moment on it is not. */
export function StrayDrops({ nonce }: { nonce: string }) {
  return <InlineScript nonce={nonce} run={refuseStrayDrops} />;
}

function refuseStrayDrops() {
  for (const name of ["dragover", "drop"] as const) {
    window.addEventListener(name, (event) => {
      const { target, dataTransfer } = event;
      const isTaken =
        event.defaultPrevented || (target instanceof HTMLInputElement && target.type === "file");
      const isFile = [...(dataTransfer?.items ?? [])].some(({ kind }) => kind === "file");
      if (isTaken || !dataTransfer || !isFile) return;
      event.preventDefault();
      dataTransfer.dropEffect = "none";
    });
  }
}
