import Link from "next/link";
import { buttonClass } from "#components/ui/button-class.ts";

export const metadata = { title: "Not found" };

export default function NotFoundPage() {
  return (
    <div className="mx-auto flex min-h-[60dvh] max-w-sm flex-col items-center justify-center gap-4 p-8 text-center">
      <h1 className="font-semibold text-lg">There is nothing here</h1>
      <p className="text-muted">
        The picture may have been deleted for good, or the address is not quite right.
      </p>
      <div className="flex gap-2">
        <Link href="/gallery" className={buttonClass()}>
          To the gallery
        </Link>
        <Link href="/" className={buttonClass({ variant: "primary" })}>
          To the studio
        </Link>
      </div>
    </div>
  );
}
