import { useState } from 'react';
import { writeAsCustomer } from '../api.ts';
import type { Toast } from '../toasts.tsx';

const PHOTO = { fileName: 'photo.jpg', contentType: 'image/jpeg' };

type Props = {
  readonly ticketId: number;
  readonly onNotify: (toast: Toast) => void;
  readonly onClose: () => void;
};

/** Lets whoever tries the desk be the customer for one message. */
export function CustomerWrites({ ticketId, onNotify, onClose }: Props) {
  const [text, setText] = useState('');
  const [hasPhoto, setPhoto] = useState(false);
  const send = async (): Promise<void> => {
    try {
      await writeAsCustomer(ticketId, { text, attachments: hasPhoto ? [PHOTO] : [] });
      onClose();
    } catch (error) {
      onNotify({ kind: 'error', text: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <form
      className="customer-writes"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <label>
        What the customer writes
        <textarea rows={3} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <div className="row">
        <label className="check">
          <input type="checkbox" checked={hasPhoto} onChange={(event) => setPhoto(event.target.checked)} />{' '}
          with a photo
        </label>
        <span className="push" />
        <button type="button" onClick={onClose}>
          Cancel
        </button>
        <button type="submit" className="primary" disabled={text.trim() === ''}>
          Send as the customer
        </button>
      </div>
    </form>
  );
}
