/** Which secret is stored, by its end; one that is too short to show one comes without. */
export function SecretEnd({ last4 }: { last4: string }) {
  if (last4 === "") return "Stored; too short to show its end";

  return (
    <>
      ends in <code className="font-mono">{last4}</code>
    </>
  );
}
