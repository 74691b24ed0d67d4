import type { Calendar } from '../calendar.ts';
import type { Story } from '../story.ts';
import { FIELDS } from '../ticket-fields.ts';
import { purchase } from './purchase.ts';
import { readFrom } from './read-from.ts';

/** Tickets on the Account form: who may get into an account, and who wants to be forgotten. */
export function accounts(calendar: Calendar): readonly Story[] {
  return [access(calendar), dataDeletion(calendar)];
}

function access(calendar: Calendar): Story {
  return {
    ...purchase({
      calendar,
      ticketId: 4532,
      number: '1035',
      customer: { id: 50_045, name: 'Sample Climber', email: 'sample.climber@example.com' },
      subject: 'I have lost the phone for my sign-in',
      total: '118.00',
      article: 'Climbing rope, 40 m',
      placedDaysAgo: 75,
      last4: '9034',
      text: 'my phone is gone, and with it the code for signing in. Could you switch the second factor off? My last order was #1035, a climbing rope.',
    }),
    form: 'Account',
    fields: { [FIELDS.accountRequest.id]: 'reset_two_factor' },
    assistant: readFrom('my phone is gone, and with it the code for signing in', {
      no: ['takeover suspected', 'on behalf of somebody', 'legal threat'],
      others: { 'order number': { value: '#1035', quote: 'My last order was #1035' } },
    }),
    shows:
      'A lost second factor: the proof of identity is judged, and Trust and safety answers the gate. Signoff itself changes nothing.',
  };
}

function dataDeletion(calendar: Calendar): Story {
  return {
    ...purchase({
      calendar,
      ticketId: 4533,
      number: '1036',
      customer: { id: 50_046, name: 'Sample Former', email: 'sample.former@example.com' },
      subject: 'Please delete everything about me',
      total: '45.00',
      article: 'Compass',
      placedDaysAgo: 160,
      last4: '5518',
      text: 'please delete everything that you have stored about me, and confirm it when it is done.',
    }),
    form: 'Account',
    fields: { [FIELDS.accountRequest.id]: 'delete_data' },
    assistant: readFrom('please delete everything that you have stored about me', {
      no: ['on behalf of somebody', 'withdrawn', 'legal threat'],
    }),
    shows:
      'A request under data protection: every step that decides is a gate for Privacy, and nothing is deleted by the app.',
  };
}
