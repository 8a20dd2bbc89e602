/** A step that did not come to its end: what its program said, and what a person can do about it. */
export class StepFailure extends Error {
  constructor(title, output, advice) {
    super(`${title} failed`);
    this.title = title;
    this.output = output;
    this.advice = advice;
  }
}
