// safe: constant
import { useState } from 'react';

export function Banner() {
  const [text, setText] = useState('Welcome');
  const reset = () => setText('<b>Welcome back</b>');
  return <p onClick={reset} dangerouslySetInnerHTML={{ __html: text }} />;
}
