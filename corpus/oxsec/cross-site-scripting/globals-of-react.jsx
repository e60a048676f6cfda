export function Search() {
  const [text, setText] = React.useState('');
  return (
    <main>
      <input onChange={(event) => setText(event.target.value)} />
      <p dangerouslySetInnerHTML={{ __html: text }} />
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    </main>
  );
}
