// options: {"aiOutputPatterns": ["draft"]}
export function apply(db, draft, completion) {
  db.run(`UPDATE pages SET body = '${draft.body}'`);
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ unsafeOutputInSQL
  document.body.innerHTML = completion;
}
