import type { ApiDocument } from '../../../src/domain/custom-api/api-document.ts';
import type { ApiProblem } from '../../../src/domain/custom-api/api-problem.ts';
import { parseApi } from '../../../src/domain/custom-api/parse-api.ts';

/** A small description in which nothing is wrong; each test changes one thing. */
export const sampleApi = `system: vault
title: Deposit vault
base: https://api.vault.example/v2
secret: header Authorization with Bearer from custom_api_secret_2
deadline: 10 seconds
check: GET /ping
look ups:
  deposit:
    request: GET /deposits/{deposit number}
    none when: 404
    id: number
    fields:
      status: one of (open, paid out) from status
      left: money EUR from left.cents in minor units
      owner: text from owner.email
  payout:
    request: GET /deposits/{deposit number}/payouts
    found in: payouts
    more when: never
    id: id
    show: amount
    fields:
      amount: money EUR from amount
      reference: text from reference
actions:
  pay_out:
    title: Pay the deposit out
    request: POST /deposits/{id}/payouts
    body: { "cents": "{amount as minor units}", "currency": "{amount as currency}", "reference": "{key}" }
    on: deposit by number
    parameters:
      number: text, required
      amount: money EUR, required, editable, at most left, label "To be paid"
    possible when: status is open
    must not change: status, left
    risk: high
    moves money: yes
    once by: header Idempotency-Key
    succeeded when: 201 and status is done
    refused when: 409, 422 or 200 and status is rejected
    reference: id
    check: answer
    find: payout by number where reference is the key
`;

/** The sample with one piece of its text replaced. */
export function changed(from: string | RegExp, to: string): string {
  const text = sampleApi.replace(from, to);
  if (text === sampleApi) throw new Error(`The sample does not hold “${String(from)}”.`);
  return text;
}

/** A document that must be sound. */
export function apiOf(text: string): ApiDocument {
  const { api, problems } = parseApi(text);
  if (api === undefined) throw new Error(JSON.stringify(problems, undefined, 1));
  return api;
}

/** What is wrong, each with the words that it points at. */
export function problemsOf(text: string): readonly (Pick<ApiProblem, 'id' | 'message'> & { at: string })[] {
  return parseApi(text).problems.map(({ id, message, from, to }) => ({
    id,
    message,
    at: text.slice(from, to),
  }));
}
