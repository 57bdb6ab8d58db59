const hosts: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether an address is one of this machine. */
export const isLoopback = ({ hostname }: URL): boolean => hosts.has(hostname)
