// options: {"allowInTests": true}
// filename: tools.spec.js
import { tool } from 'ai';

const echo = tool({ execute: (value) => value });

it('echoes', () => expect(echo.execute(1)).toBe(1));
