const local = 'http://localhost:3000/packages/name';
const mail = 'mailto:admin@example.com';
export { local, mail };
