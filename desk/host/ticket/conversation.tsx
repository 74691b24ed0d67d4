import type { Comment } from '../../zaf/zendesk-json.ts';
import type { TicketView } from '../../zaf/ticket-tab.ts';
import { ago, moment } from '../ago.ts';

/** What was said, oldest first; the newest is in view. Text of customers is shown as text. */
export function Conversation({ view }: { readonly view: TicketView }) {
  return (
    <ol className="conversation">
      {view.comments.map((comment) => (
        <Message key={comment.id} comment={comment} view={view} />
      ))}
      <li key={`end ${view.comments.length}`} ref={bringIntoView} aria-hidden="true" />
    </ol>
  );
}

const bringIntoView = (end: HTMLLIElement | null): void => end?.scrollIntoView({ block: 'nearest' });

function Message({ comment, view }: { readonly comment: Comment; readonly view: TicketView }) {
  const author = view.authors.get(comment.author_id);
  const name = author?.name ?? 'Unknown';
  const isCustomer = author?.role === 'end-user';
  return (
    <li className={`message ${comment.public ? '' : 'note'}`}>
      <span className={`avatar ${isCustomer ? 'customer' : ''}`} aria-hidden="true">
        {initials(name)}
      </span>
      <article>
        <header>
          <b>{name}</b>
          <span className="kind">{kindOf(comment, isCustomer)}</span>
          <time dateTime={comment.created_at} title={moment(comment.created_at)}>
            {ago(comment.created_at)}
          </time>
        </header>
        <p className="text">{comment.plain_body ?? comment.body ?? ''}</p>
        {comment.attachments.length === 0 ? null : (
          <ul className="attachments" aria-label="Attachments">
            {comment.attachments.map(({ file_name }) => (
              <li key={file_name}>{file_name}</li>
            ))}
          </ul>
        )}
      </article>
    </li>
  );
}

function kindOf(comment: Comment, isCustomer: boolean): string {
  if (!comment.public) return 'Internal note';
  return isCustomer ? 'Customer' : 'Public reply';
}

const initials = (name: string): string =>
  name
    .split(' ')
    .map((word) => word[0] ?? '')
    .join('')
    .slice(0, 2);
