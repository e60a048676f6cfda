import assert from 'node:assert';
import test from 'test';
//               ^^^^^^ violationDetected

const roles = ['admin', 'customer'];
//             ^^^^^^^ violationDetected
const path = '/Health';
//           ^^^^^^^^^ violationDetected

export { assert, path, roles, test };
