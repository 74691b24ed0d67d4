import { Tag as GardenTag } from '@zendeskgarden/react-tags';

type TagProps = { readonly children: string; readonly hue?: 'grey' | 'blue' | 'green' | 'yellow' | 'red' };

/** A word in a box. */
export function Tag({ children, hue = 'grey' }: TagProps) {
  return (
    <GardenTag size="small" hue={hue} isRegular>
      <span>{children}</span>
    </GardenTag>
  );
}
