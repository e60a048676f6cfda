// filename: boot.test.js
process.env.DB_PASSWORD = 'postgres';
