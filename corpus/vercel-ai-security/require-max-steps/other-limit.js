import { streamText, stepCountIs } from 'ai';

export const chat = (messages, tools) => streamText({ model, messages, tools, stopWhen: stepCountIs(5) });
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingMaxSteps
