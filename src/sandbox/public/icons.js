// Drawn signs. They say nothing to a screen reader: the control they stand in has a label.

const namespace = 'http://www.w3.org/2000/svg'

/** Paths in a field of 24 by 24; drawn with a line unless they begin with "fill ". */
const paths = {
  send: [
    'fill M3.4 20.6 21.600 12.700a.8.8 0 0 0 0-1.400L3.400 3.400c-.7-.3-1.400.3-1.200 1l2 6.300c.1.3.4.500.7.600l9 .7-9 .7c-.3.100-.6.300-.7.600l-2 6.300c-.2.7.5 1.300 1.200 1z',
  ],
  attach: [
    'm20 11.500-8.200 8.200a5.200 5.200 0 0 1-7.400-7.400l8.600-8.500a3.500 3.500 0 0 1 5 5l-8.600 8.500a1.750 1.750 0 0 1-2.500-2.500l7.800-7.700',
  ],
  back: ['M19 12H5.500M11 5.500 4.500 12l6.500 6.500'],
  more: [
    'fill M12 7a1.8 1.8 0 1 0 0-3.600A1.8 1.8 0 0 0 12 7zm0 6.800a1.8 1.8 0 1 0 0-3.600 1.8 1.8 0 0 0 0 3.600zm0 6.800a1.8 1.8 0 1 0 0-3.600 1.8 1.8 0 0 0 0 3.600z',
  ],
  moon: ['M20 14.300A8.300 8.300 0 0 1 9.700 4a8.300 8.300 0 1 0 10.300 10.300z'],
  sun: [
    'M12 16.500a4.500 4.500 0 1 0 0-9 4.500 4.500 0 0 0 0 9zM12 2v2.200M12 19.800V22M4.900 4.900l1.600 1.600M17.500 17.500l1.600 1.600M2 12h2.200M19.800 12H22M4.900 19.100l1.600-1.600M17.500 6.500l1.600-1.600',
  ],
  silent: [
    'M8 5a6 6 0 0 1 9.500 4.800c0 3 .7 4.700 1.500 5.900M6.500 9.800c0 4.500-1.500 6-2.500 7.200h12.500M10 20.300a2.300 2.300 0 0 0 4 0M3.500 3l17 18',
  ],
  ticks: ['m2.500 12.800 4 4L15 7.500M11.500 16l.8.8 9-9.300'],
  pin: ['M9 3.500h6M10 3.500v6.300L6.500 14h11L14 9.800V3.500M12 14v6.500'],
  file: [
    'M13.500 3H7a1.500 1.500 0 0 0-1.500 1.500v15A1.500 1.500 0 0 0 7 21h10a1.500 1.500 0 0 0 1.500-1.500V8zM13.500 3v5h5',
  ],
  download: ['M12 4v11M7 10.500l5 5 5-5M5 20h14'],
  arrow: ['M7.500 16.500 16.500 7.500M9 7.500h7.500V15'],
  copy: [
    'M9 9h9.500A1.500 1.500 0 0 1 20 10.500V19a1.500 1.500 0 0 1-1.500 1.500h-8A1.500 1.500 0 0 1 9 19zM5.500 15H5a1.500 1.500 0 0 1-1.500-1.500V5A1.500 1.500 0 0 1 5 3.500h8.500A1.500 1.500 0 0 1 15 5v.5',
  ],
  close: ['M6 6l12 12M18 6 6 18'],
  code: ['m8.500 7-5 5 5 5M15.500 7l5 5-5 5'],
  reply: ['M9.500 6 4 11.500 9.500 17M4.500 11.500H14a6 6 0 0 1 6 6v.5'],
  pencil: [
    'M4 20l1-4.500L16 4.500a1.800 1.800 0 0 1 2.500 0l1 1a1.800 1.800 0 0 1 0 2.500L8.500 19z',
  ],
  keys: [
    'M3.5 6.5h17v11h-17zM7 10h.01M10.300 10h.01M13.700 10h.01M17 10h.01M7 14h.01M10 14h4M17 14h.01',
  ],
  guide: [
    'M9.500 6H20M9.500 12H20M9.500 18H20M3.500 6l1.200 1.200L7 4.800M3.500 12l1.200 1.200L7 10.800M3.500 18l1.200 1.200L7 16.800',
  ],
  people: [
    'M9 11.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 19.500a6.500 6.500 0 0 1 13 0M16 4.800a3.500 3.500 0 0 1 0 6.500M18 14a6.500 6.500 0 0 1 3.500 5.500',
  ],
  down: ['m6 9.500 6 6 6-6'],
  check: ['m5 12.500 4.500 4.500L19 7.500'],
  slash: ['M4.500 6.500h15M4.500 12h15M4.500 17.500h9'],
  lock: ['M6.500 11h11v9h-11zM8.500 11V8a3.500 3.500 0 0 1 7 0v3'],
  reset: ['M4 5v5h5M4.500 10a8 8 0 1 1-.3 4.500'],
  clock: ['M12 20.500a8.500 8.500 0 1 0 0-17 8.500 8.500 0 0 0 0 17zM12 7v5l3.500 2'],
}

/** @typedef {keyof typeof paths} IconName */

/** @param {IconName} name */
export function icon(name) {
  const svg = document.createElementNS(namespace, 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('class', `icon icon-${name}`)
  svg.setAttribute('aria-hidden', 'true')
  for (const drawn of paths[name]) svg.append(path(drawn))
  return svg
}

/** @param {string} drawn */
function path(drawn) {
  const isFilled = drawn.startsWith('fill ')
  const element = document.createElementNS(namespace, 'path')
  element.setAttribute('d', isFilled ? drawn.slice(5) : drawn)
  element.setAttribute('class', isFilled ? 'filled' : 'line')
  return element
}
