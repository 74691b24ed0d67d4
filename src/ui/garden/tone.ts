import { getColor } from '@zendeskgarden/react-theming';
import type { IGardenTheme } from '@zendeskgarden/react-theming';

/** What a colour says. It never says it alone: an icon or a word stands beside it. */
export type Tone = 'default' | 'subtle' | 'primary' | 'success' | 'warning' | 'danger';

const foregrounds = {
  default: 'foreground.default',
  subtle: 'foreground.subtle',
  primary: 'foreground.primary',
  success: 'foreground.success',
  warning: 'foreground.warning',
  danger: 'foreground.danger',
} satisfies Record<Tone, string>;

const borders = {
  default: 'border.default',
  subtle: 'border.subtle',
  primary: 'border.primaryEmphasis',
  success: 'border.successEmphasis',
  warning: 'border.warningEmphasis',
  danger: 'border.dangerEmphasis',
} satisfies Record<Tone, string>;

const backgrounds = {
  default: 'background.default',
  subtle: 'background.subtle',
  primary: 'background.subtle',
  success: 'background.success',
  warning: 'background.warning',
  danger: 'background.danger',
} satisfies Record<Tone, string>;

/** The colour of text and icons. */
export function foreground(theme: IGardenTheme, tone: Tone): string {
  return getColor({ theme, variable: foregrounds[tone] });
}

/** The colour of a line that marks something. */
export function border(theme: IGardenTheme, tone: Tone): string {
  return getColor({ theme, variable: borders[tone] });
}

/** The colour behind text of the tone. */
export function background(theme: IGardenTheme, tone: Tone): string {
  return getColor({ theme, variable: backgrounds[tone] });
}
