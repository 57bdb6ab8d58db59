import { all, each, nothing } from '../../model/judgement.ts'
import type { Check } from '../../model/check.ts'
import { example } from '../../model/check.ts'
import { valueAt } from '../../model/json.ts'
import { equals, holds, sameBody } from '../vocabulary/judge.ts'
import { listAt, read, textAt } from '../vocabulary/read.ts'
import { notFound } from './refusal.ts'
import { givenHolder, ownId } from './scenes.ts'

const ofOwn = example('strike/accounts/own-profile', {
  arrange: async (trial) => {
    const id = await ownId(trial)
    const byId = await trial.given('retrieveProfile', { path: { id } })
    return {
      id,
      byId,
      byHandle: await trial.given('retrieveProfileByHandle', { path: { handle: textAt(byId, '/handle') } }),
    }
  },
  judge: {
    'strike.accounts.profile.both-agree': ({ byId, byHandle }) => sameBody(byId, byHandle),
    'strike.accounts.profile.one-default': ({ byId }) => {
      const defaults = listAt(byId, '/currencies').filter((entry) => valueAt(entry, '/isDefaultCurrency') === true)
      return holds(defaults.length === 1, '/currencies', 'one default currency', defaults.length)
    },
  },
})

const ofTwo = example('strike/accounts/two-profiles', {
  needs: ['second-account'],
  arrange: async (trial) => {
    const other = await givenHolder(trial.as('other'))
    const mine = await givenHolder(trial)
    return {
      mine,
      other,
      byId: await trial.given('retrieveProfile', { path: { id: other.id } }),
      byHandle: await trial.given('retrieveProfileByHandle', { path: { handle: other.handle } }),
    }
  },
  judge: {
    'strike.accounts.profile.right-account': ({ mine, other, byId, byHandle }) =>
      all(
        holds(mine.handle !== other.handle, '/handle', 'another handle than that of another account', other.handle),
        each([byId, byHandle], (profile) => equals(profile, '/handle', other.handle)),
      ),
    'strike.accounts.profile.id': ({ other, byId, byHandle }) =>
      each([byId, byHandle], (profile) =>
        read(profile, '/id') === undefined ? nothing : equals(profile, '/id', other.id),
      ),
  },
})

const hidden = example('strike/accounts/private-profile', {
  needs: ['levers'],
  arrange: async (trial) => {
    const { id, handle } = await givenHolder(trial)
    await trial.lever('profile', { private: true })
    return [
      await trial.call('retrieveProfile', { path: { id } }),
      await trial.call('retrieveProfileByHandle', { path: { handle } }),
    ]
  },
  judge: { 'strike.accounts.profile.private': (answers) => each(answers, notFound) },
})

export const profiles: readonly Check[] = [ofOwn, ofTwo, hidden]
