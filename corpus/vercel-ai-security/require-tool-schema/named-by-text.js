import { streamText } from 'ai';

export const chat = (messages) =>
  streamText({ model, messages, tools: { 'run-query': { execute: run }, ['empty']: {} } });
//                                                    ^^^^^^^^^^^^^^^^ missingInputSchema
//                                                                                 ^^ missingInputSchema

function run() {}
