import { execFile } from 'node:child_process';

const TIMEOUT_MS = 5000;

/**
 * Asks a server program for its version. A file that cannot be run, runs for too long or is another program shows
 * here, by name, and not as a connection that never comes.
 */
export async function probeVersion(file: string, env: NodeJS.ProcessEnv): Promise<string> {
  const output = await new Promise<string>((resolve, reject) => {
    execFile(file, ['--version'], { env, timeout: TIMEOUT_MS, windowsHide: true }, (error, stdout, stderr) => {
      if (error === null) {
        resolve(stdout);
      } else {
        reject(new Error(`The server program ${file} cannot be run: ${reasonOf(error, stderr)}`));
      }
    });
  });
  const version = /^\d+\.\d+\S*/.exec(output.trim())?.[0];
  if (version === undefined) {
    throw new Error(`The program ${file} is not the server: asked for its version, it said "${firstLine(output)}".`);
  }
  return version;
}

function reasonOf(error: Error & { readonly killed?: boolean }, stderr: string): string {
  if (error.killed === true) {
    return `it did not tell its version within ${TIMEOUT_MS / 1000} seconds.`;
  }
  return firstLine(stderr) || error.message;
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0]?.trim() ?? '';
}
