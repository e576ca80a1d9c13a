/** What is read of a gateway's row for `gatewayRefSchema`. */
export const gatewayRefSelect = { id: true, kind: true, name: true, paid: true } as const;
