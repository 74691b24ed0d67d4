import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import { border } from './tone.ts';
import { getColor } from '@zendeskgarden/react-theming';

type PageProps = {
  readonly children: ReactNode;
  /** Stays in view at the end of the page. */ readonly footer?: ReactNode;
};

/** The sidebar's page: its content, and what can always be done. */
export function Page({ children, footer }: PageProps) {
  return (
    <StyledPage>
      <StyledMain>{children}</StyledMain>
      {footer ? <StyledFooter>{footer}</StyledFooter> : null}
    </StyledPage>
  );
}

const StyledPage = styled.div`
  display: flex;
  flex-direction: column;
  min-height: 100vh;
`;

const StyledMain = styled.main`
  display: flex;
  flex: 1;
  flex-direction: column;
  gap: 8px;
  padding: 8px 16px 16px;
`;

const StyledFooter = styled.footer`
  position: sticky;
  bottom: 0;
  z-index: 1;
  border-top: 1px solid ${({ theme }) => border(theme, 'default')};
  padding: 8px 16px;
  max-height: 80vh;
  overflow-y: auto;
  background: ${({ theme }) => getColor({ theme, variable: 'background.raised' })};
`;
