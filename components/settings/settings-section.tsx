import { type ReactNode, useId } from "react";

interface SettingsSectionProps {
  /** By which an address leads to it. */
  id: string;
  title: string;
  description?: ReactNode;
  children: ReactNode;
}

/** One subject of the settings: what it is about at the left, what can be set at the right. */
export function SettingsSection({ id, title, description, children }: SettingsSectionProps) {
  const titleId = useId();

  return (
    <section
      id={id}
      aria-labelledby={titleId}
      className="grid gap-x-8 gap-y-4 scroll-mt-4 border-line border-t py-8 md:grid-cols-[15rem_minmax(0,1fr)]"
    >
      <header className="flex flex-col gap-1">
        <h2 id={titleId} className="font-medium text-md">
          {title}
        </h2>
        {description && <div className="max-w-prose text-muted text-xs">{description}</div>}
      </header>
      <div className="flex min-w-0 flex-col gap-5">{children}</div>
    </section>
  );
}
