const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;

/** The files in a zip archive, from its central directory: name, size and Unix mode. */
export function zipEntries(archive) {
  let at = archive.length - END_LENGTH;
  while (at >= 0 && archive.readUInt32LE(at) !== END) {
    at--;
  }
  if (at < 0) {
    throw new Error('This is not a zip archive');
  }
  const entries = [];
  let entry = archive.readUInt32LE(at + 16);
  for (let left = archive.readUInt16LE(at + 10); left > 0; left--) {
    if (archive.readUInt32LE(entry) !== ENTRY) {
      throw new Error('The archive is damaged');
    }
    const nameLength = archive.readUInt16LE(entry + 28);
    const rest = archive.readUInt16LE(entry + 30) + archive.readUInt16LE(entry + 32);
    entries.push({
      name: archive.toString('utf8', entry + ENTRY_LENGTH, entry + ENTRY_LENGTH + nameLength),
      size: archive.readUInt32LE(entry + 24),
      mode: archive.readUInt32LE(entry + 38) >>> 16,
    });
    entry += ENTRY_LENGTH + nameLength + rest;
  }
  return entries;
}
