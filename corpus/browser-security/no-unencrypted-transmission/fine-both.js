const allowed = 'http://example.com https://example.com';
export { allowed };
