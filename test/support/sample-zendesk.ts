import type { ZendeskSeed } from '../../desk/fakes/zendesk/seed.ts';

/** The same account, whose customer belongs to no organization. */
export const sampleWithoutOrganization = (): ZendeskSeed => ({
  ...sampleZendesk,
  organizations: [],
  users: sampleZendesk.users.map((user) => {
    const { organizationId, ...alone } = user;
    return organizationId === undefined ? user : alone;
  }),
});

/** A small account: one late parcel, one closed ticket, an agent, a colleague, a light agent and an admin. */
export const sampleZendesk: ZendeskSeed = {
  subdomain: 'sample',
  timeZone: 'Europe/Berlin',
  customRoles: [
    { id: 4711, name: 'Team lead', kind: 'agent' },
    { id: 4712, name: 'Light agent', kind: 'light-agent' },
  ],
  groups: [
    { id: 360001, name: 'Tier 2' },
    { id: 360002, name: 'Payments' },
  ],
  users: [
    { id: 1, name: 'Sample Admin', email: 'admin@sample.example', role: 'admin', groupIds: [360001] },
    { id: 2, name: 'Sample Agent', email: 'agent@sample.example', role: 'agent', groupIds: [360002] },
    { id: 3, name: 'Sample Lead', email: 'lead@sample.example', role: 'agent', customRoleId: 4711 },
    { id: 4, name: 'Sample Observer', email: 'observer@sample.example', role: 'agent', customRoleId: 4712 },
    {
      id: 10,
      name: 'Sample Customer',
      email: 'customer@customer.example',
      role: 'end-user',
      organizationId: 50,
      locale: 'de-DE',
      notes: 'Prefers mail',
      fields: { loyalty_tier: 'gold', newsletter: null, birthday: null },
    },
  ],
  organizations: [
    {
      id: 50,
      name: 'Sample Company',
      domains: ['customer.example'],
      tags: ['key_account'],
      fields: { plan: 'pro', health: null },
    },
  ],
  userFields: [
    {
      id: 801,
      key: 'loyalty_tier',
      title: 'Loyalty tier',
      type: 'dropdown',
      options: [
        { label: 'Gold member', value: 'gold' },
        { label: 'Silver member', value: 'silver' },
      ],
    },
    { id: 802, key: 'newsletter', title: 'Newsletter', type: 'checkbox' },
    { id: 803, key: 'birthday', title: 'Birthday', type: 'date' },
  ],
  organizationFields: [
    { id: 811, key: 'plan', title: 'Contract plan', type: 'text' },
    { id: 812, key: 'health', title: 'Health', type: 'decimal' },
  ],
  ticketForms: [
    { id: 71, name: 'Shipping' },
    { id: 72, name: 'Returns' },
  ],
  brands: [{ id: 61, name: 'Sample Shop' }],
  ticketFields: [
    { id: 901, title: 'Order number', type: 'text' },
    {
      id: 902,
      title: 'Ship exception',
      type: 'tagger',
      options: [
        { label: 'Resolved, refunded', value: 'resolved-refunded' },
        { label: 'Not late yet', value: 'not_late_yet' },
      ],
    },
    { id: 903, title: 'Gift', type: 'checkbox' },
    { id: 904, title: 'Weight', type: 'decimal' },
    { id: 905, title: 'Promised', type: 'date' },
    {
      id: 906,
      title: 'Reasons',
      type: 'multiselect',
      options: [
        { label: 'Too late', value: 'late' },
        { label: 'Wrong size', value: 'size' },
      ],
    },
    { id: 907, title: 'Root cause', type: 'text', isRequiredToSolve: true },
  ],
  macros: [
    {
      id: 501,
      title: 'Ask for a photo',
      actions: [
        { field: 'status', value: 'pending' },
        { field: 'add_tags', tags: ['photo_asked'] },
        {
          field: 'comment',
          body: 'Hello {{ticket.requester.first_name}}, please send a photo.',
          public: true,
        },
      ],
    },
    {
      id: 502,
      title: 'Mark as carrier case',
      actions: [
        { field: 'priority', value: 'high' },
        { field: 'custom_field', id: 901, value: 'S-1001-C' },
        { field: 'comment', body: 'Carrier case opened.', public: false },
      ],
    },
  ],
  tickets: [
    {
      id: 12,
      subject: 'Where is my parcel?',
      status: 'open',
      priority: 'normal',
      tags: ['late_parcel'],
      form: 'Shipping',
      brand: 'Sample Shop',
      requesterId: 10,
      groupId: 360002,
      assigneeId: 2,
      fields: { 901: 'S-1001', 902: 'not_late_yet', 904: '2.50', 905: '2026-11-12', 906: ['late'] },
      comments: [
        {
          authorId: 10,
          body: 'My parcel S-1001 is <late> & I am waiting.\nPlease help!',
          public: true,
          at: '2026-11-19T08:00:00Z',
        },
        { authorId: 2, body: 'Looked at the order.', public: false, at: '2026-11-19T08:30:00Z' },
      ],
      createdAt: '2026-11-18T23:30:00Z',
      updatedAt: '2026-11-19T08:30:00Z',
    },
    {
      id: 13,
      subject: 'An old one',
      status: 'closed',
      requesterId: 10,
      comments: [
        {
          authorId: 10,
          body: 'Thank you!',
          public: true,
          at: '2026-01-05T08:00:00Z',
          attachments: [{ fileName: 'photo.png', contentType: 'image/png' }],
        },
      ],
      createdAt: '2026-01-05T08:00:00Z',
      updatedAt: '2026-02-05T08:00:00Z',
    },
  ],
  installation: {
    id: 77,
    appId: 7,
    settings: { teams: 'Tier 2 = group 360001', published: '{}' },
    secure: { stripe_key: 'rk_test_sample' },
  },
};
