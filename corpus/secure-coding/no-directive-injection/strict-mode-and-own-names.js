// options: {"strictMode": true, "userInputVariables": ["draft"], "trustedDirectives": ["v-if"], "frameworks": ["vue"], "allowDynamicInComponents": true}
function render(el, draft, body) {
  /* @safe */
  el.innerHTML = DOMPurify.sanitize(draft);
//               ^^^^^^^^^^^^^^^^^^^^^^^^^ dangerousInnerHTML
  el.innerHTML = body;
  return _.template(draftText);
//                  ^^^^^^^^^ userControlledTemplate
}
