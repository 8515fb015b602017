import { mayTakeBack } from './taking-back';

test('whoever keeps a request may take it back while it waits or was refused (HB-4.2)', () => {
  expect(mayTakeBack({ state: 'pendingApproval', actions: ['change'] }, true)).toBe(true);
  expect(mayTakeBack({ state: 'rejected', actions: ['change', 'submit'] }, true)).toBe(true);
});

test.each(['draft', 'scheduled', 'checking', 'postponed', 'live', 'cancelled'] as const)(
  'a meeting that is %s is not taken back',
  (state) => {
    expect(mayTakeBack({ state, actions: ['change'] }, true)).toBe(false);
  },
);

test('who only decides does not take it back, nor who may not ask for meetings', () => {
  expect(mayTakeBack({ state: 'pendingApproval', actions: ['approve', 'reject'] }, true)).toBe(false);
  expect(mayTakeBack({ state: 'pendingApproval', actions: ['change'] }, false)).toBe(false);
});
