// A failure of the core, or of what leads to it.

/** A failure with a code, which selects its text. */
export class CoreError extends Error {
  /**
   * @param {string} code
   * @param {Record<string, string>} [details]
   * @param {string} [message]
   */
  constructor(code, details = {}, message = code) {
    super(message);
    this.code = code;
    this.details = details;
  }
}
