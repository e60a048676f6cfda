export async function locale(language) {
  const { default: texts } = await import(`./locales/${language}.js`);
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ violationDetected
  return texts;
}

export const widget = (manifest) => import(manifest.url).then((module) => module.mount());
//                                  ^^^^^^^^^^^^^^^^^^^^ violationDetected
