/** The answer came, but cannot be used; `message` is a sentence for people and quotes nothing of the answer. */
export class InvalidAnswer extends Error {
  override readonly name = 'InvalidAnswer';
}
