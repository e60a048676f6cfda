import nodeFetch from 'node-fetch';
import crossFetch from 'cross-fetch';
import axios from 'axios';
import superagent from 'superagent';
import got from 'got';
import io from 'socket.io-client';
import { io as connect } from 'socket.io-client';
import jwtDecode from 'jwt-decode';
import { jwtDecode as decode } from 'jwt-decode';
import { useQuery } from '@apollo/client';
import useSWR from 'swr';
import { useQuery as useReactQuery } from 'react-query';
import { useQuery as useTanstackQuery } from '@tanstack/react-query';
import {
  commitMutation, fetchQuery, readInlineData, useClientQuery, useFragment, useLazyLoadQuery, useMutation,
  usePaginationFragment, usePreloadedQuery, useRefetchableFragment,
} from 'react-relay';
import { fetchQuery as fetchOfRuntime } from 'relay-runtime';

export async function load(out) {
  out.innerHTML = await (await fetch('/news')).text();
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  out.innerHTML = (await (await fetch('/news')).json()).text;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  out.innerHTML = await (await window.fetch('/news')).text();
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  out.innerHTML = await (await nodeFetch('/news')).text();
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  out.innerHTML = await (await crossFetch('/news')).text();
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  out.innerHTML = (await axios.get('/news')).data;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  out.innerHTML = (await axios.post('/news')).data;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  out.innerHTML = (await axios.put('/news')).data;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  out.innerHTML = (await axios('/news')).data;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  out.innerHTML = (await axios.request({ url: '/news' })).data;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  out.innerHTML = (await superagent.get('/news')).body.text;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  out.innerHTML = (await got('/news')).body;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  axios.interceptors.response.use((answer) => { out.innerHTML = answer.data; });
//                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting

  const request = new XMLHttpRequest();
  out.innerHTML = request.responseText;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  out.innerHTML = request.response;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting

  const socket = new WebSocket('/news');
  socket.onmessage = (event) => { out.innerHTML = event.data; };
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  io().on('news', (text) => { out.innerHTML = text; });
//                            ^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  connect().on('news', (text) => { out.innerHTML = text; });
//                                 ^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  out.innerHTML = jwtDecode(await (await fetch('/token')).text()).name;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  out.innerHTML = decode(window.name).name;
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
}

export function News() {
  const { data } = useQuery();
  const { data: kept } = useSWR('/news');
  const { data: cached } = useReactQuery();
  const { data: stale } = useTanstackQuery();
  const [commit] = useMutation();
  commit({ onCompleted: (answer) => { document.body.innerHTML = answer.text; } });
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  commitMutation({}, {}, { onCompleted: (answer) => { document.body.innerHTML = answer.text; } });
//                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  fetchQuery({}).subscribe({ next: (answer) => { document.body.innerHTML = answer.text; } });
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  fetchOfRuntime({}).subscribe({ next: (answer) => { document.body.innerHTML = answer.text; } });
//                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
  const [refetched] = useRefetchableFragment();
  const { data: page } = usePaginationFragment();
  return (
    <main>
      <p dangerouslySetInnerHTML={{ __html: data.text }} />
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      <p dangerouslySetInnerHTML={{ __html: kept.text }} />
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      <p dangerouslySetInnerHTML={{ __html: cached.text }} />
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      <p dangerouslySetInnerHTML={{ __html: stale.text }} />
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      <p dangerouslySetInnerHTML={{ __html: useFragment().text }} />
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      <p dangerouslySetInnerHTML={{ __html: useLazyLoadQuery().text }} />
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      <p dangerouslySetInnerHTML={{ __html: usePreloadedQuery().text }} />
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      <p dangerouslySetInnerHTML={{ __html: useClientQuery().text }} />
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      <p dangerouslySetInnerHTML={{ __html: refetched.text }} />
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      <p dangerouslySetInnerHTML={{ __html: page.text }} />
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
      <p dangerouslySetInnerHTML={{ __html: readInlineData().text }} />
//       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
    </main>
  );
}
