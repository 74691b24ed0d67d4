import { createGlobalStyle } from 'styled-components';
import { getColor } from '@zendeskgarden/react-theming';

/** The page itself. Garden's bedrock is not used: it forces a white page and a scroll bar. */
export const GlobalStyle = createGlobalStyle`
  html {
    color-scheme: ${({ theme }) => theme.colors.base};
    background: ${({ theme }) => getColor({ theme, variable: 'background.default' })};
    /* What takes the focus is not hidden behind the footer. */
    scroll-padding-bottom: 64px;
  }

  body {
    margin: 0;
    min-width: 280px;
    background: ${({ theme }) => getColor({ theme, variable: 'background.default' })};
    color: ${({ theme }) => getColor({ theme, variable: 'foreground.default' })};
    font: 14px/20px ${({ theme }) => theme.fonts.system};
    -webkit-text-size-adjust: 100%;
  }

  *, *::before, *::after { box-sizing: border-box; }

  button, input, select, textarea { font-family: inherit; }

  p, h1, h2, h3, h4, ul, ol, dl, dd, blockquote, figure { margin: 0; padding: 0; }

  ul, ol { list-style: none; }

  @media (prefers-reduced-motion: reduce) {
    *, *::before, *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0.01ms !important;
      scroll-behavior: auto !important;
    }
  }
`;
