export const rows = (ai, prompt, signal) => ai.streamObject({ model, schema, prompt, 'signal': signal });
