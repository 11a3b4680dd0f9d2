// Who may do what: the one table from office to permission.

export const offices = [
  'secretary',
  'deputySecretary',
  'organiser',
  'publicist',
  'disciplineOfficer',
  'groupLeader',
] as const
export type Office = (typeof offices)[number]

export type Permission =
  | 'branch.configure'
  | 'roster.manage'
  | 'office.appoint'
  | 'session.manage'
  | 'attendance.manage'
  | 'leave.decide'
  | 'reflection.review'
  | 'ledger.export'

const organiserMay: readonly Permission[] = ['session.manage', 'attendance.manage', 'leave.decide']
const secretaryMay: readonly Permission[] = [
  ...organiserMay,
  'branch.configure',
  'roster.manage',
  'office.appoint',
  'reflection.review',
  'ledger.export',
]

const permissionsOf: Record<Office, readonly Permission[]> = {
  secretary: secretaryMay,
  deputySecretary: secretaryMay,
  organiser: organiserMay,
  publicist: ['reflection.review'],
  disciplineOfficer: [],
  groupLeader: [],
}

/** Every permission that one of `held` gives. */
export function permissionsFrom(held: readonly Office[]): ReadonlySet<Permission> {
  return new Set(held.flatMap((office) => permissionsOf[office]))
}
