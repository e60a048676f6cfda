export const chat = (ai, messages, tools) => ai.streamText({ messages, tools, 'max_steps': 4 });
