import type { JsonObject } from '../../model/json.ts'
import { isObject } from '../../model/json.ts'
import type { Trial } from '../../model/trial.ts'
import { listAt } from '../vocabulary/read.ts'

/** Pages that are looked through for one charge: an account may hold charges of others' making. */
const mostPages = 40
const size = 30

/** The charge of an id from the list of the account, or undefined where the list has none. */
export async function findListed(trial: Trial, id: string): Promise<JsonObject | undefined> {
  for (let page = 0; page < mostPages; page += 1) {
    const charges = listAt(await trial.given('listCharges', { query: { page, size } }), '')
    const found = charges.filter(isObject).find((charge) => charge['id'] === id)
    if (found !== undefined || charges.length < size) return found
  }
  return undefined
}
