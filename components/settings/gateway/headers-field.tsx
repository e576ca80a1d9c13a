"use client";

import { Plus } from "lucide-react";
import { useId } from "react";
import { AddedHeader } from "#components/settings/gateway/added-header.tsx";
import type { HeaderEdits } from "#components/settings/gateway/header-edits.ts";
import { SecretNotice } from "#components/settings/gateway/secret-notice.tsx";
import { StoredHeader } from "#components/settings/gateway/stored-header.tsx";
import { Button } from "#components/ui/button.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ConnectionView } from "#lib/contract/gateway-view.ts";

interface HeadersFieldProps {
  connection: ConnectionView;
  /** Whether another origin than the stored headers' is being entered. */
  hasMoved: boolean;
  edits: HeaderEdits;
  error: string | undefined;
  onEditsChange: (edits: HeaderEdits) => void;
  onForget: () => void;
}

/** Headers that are sent along with each request: of those that are stored only the ends are shown. */
export function HeadersField({
  connection,
  hasMoved,
  edits,
  error,
  onEditsChange,
  onForget,
}: HeadersFieldProps) {
  const id = useId();
  const t = useWords();
  const isFixed = connection.headersSource === "environment";
  const stored = connection.headers.filter(({ name }) => !edits.removed.includes(name));

  function add() {
    const last = edits.added.at(-1)?.id ?? 0;
    onEditsChange({ ...edits, added: [...edits.added, { id: last + 1, name: "", value: "" }] });
  }

  return (
    <fieldset
      aria-describedby={`${id}-description${error ? ` ${id}-error` : ""}`}
      className="flex min-w-0 flex-col gap-2"
    >
      <legend className="mb-1.5 font-medium text-muted text-xs">{t("settings.headers")}</legend>
      {connection.headersProblem && (
        <SecretNotice what="headers" problem={connection.headersProblem} onForget={onForget} />
      )}
      {stored.map((header) => (
        <StoredHeader
          key={header.name}
          header={header}
          isFixed={isFixed}
          isAskedAgain={hasMoved}
          value={edits.values[header.name]}
          onValueChange={(value) =>
            onEditsChange({ ...edits, values: { ...edits.values, [header.name]: value } })
          }
          onRemove={() => onEditsChange({ ...edits, removed: [...edits.removed, header.name] })}
        />
      ))}
      {edits.added.map((header) => (
        <AddedHeader
          key={header.id}
          header={header}
          onChange={(changed) =>
            onEditsChange({
              ...edits,
              added: edits.added.map((other) => (other.id === changed.id ? changed : other)),
            })
          }
          onRemove={() =>
            onEditsChange({ ...edits, added: edits.added.filter((other) => other !== header) })
          }
        />
      ))}
      {!isFixed && (
        <Button size="small" variant="ghost" className="-ms-2.5 self-start" onClick={add}>
          <Plus aria-hidden className="size-3.5" />
          {t("settings.addHeader")}
        </Button>
      )}
      <p id={`${id}-description`} className="text-muted text-xs">
        {isFixed ? t("settings.givenBy", { name: "MESHAPI_HEADERS" }) : t("settings.headersWhy")}
      </p>
      {error && (
        <p id={`${id}-error`} role="alert" className="text-danger text-xs">
          {error}
        </p>
      )}
    </fieldset>
  );
}
