// The answers that a team's unit tests are fed with, held against what the provider promises.
const charge = {
  id: 'ch_9C3PQZbBvRWgkGZoQiPrXvRoFSm3UrJbY2N5D',
  object: 'charge',
  amount: 42000,
  currency: 'btc',
  amount_satoshi: 42000,
  payment_hash: 'f'.repeat(64),
  payment_request: 'lntb420u1pd8ytq',
  description: '1 Blockaccino',
  customer_id: '',
  paid: false,
  created: 1538667000000,
  updated: 1538667000000,
}

test('the fixture is what the service answers', () => {
  expect(charge).toConformTo('acinq-strike', 'createCharge')
  expect({ status: 200, headers: {}, data: charge }).toConformTo('acinq-strike', 'createCharge')
})

test('a fixture that has drifted is seen', () => {
  expect(() => expect({ ...charge, amount: '42000' }).toConformTo('acinq-strike', 'createCharge')).toThrow(
    'at /amount: expected "type integer", actual "42000"',
  )
})
