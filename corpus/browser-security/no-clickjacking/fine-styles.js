const style = { opacity: 0, visibility: 'hidden' };
const text = 'opacity: 0 hides an element';
export { style, text };
