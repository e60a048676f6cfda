// Reading Base64 and URLs decodes no token.
export function parseCookie(text) {
  return Object.fromEntries(
    text.split('; ').map((pair) => {
      const [name, value] = pair.split('=');
      return [name, decodeURIComponent(value)];
    }),
  );
}

export const toBytes = (text) => Buffer.from(text, 'base64');
