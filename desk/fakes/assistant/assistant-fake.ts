import { jsonResponse, type Fake, type FakeRequest, type FakeResponse } from '../fake.ts';
import { readExtractionCall, type ExtractionCall } from './extraction-call.ts';
import type { AssistantAnswerSeed, AssistantSeed } from './seed.ts';

export type AssistantFake = Fake & { readonly state: AssistantState };

type AssistantState = {
  readonly key: string;
  /** Canned answers; a test or the desk may add to them. */
  readonly answers: AssistantAnswerSeed[];
  /** How many questions were answered. */
  asked: number;
};

/**
 * A stand-in for Claude's Messages API. Nobody reads or understands anything here: an answer is canned and chosen by words of the ticket, so
 * what a customer writes changes nothing but which canned answer is given.
 */
export function createAssistantFake(seed: AssistantSeed): AssistantFake {
  const state: AssistantState = { key: seed.key, answers: [...seed.answers], asked: 0 };
  return {
    system: 'assistant',
    state,
    answersFor: (host) => host === 'api.anthropic.com',
    handle: (request) => answer(state, request),
  };
}

function answer(state: AssistantState, request: FakeRequest): FakeResponse {
  const { headers, method, url, body } = request;
  if (headers['x-api-key'] !== state.key) return error(401, 'authentication_error', 'invalid x-api-key');
  if (headers['anthropic-version'] === undefined) {
    return error(400, 'invalid_request_error', 'anthropic-version: header is required');
  }
  if (method !== 'POST' || url.pathname !== '/v1/messages') return error(404, 'not_found_error', 'Not found');
  const call = readExtractionCall(body);
  if (call === undefined) {
    return error(400, 'invalid_request_error', 'The stand-in answers questions for facts only.');
  }
  state.asked += 1;
  const canned = state.answers.find(({ whenMessageContains }) =>
    call.customerWrote.includes(whenMessageContains),
  );
  return message(state, call, canned);
}

function message(
  state: AssistantState,
  call: ExtractionCall,
  canned: AssistantAnswerSeed | undefined,
): FakeResponse {
  const facts = Object.entries(canned?.facts ?? {}).flatMap(([name, { value, quote }]) => {
    const fact = call.ids.get(name);
    return fact === undefined ? [] : [{ fact, value, quote }];
  });
  const text = JSON.stringify({ facts });
  const isCutOff = canned?.ends === 'max_tokens';
  return jsonResponse(
    200,
    {
      id: `msg_desk${state.asked}`,
      type: 'message',
      role: 'assistant',
      model: call.model,
      content:
        canned?.ends === 'refusal' ? [] : [{ type: 'text', text: isCutOff ? text.slice(0, 12) : text }],
      stop_reason: canned?.ends ?? 'end_turn',
      stop_sequence: null,
      usage: { input_tokens: 0, output_tokens: 0 },
    },
    { 'request-id': `req_desk${state.asked}` },
  );
}

function error(status: number, type: string, text: string): FakeResponse {
  return jsonResponse(status, { type: 'error', error: { type, message: text } });
}
