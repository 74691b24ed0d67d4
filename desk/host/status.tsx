const LETTERS: Readonly<Record<string, string>> = {
  new: 'New',
  open: 'Open',
  pending: 'Pending',
  hold: 'On hold',
  solved: 'Solved',
  closed: 'Closed',
};

/** A ticket's status as a coloured label. */
export function Status({ status }: { readonly status: string }) {
  return <span className={`status status-${status}`}>{LETTERS[status] ?? status}</span>;
}
