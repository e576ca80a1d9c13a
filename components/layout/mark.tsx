/** An easel in the form of an A, whose crossbar has the accent. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 32 32" className={className}>
      <path
        d="M8.5 27 16 5l7.5 22"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
      <rect x="8" y="13" width="16" height="6.5" rx="1.5" fill="var(--accent)" />
    </svg>
  );
}
