import fs from 'fs/promises';

const cacheFile = '/var/tmp/session-cache.json';
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
let logFile;

export async function store(sessions, verbose) {
  if (verbose) logFile = '/temp/session.log';
//                       ^^^^^^^^^^^^^^^^^^^ violationDetected
  await fs.writeFile(cacheFile, JSON.stringify([...sessions]));
  return logFile;
}
