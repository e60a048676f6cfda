const dev = 'http://localhost:3000';
const other = ['http://127.0.0.1', 'http://0x7f.1/', 'http://LOCALHOST'];
export { dev, other };
