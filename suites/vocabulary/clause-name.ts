/** The last part of a clause's id, after which checks of it are named. */
export const nameOf = (clause: string): string => clause.slice(clause.lastIndexOf('.') + 1)
