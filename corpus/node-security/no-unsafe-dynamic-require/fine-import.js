// import(…) is another rule's.
export async function locale(language) {
  const module = await import(`./locales/${language}.js`);
  return module.default;
}
