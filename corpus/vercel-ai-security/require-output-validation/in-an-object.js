export function Panel({ view, reply, error }) {
  view.showDialog({ title: 'Answer', body: reply.message, kind: 'info' });
//                                         ^^^^^^^^^^^^^ unvalidatedOutput
  view.display(error.response?.data, reply.output);
//                                   ^^^^^^^^^^^^ unvalidatedOutput
}
