// options: {"suggestedMaxSteps": 3}
export const chat = (ai, messages, tools) => {
  const stream = ai.streamText({ messages, tools });
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missingMaxSteps
  return stream;
};
