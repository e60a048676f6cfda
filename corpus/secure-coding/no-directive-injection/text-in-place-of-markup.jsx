export function Comment({ text, author, html }) {
  return (
    <article>
      <h2>{author.name}</h2>
      <p>{text}</p>
      <div dangerouslySetInnerHTML={{ __html: html }} is="fancy-card" v:if={visible} />
    </article>
  );
}
