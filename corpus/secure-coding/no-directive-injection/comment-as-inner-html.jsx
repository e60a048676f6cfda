export function Comment({ req, author }) {
  return (
    <article>
      <h2>{author.name}</h2>
      <div dangerouslySetInnerHTML={{ __html: req.body.comment }} />
//                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dangerousInnerHTML
      <footer dangerouslySetInnerHTML={{ __html: `<b>${userInput}</b>` }} />
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dangerousInnerHTML
//                                               ^^^^^^^^^^^^^^^^^^^^^ templateInjection
    </article>
  );
}
