import type { KeyboardEvent, ReactNode, SyntheticEvent } from 'react';
import { styled } from 'styled-components';

type FormProps = {
  readonly label: string;
  readonly onSubmit: (event: SyntheticEvent) => void;
  /** Escape. */
  readonly onCancel: () => void;
  readonly children: ReactNode;
};

/** A small form in the page. */
export function Form({ label, onSubmit, onCancel, children }: FormProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
  };
  return (
    <StyledForm noValidate aria-label={label} onSubmit={onSubmit} onKeyDown={onKeyDown}>
      {children}
    </StyledForm>
  );
}

const StyledForm = styled.form`
  display: flex;
  flex-direction: column;
  gap: 8px;
`;
