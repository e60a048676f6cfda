import { streamText } from 'ai';

export const talk = (options, messages) => streamText({ ...options, messages });
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingAbortSignal
