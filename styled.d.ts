import type { IGardenTheme } from '@zendeskgarden/react-theming';

declare module 'styled-components' {
  // Garden's theme is the only theme, so `theme` is typed in every styled component.
  export interface DefaultTheme extends IGardenTheme {}
}
