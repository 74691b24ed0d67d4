import { lazy } from 'react';

/* Garden's forms are loaded when the run asks for something that has to be typed or ticked. */

export const AskForm = lazy(async () => ({ default: (await import('./ask-form.tsx')).AskForm }));

export const FactForm = lazy(async () => ({ default: (await import('./fact-form.tsx')).FactForm }));

export const ManualStep = lazy(async () => ({ default: (await import('./manual-step.tsx')).ManualStep }));

export const RefusalForm = lazy(async () => ({ default: (await import('./refusal-form.tsx')).RefusalForm }));
