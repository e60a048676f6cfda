import React, { useState, useMemo, useCallback } from 'react';
import { useState as usePreactState } from 'preact/hooks';
import preact from 'preact';
import { useParams, useSearchParams, useLocation } from 'react-router-dom';
import { useParams as useReachParams } from '@reach/router';
import { useLocation as useGatsbyLocation } from 'gatsby';
import { useRouter, withRouter } from 'next/router';
import { useSearchParams as useNextSearch, useParams as useNextParams, useRouter as useAppRouter } from 'next/navigation';

export function Page() {
  const { name } = useParams();
  const [search] = useSearchParams();
  const place = useLocation();
  const [text, setText] = useState(name);
  const [mail] = usePreactState(name);
  const shown = useMemo(() => `<b>${name}</b>`, [name]);
  const again = useCallback(() => name, [name]);
  return (
    <main>
      <p dangerouslySetInnerHTML={{ __html: name }} />
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      <p dangerouslySetInnerHTML={{ __html: search.get('q') }} />
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      <p dangerouslySetInnerHTML={{ __html: decodeURIComponent(place.search) }} />
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      <p dangerouslySetInnerHTML={{ __html: decodeURIComponent(place.hash) }} />
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      <p dangerouslySetInnerHTML={{ __html: text }} />
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      <p dangerouslySetInnerHTML={{ __html: mail }} />
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      <p dangerouslySetInnerHTML={{ __html: shown }} />
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      <p dangerouslySetInnerHTML={{ __html: again() }} />
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      <input onChange={(event) => setText(event.target.value)} />
    </main>
  );
}

export function Reach() {
  return <p dangerouslySetInnerHTML={{ __html: useReachParams().name }} />;
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
}

export function Gatsby() {
  return <p dangerouslySetInnerHTML={{ __html: decodeURIComponent(useGatsbyLocation().search) }} />;
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
}

export function Next() {
  const router = useRouter();
  return (
    <main>
      <p dangerouslySetInnerHTML={{ __html: router.query.name }} />
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      <p dangerouslySetInnerHTML={{ __html: decodeURIComponent(router.asPath) }} />
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      <p dangerouslySetInnerHTML={{ __html: useNextSearch().get('name') }} />
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      <p dangerouslySetInnerHTML={{ __html: useNextParams().name }} />
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      <p dangerouslySetInnerHTML={{ __html: useAppRouter().query.name }} />
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    </main>
  );
}

export const Routed = withRouter(({ router }) => <p dangerouslySetInnerHTML={{ __html: router.query.name }} />);
//                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting

export class Old extends React.Component {
  render() {
    return (
      <main>
        <p dangerouslySetInnerHTML={{ __html: this.props.match.params.name }} />
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
        <p dangerouslySetInnerHTML={{ __html: decodeURIComponent(this.props.location.search) }} />
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
        <p dangerouslySetInnerHTML={{ __html: decodeURIComponent(this.props.location.hash) }} />
//         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      </main>
    );
  }
}
