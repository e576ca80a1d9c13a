import { isIP, type LookupFunction } from "node:net";

/** Answers every lookup with addresses that were checked, so that a name server cannot say something else the second time. */
export function pinLookup(addresses: readonly string[]): LookupFunction {
  const pinned = addresses.map((address) => ({ address, family: isIP(address) }));
  const [first] = pinned;

  return (hostname, { all }, callback) => {
    if (all) return callback(null, pinned);
    if (first) return callback(null, first.address, first.family);
    callback(new Error(`No address for ${hostname}.`), "", 0);
  };
}
