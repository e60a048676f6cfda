import { register } from './pages';

function Search({ location, match }) {
  return (
    <main>
      <p dangerouslySetInnerHTML={{ __html: decodeURIComponent(location.search) }} />
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      <p dangerouslySetInnerHTML={{ __html: decodeURIComponent(location.hash) }} />
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      <p dangerouslySetInnerHTML={{ __html: match.params.name }} />
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    </main>
  );
}

export default register(Search);
