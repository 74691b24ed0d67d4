import { append, textOfHtml, type Composer } from './composer.ts';
import { SurfaceError } from './surface-error.ts';
import type { Surroundings } from './surface.ts';
import type { TicketForm } from './ticket-form.ts';

/**
 * Carries out one method of the app framework.
 * @throws SurfaceError for a method that the desk does not have
 */
export function invokeMethod(method: string, given: readonly unknown[], around: Surroundings): unknown {
  switch (method) {
    case 'comment.appendText':
    case 'comment.appendMarkdown':
      return around.tab.compose((composer) => append(composer, textOf(given[0])));
    case 'comment.appendHtml':
      return around.tab.compose((composer): Composer => append(composer, textOfHtml(textOf(given[0]))));
    case 'ticket.tags.add':
      return around.tab.edit((form) => withTags(form, [...form.tags, ...tagsOf(given)]));
    case 'ticket.tags.remove':
      return around.tab.edit((form) =>
        withTags(
          form,
          form.tags.filter((tag) => !tagsOf(given).includes(tag)),
        ),
      );
    case 'notify':
      return around.notify(textOf(given[0]), kindOf(given[1]), durationOf(given[2]));
    case 'routeTo':
      return around.routeTo(textOf(given[0]), given[1]);
    case 'resize':
      return around.resize(given[0]);
    case 'hide':
    case 'show':
    case 'enableSave':
    case 'disableSave':
      return undefined;
    default:
      throw new SurfaceError('No such Api');
  }
}

const withTags = (form: TicketForm, tags: readonly string[]): TicketForm => ({
  ...form,
  tags: [...new Set(tags)],
});

const tagsOf = (given: readonly unknown[]): string[] => given.flat().filter((tag) => typeof tag === 'string');

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new SurfaceError('Invalid value');
}

const kindOf = (value: unknown): 'notice' | 'alert' | 'error' =>
  value === 'alert' || value === 'error' ? value : 'notice';

/** Undefined for a notice that stays until it is closed. */
function durationOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'object' && value !== null && 'sticky' in value && value.sticky === true
    ? undefined
    : 5000;
}
