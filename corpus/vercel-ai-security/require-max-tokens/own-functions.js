// options: {"suggestedLimit": 512, "targetFunctions": ["askModel"]}
export async function both(question) {
  const one = await askModel({ question });
//                  ^^^^^^^^^^^^^^^^^^^^^^ missingMaxTokens
  const two = await generateText({ prompt: question });
  return [one, two];
}
