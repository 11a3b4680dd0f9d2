// The words of attendance: states, sources, leave codes and decisions.

/** `none` takes an earlier mark back. */
export const attendanceStates = ['present', 'online', 'excused', 'absent', 'none'] as const
export type AttendanceState = (typeof attendanceStates)[number]

export const markSources = ['selfReported', 'rollCall', 'leave', 'closing', 'correction'] as const
export type MarkSource = (typeof markSources)[number]

export const rsvpAnswers = ['going', 'withdrawn'] as const
export type RsvpAnswer = (typeof rsvpAnswers)[number]

export const leaveCodes = ['official', 'sick', 'personal', 'other'] as const
export type LeaveCode = (typeof leaveCodes)[number]

export const leaveStates = ['pending', 'approved', 'declined', 'withdrawn'] as const
export type LeaveState = (typeof leaveStates)[number]
