// Who may import whom: the order of the slices is one array, the rules are made from it.

/** From the ground up; slices on one line are siblings and never meet. A new slice gets its place here. */
export const order = [
  'organisation',
  'members',
  'sessions',
  'attendance',
  'training|activity|reflection|suggestion',
  'setup',
  'ledger',
  'desk',
]

const slice = `(?:${order.join('|')})`

/** The file of that name in any slice, or the files of the folder it grew into. */
function file(names) {
  return `^src/${slice}/${names}(?:\\.ts$|/)`
}

const ledgerReport = '^src/ledger/report(?:\\.ts$|/)'

function forbidden(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to }
}

const upward = order
  .slice(0, -1)
  .map((place, at) =>
    forbidden(
      `no-upward-from-${place.replaceAll('|', '-')}`,
      'A slice imports only what stands before it in the order.',
      { path: `^src/(?:${place})/` },
      { path: `^src/(?:${order.slice(at + 1).join('|')})/` },
    ),
  )

const siblings = order
  .filter((place) => place.includes('|'))
  .map((place) =>
    forbidden(
      'no-sibling-slices',
      'Siblings meet in ledger and desk.',
      { path: `^src/(${place})/` },
      { path: `^src/(?:${place})/`, pathNot: '^src/$1/' },
    ),
  )

const rooms = [
  forbidden('no-circular', 'The flow has one direction.', {}, { circular: true }),
  forbidden(
    'kernel-is-the-floor',
    'The kernel imports only itself and the packages that live in it; it does no I/O.',
    { path: '^src/kernel/' },
    { pathNot: ['^src/kernel/', 'node_modules/(?:dayjs|node-cron|pinyin-pro|chinese-days)/'] },
  ),
  forbidden(
    'platform-knows-no-domain',
    'Where the platform needs the domain it takes a function, given in app.ts.',
    { path: '^src/platform/' },
    { path: `^src/(?:${order.join('|')}|sandbox)/` },
  ),
  forbidden(
    'rooms-never-import-the-root',
    'main, cli, app, features and config stand above every room.',
    { path: `^src/(?:kernel|platform|${order.join('|')})/` },
    { path: '^src/[^/]+$' },
  ),
  forbidden(
    'app-is-for-starters',
    'Only what starts the whole program builds it.',
    { pathNot: '^(?:src/(?:main|sandbox/main|sandbox/seed)\\.ts$|test/)' },
    { path: '^src/app\\.ts$' },
  ),
  forbidden(
    'sandbox-is-a-stranger',
    'Telegram knows nothing of us; what starts the sandbox may start the app.',
    { path: '^src/sandbox/', pathNot: '^src/sandbox/(?:main|seed)\\.ts$' },
    { path: '^(?:src|test)/', pathNot: '^src/(?:sandbox|kernel)/' },
  ),
  forbidden(
    'sandbox-starts-only-the-app',
    'What it needs beyond the app, app.ts hands out.',
    { path: '^src/sandbox/(?:main|seed)\\.ts$' },
    { path: '^(?:src|test)/', pathNot: '^src/(?:(?:sandbox|kernel)/|app\\.ts$)' },
  ),
  forbidden(
    'sandbox-stays-outside',
    'With a token none of it is loaded: main.ts imports it dynamically.',
    { path: '^src/', pathNot: '^src/sandbox/' },
    { path: '^src/sandbox/', dynamic: false },
  ),
  forbidden(
    'src-never-imports-test',
    'Tests look at the program.',
    { path: '^src/' },
    { path: '^(?:test|bench|scripts)/' },
  ),
]

