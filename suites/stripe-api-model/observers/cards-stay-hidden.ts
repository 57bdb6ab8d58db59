import { departs, kept } from '../../../model/judgement.ts'
import { pointerStep } from '../../../model/json.ts'
import type { Json } from '../../../model/json.ts'
import type { Observer } from '../../../model/check.ts'

const clause = 'stripe-api-model.customers.object.card-hidden'
const most = 1000

/** No answer repeats a card that was sent, whoever asks and however it is called. Remembers the last thousand cards. */
export const cardsStayHidden: Observer = {
  id: 'stripe-api-model/observer/cards-stay-hidden',
  clauses: () => [clause],
  watch: () => {
    let cards: readonly string[] = []
    return ({ direction, request, response }) => {
      if (direction === 'inbound') return []
      const sent = cardsIn(request.body).filter((card) => !cards.includes(card))
      cards = [...cards, ...sent].slice(-most)
      if (cards.length === 0 || response.content !== 'json') return []
      const shown = cards.find((card) => response.body.includes(card))
      const judgement =
        shown === undefined
          ? kept()
          : departs({ at: placeOf(response.json, shown) ?? '', expected: 'no card', actual: 'a card that was sent' })
      return [{ clause, judgement }]
    }
  },
}

/** Where a text stands in a body, by itself or in another text. */
function placeOf(value: Json | undefined, text: string, at = ''): string | undefined {
  if (typeof value === 'string') return value.includes(text) ? at : undefined
  if (typeof value !== 'object' || value === null) return undefined
  for (const [name, inner] of Object.entries(value)) {
    const place = placeOf(inner, text, `${at}${pointerStep(name)}`)
    if (place !== undefined) return place
  }
  return undefined
}

/** Cards of a form; short ones could stand in an answer by chance. */
function cardsIn(body: string): readonly string[] {
  const form = new URLSearchParams(body)
  return ['cardInfo', 'cardNumber'].flatMap((name) => form.getAll(name)).filter((card) => card.length >= 12)
}
