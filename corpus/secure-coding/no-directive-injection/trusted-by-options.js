// options: {"trustedSanitizers": ["cleanHtml"], "trustedAnnotations": ["@reviewed"]}
// @reviewed
element.innerHTML = body;

const html = cleanHtml(request.body);
element.textContent = html;
