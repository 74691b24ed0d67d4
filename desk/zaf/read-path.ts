import { accountObject } from './account-object.ts';
import { fieldNamed, fieldObjects } from './field-object.ts';
import { SurfaceError } from './surface-error.ts';
import type { Surroundings } from './surface.ts';
import { ticketObject } from './ticket-object.ts';
import { userObject } from './user-object.ts';

/**
 * Reads one path, such as `ticket.requester.email` or `ticketFields:custom_field_7.label`.
 * @throws SurfaceError for a path that is not there
 */
export function readPath(path: string, around: Surroundings): unknown {
  const custom = /^ticket\.customField:custom_field_(\d+)$/.exec(path)?.[1];
  if (custom !== undefined) return customField(Number(custom), around);
  const { root, argument, rest } = partsOf(path);
  return walk(rootValue(root, argument, around), rest);
}

function rootValue(root: string, argument: string | undefined, around: Surroundings): unknown {
  switch (root) {
    case 'ticket':
      return ticketObject(around);
    case 'comment':
      return { ...around.tab.view().composer, useRichText: false, attachments: [] };
    case 'channel':
      return around.tab.view().ticket.via?.channel ?? 'web';
    case 'ticketFields':
      return argument === undefined ? fieldObjects(around.account) : fieldNamed(argument, around.account);
    case 'currentUser':
      return userObject(around.agent, around.account);
    case 'currentAccount':
      return accountObject(around.account);
    case 'colorScheme':
      return around.colorScheme();
    case 'instances':
      return around.instances();
    case 'assetURL':
      return around.assetUrl(argument ?? '');
    case 'viewport':
      return { size: { width: 1200, height: 800 } };
    case 'isCollapsed':
      return false;
    case 'macros':
      return [];
    default:
      throw new SurfaceError('No such Api');
  }
}

type Parts = {
  readonly root: string;
  readonly argument: string | undefined;
  readonly rest: readonly string[];
};

function partsOf(path: string): Parts {
  const [head = '', ...rest] = path.startsWith('assetURL:') ? [path] : path.split('.');
  const colon = head.indexOf(':');
  return colon < 0
    ? { root: head, argument: undefined, rest }
    : { root: head.slice(0, colon), argument: head.slice(colon + 1), rest };
}

function walk(value: unknown, steps: readonly string[]): unknown {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  const found =
    typeof value === 'object' && value !== null
      ? Object.entries(value).find(([key]) => key === step)
      : undefined;
  if (found === undefined) throw new SurfaceError('No such Api');
  return walk(found[1], rest);
}

function customField(id: number, { tab, account }: Surroundings): unknown {
  const { customFields } = tab.view().form;
  if (!account.fields.some((field) => field.id === id)) throw new SurfaceError('No such Api');
  return customFields[id] ?? null;
}
