import ipaddr from "ipaddr.js";

/**
 * Whether an IP address, as a name server spells it, is one of the open internet: not private, reserved,
 * loopback, link-local, multicast or carrier's, and none that hides such an address inside (NAT64, 6to4, Teredo,
 * IPv4-mapped). What is no address is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (ipaddr.IPv4.isValidFourPartDecimal(address))
    return ipaddr.parse(address).range() === "unicast";
  if (!ipaddr.IPv6.isValid(address)) return false;

  const parsed = ipaddr.IPv6.parse(address);
  // Only 2000::/3 is given out (RFC 4291, 2.4); the rest has forms, as ::127.0.0.1, that no list of ranges knows.
  return parsed.range() === "unicast" && ((parsed.parts[0] ?? 0) & 0xe000) === 0x2000;
}
