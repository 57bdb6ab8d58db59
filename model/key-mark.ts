/** What stands in stored exchanges where a key was. */
export const keyMark = '[key]'
