// What every judge does: state what was expected, go on after a disagreement, and end with a count.
import { isDeepStrictEqual } from 'node:util';

export class Agreement {
  #agreed = [];
  #disagreed = [];

  is(what, actual, expected) {
    const agrees = isDeepStrictEqual(actual, expected);
    if (agrees) this.#agreed.push(what);
    else this.#disagreed.push(`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
    return agrees;
  }

  // The error that a rejected promise carries in Slack's own words.
  async fails(what, promise, expected) {
    const error = await promise.then(() => 'nothing failed', (fault) => fault.data?.error ?? fault.code ?? String(fault));
    this.is(what, error, expected);
  }

  end() {
    for (const one of this.#disagreed) console.error(`disagreed: ${one}`);
    console.log(JSON.stringify({ agreed: this.#agreed.length, disagreed: this.#disagreed.length, what: this.#agreed }));
    process.exit(this.#disagreed.length === 0 && this.#agreed.length > 0 ? 0 : 1);
  }
}
