import { jsonResponse, type FakeResponse } from '../fake.ts';

const month = 31 * 24 * 60 * 60 * 1000;

type Listed = { readonly id: string; readonly created_at: string };

/** Newest first, 20 to a page and 100 at most, of the last month unless the request says from when to when. */
export function listPage(name: string, all: readonly Listed[], url: URL): FakeResponse {
  const given = (parameter: string) => url.searchParams.get(parameter) ?? undefined;
  const size = Math.min(Number(given('page_size') ?? '20'), 100);
  const end = Date.parse(given('end_datetime') ?? '9999-01-01T00:00:00Z');
  const newest = Math.max(0, ...all.map(({ created_at: at }) => Date.parse(at)));
  const start = Date.parse(given('start_datetime') ?? new Date(newest - month).toISOString());
  const inWindow = all
    .filter(({ created_at: at }) => Date.parse(at) >= start && Date.parse(at) <= end)
    .toSorted((one, other) => Date.parse(other.created_at) - Date.parse(one.created_at));
  const before = given('before_id');
  const rest =
    before === undefined ? inWindow : inWindow.slice(inWindow.findIndex(({ id }) => id === before) + 1);
  return jsonResponse(200, { [name]: rest.slice(0, size), has_more: rest.length > size });
}
