import type { Handler } from './world.ts'

export const listRates: Handler = ({ rules }) => ({
  status: 200,
  body: rules.pairs(rules.currencies).map(([source, target]) => rules.rateOf(source, target)),
})
