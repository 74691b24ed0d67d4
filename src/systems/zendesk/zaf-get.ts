import type { ZafClient } from './zaf-client.ts';

/** The values of paths; a path that Zendesk does not have is absent, and its reason is among the errors. */
export type ZafValues = {
  readonly values: ReadonlyMap<string, unknown>;
  readonly errors: ReadonlyMap<string, string>;
};

/** Reads many paths in one message. Bulk calls resolve with their errors inside. */
export async function zafGet(client: Pick<ZafClient, 'get'>, paths: readonly string[]): Promise<ZafValues> {
  const { errors = {}, ...answer } = await client.get(paths);
  const failed = new Map(
    Object.entries(errors).map(([path, error]) => [path, error.message ?? 'not available']),
  );
  const values = new Map(Object.entries(answer).filter(([path]) => !failed.has(path)));
  return { values, errors: failed };
}

/** Collects what is asked for at the same moment into one message. */
export function createZafReader(client: Pick<ZafClient, 'get'>): (path: string) => Promise<ZafPathAnswer> {
  let collected: { readonly paths: Set<string>; readonly answer: Promise<ZafValues> } | undefined;
  const collect = () => {
    const paths = new Set<string>();
    const answer = Promise.resolve().then(() => {
      collected = undefined;
      return zafGet(client, [...paths]);
    });
    return { paths, answer };
  };
  return async (path) => {
    collected ??= collect();
    collected.paths.add(path);
    const { values, errors } = await collected.answer;
    const error = errors.get(path) ?? (values.has(path) ? undefined : 'not answered');
    return error === undefined ? { is: 'value', value: values.get(path) } : { is: 'error', reason: error };
  };
}

export type ZafPathAnswer =
  { readonly is: 'value'; readonly value: unknown } | { readonly is: 'error'; readonly reason: string };
