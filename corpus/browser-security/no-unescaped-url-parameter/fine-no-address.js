console.log(`hello ${input}`);
const text = 'you wrote: ' + userInput;
export { text };
