import { register } from './pages';

function Search({ location, match }) {
  return (
    <main>
      <p dangerouslySetInnerHTML={{ __html: decodeURIComponent(location.search) }} />
      <p dangerouslySetInnerHTML={{ __html: decodeURIComponent(location.hash) }} />
      <p dangerouslySetInnerHTML={{ __html: match.params.name }} />
    </main>
  );
}

export default register(Search);
