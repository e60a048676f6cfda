import { useState } from 'react';

export function Banner() {
  const [text, setText] = useState('Welcome');
  window.addEventListener('message', (event) => setText(event.data));
  return <p dangerouslySetInnerHTML={{ __html: text }} />;
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ crossSiteScripting
}
