import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const BEAT_MILLISECONDS = 2_000;

/** A holder that is silent for so long is gone, even if its process number is in use again or counts on another machine. */
const SILENCE_MILLISECONDS = 30_000;

const POLL_MILLISECONDS = 200;

/** Holds a lock file while `work` runs. Waits for another holder; takes over from one that died, once its children have ended. */
export async function withLock(file, { onWait = () => {}, children = () => [] }, work) {
  mkdirSync(dirname(file), { recursive: true });
  for (let told = false; !tryTake(file); told = true) {
    const holder = look(file);
    if (holder !== undefined && isGone(holder)) {
      breakLock(file, holder);
      continue;
    }
    if (!told && holder !== undefined) {
      onWait(holder.pid);
    }
    await delay(POLL_MILLISECONDS);
  }
  const beat = setInterval(() => note(file, children()), BEAT_MILLISECONDS);
  try {
    return await work(() => note(file, children()));
  } finally {
    clearInterval(beat);
    if (look(file)?.pid === process.pid) {
      rmSync(file, { force: true });
    }
  }
}

function tryTake(file) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, describe([]));
  try {
    // Linking, unlike creating and then writing, never shows others an empty file.
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') {
      return false;
    }
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function describe(children) {
  return JSON.stringify({ pid: process.pid, host: hostname(), children });
}

function look(file) {
  try {
    const text = readFileSync(file, 'utf8');
    return { ...JSON.parse(text), text, silence: Date.now() - statSync(file).mtimeMs };
  } catch {
    return undefined;
  }
}

function isGone(holder) {
  if (holder.silence > SILENCE_MILLISECONDS) {
    return true;
  }
  // The children of a killed setup still write where we would.
  return holder.host === hostname() && ![holder.pid, ...holder.children].some(isAlive);
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function breakLock(file, holder) {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = look(aside);
  if (moved !== undefined && moved.text !== holder.text) {
    // Someone else broke the lock first and this is theirs: give it back.
    try {
      linkSync(aside, file);
    } catch {
      // A third one holds it now; the one we moved notices when it lets go.
    }
  }
  rmSync(aside, { force: true });
}

function note(file, children) {
  const now = look(file);
  if (now?.pid !== process.pid) {
    return;
  }
  const text = describe(children);
  if (text === now.text) {
    utimesSync(file, new Date(), new Date());
    return;
  }
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text);
  renameSync(draft, file);
}
