// options: { "ignorePatterns": ["localhost"] }
const dev = 'http://localhost:3000';
export { dev };
