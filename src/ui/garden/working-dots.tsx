import { Inline } from '@zendeskgarden/react-loaders';

/** Moves while something is done; without a label the words beside it say what. */
export function WorkingDots({ label }: { readonly label: string }) {
  return <Inline size={20} aria-label={label} color="foreground.primary" />;
}
