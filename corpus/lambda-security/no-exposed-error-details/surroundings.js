import os from 'node:os';

export async function status(settings) {
  return {
    headers: { 'x-host': os.hostname(), 'x-config': String(settings.config) },
    //                   ^^^^^^^^^^^ exposedErrorDetails
    //                                                     ^^^^^^^^^^^^^^^ exposedErrorDetails
    body: JSON.stringify({ env: process.env, path: module.path }),
    //                          ^^^^^^^^^^^ exposedErrorDetails
    //                                             ^^^^^^^^^^^ exposedErrorDetails
  };
}
