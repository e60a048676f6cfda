import { streamText } from 'ai';
import { options } from './options.js';

export const talk = () => streamText(options);
