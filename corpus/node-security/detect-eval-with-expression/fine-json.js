export async function load(url) {
  const response = await fetch(url);
  return response.json();
}

export const parse = (text) => JSON.parse(text);
