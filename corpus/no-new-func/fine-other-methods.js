Function.toString();
new Function.Inner('a');
const bound = Function.bind;
export default [bound, window.Function('b')];
