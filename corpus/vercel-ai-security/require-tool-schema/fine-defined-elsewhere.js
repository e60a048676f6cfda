import { streamText, tool } from 'ai';
import { tools, definition } from './tools.js';

export const chat = (messages) => streamText({ model, messages, tools });
export const other = (messages) => streamText({ model, messages, tools: { search: tool(definition), ...tools } });
