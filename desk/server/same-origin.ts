import type { IncomingMessage } from 'node:http';

/**
 * Whether a request comes from the desk's own page, or from no page at all. The desk may hold real keys, so no other page that is open in
 * the same browser may use it: neither by naming another origin nor by a host name that was bound to this address.
 */
export function isOwnRequest({ headers }: IncomingMessage, port: number): boolean {
  const hosts = [`localhost:${port}`, `127.0.0.1:${port}`];
  if (!hosts.includes(headers.host ?? '')) return false;
  return headers.origin === undefined || hosts.some((host) => headers.origin === `http://${host}`);
}
