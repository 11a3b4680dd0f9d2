// What a method of the Bot API is here: the call, its checked parameters, its result or a refusal.

import type { ApiMethods, InputFile, Message, Opts } from 'grammy/types'
import type { Upload } from '../multipart.ts'
import type { Bot, State } from '../state.ts'

/** One call: who calls, what was uploaded with it, and whether the caller still waits. */
export interface Call {
  readonly state: State
  readonly bot: Bot
  readonly uploads: ReadonlyMap<string, Upload>
  readonly signal: AbortSignal
}

type Name = keyof ApiMethods

/** Uploaded files stand in the parameters as `attach://` references. */
export type Params<Method extends Name> = {
  [Key in keyof Opts<Method>]: Exclude<Opts<Method>[Key], InputFile>
}

/** Which kind of message comes back is for the caller to know. */
type Loose<Result> = Result extends Message ? Message : Result

type Result<Method extends Name> = Loose<ReturnType<ApiMethods[Method]>>

/** Throws a `Refusal` where Telegram refuses. */
export type Implementation<Method extends Name> = (
  call: Call,
  params: Params<Method>,
) => Result<Method> | Promise<Result<Method>>
