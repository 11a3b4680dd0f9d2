// Times as people read them, in the branch's zone.

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map()

/**
 * @param {string} zone
 * @param {Intl.DateTimeFormatOptions} options
 */
function format(zone, options) {
  const key = zone + JSON.stringify(options)
  const known = formats.get(key) ?? new Intl.DateTimeFormat('zh-CN', { timeZone: zone, ...options })
  formats.set(key, known)
  return known
}

/** 19:05 @param {string | Date} at @param {string} zone */
export function hourOf(at, zone) {
  return format(zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(new Date(at))
}

/** 11月25日 @param {string | Date} at @param {string} zone */
export function dayOf(at, zone) {
  return format(zone, { month: 'long', day: 'numeric' }).format(new Date(at))
}

/** 周三 @param {string | Date} at @param {string} zone */
export function weekdayOf(at, zone) {
  return format(zone, { weekday: 'short' }).format(new Date(at))
}

/** 19:05:07 @param {string | Date} at @param {string} zone */
export function secondOf(at, zone) {
  const options = /** @type {const} */ ({ hour: '2-digit', minute: '2-digit', second: '2-digit' })
  return format(zone, { ...options, hourCycle: 'h23' }).format(new Date(at))
}

/**
 * As in a list of chats: today the hour, this week the weekday, else the date.
 * @param {string} at
 * @param {Date} now
 * @param {string} zone
 */
export function listTime(at, now, zone) {
  if (dayOf(at, zone) === dayOf(now, zone)) return hourOf(at, zone)
  const days = (now.getTime() - new Date(at).getTime()) / 86_400_000
  return days >= 0 && days < 6 ? weekdayOf(at, zone) : dayOf(at, zone)
}

/** 12.6 KB @param {number} bytes */
export function sizeOf(bytes) {
  if (bytes < 1_024) return `${bytes} B`
  if (bytes < 1_048_576) return `${(bytes / 1_024).toFixed(1)} KB`
  return `${(bytes / 1_048_576).toFixed(1)} MB`
}
