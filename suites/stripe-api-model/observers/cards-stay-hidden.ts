import { departs, kept } from '../../../model/judgement.ts'
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
      return [
        {
          clause,
          judgement:
            shown === undefined ? kept() : departs({ at: '', expected: 'no card', actual: 'a card that was sent' }),
        },
      ]
    }
  },
}

/** Cards of a form; short ones could stand in an answer by chance. */
function cardsIn(body: string): readonly string[] {
  const form = new URLSearchParams(body)
  return ['cardInfo', 'cardNumber'].flatMap((name) => form.getAll(name)).filter((card) => card.length >= 12)
}
