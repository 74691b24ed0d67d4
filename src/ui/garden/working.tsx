import { styled } from 'styled-components';
import { Inline } from '@zendeskgarden/react-loaders';
import { foreground } from './tone.ts';

/** Says that something is being done, with a sign that moves. */
export function Working({ children }: { readonly children: string }) {
  return (
    <StyledWorking>
      <span aria-hidden="true">
        <Inline size={20} aria-label={children} color="foreground.primary" />
      </span>
      <span>{children}</span>
    </StyledWorking>
  );
}

const StyledWorking = styled.div`
  display: flex;
  gap: 8px;
  align-items: baseline;
  color: ${({ theme }) => foreground(theme, 'subtle')};
  font-size: ${({ theme }) => theme.fontSizes.sm};
  line-height: 16px;
`;
