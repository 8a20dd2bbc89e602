// What all workers in Node.js share: each request is "<length>\n<bytes>", each answer one line of JSON. `check` gives the mistakes of a
// source, or undefined where it has no verdict; the source is only ever parsed. Both functions may give a promise.
'use strict';

function serve(check, describe) {
  let pending = Buffer.alloc(0);
  let pieces = [];
  let missing = 0; // bytes until there is something to look at
  let turn = Promise.resolve();

  const answer = async (source) => {
    let said;
    try {
      said = source === '?' ? { path: process.execPath, ...(await describe()) } : { errors: await check(source) };
    } catch {
      said = {}; // nested too deeply for the stack, or something that the parser did not foresee: no verdict
    }
    process.stdout.write(JSON.stringify(said) + '\n');
  };

  const answerAll = () => {
    for (;;) {
      const end = pending.indexOf(10);
      if (end < 0) {
        missing = 1;
        return;
      }
      const next = end + 1 + Number(pending.subarray(0, end).toString('latin1'));
      if (pending.length < next) {
        missing = next - pending.length;
        return;
      }
      const source = pending.subarray(end + 1, next).toString('utf8');
      pending = pending.subarray(next);
      turn = turn.then(() => answer(source));
    }
  };

  process.stdin.on('data', (piece) => {
    pieces.push(piece);
    missing -= piece.length;
    if (missing <= 0) {
      pending = Buffer.concat([pending, ...pieces]);
      pieces = [];
      answerAll();
    }
  });
}
