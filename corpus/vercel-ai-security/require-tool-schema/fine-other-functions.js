import { toolbar } from './toolbar.js';

export const bar = toolbar({ description: 'Edit', execute: () => {} });
export const box = new Toolbox().tools({ tools: { hammer: { execute: null } } });
