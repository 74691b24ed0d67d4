import { useMemo } from 'react';
import type { ReactNode } from 'react';
import { DEFAULT_THEME, ThemeProvider } from '@zendeskgarden/react-theming';
import { GlobalStyle } from './global-style.ts';

type GardenRootProps = { readonly colorScheme: 'light' | 'dark'; readonly children: ReactNode };

/** Garden's theme in Zendesk's colour scheme. Not Garden's own provider: that follows the operating system, not Zendesk. */
export function GardenRoot({ colorScheme, children }: GardenRootProps) {
  const theme = useMemo(
    () => ({ ...DEFAULT_THEME, colors: { ...DEFAULT_THEME.colors, base: colorScheme } }),
    [colorScheme],
  );
  return (
    <ThemeProvider theme={theme}>
      <GlobalStyle />
      {children}
    </ThemeProvider>
  );
}
