// options: {"minSaltLength": 32}
import { pbkdf2 } from 'node:crypto';

pbkdf2(password, Buffer.alloc(16), 600000, 32, 'sha256', store);
//               ^^^^^^^^^^^^^^^^ predictableSalt
