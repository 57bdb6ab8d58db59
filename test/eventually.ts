/** Asks again and again until there is an answer. */
export async function eventually<T>(ask: () => T | undefined): Promise<T> {
  for (;;) {
    const answer = ask()
    if (answer !== undefined) return answer
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
