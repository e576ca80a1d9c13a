"use client";

import { Fragment, type ReactNode, useState } from "react";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { useWords } from "#components/words/words.tsx";
import type { ConnectionView } from "#lib/contract/gateway-view.ts";
import type { BaseUrl } from "#lib/meshapi/transport/read-base-url.ts";

interface AddressFieldProps {
  connection: ConnectionView;
  value: string;
  /** What the value comes to. */
  read: BaseUrl;
  error: string | undefined;
  onValueChange: (value: string) => void;
}

/** The gateway's address, and beneath it what will be asked. */
export function AddressField({ connection, value, read, error, onValueChange }: AddressFieldProps) {
  // Half an address is not wrong yet.
  const [isLeft, setIsLeft] = useState(false);
  const t = useWords();
  const isFixed = connection.baseUrlSource === "environment";
  const fault = read.ok || !isLeft ? undefined : read.message;

  return (
    <Field
      label={t("settings.address")}
      error={error ?? fault}
      description={
        <>
          {read.ok
            ? t.rich("settings.askedAt", {
                address: () => (
                  <span className="break-words text-ink">{breakable(read.endpoint)}</span>
                ),
              })
            : t("settings.addressAs")}
          {isFixed && (
            <span className="block">{t("settings.givenBy", { name: "MESHAPI_BASE_URL" })}</span>
          )}
        </>
      }
    >
      <Input
        type="url"
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        readOnly={isFixed}
        value={value}
        onBlur={() => setIsLeft(true)}
        onChange={(event) => {
          setIsLeft(false);
          onValueChange(event.target.value);
        }}
      />
    </Field>
  );
}

/** A long address breaks before its slashes and its query, and within a word only where that is too long by itself. */
function breakable(address: string): ReactNode {
  return address.split(/(?<=\w)(?=[/?&])/).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a part has no name but its place.
    <Fragment key={at}>
      {at > 0 && <wbr />}
      {part}
    </Fragment>
  ));
}
