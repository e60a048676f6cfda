const PREFIX = '/admin';
//             ^^^^^^^^ violationDetected

export function isInternal(path) {
  return path.startsWith(PREFIX) || path === '/health';
  //                                         ^^^^^^^^^ violationDetected
}
