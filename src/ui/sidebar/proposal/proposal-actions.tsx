import { Button } from '../../garden/button.tsx';
import { Row } from '../../garden/stack.tsx';
import { useWords } from '../../i18n/use-words.tsx';
import { useShortcuts } from '../../shortcuts/use-shortcut.tsx';

type ProposalActionsProps = {
  /** What the buttons speak of, for their full names. */
  readonly title: string;
  /** False where this person has no right to it at all: then there is nothing to press. */
  readonly isApprovable: boolean;
  /** Undefined while it cannot be approved; the reason stands above. */
  readonly onApprove: (() => void) | undefined;
  /** Whether keys are for this proposal, and not for another one. */
  readonly hasKeys: boolean;
  /** Whether the key of approval already counts for what stands there. */
  readonly isKeyReady: boolean;
  readonly onEdit: (() => void) | undefined;
  readonly onReject: () => void;
};

/** The decision: approve, edit, reject. */
export function ProposalActions({
  title,
  isApprovable,
  onApprove,
  hasKeys,
  isKeyReady,
  onEdit,
  onReject,
}: ProposalActionsProps) {
  const { t } = useWords();
  const { isOn } = useShortcuts();
  const shortcut = (key: string, isReady = true) =>
    isOn && hasKeys ? { label: key, keys: isReady ? key : undefined } : undefined;
  return (
    <Row isWrapped>
      {isApprovable ? (
        <Button
          look="primary"
          name={t('proposal.approve-name', { title })}
          isDisabled={onApprove === undefined}
          shortcut={onApprove ? shortcut('A', isKeyReady) : undefined}
          {...(onApprove && { onClick: onApprove })}
        >
          {t('proposal.approve')}
        </Button>
      ) : null}
      {onEdit ? (
        <Button name={t('proposal.edit-name', { title })} shortcut={shortcut('E')} onClick={onEdit}>
          {t('proposal.edit')}
        </Button>
      ) : null}
      <Button name={t('proposal.reject-name', { title })} shortcut={shortcut('R')} onClick={onReject}>
        {t('proposal.reject')}
      </Button>
    </Row>
  );
}
