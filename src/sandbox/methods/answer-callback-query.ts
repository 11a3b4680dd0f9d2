// answerCallbackQuery: a toast, an alert or an address for the person who pressed.

import { answerableSeconds, checkAnswer } from '../limits.ts'
import { badRequest } from '../refusal.ts'
import type { Implementation } from './method.ts'

export const answerCallbackQuery: Implementation<'answerCallbackQuery'> = (call, params) => {
  const { state, bot } = call
  const query = state.queries.get(params.callback_query_id)
  const ageMs = query ? state.clock.now().getTime() - query.askedAt.getTime() : 0
  if (query?.bot !== bot || ageMs > answerableSeconds * 1_000) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid')
  }
  checkAnswer(params.text)
  // The client has stopped waiting after the first answer.
  query.answer ??= { text: params.text, alert: params.show_alert ?? false, url: params.url }
  state.emit({ kind: 'answered', query: query.id })
  return true
}
