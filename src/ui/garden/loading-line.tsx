import { Skeleton } from '@zendeskgarden/react-loaders';

/** The shape of a line that has not arrived. Whoever shows it says in words that something is loading. */
export function LoadingLine({ width = '100%' }: { readonly width?: string }) {
  return (
    <div aria-hidden="true">
      <Skeleton width={width} height="12px" />
    </div>
  );
}
