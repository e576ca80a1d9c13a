"use client";

import { Button } from "#components/ui/button.tsx";

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <div className="mx-auto flex min-h-[60dvh] max-w-sm flex-col items-center justify-center gap-4 p-8 text-center">
      <h1 className="font-semibold text-lg">This screen could not be shown</h1>
      <p className="text-muted">
        Nothing is lost: pictures and prompts are kept by the server, and what is being made goes
        on.
      </p>
      <Button variant="primary" onClick={reset}>
        Try again
      </Button>
      {error.digest && <p className="text-muted text-xs">For the log: {error.digest}</p>}
    </div>
  );
}
