// options: {"safeTemplateLiteralCallers": ["audit.write", "Notice"], "trustedSanitizers": ["toId"], "trustedAnnotations": ["@reviewed"]}
audit.write(`mutation (${operation}) by ${user}`);
const notice = new Notice(`query (${operation}) refused`);

const byId = (raw) => `query { item(id: ${toId(raw)}) { name } }`;

/** @reviewed by the platform team */
function bySlug(slug) {
  return `query { item(slug: "${slug}") { name } }`;
}

export { byId, bySlug, notice };
