import { lazy } from 'react';

/* Garden's forms are loaded when somebody edits or rejects: most tickets need neither. */

export const EditForm = lazy(async () => ({ default: (await import('./edit-form.tsx')).EditForm }));

export const RejectForm = lazy(async () => ({ default: (await import('./reject-form.tsx')).RejectForm }));
