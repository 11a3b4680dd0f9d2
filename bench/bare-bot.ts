// A bot that does nothing but answer: grammY's own polling, no database. `bare-bot.ts awaits` waits
// for each answer as handlers usually do, `bare-bot.ts goes-on` does not.

import { Bot } from 'grammy'

const [, , manner] = process.argv
const bot = new Bot(process.env.BOT_TOKEN ?? '', {
  client: { apiRoot: process.env.TELEGRAM_API_ROOT ?? '' },
})
const answer = '✅ 签到成功　18:42　第 7 位到场。欢迎，同志7同志。'
const keyboard = [[{ text: '撤销（扫错了）', callback_data: 'at.undo:17' }]]

bot.on('message', async (ctx) => {
  const sent = ctx.reply(answer, {
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
    reply_markup: { inline_keyboard: keyboard },
  })
  if (manner === 'awaits') await sent
  else sent.catch((error: Error) => bot.errorHandler({ error, ctx } as never))
})

await bot.start()
