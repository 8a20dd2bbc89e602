/** The oldest that will do. */
export const NODE = [20, 11];
export const CMAKE = [3, 19];

/** The SDK that global.json asks for: any feature band of this version. */
const SDK = /^10\.0\.(\d+)/;
const SDK_PATCH = 100;

export function isAtLeast(version, wanted) {
  const parts = version.replace(/^v/, '').split('.').map((part) => Number.parseInt(part, 10));
  for (const [i, least] of wanted.entries()) {
    if ((parts[i] ?? 0) !== least) {
      return (parts[i] ?? 0) > least;
    }
  }
  return true;
}

/** Whether the output of `dotnet --list-sdks` names a suitable one. */
export function hasSdk(list) {
  return list.split(/\r?\n/).some((line) => Number(SDK.exec(line)?.[1] ?? 0) >= SDK_PATCH);
}

/** The version in the output of `cmake --version`. */
export function cmakeVersion(output) {
  return /cmake version (\d+(?:\.\d+)*)/.exec(output)?.[1] ?? '0';
}