const shelves = [
  forbidden(
    'rules-are-pure',
    'Rules decide on plain values: kernel and other rules only.',
    { path: file('rules') },
    { pathNot: ['^src/kernel/', file('rules')] },
  ),
  forbidden(
    'tables-and-sql-say-nothing',
    'Text enters in actions and doors.',
    { path: file('(?:schema|store)') },
    { path: file('(?:messages|buttons|actions|bot|jobs|web|report|feature)') },
  ),
  forbidden(
    'schema-is-the-lowest-shelf',
    'Tables know tables and words.',
    { path: file('schema') },
    { path: file('store') },
  ),
  forbidden(
    'messages-load-nothing',
    'A message is made of the facts it is given; their types may come from anywhere below.',
    { path: file('messages') },
    {
      path: [file('(?:schema|store|actions|bot|jobs|web|report|feature)'), '^src/platform/store/'],
      dependencyTypesNot: ['type-only'],
    },
  ),
  forbidden(
    'doors-open-from-their-feature',
    'Enter from the top: nobody calls a door but the feature that offers it.',
    { path: '^src/', pathNot: file('(?:feature|bot|jobs|web|report)') },
    { path: file('(?:bot|jobs|web|report)') },
  ),
  forbidden(
    'feature-offers-its-own-doors',
    'A feature offers the doors of its own slice.',
    { path: `^src/(${slice})/feature\\.ts$` },
    { path: file('(?:bot|jobs|web|report)'), pathNot: '^src/$1/' },
  ),
  forbidden(
    'doors-do-not-call-doors',
    'What two doors share is an action, a message or a rule; ledger/report joins the reports.',
    { path: `^src/(${slice})/(bot|jobs|web|report)(?:\\.ts$|/)`, pathNot: ledgerReport },
    { path: file('(?:bot|jobs|web|report)'), pathNot: '^src/$1/$2(?:\\.ts$|/)' },
  ),
  forbidden(
    'ledger-report-joins-reports',
    'It composes the reports of the slices, and nothing but reports.',
    { path: ledgerReport },
    { path: file('(?:bot|jobs|web)') },
  ),
  forbidden(
    'features-are-listed-once',
    'features.ts is the only registry.',
    { path: '^src/', pathNot: '^src/features\\.ts$' },
    { path: file('feature') },
  ),
]

/** Package names → the only places that import them. */
const homes = [
  ['grammy|@grammyjs', ['^src/platform/telegram/', '^src/sandbox/']],
  [
    'drizzle-orm|better-sqlite3',
    [file('(?:schema|store)'), '^src/platform/(?:store|outbox|ticker|telegram|files)/'],
  ],
  ['hono|@hono', ['^src/platform/web/', file('web'), '^src/sandbox/']],
  ['dayjs', ['^src/kernel/time\\.ts$']],
  ['node-cron', ['^src/kernel/cron\\.ts$', '^src/platform/ticker/']],
  ['chinese-days', ['^src/kernel/rest-days\\.ts$']],
  ['pinyin-pro', ['^src/kernel/pinyin\\.ts$']],
  ['zod', ['^src/config\\.ts$', '^src/platform/telegram/', file('(?:buttons|web)')]],
  ['hucre|yauzl', ['^src/platform/documents/']],
  ['pino', ['^src/platform/log\\.ts$']],
  ['https-proxy-agent|socks-proxy-agent', ['^src/platform/telegram/']],
]

const packages = [
  ...homes.map(([names, places]) =>
    forbidden(
      `${names.replaceAll(/\W+/g, '-')}-has-a-home`,
      'Each package is known to few files, so that it can be replaced.',
      { path: '^src/', pathNot: places },
      { path: `node_modules/(?:${names})/` },
    ),
  ),
  forbidden(
    'sandbox-takes-types-from-grammy',
    'The other side of the line must not share code with the side it tests.',
    { path: '^src/sandbox/' },
    { path: 'node_modules/(?:grammy|@grammyjs)/', dependencyTypesNot: ['type-only'] },
  ),
  forbidden(
    'waiting-has-a-home',
    'Wait with clock.sleep.',
    { path: '^src/', pathNot: '^src/kernel/clock\\.ts$' },
    { path: '^(?:node:)?timers' },
  ),
  forbidden(
    'no-dev-package-in-production',
    'npm ci --omit=dev must be enough to run.',
    { path: '^src/' },
    { dependencyTypes: ['npm-dev'] },
  ),
  forbidden(
    'no-stranger',
    'Every import is found, and every package is in package.json.',
    {},
    { dependencyTypes: ['unknown', 'undetermined', 'npm-no-pkg', 'npm-unknown'] },
  ),
]

export default {
  forbidden: [...upward, ...siblings, ...rooms, ...shelves, ...packages],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
