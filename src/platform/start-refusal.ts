// Why the program will not start: a sentence for whoever starts it, and the exit code.

/**
 * Stops the start or a command. `message` is one Chinese sentence that says what is wrong and the
 * fix. Exit codes: 1 settings, 75 another process holds the data, 76 another one uses the token.
 */
export class StartRefusal extends Error {
  readonly exitCode: number

  constructor(sentence: string, exitCode = 1) {
    super(sentence)
    this.name = 'StartRefusal'
    this.exitCode = exitCode
  }
}
