/** One charge: what a request cost, whether or not its answer arrived. */
export interface Charge {
  requestId: string;
  idempotencyKey: string | null;
  prompt: string;
  model: string;
  /** Pictures paid for. */
  images: number;
  /** SHA-256 of each, in hexadecimal, once they are drawn; whether they arrived is another question. */
  hashes: readonly string[];
  /** SHA-256 of each picture that came with the request, in their order. */
  references: readonly string[];
  amountMicros: number;
  chargedAt: string;
  /** `making`, until it is `delivered` whole, `cut` short by a scenario, `failed` inside the answer, or `abandoned` by the client. */
  state: "making" | "delivered" | "cut" | "failed" | "abandoned";
  /** When it left `making`: of what is delivered, when its last byte was handed to the system. */
  endedAt: string | null;
}

/** One request, charged or not. */
export interface LoggedRequest {
  requestId: string;
  method: string;
  path: string;
  idempotencyKey: string | null;
  prompt: string | null;
  /** Null until it is answered, and for ever when the connection ends before. */
  status: number | null;
  at: string;
}

/** What the oracle of the tests knows: all charges, and all requests but those to `/__…`. */
export interface LedgerView {
  charges: readonly Charge[];
  requests: readonly LoggedRequest[];
  totalMicros: number;
}

export interface Ledger {
  charge(charge: Omit<Charge, "hashes" | "chargedAt" | "state" | "endedAt">): Charge;
  log(request: Omit<LoggedRequest, "at" | "status">): LoggedRequest;
  view(): LedgerView;
}

/**
 * Creates an empty ledger. A second request with the same idempotency key is charged again on purpose: whether the
 * real gateway heeds the key is unproven, and a double charge must show.
 */
export function createLedger(): Ledger {
  const charges: Charge[] = [];
  const requests: LoggedRequest[] = [];

  return {
    charge(request) {
      const chargedAt = new Date().toISOString();
      const charge: Charge = {
        ...request,
        hashes: [],
        chargedAt,
        state: "making",
        endedAt: null,
      };
      charges.push(charge);
      return charge;
    },
    log(request) {
      const logged: LoggedRequest = { ...request, status: null, at: new Date().toISOString() };
      requests.push(logged);
      return logged;
    },
    view: () => ({
      charges: structuredClone(charges),
      requests: structuredClone(requests),
      totalMicros: charges.reduce((total, { amountMicros }) => total + amountMicros, 0),
    }),
  };
}
