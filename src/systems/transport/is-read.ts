import type { SystemRequest } from './transport.ts';

/** Asking twice for the same thing is harmless; writing twice is not. A search by POST is a read. */
export const isRead = ({ method, repeat }: SystemRequest): boolean => method === 'GET' || repeat === 'read';
