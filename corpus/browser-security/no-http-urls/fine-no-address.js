const pattern = 'http://localhost:*/';
export default pattern;
