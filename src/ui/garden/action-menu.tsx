import { useRef } from 'react';
import { Item, Menu } from '@zendeskgarden/react-dropdowns';
import type { IMenuProps } from '@zendeskgarden/react-dropdowns';
import { IconButton } from '@zendeskgarden/react-buttons';
import Overflow from '@zendeskgarden/svg-icons/src/16/overflow-vertical-stroke.svg?react';
import { MenuPlace } from './menu-place.tsx';

type ActionMenuProps = {
  readonly label: string;
  readonly items: readonly { readonly value: string; readonly label: string }[];
  readonly onChoose: (value: string) => void;
};

/** A menu of things that can be done. Loaded on demand: Garden's menu is the heaviest thing that the sidebar shows. */
export function ActionMenu({ label, items, onChoose }: ActionMenuProps) {
  const place = useRef<HTMLDivElement>(null);
  const choose = (value: string) => {
    // The item that was chosen is about to go: what takes the focus next gives it back to the button.
    place.current?.querySelector('button')?.focus();
    onChoose(value);
  };
  return (
    <MenuPlace ref={place}>
      <Menu
        isCompact
        placement="bottom-end"
        aria-label={label}
        button={menuButton(label)}
        onChange={(change) => {
          if (choices.has(change.type) && change.value !== undefined) choose(change.value);
        }}
      >
        {items.map((item) => (
          <Item key={item.value} value={item.value} label={item.label}>
            {item.label}
          </Item>
        ))}
      </Menu>
    </MenuPlace>
  );
}

function menuButton(label: string): Exclude<IMenuProps['button'], string> {
  return (props) => (
    <IconButton {...props} size="small" aria-label={label} title={label}>
      <Overflow aria-hidden="true" focusable="false" />
    </IconButton>
  );
}

/** How Garden's menu says that an item was chosen. */
const choices = new Set(['menuItem:click', 'menuItem:keyDown:Enter', 'menuItem:keyDown:Space']);
