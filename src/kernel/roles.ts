// Who may do what: the one table from office to permission.

export const offices = [
  'secretary',
  'deputySecretary',
  'organiser',
  'publicist',
  'disciplineOfficer',
  'groupLeader',
  'overseer',
] as const
export type Office = (typeof offices)[number]

export type Permission =
  | 'branch.configure'
  | 'roster.manage'
  | 'office.appoint'
  | 'branch.handOver'
  | 'branch.oversee'
  | 'session.manage'
  | 'attendance.manage'
  | 'leave.decide'
  | 'reflection.review'
  | 'ledger.export'

const organiserMay: readonly Permission[] = ['session.manage', 'attendance.manage', 'leave.decide']
const deputyMay: readonly Permission[] = [
  ...organiserMay,
  'branch.configure',
  'roster.manage',
  'reflection.review',
  'ledger.export',
]

/** Who sits on the committee without a duty of the tool's own holds the office and nothing more. */
const permissionsOf: Record<Office, readonly Permission[]> = {
  secretary: [...deputyMay, 'office.appoint', 'branch.handOver'],
  deputySecretary: deputyMay,
  organiser: organiserMay,
  publicist: ['reflection.review'],
  disciplineOfficer: [],
  groupLeader: [],
  // Numbers only, in every branch below their organisation; never a person's row.
  overseer: ['branch.oversee'],
}

/** Every permission that one of `held` gives. */
export function permissionsFrom(held: readonly Office[]): ReadonlySet<Permission> {
  return new Set(held.flatMap((office) => permissionsOf[office]))
}
