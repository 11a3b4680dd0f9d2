// Choosing a person: a slice makes one picker for each thing that somebody is chosen for.

import type { Html } from '../../kernel/html.ts'
import type { PersonId } from '../../kernel/ids.ts'
import type { Button, Message } from '../../kernel/message.ts'
import { button, type Door, formStep, type Reply, type Turn } from '../../platform/telegram/door.ts'
import { closeForm, keepForm, openForm } from '../../platform/telegram/form.ts'
import { type Picking, pickingCodecs } from '../buttons/picking.ts'
import { found, namesPage, nameToFind } from '../messages/picking.ts'
import { namesOnPage, type Pickable, pageOf, toldApart } from '../rules/name-pages.ts'
import { isMeant } from '../rules/name-search.ts'

type Visit = Pick<Turn<unknown>, 'w' | 'who'>

export interface PickerParts<One extends Pickable = Pickable> {
  /** Begins the tags of its buttons; never reused. */
  tag: string
  /** Those to choose from; undefined when it is not theirs to choose. */
  people(visit: Visit, picking: Picking): readonly One[] | undefined
  question(visit: Visit, picking: Picking): Html
  /** What the button with the name carries. */
  chosen(picking: Picking, person: PersonId, one: One): string
  /** What the button says, where it is more than the name. */
  label?(one: One, picking: Picking): string
  extra?(picking: Picking, visit: Visit): readonly (readonly Button[])[]
  /** What goes on when a search is over that took the place of another form. */
  goesOn?(visit: Visit, picking: Picking): void
}

export interface Picker {
  ask(visit: Visit, picking: Picking, page?: number): Message
  doors: readonly Door[]
}

type Codecs = ReturnType<typeof pickingCodecs>

const notYours = '这条消息旧了，或者不是您可以选的。请从菜单里重新开始。'

/** A way to choose one person: eight names a page, and a search by name, pinyin or digits. */
export function personPicker<One extends Pickable>(parts: PickerParts<One>): Picker {
  const codecs = pickingCodecs(parts.tag)
  const ask: Picker['ask'] = (visit, picking, page = 0) =>
    pageOfNames(parts, codecs, { visit, picking, page })
  const ifTheirs = (visit: Visit, picking: Picking, reply: () => Reply): Reply =>
    parts.people(visit, picking) ? reply() : { alert: notYours }
  return {
    ask,
    doors: [
      button(codecs.page, ({ w, who, data: { page, ...picking } }) =>
        ifTheirs({ w, who }, picking, () => {
          endSearch(parts, codecs, { visit: { w, who }, picking })
          return { edit: ask({ w, who }, picking, page) }
        }),
      ),
      button(codecs.find, ({ w, who, data: picking }) =>
        ifTheirs({ w, who }, picking, () => {
          keepForm(w, who.account, codecs.name, picking)
          return { edit: nameToFind(codecs.page.data({ ...picking, page: 0 })) }
        }),
      ),
      formStep(codecs.name, (turn) => searched(parts, codecs, turn)),
    ],
  }
}

interface Wanted {
  visit: Visit
  picking: Picking
  page: number
}

function pageOfNames<One extends Pickable>(
  parts: PickerParts<One>,
  codecs: Codecs,
  wanted: Wanted,
): Message {
  const { visit, picking } = wanted
  const all = parts.people(visit, picking) ?? []
  const { items, page, pages } = pageOf(all, wanted.page)
  return namesPage({
    question: parts.question(visit, picking),
    names: items.map(nameButtons(parts, picking, all)),
    page,
    pages,
    turn: (to) => codecs.page.data({ ...picking, page: to }),
    search: codecs.find.data(picking),
    extra: parts.extra?.(picking, visit) ?? [],
  })
}

function searched<One extends Pickable>(
  parts: PickerParts<One>,
  codecs: Codecs,
  turn: Turn<Picking>,
): Reply {
  const { w, who, data: picking, said } = turn
  const all = parts.people({ w, who }, picking) ?? []
  const meant = all.filter((one) => isMeant(said.text, one))
  if (meant.length > 0) endSearch(parts, codecs, { visit: { w, who }, picking })
  const names = meant.slice(0, namesOnPage).map(nameButtons(parts, picking, all))
  const more = meant.length - names.length
  const back = codecs.page.data({ ...picking, page: 0 })
  return { show: [found({ typed: said.text, names, more, back })] }
}

/** Only a search of this picker: a button that is old must not end something else. */
function endSearch<One extends Pickable>(
  parts: PickerParts<One>,
  codecs: Codecs,
  { visit, picking }: Omit<Wanted, 'page'>,
): void {
  const { w, who } = visit
  if (!openForm(w, who.account, codecs.name)) return
  closeForm(w, who.account)
  parts.goesOn?.(visit, picking)
}

/** Makes the button of each; two of one name are told apart. */
function nameButtons<One extends Pickable>(
  parts: PickerParts<One>,
  picking: Picking,
  all: readonly One[],
): (one: One) => Button {
  const called = toldApart(all, ({ phoneTail }) => phoneTail)
  return (one) => ({
    label: parts.label?.(one, picking) ?? called(one),
    data: parts.chosen(picking, one.person, one),
  })
}
